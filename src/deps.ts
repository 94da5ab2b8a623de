/** Everything the application is made of, handed over explicitly; built in node.ts, worker.ts and tests. */
import type { Config } from './config.ts';
import type { Db } from './db/open.ts';
import type { FeishuClient } from './feishu/client.ts';
import type { Log } from './log.ts';

export interface Deps {
  config: Config;
  db: Db;
  feishu: FeishuClient;
  /** The one clock, ms since epoch. */
  clock: () => number;
  newId: () => string;
  log: Log;
  /** Runs work after the answer has gone out; errors are logged. On Workers: waitUntil. */
  defer: (work: () => Promise<unknown>) => void;
  /** Learnt from the platform at start; decides whether a mention means the bot. */
  bot: () => Promise<{ openId: string; name: string }>;
}
