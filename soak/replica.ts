/** One process of the service, `node src/node.ts`, started, killed and started again on the same port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const START_LIMIT_MS = 60_000;

/** An error line of the log, as far as it may be told. */
export interface LoggedError {
  event: string;
  error: string;
  code: string;
  line: string;
}

export class Replica {
  readonly port: number;
  readonly errors: LoggedError[] = [];
  /** How processes ended that nobody had killed. */
  readonly deaths: string[] = [];
  /** Problems whose card it posted anew because nobody could know whether the first one had come through. */
  readonly doubted = new Set<number>();
  readonly #env: Record<string, string>;
  readonly #log: WriteStream;
  #process: ChildProcess | undefined;
  #killing = false;
  #ready = false;
  #last = '';

  constructor(options: { port: number; env: Record<string, string>; log: string }) {
    this.port = options.port;
    this.#env = options.env;
    this.#log = createWriteStream(options.log);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Has a process, ready or not: where a load balancer without health checks sends pushes. */
  get running(): boolean {
    return this.#process !== undefined;
  }

  get ready(): boolean {
    return this.#ready;
  }

  /** @returns ms until it takes pushes, or undefined when it has been killed before */
  async start(): Promise<number | undefined> {
    const begun = performance.now();
    this.#killing = false;
    const { PATH = '', HOME = '', NODE_OPTIONS = '', NODE_COMPILE_CACHE = '' } = process.env;
    const child = spawn(process.execPath, ['--import', './soak/clock.ts', 'src/node.ts'], {
      cwd: ROOT,
      env: { PATH, HOME, NODE_OPTIONS, NODE_COMPILE_CACHE, ...this.#env, PORT: String(this.port) },
    });
    this.#process = child;
    const ended = new Promise<false>((resolve) => {
      child.on('close', (code, signal) => {
        if (!this.#killing) this.deaths.push(`code ${code}, signal ${signal}: ${this.#last.slice(-600)}`);
        if (this.#process === child) this.#process = undefined;
        this.#ready = false;
        resolve(false);
      });
    });
    const started = new Promise<true>((resolve) => {
      this.#listen(child, () => resolve(true));
    });
    const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), START_LIMIT_MS).unref());
    if (!(await Promise.race([started, ended, late]))) {
      if (this.#process === child && !this.#killing) this.deaths.push('did not start within a minute');
      return undefined;
    }
    this.#ready = true;
    return performance.now() - begun;
  }

  #listen(child: ChildProcess, started: () => void): void {
    let rest = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#log.write(text);
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line.includes('"event":"started"')) started();
        if (line.includes('"level":"error"')) this.#keep(line);
        if (line.includes('"event":"card.outcome-unknown"')) this.doubted.add(Number(JSON.parse(line).issue));
      }
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#log.write(text);
      this.#last = (this.#last + text).slice(-2000);
    });
  }

  #keep(line: string): void {
    const { event, error = '', code = '' } = JSON.parse(line) as Record<string, string>;
    this.errors.push({ event: String(event), error: String(error), code: String(code), line });
  }

  /** kill -9, and waits until it is dead. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#process;
    if (!child) return;
    this.#killing = true;
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.kill(signal);
    await ended;
  }

  close(): void {
    this.#log.end();
  }
}
