/**
 * Counts what the title of a list says, in plain JS over the stored rows, knowing nothing of filters and SQL: it reads
 * the title as a leader does.
 */
import type { Issue } from '../../src/domain/issue.ts';

/** A stored problem with the instants of its lights. */
export interface StoredIssue extends Issue {
  blueAt: number | null;
  yellowAt: number | null;
  redAt: number | null;
  /** Steps as the history keeps them, oldest first. */
  steps: readonly { verb: string; detail: Record<string, unknown>; at: number }[];
}

/** Steps by what titles call them. */
const STEPS: Record<string, (step: StoredIssue['steps'][number]) => boolean> = {
  转办: ({ verb }) => verb === 'route',
  派到: (step) =>
    step.verb === 'route' ||
    (step.verb === 'log' && step.detail.onTheSpot !== true && givenTo(step) !== undefined) ||
    (step.verb === 'correct' && givenTo(step) !== undefined),
  签收: ({ verb }) => verb === 'sign',
  退回: ({ verb }) => verb === 'bounce',
  报进展: ({ verb }) => verb === 'progress',
  报办结: ({ verb }) => verb === 'report-done',
  催办: ({ verb }) => verb === 'urge',
  批准延期: ({ verb, detail }) =>
    verb === 'decide-request' && detail.request === 'extension' && detail.approve === true,
  重开: ({ verb }) => verb === 'reopen',
  上报领导: ({ verb, detail }) => verb === 'rung' && ['red', 'deep-red'].includes(detail.rung as string),
  上报主要领导: ({ verb, detail }) => verb === 'rung' && detail.rung === 'deep-red',
  申请延期: ({ verb }) => verb === 'request-extension',
  不同意延期: ({ verb, detail }) =>
    verb === 'decide-request' && detail.request === 'extension' && detail.approve === false,
  批准挂账: ({ verb, detail }) =>
    verb === 'decide-request' && detail.request === 'pause' && detail.approve === true,
  核验不属实: ({ verb, detail }) => verb === 'verify' && detail.confirmed === false,
  销号: ({ verb, detail }) =>
    (verb === 'verify' && detail.confirmed === true) || (verb === 'log' && detail.onTheSpot === true),
  改派: ({ verb, detail }) => verb === 'route' && !!detail.fromUnitId && detail.fromUnitId !== detail.unitId,
  '签收、报进展、报办结或核验销号': ({ verb, detail }) =>
    ['sign', 'progress', 'report-done'].includes(verb) || (verb === 'verify' && detail.confirmed === true),
  '报进展、报办结、退回或申请延期、挂账': ({ verb }) =>
    ['progress', 'report-done', 'bounce', 'request-extension', 'request-pause'].includes(verb),
  // Nobody takes a step in this town.
  '登记、办理或催办': () => false,
  '签收、报进展或报办结': ({ verb }) => ['sign', 'progress', 'report-done'].includes(verb),
};
export const STEP_NAMES = Object.keys(STEPS).toSorted((a, b) => b.length - a.length);

/** The unit that a step gave a problem to. */
export function givenTo({ detail }: Pick<StoredIssue['steps'][number], 'detail'>): number | undefined {
  return (detail.unitId ?? (detail.to as { unitId?: number } | undefined)?.unitId ?? undefined) as
    | number
    | undefined;
}

/** Steps of that name that the very next change did not take back, on those days, by those units. */
export function stepsOf(
  { steps }: Pick<StoredIssue, 'steps'>,
  name: string,
  { span = '', units, now }: { span?: string; units?: readonly number[] | undefined; now: number },
) {
  const [from, until] = span === '' ? ['0000', '9999'] : daysOfSpan(span, now);
  const test = STEPS[name];
  if (!test) throw new Error(`no step: ${name}`);
  return steps.flatMap((step, i) => {
    const next = steps.slice(i + 1).find(({ at }) => at > step.at);
    const day = dayOf(step.at);
    const fits = test(step) && next?.verb !== 'undo' && from <= day && day <= until;
    return fits && (units === undefined || units.includes(givenTo(step) as number)) ? [{ ...step, i }] : [];
  });
}

