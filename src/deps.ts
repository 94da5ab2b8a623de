/** Everything the application is made of, handed over explicitly; built in node.ts, worker.ts and tests. */
import type { SenderLimit } from './commands/sender-limit.ts';
import type { Config } from './config.ts';
import type { DirectoryCache } from './db/directory.ts';
import type { Db } from './db/open.ts';
import type { Holding } from './engine/holding.ts';
import type { Pacer } from './engine/pacing.ts';
import type { FeishuClient } from './feishu/client.ts';
import type { PageLimit } from './http/page-limit.ts';
import type { Llm } from './llm.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Trouble } from './trouble.ts';

/** What features add to the bot; filled in by feature.ts, which lies above. */
// biome-ignore lint/suspicious/noEmptyInterface: augmented in feature.ts.
export interface FeatureLookup {}

export interface Deps {
  config: Config;
  db: Db;
  directory: DirectoryCache;
  feishu: FeishuClient;
  /** The one clock, ms since epoch. */
  clock: () => number;
  newId: () => string;
  log: Log;
  metrics: Metrics;
  /** What is refused at this moment, as far as calls and writes have shown. */
  trouble: Trouble;
  pacer: Pacer;
  senderLimit: SenderLimit;
  features: FeatureLookup;
  /** Lets what was just committed go out soon; never waits. On Workers: waitUntil. */
  wake: () => void;
  /** Tells HEARTBEAT_URL that all is well; never throws, and does nothing without one. */
  heartbeat: () => Promise<void>;
  /** A model that may help to understand; absent without LLM_BASE_URL. */
  llm?: Llm;
  /** Learnt from the platform once; decides whether a mention means the bot. */
  bot: () => Promise<{ openId: string; name: string }>;
  /** Holder name of this process in leases. */
  holder: string;
  /** Whether rows may be claimed and sent at this moment, and under which name. */
  holding: Holding;
  demo: boolean;
  /** Bytes of the disk the embedded database lies on; absent where it has none. */
  disk?: () => Promise<{ free: number; total: number }>;
  /** Makes a picture of an SVG document; absent where that cannot be done (Workers). */
  picture?: (svg: string) => Promise<{ png: Uint8Array<ArrayBuffer>; missing: number }>;
  pageLimit: PageLimit;
  /** Facts that never change once they are committed; plain data, kept to save queries. */
  cache: { homeTenant?: string; boardKey?: string; boardBrowsers?: Map<string, string> };
}
