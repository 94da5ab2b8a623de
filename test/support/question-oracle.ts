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
  /** Projects of the group it is said in. */
  here: readonly number[] | undefined;
  visible: (issue: StoredIssue) => boolean;
}

type Test = (issue: StoredIssue) => boolean;

const STATUS: Record<string, Issue['status']> = {
  待转办: 'unrouted',
  待签收: 'unsigned',
  办理中: 'working',
  已挂账: 'paused',
  待核验: 'verifying',
  已销号: 'closed',
  已作废: 'void',
};
const KIND: Record<string, Issue['kind']> = { 环节: 'link', 容缺: 'deferral', 任务: 'task' };
const isOver = ({ status }: StoredIssue) => status === 'closed' || status === 'void';
const dayOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

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
    昨天: [utc(y, m, d - 1), utc(y, m, d - 1)],
    本周: [utc(y, m, monday), utc(y, m, monday + 6)],
    上周: [utc(y, m, monday - 7), utc(y, m, monday - 1)],
    下周: [utc(y, m, monday + 7), utc(y, m, monday + 13)],
    本月: [utc(y, m, 1), utc(y, m + 1, 0)],
    上月: [utc(y, m - 1, 1), utc(y, m, 0)],
    下月: [utc(y, m + 1, 1), utc(y, m + 2, 0)],
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
  if (['全部', '逾期最久', '登记最久', '最新登记'].includes(part) || /^\d+ 个(单位|项目|区域)$/.test(part)) {
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
  if (part === '企业登记')
    return ({ reporterId, projectId }) =>
      town.outsiders.includes(reporterId) ||
      town.contacts.some(([project, contact]) => project === projectId && contact === reporterId);
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
    if (['红色', '黄色', '蓝色', '正常'].includes(word)) return (issue) => colorOf(issue, now) === word;
    const kind = KIND[word];
    if (kind) return (issue) => issue.kind === kind;
    const status = STATUS[word];
    return status && ((issue) => issue.status === status);
  });
  if (!found) throw new Error(`a title nobody understands: ${part}`);
  return found;
}

/** All stored problems a title speaks of. */
export function meantBy(title: string, issues: readonly StoredIssue[], town: Town): StoredIssue[] {
  const tests = title.split(' · ').map((part) => testOf(part, town));
  return issues.filter((issue) => tests.every((test) => test(issue)));
}
