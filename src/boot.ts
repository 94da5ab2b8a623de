/** Builds the dependencies from configuration, database and clock: once for node.ts, worker.ts and tests. */
import type { Config } from './config.ts';
import { createDirectoryCache } from './db/directory.ts';
import type { Db } from './db/open.ts';
import { readLearnt, saveLearnt } from './db/setting.ts';
import type { Deps } from './deps.ts';
import { DEFAULT_SETTINGS } from './domain/settings.ts';
import { createPacer } from './engine/pacing.ts';
import { createFeishuClient } from './feishu/client.ts';
import type { TokenCell } from './feishu/token.ts';
import { createLog, type Log } from './log.ts';
import { createMetrics } from './metrics.ts';

export interface Parts {
  config: Config;
  db: Db;
  clock: () => number;
  wake: () => void;
  /** One line of the log. */
  write: (line: string) => void;
  fetch?: typeof fetch;
  tokenCell?: TokenCell;
  demo: boolean;
}

/** Credentials must be present: the demo's are the simulator's. */
export function createDeps(parts: Parts): Deps {
  const { config, db, clock } = parts;
  if (!config.app) throw new Error('createDeps needs an app');
  const log = createLog(config.logLevel, parts.write, clock);
  const feishu = createFeishuClient({
    appId: config.app.id,
    appSecret: config.app.secret,
    domain: config.domain,
    clock,
    log: (call) =>
      log.debug('feishu.call', {
        method: call.method,
        path: call.path,
        status: call.httpStatus,
        code: call.code,
        ms: call.durationMs,
      }),
    ...(parts.fetch && { fetch: parts.fetch }),
    ...(parts.tokenCell && { tokenCell: parts.tokenCell }),
  });
  return {
    config,
    db,
    directory: createDirectoryCache({ ...DEFAULT_SETTINGS, timeZone: config.timeZone }),
    feishu,
    clock,
    newId: () => globalThis.crypto.randomUUID(),
    log,
    metrics: createMetrics(),
    pacer: createPacer(),
    wake: parts.wake,
    bot: rememberBot(db, () => feishu.botInfo(), log),
    holder: globalThis.crypto.randomUUID(),
    demo: parts.demo,
  };
}

/**
 * The bot's own open_id, asked of the platform once and kept in the database, so that a restart while the
 * platform is out of reach can still take messages.
 */
function rememberBot(db: Db, ask: () => Promise<{ openId: string; name: string }>, log: Log): Deps['bot'] {
  let known: Promise<{ openId: string; name: string }> | undefined;
  const learn = async () => {
    const stored = (await db.read((tx) => readLearnt(tx, 'bot'))) as
      | { openId: string; name: string }
      | undefined;
    if (stored) return stored;
    const bot = await ask();
    await db.transaction((tx) => saveLearnt(tx, 'bot', { openId: bot.openId, name: bot.name }));
    log.info('bot.learnt', {});
    return bot;
  };
  return () => {
    known ??= learn().catch((error) => {
      known = undefined;
      throw error;
    });
    return known;
  };
}