export interface Town {
  now: number;
  me: number;
  /** Ids by the name that titles use; several when they share it. */
  units: Map<string, number>;
  projects: Map<string, number>;
  /** Each with all areas below. */
  areas: Map<string, number[]>;
  people: Map<string, number>;
  /** Pairs of project and contact. */
  contacts: readonly (readonly [number, number])[];
  outsiders: readonly number[];
  categories: Map<string, number>;
  /** Projects of each park, of each industry. */
  parks: Map<string, readonly number[]>;
  industries: Map<string, readonly number[]>;
  /** Projects by who leads them, and by who is their secretary. */
  leads: Map<string, readonly number[]>;
  keeps: Map<string, readonly number[]>;
  /** Projects of the group it is said in. */
  here: readonly number[] | undefined;
  visible: (issue: StoredIssue) => boolean;
}

type Test = (issue: StoredIssue) => boolean;

/** What titles call each state. */
export const STATUS: Record<string, Issue['status']> = {
  待转办: 'unrouted',
  待签收: 'unsigned',
  办理中: 'working',
  已挂账: 'paused',
  待核验: 'verifying',
  已销号: 'closed',
  已作废: 'void',
};
const KINDS: Record<string, Issue['kind']> = {
  问题: 'problem',
  环节: 'link',
  容缺: 'deferral',
  议定: 'decision',
  批示: 'instruction',
  任务: 'task',
};
const isOver = ({ status }: StoredIssue) => status === 'closed' || status === 'void';
export const dayOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

export function colorOf(issue: StoredIssue, now: number): string {
  if (isOver(issue)) return '已结';
  if (issue.status === 'paused') return '挂账';
  const reached = (at: number | null) => at !== null && at <= now;
  if (reached(issue.redAt)) return '红色';
  if (reached(issue.yellowAt)) return '黄色';
  if (issue.blueAt !== null && issue.blueAt > Date.UTC(2999, 0)) return '长期';
  return reached(issue.blueAt) ? '蓝色' : '正常';
}

/** First and last day of what a title calls a span of days. */
export function daysOfSpan(words: string, now: number): [string, string] {
  const today = new Date(now + 8 * 3_600_000);
  const iso = (date: Date) => date.toISOString().slice(0, 10);
  const utc = (year: number, month: number, day: number) => iso(new Date(Date.UTC(year, month, day)));
  const [y, m, d] = [today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate()];
  const monday = d - ((today.getUTCDay() + 6) % 7);
  const named: Record<string, [string, string]> = {
    今天: [utc(y, m, d), utc(y, m, d)],
    明天: [utc(y, m, d + 1), utc(y, m, d + 1)],
    后天: [utc(y, m, d + 2), utc(y, m, d + 2)],
    前天: [utc(y, m, d - 2), utc(y, m, d - 2)],
    昨天: [utc(y, m, d - 1), utc(y, m, d - 1)],
    本周: [utc(y, m, monday), utc(y, m, monday + 6)],
    上周: [utc(y, m, monday - 7), utc(y, m, monday - 1)],
    下周: [utc(y, m, monday + 7), utc(y, m, monday + 13)],
    本月: [utc(y, m, 1), utc(y, m + 1, 0)],
    上月: [utc(y, m - 1, 1), utc(y, m, 0)],
    下月: [utc(y, m + 1, 1), utc(y, m + 2, 0)],
    本季度: [utc(y, m - (m % 3), 1), utc(y, m - (m % 3) + 3, 0)],
    上季度: [utc(y, m - (m % 3) - 3, 1), utc(y, m - (m % 3), 0)],
    去年: [utc(y - 1, 0, 1), utc(y - 1, 11, 31)],
    今年: [utc(y, 0, 1), utc(y, 11, 31)],
  };
  const known = named[words];
  if (known) return known;
  const days = [...words.matchAll(/(?:(\d{4})年)?(\d+)月(\d+)日/g)].map(([, year, month, day]) =>
    utc(Number(year ?? y), Number(month) - 1, Number(day)),
  );
  const [from, until = from] = days;
  if (from !== undefined && until !== undefined) return [from, until];
  const month = /^(?:(\d{4})年)?(\d+)月$/.exec(words);
  if (!month) throw new Error(`no span: ${words}`);
  const [year, at] = [Number(month[1] ?? y), Number(month[2])];
  return [utc(year, at - 1, 1), utc(year, at, 0)];
}

