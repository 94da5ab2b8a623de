/** What a row or a sentence says of one problem (超期 3 个工作日), reckoned anew from what is stored. */
import { expect } from 'vitest';
import { dayOf, daysOfSpan, type StoredIssue, stepsOf, type Town, workingDays } from './question-oracle.ts';

/** Last part of a title whose rows say something of each. */
const TITLES: readonly string[] = [
  ...['办了多少天', '超期多少天', '时限', '时限给几天、用几天', '谁在办', '转办', '签收', '销号', '核验'],
  ...[
    '等谁、等了多少天',
    '停表',
    '延期',
    '催办',
    '退回',
    '反弹',
    '企业评价',
    '来不来得及',
    '最近的动作',
    '登记人、登记时间',
    '哪天转黄、转红',
    '原因',
    '报办结',
    '从哪天起超期',
    '多久没有动静',
    '还差谁',
    '固化措施',
  ],
];

/** The title without what is said of each; undefined: nothing is. */
export function factIn(title: string): { title: string; fact: string } | undefined {
  const parts = title.split(' · ');
  const fact = parts.at(-1) ?? '';
  return TITLES.includes(fact) ? { title: parts.slice(0, -1).join(' · '), fact } : undefined;
}

/** What is said of each by its number: a sentence of the only one, or the line below a row. */
export function factsTold(lines: readonly string[]): Map<number, string> {
  const told = new Map<number, string>();
  for (const [i, line] of lines.entries()) {
    const one = /^#(\d+) (.+)。$/.exec(line);
    if (one) told.set(Number(one[1]), one[2]!);
    const row = /^[●○] #(\d+) /.exec(line);
    const fact = row && lines.slice(i + 1, i + 4).find((below) => below.startsWith('→ '));
    if (row && fact) told.set(Number(row[1]), fact.slice(2));
  }
  return told;
}

const days = (from: number, now: number) => (Date.parse(dayOf(now)) - Date.parse(dayOf(from))) / 86_400_000;

