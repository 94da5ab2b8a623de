/** Builds the dependencies from configuration, database and clock: once for node.ts, worker.ts and tests. */
import { createSenderLimit, type SenderLimit } from './commands/sender-limit.ts';
import type { Config } from './config.ts';
import { CORE } from './core.ts';
import { watchDatabase } from './counted-db.ts';
import { createDirectoryCache, type DirectoryCache } from './db/directory.ts';
import type { Db } from './db/open.ts';
import { readState, saveState } from './db/setting.ts';
import type { Deps } from './deps.ts';
import type { HolidayRow } from './domain/calendar.ts';
import { DEFAULT_SETTINGS } from './domain/settings.ts';
import { type Holding, UNPROVEN } from './engine/holding.ts';
import { createPacer, type Pacer } from './engine/pacing.ts';
import { createRegistry, type Feature } from './feature.ts';
import { FEATURES } from './features/features.ts';
import { createFeishuClient } from './feishu/client.ts';
import type { TokenCell } from './feishu/token.ts';
import { createHeartbeat } from './heartbeat.ts';
import { createPageLimit, type PageLimit } from './http/page-limit.ts';
import { type Breaker, createLlm } from './llm.ts';
import { createLog, type Log } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { noteCall, type Trouble } from './trouble.ts';

type Bot = Awaited<ReturnType<Deps['bot']>>;

/**
 * What outlives a single request, as plain values: on Workers nothing that waits (a promise, a connection) may be
 * shared between requests. A Node process has one for good, an isolate one for all its requests.
 */
export interface Memory {
  token: TokenCell;
  bot: { known?: Bot };
  learnt: Deps['cache'];
  directory: DirectoryCache;
  pacer: Pacer;
  senderLimit: SenderLimit;
  pageLimit: PageLimit;
  metrics: Metrics;
  trouble: Trouble;
  llm: Breaker;
}

/**
 * An empty memory for one deployment; never share it between two.
 * @param options.holidays the published days this program version knows; the chinese-days data by default
 * @param options.process whether the metrics tell of this process, too; Node only
 */
export function createMemory(
  config: Config,
  options: { holidays?: readonly HolidayRow[] | undefined; process?: boolean } = {},
): Memory {
  return {
    token: {},
    bot: {},
    learnt: {},
    directory: createDirectoryCache({ ...DEFAULT_SETTINGS, timeZone: config.timeZone }, options.holidays),
    pacer: createPacer(globalThis.crypto.randomUUID()),
    senderLimit: createSenderLimit(config.perMinute),
    pageLimit: createPageLimit(),
    metrics: createMetrics({ ...options, llm: config.llm !== undefined }),
    trouble: {},
    llm: { failures: 0, openUntil: 0 },
  };
}

export interface Parts {
  config: Config;
  db: Db;
  clock: () => number;
  wake: () => void;
  /** One line of the log. */
  write: (line: string) => void;
  fetch?: typeof fetch;
  /** Of an earlier set of dependencies of the same deployment; otherwise it starts empty. */
  memory?: Memory;
  demo: boolean;
  /** Beside the spine; all of the bot by default. */
  features?: readonly Feature[];
  disk?: Deps['disk'];
  /** Of a process that others can tell from a dead one; by default none can. */
  holding?: Holding;
  picture?: Deps['picture'];
}

/** Credentials must be present: the demo's are the simulator's. */
export function createDeps(parts: Parts): Deps {
  const { config, clock, memory = createMemory(parts.config), holding = UNPROVEN } = parts;
  const db = watchDatabase(parts.db, memory.metrics, memory.trouble);
  if (!config.app) throw new Error('createDeps needs an app');
  const log = createLog(config.logLevel, parts.write, clock);
  const feishu = createFeishuClient({
    appId: config.app.id,
    appSecret: config.app.secret,
    domain: config.domain,
    clock,
    log: (call) => {
      memory.metrics.called(call.outcome, call.durationMs / 1000);
      noteCall(memory.trouble, call.outcome);
      log.debug('feishu.call', {
        method: call.method,
        path: call.path,
        status: call.httpStatus,
        code: call.code,
        ms: call.durationMs,
      });
    },
    tokenCell: memory.token,
    mayLeave: holding.mayLeave,
    ...(parts.fetch && { fetch: parts.fetch }),
  });
  return {
    config,
    db,
    directory: memory.directory,
    features: createRegistry([...(parts.features ?? FEATURES), CORE]),
    feishu,
    clock,
    newId: () => globalThis.crypto.randomUUID(),
    log,
    metrics: memory.metrics,
    trouble: memory.trouble,
    pacer: memory.pacer,
    senderLimit: memory.senderLimit,
    pageLimit: memory.pageLimit,
    wake: parts.wake,
    heartbeat: createHeartbeat(config.heartbeatUrl, log),
    ...(config.llm && {
      llm: createLlm({ config: config.llm, breaker: memory.llm, clock, metrics: memory.metrics, log }),
    }),
    bot: rememberBot(memory.bot, db, () => feishu.botInfo(), log),
    holder: globalThis.crypto.randomUUID(),
    holding,
    demo: parts.demo,
    ...(parts.disk && { disk: parts.disk }),
    ...(parts.picture && { picture: parts.picture }),
    cache: memory.learnt,
  };
}

/**
 * The bot's own open_id, asked of the platform once and kept in the database, so that a restart while the
 * platform is out of reach can still take messages.
 */
function rememberBot(cell: Memory['bot'], db: Db, ask: () => Promise<Bot>, log: Log): Deps['bot'] {
  const learn = async (): Promise<Bot> => {
    const stored = (await db.read((tx) => readState(tx, 'bot'))) as Bot | undefined;
    if (stored) return stored;
    const { openId, name } = await ask();
    await db.transaction((tx) => saveState(tx, 'bot', { openId, name }));
    log.info('bot.learnt', {});
    return { openId, name };
  };
  return async () => {
    cell.known ??= await learn();
    return cell.known;
  };
}
