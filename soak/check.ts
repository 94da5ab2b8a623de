/** After a soak: the simulator's view against the database. Every sentence here is a promise of the product. */
import postgres from 'postgres';
import type { Sim } from '../src/sim/sim.ts';
import { buttonsOf, issueOf, type Ledger, versionsIn } from './ledger.ts';

export interface Finding {
  promise: string;
  /** Things looked at. */
  checked: number;
  broken: string[];
  /** Allowed, because nobody could have known better; told all the same. */
  excused: string[];
}

type Row = Record<string, unknown>;
type Ask = (sql: string) => Promise<Row[]>;

const CARD_LIFE_MS = 14 * 86_400_000;
/** How long the platform knows a uuid. */
const UUID_LIFE_MS = 3_600_000;
/** From then on the bot no longer trusts it to. */
const DOUBT_AFTER_MS = 50 * 60_000;
/** Why a message may be left unsent: what it said was no longer so, or was told by another. */
const GOOD_REASONS =
  /^(no-longer-true|bundled|nothing-to-say|muted|subject-gone|person-gone|person-unreachable|group-gone|clock-set-back|day-over|told-by-digest|newer-turn|asked-again)$/;

class Checker {
  readonly findings: Finding[] = [];
  /** Looks at each thing; words returned are a broken promise, with `~` in front an excused one. */
  each<T>(promise: string, things: Iterable<T>, look: (one: T) => string | undefined): void {
    const finding: Finding = { promise, checked: 0, broken: [], excused: [] };
    for (const one of things) {
      finding.checked++;
      const said = look(one);
      if (said?.startsWith('~')) finding.excused.push(said.slice(1));
      else if (said !== undefined) finding.broken.push(said);
    }
    this.findings.push(finding);
  }
}

/**
 * @param ledger settled: nothing is on its way any more
 * @param doubted problems whose card a replica said it posted anew, not knowing of the first
 */
export async function checkPromises(
  databaseUrl: string,
  sim: Sim,
  ledger: Ledger,
  doubted: ReadonlySet<number>,
): Promise<Finding[]> {
  const client = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  const ask: Ask = async (sql) => [...(await client.unsafe(sql))];
  const checker = new Checker();
  try {
    await checkCommands(checker, ask, ledger);
    await checkHistory(checker, ask);
    await checkClicks(checker, ask, sim, ledger);
    await checkOutbox(checker, ask, sim, ledger);
    await checkCards(checker, ask, sim, ledger, doubted);
    await checkInbox(checker, ask, sim);
  } finally {
    await client.end();
  }
  return checker.findings;
}

const clocks = (instants: number[]) =>
  instants.map((at) => new Date(at).toISOString().slice(5, 19)).join('、');

function groupBy(rows: Row[], key: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = String(row[key]);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return groups;
}

