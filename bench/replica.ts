/** One replica as a process of its own: told by the parent what to do, it makes its own load and answers with it. */
import { type Load, runLoad } from './load.ts';
import { deliver } from './measure.ts';
import { openRaw, type Recording, replay } from './replay.ts';
import { openTown } from './town.ts';

/** The product's own default. */
const POOL = 10;

export interface Setup {
  url: string;
  recordings: Recording[];
}

export interface Task {
  what: 'webhook' | 'raw';
  count: number;
  concurrency: number;
}

async function serve({ url, recordings }: Setup): Promise<void> {
  const town = openTown(url, { max: POOL });
  const raw = openRaw(url, POOL);
  let sealed = 0;
  const work = async ({ what, count, concurrency }: Task): Promise<Load> => {
    if (what === 'raw')
      return runLoad(count, concurrency, (n) => replay(raw, recordings[n % recordings.length]!));
    const pushes = Array.from({ length: count }, () => town.seal(sealed++));
    return runLoad(count, concurrency, (n) => deliver(town.app.fetch, pushes[n]!));
  };
  process.on('message', (task: Task | 'end') => {
    if (task === 'end') {
      void Promise.all([raw.end(), town.close()]).then(() => process.disconnect());
      return;
    }
    work(task).then(
      (load) => process.send?.(load),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  });
  process.send?.('ready');
}

process.once('message', (setup: Setup) => void serve(setup));
