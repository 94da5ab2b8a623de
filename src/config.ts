/** Configuration from an environment object, parsed once; every problem is listed at the same time. */
import { z } from 'zod';
import type { LlmConfig } from './llm.ts';

const empty = (value: unknown) => (value === '' ? undefined : value);
const text = z.preprocess(empty, z.string().trim().min(1).optional());
/** One secret, or while it is being changed the new and the old one with a comma between. */
const secrets = z.preprocess(
  empty,
  z
    .string()
    .default('')
    .transform((list) => [...new Set(list.split(',').map((one) => one.trim()))].filter(Boolean))
    .refine((list) => list.length <= 2, '最多写两个（更换期间新旧各一个），用逗号隔开'),
);

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const perMinute = (usual: number) =>
  z.preprocess(
    empty,
    z.coerce.number({ error: '须为 0–100000 的整数' }).int().min(0).max(100_000).default(usual),
  );

const schema = z.object({
  PORT: z.preprocess(
    empty,
    z.coerce.number({ error: '须为 0–65535 的整数' }).int().min(0).max(65535).default(3000),
  ),
  HOST: z.preprocess(empty, z.string().default('127.0.0.1')),
  DATABASE_URL: z.preprocess(
    empty,
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, '须以 postgres:// 开头')
      // Several hosts with commas between them are the driver's own form.
      .refine(
        (url) => URL.canParse(url.replace(/,[^/?]*/, '')),
        '不是有效的地址；密码里的 @ : / 等要写成 %40 %3A %2F',
      )
      .optional(),
  ),
  DATA_DIR: z.preprocess(empty, z.string().default('./data')),
  FEISHU_APP_ID: text,
  FEISHU_APP_SECRET: text,
  FEISHU_ENCRYPT_KEY: secrets,
  FEISHU_VERIFICATION_TOKEN: secrets,
  FEISHU_DOMAIN: z.preprocess(empty, z.url({ error: '须为网址' }).default('https://open.feishu.cn')),
  FEISHU_TRANSPORT: z.preprocess(
    empty,
    z.enum(['webhook', 'longconn'], { error: '只能是 webhook 或 longconn' }).default('webhook'),
  ),
  TIME_ZONE: z.preprocess(
    empty,
    z.string().default('Asia/Shanghai').refine(isTimeZone, '不是有效的时区名，例如 Asia/Shanghai'),
  ),
  ADMIN_OPEN_IDS: z.preprocess(empty, z.string().default('')).transform((list) => splitIds(list)),
  LOG_LEVEL: z.preprocess(
    empty,
    z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], {
        error: '只能是 debug、info、warn、error 或 silent',
      })
      .default('info'),
  ),
  METRICS_TOKEN: text,
  COMMANDS_PER_MINUTE: perMinute(30),
  CLICKS_PER_MINUTE: perMinute(120),
  STOP_SECONDS: z.preprocess(
    empty,
    z.coerce.number({ error: '须为 1–600 的整数' }).int().min(1).max(600).default(20),
  ),
  PUBLIC_URL: z.preprocess(
    empty,
    z
      .url({ protocol: /^https?$/, error: '须为 http(s) 网址，例如 https://zb.example.gov.cn' })
      .refine((url) => URL.canParse(url) && !/[?#]/.test(url), '只写到主机或路径，不带 ? 和 #')
      .optional(),
  ),
  HEARTBEAT_URL: z.preprocess(empty, z.url({ protocol: /^https?$/, error: '须为 http(s) 网址' }).optional()),
  LLM_BASE_URL: z.preprocess(
    empty,
    z
      .url({ protocol: /^https?$/, error: '须为 http(s) 网址，例如 https://llm.example.gov.cn/v1' })
      .refine((url) => URL.canParse(url) && !/[?#]/.test(url), '只写到主机或路径，不带 ? 和 #')
      .optional(),
  ),
  LLM_MODEL: text,
  LLM_API_KEY: text,
});

type Env = Record<string, string | undefined>;

const splitIds = (list: string): string[] =>
  list
    .split(/[\s,;，；]+/)
    .map((id) => id.trim())
    .filter(Boolean);

/** What depends on more than one variable; read from the plain text, so that it is told beside every other error. */
function checkTogether(env: Env): string[] {
  // A lone comma is no secret.
  const has = (name: string) => (env[name] ?? '').replaceAll(',', '').trim() !== '';
  const problems: string[] = [];
  const demand = (name: string, why: string) => problems.push(`${name}：${why}`);
  if (has('LLM_BASE_URL') !== has('LLM_MODEL'))
    demand(has('LLM_BASE_URL') ? 'LLM_MODEL' : 'LLM_BASE_URL', '与另一个要同时设置');
  if (has('LLM_API_KEY') && !has('LLM_BASE_URL')) demand('LLM_API_KEY', '已设置，但缺少 LLM_BASE_URL');
  const ids = splitIds(env.ADMIN_OPEN_IDS ?? '');
  for (const id of ids) {
    if (!/^ou_[\w-]+$/.test(id)) demand('ADMIN_OPEN_IDS', `“${id}” 不是 open_id（应以 ou_ 开头）`);
  }
  if (!has('FEISHU_APP_ID')) {
    for (const name of ['FEISHU_APP_SECRET', 'FEISHU_ENCRYPT_KEY', 'FEISHU_VERIFICATION_TOKEN']) {
      if (has(name)) demand(name, '已设置，但缺少 FEISHU_APP_ID');
    }
    return problems;
  }
  if (!has('FEISHU_APP_SECRET')) demand('FEISHU_APP_SECRET', '设置了 FEISHU_APP_ID 就必须同时设置');
  if (env.FEISHU_TRANSPORT !== 'longconn') {
    if (!has('FEISHU_ENCRYPT_KEY'))
      demand('FEISHU_ENCRYPT_KEY', 'webhook 方式必须设置，否则无法验证请求来自飞书');
    if (!has('FEISHU_VERIFICATION_TOKEN')) demand('FEISHU_VERIFICATION_TOKEN', 'webhook 方式必须设置');
  }
  if (ids.length === 0) demand('ADMIN_OPEN_IDS', '至少写一位管理员的 open_id');
  return problems;
}

export interface Config {
  port: number;
  host: string;
  databaseUrl: string | undefined;
  dataDir: string;
  /** undefined: demo mode with the simulator. */
  app: { id: string; secret: string; encryptKeys: string[]; verificationTokens: string[] } | undefined;
  domain: string;
  transport: 'webhook' | 'longconn';
  timeZone: string;
  adminOpenIds: string[];
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  metricsToken: string | undefined;
  /** What one person may send and click in a minute; 0: as much as they like. */
  perMinute: { commands: number; clicks: number };
  /** What is being sent when the process is asked to leave has this long to end. */
  stopMs: number;
  /** Where people's browsers find the pages, without a slash at its end; undefined: there are no pages. */
  publicUrl: string | undefined;
  /** Called after every tick at which all is well; a secret, since anybody who knows it can say so. */
  heartbeatUrl: string | undefined;
  /** A model that may help to understand questions; undefined: none is asked. */
  llm: LlmConfig | undefined;
}

/** Thrown by {@link readConfig}; the message lists every variable that is wrong, one per line. */
export class ConfigError extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(`配置有误，请改正后重新启动：\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/**
 * Reads the variables of architecture.md "Configuration".
 * @throws ConfigError naming all problems; values are never part of the message except ids and names
 */
export function readConfig(env: Env): Config {
  const parsed = schema.safeParse(env);
  const each = (parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')}：${issue.message}`);
  const problems = [...each, ...checkTogether(env)];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const e = parsed.data;
  return {
    port: e.PORT,
    host: e.HOST,
    databaseUrl: e.DATABASE_URL,
    dataDir: e.DATA_DIR,
    app: e.FEISHU_APP_ID
      ? {
          id: e.FEISHU_APP_ID,
          secret: e.FEISHU_APP_SECRET ?? '',
          encryptKeys: e.FEISHU_ENCRYPT_KEY,
          verificationTokens: e.FEISHU_VERIFICATION_TOKEN,
        }
      : undefined,
    domain: e.FEISHU_DOMAIN.replace(/\/+$/, ''),
    transport: e.FEISHU_TRANSPORT,
    timeZone: e.TIME_ZONE,
    adminOpenIds: e.ADMIN_OPEN_IDS,
    logLevel: e.LOG_LEVEL,
    metricsToken: e.METRICS_TOKEN,
    perMinute: { commands: e.COMMANDS_PER_MINUTE, clicks: e.CLICKS_PER_MINUTE },
    stopMs: e.STOP_SECONDS * 1000,
    publicUrl: e.PUBLIC_URL?.replace(/\/+$/, ''),
    heartbeatUrl: e.HEARTBEAT_URL,
    llm:
      e.LLM_BASE_URL !== undefined && e.LLM_MODEL !== undefined
        ? { baseUrl: e.LLM_BASE_URL.replace(/\/+$/, ''), model: e.LLM_MODEL, key: e.LLM_API_KEY }
        : undefined,
  };
}