function anyOf(words: string, test: (word: string) => Test | undefined): Test | undefined {
  const tests = words.split('、').map(test);
  return tests.every((one) => one !== undefined)
    ? (issue) => tests.some((one) => one?.(issue) === true)
    : undefined;
}

/** What one part of a title narrows to; throws on a part it does not know. */
function testOf(part: string, town: Town): Test {
  const { now } = town;
  if (
    ['全部', '逾期最久', '登记最久', '最新登记', '时限先后', '挂账最久', '最近的在前'].includes(part) ||
    /^\d+ 个(单位|项目|区域)$/.test(part)
  ) {
    return (issue) => part !== '逾期最久' || ['红色', '黄色'].includes(colorOf(issue, now));
  }
  if (part === '本群') return ({ projectId }) => projectId !== null && town.here!.includes(projectId);
  if (part === '您看得到的') return town.visible;
  if (part === '长期') return ({ deadline }) => deadline.day === '2999-12-31';
  if (part === '导入时已逾期、尚未开始提醒')
    return (issue) => !isOver(issue) && issue.imported?.sleeping === true;
  if (part === '上会') return ({ onAgenda }) => onAgenda;
  if (part === '延期待批') return ({ pending }) => pending?.kind === 'extension';
  if (part === '延过期或延期待批')
    return ({ pending, originalDeadline }) => pending?.kind === 'extension' || originalDeadline !== null;
  const lit = /^(.*?)亮(黄|红)灯过$/.exec(part);
  if (lit) return litOn(lit[1]!, lit[2]!, now);
  const unlit = /^(?:从没|(.+)没有)亮(黄|红)灯$/.exec(part);
  if (unlit) {
    const was = litOn(unlit[1] ?? '', unlit[2]!, now);
    return (issue) => !was(issue);
  }
  if (part === '有固化措施') return ({ measure }) => measure !== null;
  if (part === '协办单位没办完')
    return (issue) => !isOver(issue) && issue.coUnits.some(({ doneAt }) => doneAt === null);
  if (part === '反弹过') return ({ reopens }) => reopens > 0;
  if (part === '联合攻坚') return ({ coUnits }) => coUnits.length > 0;
  if (part === '企业满意或基本满意')
    return ({ satisfaction }) => satisfaction !== null && satisfaction.score !== 'unsatisfied';
  if (part === '按时办结' || part === '超期办结')
    return (issue) => isRated(issue) && isInTime(issue) === (part === '按时办结');
  if (part === '企业满意（不含基本满意）') return ({ satisfaction }) => satisfaction?.score === 'satisfied';
  if (part === '企业基本满意') return ({ satisfaction }) => satisfaction?.score === 'fairly';
  if (part === '企业不满意') return ({ satisfaction }) => satisfaction?.score === 'unsatisfied';
  if (part === '企业评价过')
    return ({ status, satisfaction }) => status === 'closed' && satisfaction !== null;
  if (part === '逾期（含后来办结的）') {
    const over = (issue: StoredIssue) =>
      ['verifying', 'closed'].includes(issue.status) &&
      issue.appeal?.decision !== 'exempt' &&
      issue.deadline.day < '2999-12-31' &&
      (issue.doneAt ?? issue.closedAt ?? 0) > issue.deadline.at;
    return (issue) => ['红色', '黄色'].includes(colorOf(issue, now)) || over(issue);
  }
  if (part === '企业还没评价')
    return ({ status, satisfaction }) => status === 'closed' && satisfaction === null;
  const struck = /^(.*?)销过号(、之后反弹过)?$/.exec(part);
  if (struck) return (issue) => wasStruck(issue, struck[1]!, struck[2] !== undefined, now);
  const lacks = LACKS.exec(part);
  if (lacks) {
    const [, , span = '', name = ''] = lacks;
    return (issue) => stepsOf(issue, name, { span, now }).length === 0;
  }
  const turned = /^(.*?)(将)?转(黄|红)(?:、现在还(?:红|逾期))?$/.exec(part);
  if (turned) return turnedOn(turned, now);
  if (part === '申诉待裁定') return ({ appeal }) => appeal !== null && appeal.decision === null;
  if (part === '申诉免责') return ({ appeal }) => appeal?.decision === 'exempt';
  if (part === '绿色通道') return ({ greenChannel }) => greenChannel;
  if (part === '当场解决') return ({ onTheSpot }) => onTheSpot;
  if (part === '企业登记' || part === '工作人员登记')
    return (issue) => fromEnterprise(issue, town) === (part === '企业登记');
  const units = /^(\d+) 个以上单位一起办$/.exec(part);
  if (units) return ({ coUnits }) => coUnits.length + 1 >= Number(units[1]);
  const together = /^(.+)一起办$/.exec(part);
  if (together) {
    const ids = together[1]!.split('、').map((name) => town.units.get(name)!);
    return ({ unitId, coUnits }) =>
      ids.every((id) => unitId === id || coUnits.some((co) => co.unitId === id));
  }
  const took = TOOK.exec(part);
  if (took && part !== '退回过') return tookStep(took, '', town);
  if (part === '退回过') return (issue) => issue.bounces.length > 0;
  const up = /^已上报(分管|主要)领导$/.exec(part);
  if (up) return ({ ladder }) => ladder.fired.includes(up[1] === '主要' ? 'deep-red' : 'red');
  if (part === '延过期') return ({ originalDeadline }) => originalDeadline !== null;
  const out = /^不算(.+)$/.exec(part);
  if (out) {
    const tests = out[1]!.split('、').map((word) => nameTest(word, town));
    return (issue) => !tests.some((one) => one(issue));
  }
  const whose = /^(.+)(分管|任秘书)的项目$/.exec(part);
  if (whose) {
    const name = whose[1] === '我' ? [...town.people].find(([, id]) => id === town.me)![0] : whose[1]!;
    const projects = (whose[2] === '分管' ? town.leads : town.keeps).get(name) ?? [];
    return ({ projectId }) => projectId !== null && projects.includes(projectId);
  }
  const waited = /^(待签收|待核验)满 (\d+) 天（(.+)及以前(转办|报办结)）$/.exec(part);
  if (waited) return waitedSince(waited[1]!, Number(waited[2]), waited[3]!, now);
  const older = /^(登记|挂账|没有动静|逾期)满 (\d+) (天|个工作日)（(.+)及以前(?:到期)?）$/.exec(part);
  if (older) return olderThan(older.slice(1) as [string, string, string, string], now);
  const trait = /^(园区|产业)“(.+)”$/.exec(part);
  if (trait) {
    const projects = (trait[1] === '园区' ? town.parks : town.industries).get(trait[2]!) ?? [];
    return ({ projectId }) => projectId !== null && projects.includes(projectId);
  }
  const about = /^搜“(.+)”$/.exec(part);
  if (about) return ({ text }) => about[1]!.split(' ').every((word) => text.includes(word));
  const matter = /^(.+)类$/.exec(part);
  const matters = matter?.[1]?.split('、').map((name) => town.categories.get(name));
  if (matters?.every((one) => one !== undefined)) return ({ categoryId }) => matters.includes(categoryId!);
  const person = /^(.+)(负责|登记)$/.exec(part);
  const id = person && (person[1] === '我' ? town.me : town.people.get(person[1]!));
  if (id) return (issue) => (person[2] === '负责' ? issue.assigneeId : issue.reporterId) === id;
  const span = /^(.+)(登记|到期|办结)$/.exec(part);
  if (span) {
    const [from, until] = daysOfSpan(span[1]!, now);
    const within = (day: string) => from <= day && day <= until;
    if (span[2] === '登记') return ({ loggedAt }) => within(dayOf(loggedAt));
    if (span[2] === '到期') return ({ deadline }) => within(deadline.day);
    return ({ status, closedAt }) => status === 'closed' && closedAt !== null && within(dayOf(closedAt));
  }
  const helping = /^(.+)协办$/.exec(part);
  const found = anyOf(helping?.[1] ?? part, (word): Test | undefined => {
    const unit = town.units.get(word);
    if (unit !== undefined && helping)
      return (issue) =>
        issue.unitId !== unit &&
        issue.coUnits.some((co) => co.unitId === unit && (isOver(issue) || co.doneAt === null));
    if (unit !== undefined) return ({ unitId }) => unitId === unit;
    const project = town.projects.get(word);
    if (project !== undefined) return ({ projectId }) => projectId === project;
    const areas = town.areas.get(word);
    if (areas) return ({ areaId }) => areas.includes(areaId);
    if (word === '未销号') return (issue) => !isOver(issue);
    if (word === '逾期') return (issue) => ['红色', '黄色'].includes(colorOf(issue, now));
    if (['红色', '黄色', '蓝色', '正常', '长期', '挂账', '已结'].includes(word))
      return (issue) => colorOf(issue, now) === word;
    const status = STATUS[word];
    return status && ((issue) => issue.status === status);
  });
  if (!found) throw new Error(`a title nobody understands: ${part}`);
  return found;
}