async function checkCommands(checker: Checker, ask: Ask, ledger: Ledger): Promise<void> {
  const titles = await ask('select id, title, source_message_id from issue');
  const issues = groupBy(titles, 'source_message_id');
  const drafts = new Map((await ask('select id, consumed_at, kind from draft')).map((row) => [row.id, row]));
  // What was bundled is named by the row that was kept.
  const answers = groupBy(
    await ask(
      `select payload ->> 'replyTo' as reply from outbox
         where kind = 'answer' and last_error is distinct from 'bundled'
       union all
       select jsonb_array_elements_text(payload -> 'repliesTo') from outbox
         where kind = 'answer' and payload ? 'repliesTo'`,
    ),
    'reply',
  );
  const history = groupBy(
    await ask('select id, verb, message_id, issue_id, detail, at from history'),
    'message_id',
  );
  const said = [...ledger.said.values()];
  const missed = (id: string) => drafts.get(`m-${id}`.slice(0, 64));

  checker.each(
    '每条收下的“报”恰好一件问题',
    said.filter((one) => one.kind === 'log'),
    (one) => {
      const made = issues.get(one.messageId)?.length ?? 0;
      if (made > 1) return `${one.marker} 登记了 ${made} 次`;
      if (made === 1 || !one.accepted) return undefined;
      const asked = missed(one.messageId);
      return asked?.consumed_at ? `~${one.marker} 停机后由人处理` : `${one.marker} 已收下,没有登记`;
    },
  );
  checker.each(
    '多行的“报”确认一次就只登记一次',
    said.filter((one) => one.kind === 'lines'),
    (one) => {
      const made = titles.filter((row) => String(row.title).includes(one.marker)).length;
      return made === 0 || made === one.lines ? undefined : `${one.marker} ${one.lines} 行登记了 ${made} 件`;
    },
  );
  checker.each('没有来历不明的问题', titles, (row) => {
    const source = ledger.said.get(String(row.source_message_id));
    return source?.kind === 'log' || source?.kind === 'lines' ? undefined : `#${row.id} 没有人报过`;
  });
  checker.each('收下的每句话都有回应', said, (one) => {
    if (!one.accepted) return undefined;
    const answered = issues.has(one.messageId) || answers.has(one.messageId) || history.has(one.messageId);
    if (answered) return undefined;
    return missed(one.messageId)
      ? `~${one.marker} 停机后列给人确认`
      : `${one.marker || one.messageId} 没有回应`;
  });
  checker.each(
    '每句话最多办一次',
    said.filter((one) => one.kind === 'word'),
    (one) => {
      const steps = new Set((history.get(one.messageId) ?? []).map((row) => Number(row.at)));
      return steps.size > 1 ? `${one.marker} 办了 ${steps.size} 次` : undefined;
    },
  );
  checker.each('每句话最多回一次', said, (one) => {
    const count = answers.get(one.messageId)?.length ?? 0;
    return count > 1 ? `${one.marker || one.messageId} 回了 ${count} 次` : undefined;
  });
}

async function checkHistory(checker: Checker, ask: Ask): Promise<void> {
  const rows = await ask(
    `select i.id, i.version, i.status, count(h.id)::int as n, count(distinct h.at)::int as steps
     from issue i left join history h on h.issue_id = i.id group by i.id order by i.id`,
  );
  checker.each('每个版本都有记录,每条记录都有版本', rows, ({ id, version, n, steps }) => {
    if (Number(n) < Number(version)) return `#${id} 版本 ${version},只有 ${n} 条记录`;
    return Number(steps) > Number(version) ? `#${id} 版本 ${version},却有 ${steps} 次变化` : undefined;
  });
  const last = await ask(
    `select i.id, i.status, (select h.verb from history h where h.issue_id = i.id
       and h.verb in ('verify', 'reopen', 'void', 'undo', 'log') order by h.id desc limit 1) as verb
     from issue i where i.status in ('closed', 'void')`,
  );
  checker.each('已销号的都有人核验,作废的都有人作废', last, ({ id, status, verb }) => {
    const right = status === 'void' ? ['void', 'undo'] : ['verify', 'log', 'undo'];
    return right.includes(String(verb)) ? undefined : `#${id} ${status},最后是 ${verb}`;
  });
}

