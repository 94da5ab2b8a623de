/** 体检 of what lies outside: the platform as it answers this app, the secrets, clocks and the disk. */
import type { HealthItem } from './admin.ts';

export interface PlatformFailure {
  /** Slug of feishu/codes.ts. */
  reason: string;
  code: number;
}

const NETWORK = '检查服务器能否访问飞书接口地址的 443 端口（防火墙、DNS、代理）';
const FIXES: Record<string, string> = {
  'secret-wrong': '核对 FEISHU_APP_SECRET，改好后重启',
  'app-unknown-or-secret-wrong': '核对 FEISHU_APP_ID 和 FEISHU_APP_SECRET，改好后重启',
  'app-id-malformed': '核对 FEISHU_APP_ID，改好后重启',
  'ip-not-allowed': '把服务器出口 IP 加进后台“安全设置”的 IP 白名单',
  'app-not-installed': '请企业管理员安装、启用这个应用',
  'app-disabled': '请企业管理员启用这个应用',
  'app-inactive': '请企业管理员启用这个应用',
  'bot-ability-off': '后台“添加应用能力”里加机器人，并发布新版本',
  'bot-ability-off-or-unpublished': '后台“添加应用能力”里加机器人，并发布新版本',
  'monthly-quota-used-up': '本月接口次数用完：联系飞书升级套餐，或等下月',
  'not-sent': NETWORK,
  timeout: NETWORK,
  'connection-lost': NETWORK,
  'server-error': '飞书一侧出错，过一会再试',
  'rate-limited': '调用太密，过一会再试',
};

export function failureItem(name: string, { reason, code }: PlatformFailure): HealthItem {
  const value = code === 0 ? `飞书没有回应（${reason}）` : `飞书拒绝（错误码 ${code}）`;
  return { name, value, ok: false, fix: FIXES[reason] ?? '对照文档“出了问题怎么办”的“按错误码”' };
}

export const credentialsItem = (): HealthItem => ({
  name: '应用凭证',
  value: 'App ID、App Secret 有效',
  ok: true,
});

/** @param other the database knows another bot: it was filled under another app */
export function botItem(bot: { name: string; active: boolean | undefined }, other: boolean): HealthItem {
  if (other) {
    return {
      name: '机器人',
      value: '与数据库里记的不是同一个应用',
      ok: false,
      fix: 'open_id 每个应用都不同，旧数据里的人认不出来：改回原来的 FEISHU_APP_ID，或换一个空库',
    };
  }
  return {
    name: '机器人',
    value: bot.active === false ? '没有启用' : `${bot.name || '已启用'}`,
    ok: bot.active !== false,
    fix: '后台“添加应用能力”里加机器人，发布新版本，请企业管理员审批启用',
  };
}

export function scopesItem(missing: readonly string[]): HealthItem {
  return {
    name: '必需权限',
    value: missing.length === 0 ? '都已开通' : `缺 ${missing.join('、')}`,
    ok: missing.length === 0,
    fix: '后台“权限管理”里开通，并发布新版本',
  };
}

/** What may be left off; only 加急 is missed when an administrator has switched it on. */
export function optionalScopesItem(have: {
  history: boolean;
  urgent: boolean;
  urgentWanted: boolean;
  top: boolean;
}): HealthItem {
  const word = (granted: boolean) => (granted ? '已开' : '未开');
  return {
    name: '可选权限',
    value: `读群消息（停机补收、群里不用@）${word(have.history)} · 加急${word(have.urgent)} · 置顶${word(have.top)}`,
    ok: have.urgent || !have.urgentWanted,
    fix: '设置里“加急”开着，但缺权限 im:message.urgent：到“权限管理”开通并发布，或发“设置 加急 关”',
  };
}

const CLOCK_LIMIT_S = 60;

/** @param offsetMs the other clock minus ours */
export function clockItem(name: string, offsetMs: number): HealthItem {
  const seconds = Math.round(Math.abs(offsetMs) / 1000);
  const ok = seconds <= CLOCK_LIMIT_S;
  const value = ok ? '一致' : `本机${offsetMs > 0 ? '慢' : '快'} ${seconds} 秒`;
  return {
    name,
    value,
    ok,
    fix: '开启时间同步（timedatectl set-ntp true）；差 1 小时以上，飞书的推送会全被拒绝',
  };
}

const SHORT_KEY = 16;

export function secretsItem(secrets: {
  transport: 'webhook' | 'longconn';
  keys: readonly string[];
  tokens: readonly string[];
}): HealthItem {
  const { keys, tokens, transport } = secrets;
  if (transport === 'longconn' && keys.length === 0) {
    return { name: '加密策略', value: '长连接，不需要', ok: true };
  }
  const changing = keys.length > 1 || tokens.length > 1;
  const short = keys.some((key) => key.length < SHORT_KEY);
  return {
    name: '加密策略',
    value: short
      ? `Encrypt Key 太短（不到 ${SHORT_KEY} 位）`
      : changing
        ? '正在更换密钥，新旧两个都认；8 小时后请删掉旧的'
        : '已设置',
    ok: !short,
    fix: '换成 32 位左右的随机字母数字，步骤见文档“升级、备份、换密钥”的“换密钥”',
  };
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

export function domainItem(domain: string): HealthItem {
  const url = new URL(domain);
  return {
    name: '接口地址',
    value: url.host,
    ok: url.protocol === 'https:' || LOOPBACK.has(url.hostname),
    fix: 'FEISHU_DOMAIN 要用 https://，否则密钥在网上明文传',
  };
}

const GB = 1024 ** 3;

export function diskItem(disk: { free: number; total: number }): HealthItem {
  const least = Math.min(GB, disk.total / 20);
  return {
    name: '磁盘',
    value: `数据目录剩 ${(disk.free / GB).toFixed(1)} GB`,
    ok: disk.free >= least,
    fix: '清理磁盘或扩容；满了就记不进去',
  };
}