/** A reminder of that light, or its light by now, on those days. */
function litOn(span: string, color: string, now: number): Test {
  const [from, until] = span === '' ? ['0000', '9999'] : daysOfSpan(span, now);
  const within = (at: number | null) => at !== null && from <= dayOf(at) && dayOf(at) <= until;
  const rung = color === '红' ? 'red' : 'yellow';
  return (issue) => {
    const { redAt, yellowAt, steps } = issue;
    const heard = steps.some(({ verb, detail, at }, i) => {
      const back = steps.slice(i + 1).find((one) => one.at > at)?.verb === 'undo';
      return verb === 'rung' && detail.rung === rung && !back && within(at);
    });
    const at = color === '红' ? redAt : redAt === yellowAt ? null : yellowAt;
    return heard || (!isOver(issue) && at !== null && at <= now && within(at));
  };
}

/** Logged by a contact of the project, or by somebody of another tenant. */
export function fromEnterprise({ reporterId, projectId }: StoredIssue, town: Town): boolean {
  return (
    town.outsiders.includes(reporterId) ||
    town.contacts.some(([project, contact]) => project === projectId && contact === reporterId)
  );
}

/** 由住建局上周退回过, 催办 2 次以上. */
const TOOK = new RegExp(
  `^(?:由(\\S+?局|\\S+?公司)|有(?=退回记录))?(.*?)(${STEP_NAMES.join('|')})(?:过|记录| (\\d+) 次以上)$`,
);
const AFTER = new RegExp(`^之后(没有)?(${STEP_NAMES.join('|')})过?$`);