/** A button that did its work is one step of that person; one without an answer at most one. */
async function checkClicks(checker: Checker, ask: Ask, sim: Sim, ledger: Ledger): Promise<void> {
  const VERBS: Record<string, string> = { 签收: 'sign', 催办: 'urge', 属实: 'verify', 恢复: 'resume' };
  const rows = await ask(
    `select h.issue_id, h.verb, p.open_id, h.message_id, count(*)::int as n from history h
     join person p on p.id = h.actor_id group by 1, 2, 3, 4`,
  );
  const steps = new Map(
    rows.map((row) => [`${row.issue_id}:${row.verb}:${row.open_id}:${row.message_id}`, Number(row.n)]),
  );
  const wanted = new Map<string, { done: number; unknown: number }>();
  for (const { issueId, button, openId, messageId, outcome } of ledger.clicks) {
    const verb = VERBS[button];
    if (!verb || outcome === 'refused' || issueId === 0) continue;
    if (!sim.message(messageId)) continue;
    const key = `${issueId}:${verb}:${openId}:${messageId}`;
    const sum = wanted.get(key) ?? { done: 0, unknown: 0 };
    sum[outcome]++;
    wanted.set(key, sum);
  }
  checker.each('每个办成的按钮恰好办一次', wanted, ([key, { done, unknown }]) => {
    const n = steps.get(key) ?? 0;
    // 签收 on a rung's card is an acknowledgement, which is another verb.
    if (key.includes(':sign:') && n === 0) return undefined;
    return n >= done && n <= done + unknown
      ? undefined
      : `${key}:办成 ${done} 次(另 ${unknown} 次不明),记录 ${n} 次`;
  });
}

async function checkOutbox(checker: Checker, ask: Ask, sim: Sim, ledger: Ledger): Promise<void> {
  const rows = await ask('select id, kind, state, message_id, last_error, attempts, target from outbox');
  const byId = new Map(rows.map((row) => [String(row.id), row]));
  checker.each('没有死信', rows, ({ id, kind, state, last_error: error }) => {
    if (state !== 'dead') return undefined;
    return /unknown-outcome$/.test(String(error)) ? `~${kind} ${error}` : `${kind} ${id} ${error}`;
  });
  checker.each('没有积压', rows, ({ id, kind, state, last_error: error, attempts }) =>
    state === 'waiting' && attempts !== 0 ? `${kind} ${id} 试了 ${attempts} 次:${error}` : undefined,
  );
  checker.each('不发的都有正当理由', rows, ({ id, kind, state, last_error: error }) =>
    state === 'dropped' && !GOOD_REASONS.test(String(error)) ? `${kind} ${id} ${error}` : undefined,
  );
  checker.each('记为已发的,平台上恰有一条', rows, ({ id, kind, state, message_id: messageId }) => {
    if (state !== 'sent' || messageId === null) return undefined;
    if (!sim.message(String(messageId))) return `${kind} ${id} 平台上没有`;
    const own = [id, `${id}t`, `${id}m`].flatMap((uuid) => [
      ...(ledger.postings.get(String(uuid))?.messageIds ?? []),
    ]);
    return own.includes(String(messageId)) ? undefined : `${kind} ${id} 不是这条消息`;
  });
  checker.each('同一条消息平台上没有两份', ledger.postings.values(), ({ uuid, messageIds, madeAt }) => {
    if (messageIds.size <= 1) return undefined;
    const row = byId.get(uuid.slice(0, 36));
    const arrivals = ledger.arrivals.get(uuid) ?? [];
    const told = `${row?.kind ?? '卡片'} ${uuid} 发了 ${messageIds.size} 份:到达 ${clocks(arrivals)},发出 ${clocks(madeAt)}`;
    return timeLeapt(ledger, { uuid, madeAt }) ? `~${told}` : told;
  });
}

/** Every call was there within the hour; time leapt while the platform kept one waiting. */
function timeLeapt({ arrivals }: Ledger, { uuid, madeAt }: { uuid: string; madeAt: number[] }): boolean {
  return Math.max(...(arrivals.get(uuid) ?? [])) < madeAt[0]! + UUID_LIFE_MS;
}

