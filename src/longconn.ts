/** The long connection in our service: what comes goes the way of a webhook; what happens to it is told. */
import type { Deps } from './deps.ts';
import { type Longconn, type LongconnNews, openLongconn } from './feishu/longconn/connection.ts';
import type { ConnectRefusal, RefusalReason } from './feishu/longconn/refusal.ts';
import { realTimer, type SetTimer } from './feishu/longconn/socket.ts';
import { MAX_BODY_BYTES } from './feishu/verify.ts';
import { processInTime } from './http/in-time.ts';

/** What the administrator at the console reads, and does. */
const HINTS: Record<RefusalReason, string> = {
  'wrong-credentials': 'App ID 或 App Secret 不对，请到飞书后台“凭证与基础信息”核对后重启',
  forbidden: '飞书不允许这个应用建立长连接：须是企业自建应用，且已启用',
  'too-many-connections': '这个应用已有 50 个长连接，达到上限；请停掉多余的进程',
  refused: '飞书拒绝建立长连接，请核对 App ID、App Secret，并确认应用已启用',
  busy: '飞书暂时繁忙，稍后自动再连',
  unreachable: '连不上飞书，请检查本机能否访问 FEISHU_DOMAIN 的 443 端口和域名解析',
  'unreadable-answer': 'FEISHU_DOMAIN 的回答不像飞书，请检查地址和中间的代理',
  'handshake-timeout': '连到飞书的长连接没有回应，请检查防火墙是否放行 wss（443 端口）',
  'handshake-failed': '连到飞书的长连接没有建成，请检查防火墙和代理是否放行 WebSocket',
};

interface Options {
  /** Gets a plain line for the person at the console when connecting fails for a new reason. */
  say?: (line: string) => void;
  setTimer?: SetTimer;
}

/** Starts at once and goes on until stopped. */
export function startLongconn(deps: Deps, options: Options = {}): Longconn {
  const say = options.say ?? ((line: string) => process.stderr.write(`${line}\n`));
  const setTimer = options.setTimer ?? realTimer;
  const { config, log, metrics } = deps;
  const app = config.app;
  if (!app) throw new Error('a long connection needs an app');
  let lastSaid = '';

  const tell = (news: LongconnNews) => {
    switch (news.kind) {
      case 'connected':
        metrics.longconn('connected');
        lastSaid = '';
        return log.info('longconn.connected');
      case 'lost':
        metrics.longconn('lost');
        return log.warn('longconn.lost', { loss: news.loss, againInMs: Math.round(news.againInMs) });
      case 'refused':
        metrics.longconn('refused');
        return refused(news.refusal, news.againInMs);
      case 'bad-frame':
        return log.warn('longconn.bad-frame', { why: news.why });
    }
  };

  const refused = ({ reason, code, detail }: ConnectRefusal, againInMs: number) => {
    const hint = HINTS[reason];
    const facts = { reason, code, detail, againInMs: Math.round(againInMs), hint };
    log.error('longconn.refused', facts);
    if (lastSaid === reason) return;
    lastSaid = reason;
    const told = code === 0 ? (detail ?? '') : `错误码 ${code}`;
    say(`长连接没有建立：${hint}${told ? `(${told})` : ''}`);
  };

  return openLongconn({
    domain: config.domain,
    appId: app.id,
    appSecret: app.secret,
    clock: deps.clock,
    maxBytes: MAX_BODY_BYTES,
    take: (payload) => processInTime(deps, payload, deps.newId(), setTimer),
    tell,
    setTimer,
  });
}
