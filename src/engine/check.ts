/** What must be asked outside to know whether all is well: the platform, and the machine. Changes nothing. */
import type { HealthItem } from '../cards/admin.ts';
import {
  botItem,
  clockItem,
  credentialsItem,
  diskItem,
  domainItem,
  failureItem,
  optionalScopesItem,
  scopesItem,
  secretsItem,
} from '../cards/words-platform.ts';
import { doneAt, finishLease, takeLease } from '../db/lease.ts';
import { enqueue } from '../db/outbox.ts';
import { readState } from '../db/setting.ts';
import type { Deps } from '../deps.ts';
import type { Directory } from '../domain/directory.ts';
import { clockOf, dayOf, type Instant, instantAt } from '../domain/time.ts';
import { FeishuError } from '../feishu/errors.ts';
import { HISTORY_SCOPES, missingScopes, NEEDED_SCOPES, TOP_SCOPES, URGENT_SCOPES } from '../feishu/scopes.ts';
import { CHECK_OUTSIDE } from '../kinds/jobs.ts';

/** Before the morning, so that its report is of today. */
const CHECK_AT = '08:20';
const LEASE_MS = 60_000;

/** What the database says that the platform's answers are compared with. */
export interface Known {
  botOpenId: string | undefined;
  urgentApp: boolean;
}

export async function readKnown(deps: Deps): Promise<Known> {
  return deps.db.read(async (tx) => {
    const bot = (await readState(tx, 'bot')) as { openId?: string } | undefined;
    const { urgentApp } = (await deps.directory.get(tx)).settings;
    return { botOpenId: bot?.openId, urgentApp };
  });
}

/** Asks and judges; a platform that does not answer is a finding, not a failure. */
export async function checkOutside(deps: Deps, known: Known): Promise<HealthItem[]> {
  const { config } = deps;
  const { encryptKeys: keys = [], verificationTokens: tokens = [] } = config.app ?? {};
  return [
    ...(await checkPlatform(deps, known)),
    // The demo's simulator lives in this process.
    ...(deps.demo ? [] : [domainItem(config.domain)]),
    secretsItem({ transport: config.transport, keys, tokens }),
    ...(deps.disk ? [diskItem(await deps.disk())] : []),
  ];
}

async function checkPlatform({ feishu }: Deps, known: Known): Promise<HealthItem[]> {
  const credentials = await ask('应用凭证', async () => {
    await feishu.checkCredentials();
    return [credentialsItem()];
  });
  // Without a token every other answer would say the same again.
  if (credentials.some((item) => !item.ok)) return credentials;
  const bot = await ask('机器人', async () => {
    const found = await feishu.botInfo();
    return [botItem(found, known.botOpenId !== undefined && known.botOpenId !== found.openId)];
  });
  const scopes = await ask('必需权限', async () => {
    const granted = await feishu.grantedScopes();
    return [
      scopesItem(missingScopes(NEEDED_SCOPES, granted)),
      optionalScopesItem({
        history: missingScopes(HISTORY_SCOPES, granted).length === 0,
        urgent: missingScopes(URGENT_SCOPES, granted).length === 0,
        urgentWanted: known.urgentApp,
        top: missingScopes(TOP_SCOPES, granted).length === 0,
      }),
    ];
  });
  const offset = feishu.clockOffset();
  return [
    ...credentials,
    ...bot,
    ...scopes,
    ...(offset === undefined ? [] : [clockItem('与飞书的时间', offset)]),
  ];
}

async function ask(name: string, work: () => Promise<HealthItem[]>): Promise<HealthItem[]> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FeishuError)) throw error;
    return [failureItem(name, error)];
  }
}

/** @param last when they were last made */
export function isCheckDue(last: Instant | null, { settings }: Directory, at: Instant): boolean {
  const { timeZone } = settings;
  if (clockOf(at, timeZone) < CHECK_AT) return false;
  return last === null || last < instantAt(dayOf(at, timeZone), CHECK_AT, timeZone);
}

/** Once a day the findings are made anew, so that the morning's report need not ask anybody. */
export async function planCheck(deps: Deps, at: Instant): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const directory = await deps.directory.get(tx);
    if (!isCheckDue(await doneAt(tx, 'check'), directory, at)) return;
    if (!(await takeLease(tx, 'check', deps.holder, at, LEASE_MS))) return;
    await enqueue(
      tx,
      [
        CHECK_OUTSIDE.row({
          id: deps.newId(),
          target: 'app:check',
          payload: {},
          dedupeKey: `check:${dayOf(at, directory.settings.timeZone)}`,
          dueAt: at,
        }),
      ],
      at,
    );
    await finishLease(tx, 'check', deps.holder, at);
  });
}