async function checkCards(
  checker: Checker,
  ask: Ask,
  sim: Sim,
  ledger: Ledger,
  doubted: ReadonlySet<number>,
): Promise<void> {
  const rows = await ask(
    `select c.*, i.version as issue_version, i.status from issue_card c join issue i on i.id = c.issue_id`,
  );
  const outbox = new Set((await ask('select id from outbox')).map((row) => String(row.id)));
  checker.each('卡片都是现在的版本', rows, (row) => {
    const name = `#${row.issue_id} ${row.place} ${row.last_error ?? ''}`;
    if (
      row.due_at === null &&
      row.last_error !== null &&
      Number(row.shown_version) < Number(row.wanted_version)
    )
      return /unknown-outcome|being-sent/.test(String(row.last_error)) ? `~${name}` : `${name}放弃了`;
    if (row.message_id === null) return `${name}没有发出`;
    if (Number(row.shown_version) < Number(row.issue_version)) return `${name}停在版本 ${row.shown_version}`;
    const message = sim.message(String(row.message_id));
    if (!message) return `${name}平台上没有`;
    const seen = versionsIn(message, Number(row.issue_id));
    if (seen.length === 0 || seen.every((version) => version === Number(row.issue_version))) return undefined;
    return `${name}版本 ${row.issue_version},卡片上是 ${seen.join('、')}`;
  });
  // Posted by the card's own nonce; 查 #12 and private notices bring a card of their own, which is wanted.
  const posted = new Map<string, { at: number; messageId: string; twice: boolean }[]>();
  for (const { uuid, messageIds, madeAt } of ledger.postings.values()) {
    if (outbox.has(uuid.slice(0, 36))) continue;
    const twice = messageIds.size > 1 && timeLeapt(ledger, { uuid, madeAt });
    for (const messageId of messageIds) {
      const message = sim.message(messageId);
      const issueId = message && issueOf(message);
      if (!message || issueId === undefined || message.recalled) continue;
      const key = `${message.chatId}:${issueId}`;
      posted.set(key, [...(posted.get(key) ?? []), { at: message.createdAt, messageId, twice }]);
    }
  }
  checker.each('一个群里一件问题只有一张卡片', posted, ([key, cards]) => {
    const sorted = cards.toSorted((a, b) => a.at - b.at);
    const gaps = sorted.slice(1).map((one, n) => one.at - sorted[n]!.at);
    if (gaps.every((gap) => gap >= CARD_LIFE_MS - 86_400_000)) return undefined;
    const told = `${key} 有 ${cards.length} 张:${clocks(sorted.map(({ at }) => at))}`;
    const known = doubted.has(Number(key.split(':')[1])) && gaps.every((gap) => gap >= DOUBT_AFTER_MS);
    // One call that became two cards is told above.
    return known || sorted.every(({ twice }) => twice) ? `~${told}` : told;
  });
  const live = new Map(rows.map((row) => [String(row.message_id), row]));
  const stray = [...posted.values()].flatMap((cards) => cards.slice(-1));
  checker.each('群里最后一张卡片就是在用的那张', stray, ({ messageId }) => {
    if (live.has(messageId)) return undefined;
    const message = sim.message(messageId)!;
    const issueId = issueOf(message);
    const own = rows.find(
      (row) => Number(row.issue_id) === issueId && (row.target === message.chatId || row.place === 'person'),
    );
    // Asked for again by 查 since, or a private notice has taken its place.
    if (own && sim.message(String(own.message_id))) return undefined;
    return `#${issueId} 的 ${messageId} 没有人管(${buttonsOf(message).length} 个按钮)`;
  });
}

async function checkInbox(checker: Checker, ask: Ask, sim: Sim): Promise<void> {
  const rows = await ask('select message_id from inbox_message');
  checker.each('收件箱里的每句话都有人说过', rows, ({ message_id: id }) =>
    sim.message(String(id))?.senderType === 'user' ? undefined : `${id} 没有人说过`,
  );
  const [counts] = await ask(
    `select (select count(*) from inbox where kind = 'message' or kind is null)::int as events,
            (select count(*) from inbox_message)::int as messages`,
  );
  checker.each('收件箱两张表一致', [counts!], ({ events, messages }) =>
    Number(messages) <= Number(events) ? undefined : `${events} 个事件,${messages} 条消息`,
  );
}