/** Struck off once in the span, though it may be open again; `back`: and reopened after that. */
export function wasStruck(issue: StoredIssue, span: string, back: boolean, now: number): boolean {
  if (span === '') return issue.reopens > 0 || (!back && issue.status === 'closed');
  const then = stepsOf(issue, '销号', { span, now });
  if (back) return then.some(({ i }) => issue.steps.slice(i + 1).some(({ verb }) => verb === 'reopen'));
  const [from, until] = daysOfSpan(span, now);
  const at = issue.status === 'closed' && issue.closedAt !== null ? dayOf(issue.closedAt) : '';
  return then.length > 0 || (from <= at && at <= until);
}

/** 从没催办, 上周没有报进展. */
const LACKS = new RegExp(`^(从没|(.*?)没有)(${STEP_NAMES.join('|')})$`);

/** 本周转红、现在还红; 明天将转黄. Where two yellows make red it was never yellow. */
function turnedOn([, span = '', ahead, color]: RegExpExecArray, now: number): Test {
  const until = /^(.+)以前$/.exec(span);
  const [from, to] = until
    ? ['0000', daysOfSpan(until[1]!, now)[0]]
    : span === ''
      ? ['0000', '9999']
      : daysOfSpan(span, now);
  return (issue) => {
    const at = color === '红' ? issue.redAt : issue.yellowAt;
    if (isOver(issue) || at === null || (color === '黄' && at === issue.redAt)) return false;
    return from <= dayOf(at) && dayOf(at) <= to && at > now === (ahead !== undefined);
  };
}

/** @param after what the title says of the time after it: 之后签收过 */
function tookStep(
  [, by, span = '', name = '', times = '1']: RegExpExecArray,
  after: string,
  town: Town,
): Test {
  const units = by?.split('、').map((one) => town.units.get(one)!);
  const [, not, other = ''] = AFTER.exec(after) ?? [];
  return (issue) => {
    const own = stepsOf(issue, name, { span, units, now: town.now });
    const last = own.at(-1);
    if (!last || own.length < Number(times)) return false;
    if (other === '') return true;
    const later = stepsOf(issue, other, { now: town.now }).some(({ i }) => i > last.i);
    return later === (not === undefined);
  };
}