/** Every number and day of it is the stored one; what must be said is. */
export function checkFact(fact: string, text: string, issue: StoredIssue, { now }: Town, where: string) {
  const said = `${where} #${issue.id} ${fact}: ${text}`;
  if (issue.status === 'void')
    return fact === '原因' ? expect(text, said).toMatch(/作废|撤销/) : expect(text, said).toBe('已作废');
  const today = dayOf(now);
  const number = (pattern: RegExp) => pattern.exec(text)?.[1];
  const same = (pattern: RegExp, value: number) => {
    const told = number(pattern);
    if (told !== undefined) expect(Number(told), said).toBe(value);
  };
  const on = (pattern: RegExp, at: number | null) => {
    const told = number(pattern);
    if (told !== undefined) expect(daysOfSpan(told, now)[0], said).toBe(dayOf(at!));
  };
  // Wherever they are said.
  same(/超期 (\d+) 个工作日(?!办结)/, workingDays(issue.deadline.day, today));
  same(/逾期 (\d+) 个工作日/, workingDays(issue.deadline.day, today));
  same(/还剩 (\d+) 个工作日/, workingDays(today, issue.deadline.day));
  same(
    /超期 (\d+) 个工作日办结/,
    workingDays(issue.deadline.day, dayOf(issue.doneAt ?? issue.closedAt ?? now)),
  );
  same(/登记至今 (\d+) 天/, days(issue.loggedAt, now));
  same(/登记至今 \d+ 天（(\d+) 个工作日）/, workingDays(dayOf(issue.loggedAt), today));
  on(/时限 (\d+月\d+日)/, Date.parse(`${issue.deadline.day}T00:00:00Z`));
  on(/(\d+月\d+日)(?:（[^）]*）)?(?:已销号|核验属实)/, issue.closedAt);
  const closed = issue.status === 'closed';
  switch (fact) {
    case '原因': {
      const waits = { unrouted: '转办', unsigned: '签收', working: '办理', verifying: '核验' };
      const next = waits[issue.status as keyof typeof waits];
      if (next !== undefined) expect(text, said).toMatch(new RegExp(`等\\S+?(?:${next}|审批|盯办)`));
      return expect(/起停表，已/.test(text), said).toBe(issue.status === 'paused');
    }
    case '固化措施':
      return expect(text.startsWith('固化措施：'), said).toBe(issue.measure !== null);
    case '办了多少天':
      if (!closed) return expect(text, said).toMatch(/^登记至今|^台账没写/);
      return same(
        /用了 (\d+) 个工作日/,
        workingDays(dayOf(issue.loggedAt), dayOf(issue.doneAt ?? issue.closedAt!)),
      );
    case '超期多少天':
      if (closed)
        return expect(text === '按时办结', said).toBe(
          issue.deadline.day < '2999' && (issue.doneAt ?? issue.closedAt!) <= issue.deadline.at,
        );
      if (/^(?:超期|今天超期)/.test(text)) expect(now, said).toBeGreaterThan(issue.deadline.at);
      return;
    case '时限给几天、用几天': {
      const given = issue.originalDeadline ?? issue.deadline;
      same(/共 (\d+) 个工作日/, workingDays(dayOf(issue.loggedAt), given.day));
      return;
    }
    case '转办':
      return expect(text === '还没转办', said).toBe(issue.status === 'unrouted' || issue.unitId === null);
    case '报办结':
      return on(/^(\d+月\d+日)/, issue.doneAt);
    case '签收':
      if (issue.status === 'unsigned')
        return same(/转办后等了 (\d+) 天/, days(issue.routedAt ?? issue.loggedAt, now));
      return on(/^(\d+月\d+日)/, issue.signedAt);
    case '销号':
      return expect(/已销号/.test(text), said).toBe(closed);
    case '核验':
      if (issue.status === 'verifying') same(/等了 (\d+) 天/, days(issue.doneAt!, now));
      return expect(/核验属实/.test(text), said).toBe(closed);
    case '等谁、等了多少天': {
      const from = {
        unrouted: issue.loggedAt,
        unsigned: issue.routedAt ?? issue.loggedAt,
        verifying: issue.doneAt,
      };
      const since = from[issue.status as keyof typeof from];
      if (since !== undefined) same(/ (\d+) 天（/, days(since!, now));
      return;
    }
    case '停表': {
      const last = issue.pauses.at(-1);
      expect(/起停表，已/.test(text), said).toBe(issue.status === 'paused');
      if (issue.status !== 'paused' || !last) return;
      same(/已 (\d+) 天/, days(last.from, now));
      return same(/（(\d+) 个工作日）/, workingDays(dayOf(last.from), today));
    }
    case '催办':
    case '反弹': {
      const count = stepsOf(issue, fact === '催办' ? '催办' : '重开', { now }).length;
      expect(text.startsWith('没有'), said).toBe(count === 0);
      return same(/^\S+ (\d+) 次/, count);
    }
    case '退回':
      expect(text.startsWith('没有'), said).toBe(issue.bounces.length === 0);
      return same(/退回 (\d+) 次/, issue.bounces.length);
    case '延期':
      expect(/还没批/.test(text), said).toBe(issue.pending?.kind === 'extension');
      same(/批准延期 (\d+) 次/, stepsOf(issue, '批准延期', { now }).length);
      return same(/没同意延期 (\d+) 次/, stepsOf(issue, '不同意延期', { now }).length);
    case '哪天转黄、转红': {
      if (closed || issue.pending) return;
      on(/(\d+月\d+日)(?:（[^）]*）)?将?转黄/, issue.yellowAt);
      // As the rules give it: the first day that is more working days late than may be.
      let red = issue.deadline.at;
      while (workingDays(issue.deadline.day, dayOf(red)) <= issue.rules.yellowDays) red += 86_400_000;
      on(/(\d+月\d+日)(?:（[^）]*）)?将?转红/, issue.yellowAt === null ? null : red);
      return;
    }
    case '从哪天起超期':
      if (issue.status === 'verifying' || issue.status === 'paused') return;
      return on(/过了时限 (\d+月\d+日)/, Date.parse(`${issue.deadline.day}T00:00:00Z`));
    case '还差谁': {
      const others = issue.coUnits.filter(({ doneAt }) => doneAt === null).length;
      const told = text.match(/协办，还没办完/g)?.length ?? 0;
      return expect(closed || issue.unitId === null ? others : told, said).toBe(others);
    }
    case '企业评价': {
      const score = { satisfied: '评价满意', fairly: '评价基本满意', unsatisfied: '评价不满意' };
      const own = issue.satisfaction;
      return expect(text, said).toContain(own ? score[own.score] : '还没有评价');
    }
    default:
      return undefined;
  }
}