/** Never 挂账, not exempt, with a deadline: only these count for 按时率. */
export const isRated = ({ status, pauses, appeal, deadline }: StoredIssue) =>
  status === 'closed' && pauses.length === 0 && appeal?.decision !== 'exempt' && deadline.day < '2999-12-31';
export const isInTime = ({ doneAt, closedAt, deadline }: StoredIssue) => (doneAt ?? closedAt!) <= deadline.at;

function nameTest(word: string, town: Town): Test {
  const unit = town.units.get(word);
  if (unit !== undefined) return ({ unitId }) => unitId === unit;
  const project = town.projects.get(word);
  if (project !== undefined) return ({ projectId }) => projectId === project;
  const category = town.categories.get(word.replace(/类$/, ''));
  if (category === undefined) throw new Error(`nobody is called ${word}`);
  return ({ categoryId }) => categoryId === category;
}

function waitedSince(what: string, count: number, until: string, now: number): Test {
  const [last] = daysOfSpan(until, now);
  const days = (Date.parse(dayOf(now)) - Date.parse(last)) / 86_400_000;
  if (days !== count) throw new Error(`${count} days since ${last}?`);
  return (issue) => {
    const since = what === '待签收' ? (issue.routedAt ?? issue.loggedAt) : issue.doneAt;
    const status = what === '待签收' ? 'unsigned' : 'verifying';
    return issue.status === status && since !== null && dayOf(since) <= last;
  };
}

/** 登记满 11 天（11月7日及以前）: the day and the number must say the same. */
function olderThan([what, count, unit, until]: [string, string, string, string], now: number): Test {
  const [last] = daysOfSpan(until, now);
  const today = dayOf(now);
  const days = unit === '天' ? (Date.parse(today) - Date.parse(last)) / 86_400_000 : workingDays(last, today);
  if (days !== Number(count)) throw new Error(`${count} ${unit} since ${last}?`);
  switch (what) {
    case '登记':
      return ({ loggedAt }) => dayOf(loggedAt) <= last;
    case '挂账':
      return ({ status, pauses }) => status === 'paused' && dayOf(pauses.at(-1)!.from) <= last;
    case '逾期':
      return (issue) => ['红色', '黄色'].includes(colorOf(issue, now)) && issue.deadline.day <= last;
    default:
      return ({ changedAt }) => dayOf(changedAt) <= last;
  }
}

/** State Council notice of 2026: days off that are no weekends, and weekends worked. Nothing else lies in the towns' span. */
const OFF = new Set(['2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']);
const WORKED = new Set(['2026-09-20', '2026-10-10']);

/** Working days after `from` up to and including `to`; 0 when it is no later. */
export function workingDays(from: string, to: string): number {
  let count = 0;
  for (let at = Date.parse(from) + 86_400_000; at <= Date.parse(to); at += 86_400_000) {
    const day = new Date(at);
    const iso = day.toISOString().slice(0, 10);
    const weekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
    if (weekend ? WORKED.has(iso) : !OFF.has(iso)) count++;
  }
  return count;
}

/** 上周转给住建局（含登记时派的）, 转办过（含登记时派的）. */
const GIVEN = /^(.*?)(?:转给(\S+)|转办过)（含登记时派的）$/;

/** All stored problems a title speaks of; items of other kinds only when it names the kind. */
export function meantBy(title: string, issues: readonly StoredIssue[], town: Town): StoredIssue[] {
  const parts = title
    .split(' · ')
    .filter((part) => part !== '')
    .map((part) => part.replace(GIVEN, (_, span, unit) => `${unit ? `由${unit}` : ''}${span}派到过`));
  const kindsIn = (part: string) => part.split('、').map((word) => KINDS[word]);
  const named = parts.find((part) => kindsIn(part).every((kind) => kind !== undefined));
  const kinds = named === undefined ? ['problem'] : kindsIn(named);
  const after = parts.find((part) => AFTER.test(part));
  const tests = parts
    .filter((part) => part !== named && part !== after)
    .map((part) => {
      const took = after === undefined ? null : TOOK.exec(part);
      return took ? tookStep(took, after ?? '', town) : testOf(part, town);
    });
  return issues.filter((issue) => kinds.includes(issue.kind) && tests.every((test) => test(issue)));
}
