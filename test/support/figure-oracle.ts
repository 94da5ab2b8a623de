/** Every figure of an answer against the stored rows, counted anew in plain JS from what its words say. */
import { expect } from 'vitest';
import { checkFact, factIn, factsTold } from './fact-oracle.ts';
import {
  colorOf,
  dayOf,
  daysOfSpan,
  fromEnterprise,
  givenTo,
  isRated,
  meantBy,
  STATUS,
  STEP_NAMES,
  type StoredIssue,
  stepsOf,
  type Town,
  wasStruck,
  workingDays,
} from './question-oracle.ts';
import { type Place, storedIssues, type Told, townOf } from './question-town.ts';

/** What groups are called in a title, and how they were ranked. */
const GROUPS = '(?:个|位|种)(单位|项目|区域|类别|项目秘书|分管领导|园区|产业|状态|灯色|来源)';
const RANKED = '(?:(?:件数最多|件数最少|逾期最多)的前 \\d+ 名，共 |件数从少到多的 )?';
const APART = new RegExp(` · (?:\\d+ 件以上的 |\\d+ 至 \\d+ 件的 )?${RANKED}\\d+ ${GROUPS}$`);
const BOUND = new RegExp(` · (?:(\\d+) 件以上的|(\\d+) 至 (\\d+) 件的) ${RANKED}(\\d+) ${GROUPS}$`);
const NONE = new RegExp(`^(.*) · 一件都没有的 (\\d+) ${GROUPS}$`);

const TITLE = /^(.*?)(?: (\d+) 件(?:（另有作废 (\d+) 件）)?)?$/;
const isLate = (issue: StoredIssue, now: number) => ['红色', '黄色'].includes(colorOf(issue, now));
const overdueBy = ({ deadline }: StoredIssue, now: number) => workingDays(deadline.day, dayOf(now));
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const oneDecimal = (value: number) => Math.round(value * 10) / 10;

/** Never 挂账, not exempt, with a deadline: only these count for 按时率. */
const isCounted = ({ pauses, appeal, deadline }: StoredIssue) =>
  pauses.length === 0 && appeal?.decision !== 'exempt' && deadline.day < '2999-12-31';

/** Checks what is told; false when no figure is. Throws on a sentence it does not know. */
export function checkFigures(told: Told, place: Place, said: string): boolean {
  const { kind, text } = told;
  if (text.startsWith('本群只看')) return false;
  const lines = text.split('\n');
  const where = `${said} → ${lines.slice(0, 3).join(' | ')}`;
  const nowhere = /没有写着“(.+)”的/.exec(text);
  if (nowhere) {
    const town = townOf(place);
    const seen = storedIssues().filter(town.visible);
    const here = place.chat?.kind === 'office' ? '宜都市 · ' : town.here ? '本群 · ' : '';
    expect(meantBy(`${here}搜“${nowhere[1]}”`, seen, town), where).toEqual([]);
  }
  if (kind === 'figures') return checkMeasure(lines, townOf(place), where);
  if (kind !== 'list' && kind !== 'groups') return false;
  return checkList(kind, lines, place, where);
}

function checkList(kind: 'list' | 'groups', all: readonly string[], place: Place, where: string): boolean {
  const stored = storedIssues();
  const town = townOf(place);
  const [head = '', ...lines] = all;
  const [, title = '', count = '0', voided] = TITLE.exec(head)!;
  const none = NONE.exec(title);
  if (none) return checkNone(none[1]!, Number(none[2]), lines, town, where);
  const whole = title.replace(/ · 前 \d+ 件，共$/, '');
  const asked = factIn(whole);
  const bare = (asked?.title ?? whole).replace(APART, '');
  const meant = inBounds(meantBy(bare, stored, town), title, town);
  expect(Number(count) + Number(voided ?? 0), where).toBe(meant.length);
  onlySeen(meant, place, where);
  if (voided !== undefined) {
    expect(Number(voided), where).toBe(meant.filter((issue) => issue.status === 'void').length);
  }
  // Every row shown is one the asker may see; but for what units help with, one the title means.
  const shown = lines.flatMap((line) => /^[●○] #(\d+) /.exec(line)?.[1] ?? []).map(Number);
  const rows = stored.filter((issue) => shown.includes(issue.id));
  expect(rows.every(town.visible), where).toBe(true);
  const apart = lines.findIndex((line) => /^协办 \d+ 件$/.test(line));
  const main = lines.slice(0, apart < 0 ? undefined : apart);
  const listed = main.flatMap((line) => /^[●○] #(\d+) /.exec(line)?.[1] ?? []).map(Number);
  const ids = meant.map((one) => one.id);
  for (const id of listed) expect(ids, where).toContain(id);
  if (title.includes('逾期最久') && listed[0] !== undefined) {
    const worst = Math.max(...meant.map((one) => overdueBy(one, town.now)));
    expect(overdueBy(meant.find(({ id }) => id === listed[0])!, town.now), where).toBe(worst);
  }
  if (title.includes('登记最久') && listed[0] !== undefined) {
    const first = Math.min(...meant.map((one) => one.loggedAt));
    expect(meant.find(({ id }) => id === listed[0])!.loggedAt, where).toBe(first);
  }
  if (title.includes('挂账最久') && listed[0] !== undefined) {
    const first = Math.min(...meant.map((one) => one.pauses.at(-1)!.from));
    expect(meant.find(({ id }) => id === listed[0])!.pauses.at(-1)!.from, where).toBe(first);
  }
  if (asked) {
    const told = factsTold(main);
    expect(told.size, where).toBe(meant.length === 1 ? 1 : listed.length);
    for (const [id, text] of told)
      checkFact(asked.fact, text, stored.find((one) => one.id === id)!, town, where);
    const instead = lines
      .map((line) => /^没有未销号的；已销号的有 (\d+) 件。$/.exec(line))
      .find((one) => one !== null);
    if (instead) {
      expect(meant, where).toEqual([]);
      const closed = bare.replace(/ · (?:未销号|逾期)(?= · |$)/, ' · 已销号');
      expect(Number(instead[1]), where).toBe(meantBy(closed, stored, town).length);
    }
  }
  checkSentence(lines, meant, town, where, Number(voided ?? 0));
  checkFront(title, main, listed, meant, where);
  if (kind === 'groups') checkGroups(title, lines, meant, town, where);
  return true;
}

/** Void ones stand beside what was logged, and in no figure of it; unless they are asked for. */
const liveOf = (meant: readonly StoredIssue[], title: string) =>
  title.includes('已作废') ? meant : meant.filter(({ status }) => status !== 'void');

/** 4 件以上的 2 个单位: only what belongs to such. */
function inBounds(meant: readonly StoredIssue[], title: string, town: Town): StoredIssue[] {
  const bound = BOUND.exec(title);
  if (!bound) return [...meant];
  const [, least, from, to, count, by] = bound;
  const key = KEYS[by as keyof typeof KEYS];
  if (!key) return [...meant];
  const groups = [...Map.groupBy(meant, (one) => one[key])].filter(([id, all]) => {
    const own = liveOf(all, title).length;
    return id !== null && own >= Number(least ?? from) && own <= Number(to ?? 1e9);
  });
  expect(groups.length, `${title}: ${town.me}`).toBe(Number(count));
  return groups.flatMap(([, own]) => own);
}

const KEYS = { 单位: 'unitId', 项目: 'projectId', 类别: 'categoryId' } as const;
const STATEISH =
  /满 \d+|(?:登记|到期|办结|负责)$|过$|（含登记时派的）$|次以上$|^已上报|^延过期|联合攻坚|企业不满意|申诉|绿色通道|当场解决|^全部|未销号|已销号|已作废|最新登记|最久$|^搜“|^(?:红色|黄色|蓝色|正常|逾期|待转办|待签收|办理中|已挂账|待核验|上会|延期待批|长期|导入时)/;

/** Those with something open in the same place, and nothing of what the title says. */
function checkNone(
  title: string,
  count: number,
  lines: readonly string[],
  town: Town,
  where: string,
): boolean {
  const meant = meantBy(title, storedIssues(), town);
  const place = title.split(' · ').filter((part) => !STATEISH.test(part));
  const open = meantBy([...place, '未销号'].join(' · '), storedIssues(), town);
  const names = new Map(
    [...town.units, ...town.projects, ...town.categories].map(([name, id]) => [name, id]),
  );
  const rows = lines.flatMap((line, i) => {
    const told = /^未销号 (\d+)$/.exec(line);
    return told ? [[lines[i - 1]!.replace(/类$/, ''), Number(told[1])] as const] : [];
  });
  if (rows.length < 20) expect(rows.length, where).toBe(count);
  for (const [name, told] of rows) {
    const id = names.get(name);
    if (id === undefined) continue;
    const key = town.units.has(name) ? 'unitId' : town.projects.has(name) ? 'projectId' : 'categoryId';
    expect(open.filter((one) => one[key] === id).length, `${where} | ${name}`).toBe(told);
    expect(meant.filter((one) => one[key] === id).length, `${where} | ${name}`).toBe(0);
  }
  return true;
}

/** 时限先后 · 前 3 件: in that order, as many as are said, and none before them left out. */
function checkFront(
  title: string,
  lines: readonly string[],
  listed: readonly number[],
  meant: readonly StoredIssue[],
  where: string,
): void {
  const top = / · 前 (\d+) 件，共$/.exec(title)?.[1];
  if (!/时限先后|逾期最久/.test(title) || listed.length === 0) return;
  // By deadline what stands still comes last.
  const stands = ({ status }: StoredIssue) => (title.includes('时限先后') && status === 'paused' ? 1e15 : 0);
  const keyOf = (one: StoredIssue) => one.deadline.at + stands(one);
  const days = meant.map(keyOf).toSorted((a, b) => a - b);
  const shown = listed.map((id) => keyOf(meant.find((one) => one.id === id)!));
  if (!lines.some((line) => /^第 [2-9]/.test(line)))
    expect(shown, where).toEqual(days.slice(0, shown.length));
  if (top !== undefined) expect(listed.length, where).toBe(Math.min(Number(top), meant.length));
}

function onlySeen(meant: readonly StoredIssue[], place: Place, where: string): void {
  const town = townOf(place);
  expect(meant.filter((issue) => !town.visible(issue)).length, `${where} tells of hidden ones`).toBe(0);
  const { chat } = place;
  if (chat?.kind !== 'project') return;
  const elsewhere = meant.filter((issue) => !chat.projectIds.includes(issue.projectId ?? -1));
  expect(elsewhere.length, `${where} tells of other projects`).toBe(0);
}

/** 住建局现在红色 5 件，其中 2 件逾期超过 6 个工作日。 */
function checkSentence(
  lines: readonly string[],
  meant: readonly StoredIssue[],
  { now }: Town,
  where: string,
  voided: number,
) {
  for (const line of lines) {
    // Of one group among several: checkMost.
    if (MOST.test(line) || LEAST.test(line) || TWO_APART.test(line) || line.startsWith('没有未销号的'))
      continue;
    const found = /^\S* (\d+) 件(?:，其中 (\d+) 件逾期超过 (\d+) 个工作日)?。$/.exec(line);
    if (!found) continue;
    const [, all, very, days] = found;
    expect(Number(all), where).toBe(meant.length - voided);
    const late = meant.filter((one) => isLate(one, now) && overdueBy(one, now) > Number(days ?? 6));
    expect(Number(very ?? 0), where).toBe(late.length);
  }
}

/** 住建局最多，5 件。 and 住建局、水利局一样多，各 5 件。 */
const MOST = /^(\S+?)(?:最多，(\d+)|一样多，各 (\d+)) 件。$/;

const LEAST = /^(\S+?)(?:最少，(\d+) 件|一样少，各 (\d+) 件|一件都没有)。$/;

/** Who is said to have the fewest has them, and nobody has fewer. */
function checkLeast(lines: readonly string[], counts: ReadonlyMap<string, number>, where: string) {
  for (const line of lines) {
    const [, names = '', one, each] = LEAST.exec(line) ?? [];
    if (names === '') continue;
    // Nobody has any: no rows are drawn.
    const least = counts.size === 0 ? 0 : Math.min(...counts.values());
    expect(Number(one ?? each ?? 0), where).toBe(least);
    for (const name of names.split('、')) expect(counts.get(name) ?? least, `${where} | ${name}`).toBe(least);
  }
}

/** 相差 3 件。 */
const TWO_APART = /^相差 (\d+) 件。$/;

/** Who is said to have the most has it, and nobody else does; how far two are apart. */
function checkMost(lines: readonly string[], counts: ReadonlyMap<string, number>, where: string) {
  for (const line of lines) {
    const apart = TWO_APART.exec(line)?.[1];
    const [more = 0, fewer = 0] = [...counts.values()].toSorted((a, b) => b - a);
    if (apart !== undefined) expect(Number(apart), where).toBe(more - fewer);
    const [, names = '', one, each] = MOST.exec(line) ?? [];
    if (names === '') continue;
    const most = Math.max(...counts.values());
    expect(Number(one ?? each), where).toBe(most);
    const all = [...counts].filter(([, count]) => count === most).map(([name]) => name);
    expect(names.split('、').toSorted(), where).toEqual(all.toSorted());
  }
}

const LIGHTS = [
  ['红', '红色'],
  ['黄', '黄色'],
  ['蓝', '蓝色'],
  ['正常', '正常'],
  ['挂账', '挂账'],
] as const;

/** Names of units, projects and areas with what belongs to each; what is nobody's beside them. */
function groupsOf(meant: readonly StoredIssue[], town: Town, title = ''): Map<string, StoredIssue[]> {
  const named: (readonly [string, (issue: StoredIssue) => boolean])[] = [
    ...[...town.units].map(([name, id]) => [name, (one: StoredIssue) => one.unitId === id] as const),
    ...[...town.projects].map(([name, id]) => [name, (one: StoredIssue) => one.projectId === id] as const),
    ...[...town.areas]
      .filter(([name]) => name !== '本级')
      .map(([name, all]) => [name, (one: StoredIssue) => all.includes(one.areaId)] as const),
    ...[...town.categories].map(
      ([name, id]) => [`${name}类`, (one: StoredIssue) => one.categoryId === id] as const,
    ),
    ['未分类', ({ categoryId }: StoredIssue) => categoryId === null],
    ['单位未定', ({ unitId }: StoredIssue) => unitId === null],
    ['未关联项目', ({ projectId }: StoredIssue) => projectId === null],
    // Somebody may be both.
    ...(title.includes('分管领导')
      ? ofProjects(town.leads, '没有分管领导')
      : ofProjects(town.keeps, '没有项目秘书')),
    ...ofProjects(town.industries, '没有产业'),
    ...ofProjects(town.parks, '没有园区'),
    ...Object.entries(STATUS).map(
      ([name, status]) => [name, (one: StoredIssue) => one.status === status] as const,
    ),
    ...['红色', '黄色', '蓝色', '正常', '长期', '挂账', '已结'].map(
      (name) => [name, (one: StoredIssue) => colorOf(one, town.now) === name] as const,
    ),
    ['企业登记', (one: StoredIssue) => fromEnterprise(one, town)],
    ['工作人员登记', (one: StoredIssue) => !fromEnterprise(one, town)],
  ];
  return new Map(named.map(([name, belongs]) => [name, meant.filter(belongs)]));
}

/** What belongs to the projects of each, and to none of them. */
function ofProjects(some: ReadonlyMap<string, readonly number[]>, none: string) {
  const all = [...some.values()].flat();
  const within = (ids: readonly number[]) => (one: StoredIssue) =>
    one.projectId !== null && ids.includes(one.projectId);
  return [
    ...[...some].map(([name, ids]) => [name, within(ids)] as const),
    [none, (one: StoredIssue) => !within(all)(one)] as const,
  ];
}

/** Each row's lights, sum and overdue days; of units and projects also that none is missing. */
function checkGroups(
  title: string,
  lines: readonly string[],
  found: readonly StoredIssue[],
  town: Town,
  where: string,
) {
  const meant = / 种状态$/.test(title) ? found : liveOf(found, title);
  const groups = groupsOf(meant, town, title);
  const rows = lines.flatMap((line, i) => {
    const name = /^[●○] (\S+)$/.exec(line)?.[1];
    return name !== undefined && groups.has(name)
      ? [
          {
            name,
            figures: lines[i + 1]!,
            rest: lines.slice(i + 2, i + 4),
            late: lines.slice(i + 2, i + 4).find((line) => line.startsWith('逾期 ')),
          },
        ]
      : [];
  });
  const mean = lines
    .map((line) => /^(\d+) 个\S+共 (\d+) 件，平均每个 ([\d.]+) 件。$/.exec(line))
    .find((one) => one !== null);
  if (mean) expect(Number(mean[3]), where).toBe(oneDecimal(Number(mean[2]) / Number(mean[1])));
  for (const { name, figures, rest, late } of rows) {
    const own = groups.get(name)!;
    const here = `${where} | ${name} ${figures}`;
    for (const [word, color] of LIGHTS) {
      const told = new RegExp(`(?:^|· )${word} (\\d+)`).exec(figures)?.[1] ?? '0';
      expect(Number(told), here).toBe(own.filter((one) => colorOf(one, town.now) === color).length);
    }
    const total = /共 (\d+)/.exec(figures)?.[1];
    if (total !== undefined) expect(Number(total), here).toBe(own.length);
    const shared = rest.map((line) => /^(\d+) 件，占 ([\d.]+)%$/.exec(line)).find((one) => one !== null);
    if (shared) {
      expect(Number(shared[1]), here).toBe(own.length);
      expect(Number(shared[2]), here).toBe(Math.round((own.length / meant.length) * 1000) / 10);
    }
    const overdue = own.filter((one) => isLate(one, town.now));
    const told = /^逾期 (\d+) 件，合计 (\d+) 个工作日/.exec(late ?? '');
    if (told) {
      expect(Number(told[1]), here).toBe(overdue.length);
      expect(Number(told[2]), here).toBe(sum(overdue.map((one) => overdueBy(one, town.now))));
    } else expect(overdue.length, here).toBe(0);
  }
  const named = rows.filter(({ name }) => !/^(?:单位未定|未关联项目|未分类|没有)/.test(name));
  const counts = new Map(named.map(({ name }) => [name, groups.get(name)!.length]));
  checkMost(lines, counts, where);
  checkLeast(lines, counts, where);
  const top = /的前 (\d+) 名，共 (\d+) /.exec(title);
  if (top && rows.length < 20 && rows.length < Number(top[2]) && !title.includes('逾期最多')) {
    const [, many, of] = top.map(Number);
    const shown = [...counts.values()];
    expect(shown.length, where).toBeGreaterThanOrEqual(Math.min(many!, of!));
    expect(shown, where).toEqual(shown.toSorted((a, b) => (title.includes('件数最少') ? a - b : b - a)));
    // Who stands behind the last may only be level with it.
    if (shown.length > many!) expect(shown.at(-1), where).toBe(shown[many! - 1]);
  }
  const overlap = lines.some((line) => line.startsWith('一个项目可以属于几个产业'));
  const whole =
    rows.length > 0 && rows.length < 20 && !top && !overlap && !lines.some((line) => line.endsWith(' 本级'));
  if (whole) expect(sum(rows.map(({ name }) => groups.get(name)!.length)), where).toBe(meant.length);
}

/** Rates, numbers of days and comparisons: the whole, then each group's line. */
function checkMeasure(lines: readonly string[], town: Town, where: string): boolean {
  const [head = ''] = lines;
  // Whose place is told stands behind what all are ranked by.
  const parts = head.replace(/ · [^·]+排第几$/, '').split(' · ');
  const measured = parts.pop()!;
  const title = parts.join(' · ');
  if (/^(找谁|节点|开工|投产|开工、投产)$/.test(measured)) return false;
  if (measured.startsWith('占全部的比例')) return checkShareOfAll(lines, title, town, where);
  if (STEP_TITLE.test(measured)) return checkSteps(lines, title, measured, town, where);
  const partly = lines.map((line) => PARTLY.exec(line)).find((one) => one !== null);
  if (partly) return checkPart(head, partly, lines, town, where);
  // What stood on a past day has an oracle of its own: test/db/issue-past.test.ts.
  if (/24时$/.test(measured) || /每[天周月]的/.test(measured)) return false;
  if (/^(?:办结率|按时率|满意率|反弹率|平均用时)比/.test(measured))
    return checkTwoTimes(lines, title, town, where);
  if (measured.startsWith('比')) return checkTrend(lines, title, town, where);
  const share = measured.startsWith('占在办的比例');
  const meant = meantBy(title, storedIssues(), town);
  // A share is taken of what is open in the same place: the title without its state.
  const whole = share ? meantBy(withoutState(title), storedIssues(), town) : meant;
  const said = lines.filter((line) => sentenceOf(line) !== undefined);
  expect(said.length, where).toBeGreaterThan(0);
  const groups = groupsOf(whole, town);
  let apart = 0;
  for (const line of said) {
    const at = lines.indexOf(line, apart);
    const name = lines[at - 1] ?? '';
    // 本级 is what no area below holds; the rows above it are checked.
    if (name === '本级') {
      apart = at + 1;
      continue;
    }
    const own = groups.get(name);
    if (own) apart = at + 1;
    const wholeHere = own ?? whole;
    const meantHere = own ? (groupsOf(meant, town).get(name) ?? []) : meant;
    sentenceOf(line)!(wholeHere, meantHere, town, `${where} | ${name} ${line}`);
  }
  return true;
}

/** 未销号一共 120 件，其中施工类 30 件，占 25%: of all that is alike, whoever's it is. */
function checkShareOfAll(lines: readonly string[], title: string, town: Town, where: string): boolean {
  const told = lines
    .map((line) => /一共 (\d+) 件，其中.* (\d+) 件，占 ([\d.]+)%。$/.exec(line))
    .find((one) => one);
  const whose = /^(?:企业登记|工作人员登记)$|(?:负责|协办)$/;
  const parts = title.split(' · ');
  // An office asks of its own area.
  const office = where.includes('@办公室') ? parts[0] : undefined;
  const alike = parts.filter(
    (part) =>
      (part === office && town.areas.has(part)) ||
      /^(?:您看得到的|本群|不算.*|(?:环节|容缺|议定|批示|批次任务|任务|、)+)$/.test(part) ||
      (STATEISH.test(part) && !whose.test(part)),
  );
  const whole = liveOf(meantBy(alike.join(' · '), storedIssues(), town), title).filter(town.visible);
  if (!told) return false;
  const part = liveOf(meantBy(title, storedIssues(), town), title);
  expect([Number(told[1]), Number(told[2])], where).toEqual([whole.length, part.length]);
  expect(Number(told[3]), where).toBe(Math.round((part.length / whole.length) * 1000) / 10);
  return true;
}

/** 由住建局本月退回 7 次 */
const STEP_TITLE = /^(?:由(\S+?局|\S+?公司))?(.*?)([^\d ]+?) (\d+) 次$/;

/** The number of steps in the title, in the sentence and of each group. */
function checkSteps(
  lines: readonly string[],
  title: string,
  measured: string,
  town: Town,
  where: string,
): boolean {
  const { now } = town;
  const found = /^(?:由(\S+?局|\S+?公司))?(.*) (\d+) 次$/.exec(measured)!;
  const [, by, words = '', count] = found;
  // 转给住建局 3 次, 转办 24 次: with what was given as it was logged.
  const to = /^(.*?)转给(\S+)$/.exec(words);
  const called = STEP_NAMES.find((one) => words.endsWith(one)) ?? '';
  const name = to || called === '转办' ? '派到' : called;
  const span = to?.[1] ?? words.slice(0, words.length - called.length);
  const units = (by ?? to?.[2])?.split('、').map((one) => town.units.get(one)!);
  const of = meantBy(title, storedIssues(), town).filter(town.visible);
  const taken = of.flatMap((issue) =>
    stepsOf(issue, name, { span, units, now }).map((step) => ({ issue, step })),
  );
  expect(Number(count), where).toBe(taken.length);
  const some = lines.map((line) => /^\S* (\d+) 次，涉及 (\d+) 件。$/.exec(line)).find((one) => one !== null);
  const many = new Set(taken.map(({ issue }) => issue.id)).size;
  if (taken.length > 0) expect([Number(some?.[1]), Number(some?.[2])], where).toEqual([taken.length, many]);
  const own = new Map<string, number>();
  for (const [i, line] of lines.entries()) {
    const row = /^(\d+) 次，涉及 (\d+) 件$/.exec(line);
    const group = row && lines[i - 1]!;
    if (!row || !group || group === '本级') continue;
    const unit = town.units.get(group);
    const among = new Set(groupsOf(of, town).get(group));
    const mine =
      (name === '退回' || name === '派到') && unit !== undefined
        ? taken.filter(({ step }) => givenTo(step) === unit)
        : taken.filter(({ issue }) => among.has(issue));
    expect([Number(row[1]), Number(row[2])], `${where} | ${group}`).toEqual([
      mine.length,
      new Set(mine.map(({ issue }) => issue.id)).size,
    ]);
    if (!/未定|未关联|未分类/.test(group)) own.set(group, mine.length);
  }
  for (const line of lines) {
    const most = /^(\S+?)(?:最多，(\d+)|一样多，各 (\d+)) 次。$/.exec(line);
    if (!most) continue;
    expect(Number(most[2] ?? most[3]), where).toBe(Math.max(...own.values()));
    const all = [...own].filter(([, times]) => times === Number(most[2] ?? most[3])).map(([one]) => one);
    expect(most[1]!.split('、').toSorted(), where).toEqual(all.toSorted());
  }
  return true;
}

/** 昨天转办过 4 件，其中之后签收过 3 件，占 75%。 */
const PARTLY = /^(\S*) (\d+) 件，其中(\S+?) (\d+) 件(?:，占 ([\d.]+)%)?。$/;

function checkPart(
  title: string,
  found: RegExpExecArray,
  lines: readonly string[],
  town: Town,
  where: string,
) {
  const [, , all, name = '', some, share] = found;
  const stored = storedIssues();
  const whole = meantBy(title, stored, town);
  const state = /^(?:未销号|已销号)$/.test(name);
  const bare = state ? title.replace(/ ?·? ?未销号、已销号| · 待核验/, '') : title;
  const part = meantBy(`${bare} · ${name}`, stored, town).filter((one) => whole.includes(one));
  expect([Number(all), Number(some)], where).toEqual([whole.length, part.length]);
  if (share !== undefined)
    expect(Number(share), where).toBe(Math.round((part.length / whole.length) * 1000) / 10);
  const counted = lines.map((line) => /^其中计入按时率的 (\d+) 件。$/.exec(line)).find((one) => one !== null);
  if (counted) expect(Number(counted[1]), where).toBe(whole.filter(isRated).length);
  const rated = lines.map((line) => /^其中企业评价过的 (\d+) 件。$/.exec(line)).find((one) => one !== null);
  if (rated) expect(Number(rated[1]), where).toBe(whole.filter((one) => one.satisfaction !== null).length);
  return true;
}

const STATE =
  /^(?:红色|黄色|蓝色|正常|逾期|待转办|待签收|办理中|已挂账|待核验|上会|延期待批|延过期或延期待批)(?:、.*)?$/;
const withoutState = (title: string) =>
  [...title.split(' · ').filter((part) => !STATE.test(part) && part !== '未销号'), '未销号'].join(' · ');

type Check = (whole: StoredIssue[], meant: StoredIssue[], town: Town, where: string) => void;

/** What a sentence claims, as a check; undefined: it claims nothing countable. */
function sentenceOf(line: string): Check | undefined {
  const numbers = [...line.matchAll(/-?\d+(?:\.\d+)?/g)].map(([one]) => Number(one));
  const rate = (part: number, all: number, where: string) => {
    expect(numbers.slice(0, 2), where).toEqual([all, part]);
    expect(numbers[2], where).toBe(Math.round((part / all) * 1000) / 10);
  };
  if (/^登记 \d+ 件，已销号/.test(line))
    return (_, meant, __, where) => {
      const all = meant.filter(({ status }) => status !== 'void');
      rate(all.filter(({ status }) => status === 'closed').length, all.length, where);
    };
  if (/^计入的已销号/.test(line))
    return (_, meant, __, where) => {
      const all = meant.filter((one) => one.status === 'closed' && isCounted(one));
      rate(all.filter((one) => (one.doneAt ?? one.closedAt!) <= one.deadline.at).length, all.length, where);
    };
  const back = /^销过号 \d+ 件，之后反弹/.test(line);
  if (back)
    return (_, meant, { now }, where) => {
      const span = /(\S*)销过号 · /.exec(where)?.[1] ?? '';
      const all = meant.filter(({ status }) => status !== 'void');
      rate(all.filter((one) => wasStruck(one, span, true, now)).length, all.length, where);
    };
  if (/^已评价/.test(line))
    return (_, meant, __, where) => {
      const all = meant.filter(({ status, satisfaction }) => status === 'closed' && satisfaction !== null);
      const scored = ['satisfied', 'fairly', 'unsatisfied'].map(
        (score) => all.filter(({ satisfaction }) => satisfaction!.score === score).length,
      );
      expect(numbers.slice(0, 4), where).toEqual([all.length, ...scored]);
      const content = all.length - (scored[2] ?? 0);
      expect(numbers[4], where).toBe(Math.round((content / all.length) * 1000) / 10);
    };
  if (/^未销号 \d+ 件，其中/.test(line))
    return (whole, meant, _, where) => rate(meant.length, whole.length, where);
  const spans = /^已(签收|转办) \d+ 件，平均用时/.exec(line) ?? /^还没有(签收|转办)的/.exec(line);
  if (spans)
    return (_, meant, __, where) => {
      const days = meant.flatMap(({ loggedAt, routedAt, signedAt, imported }) => {
        const [from, to] = spans[1] === '签收' ? [routedAt, signedAt] : [loggedAt, routedAt];
        return from === null || to === null || imported
          ? []
          : [workingDays(dayOf(from), dayOf(Math.max(from, to)))];
      });
      if (line.startsWith('还没有')) expect(days.length, where).toBe(0);
      else expect(numbers, where).toEqual([days.length, oneDecimal(sum(days) / days.length)]);
    };
  const between = /^已(?:签收|销号) \d+ 件，(登记|转办|签收)到(签收|办结)平均用时/.exec(line);
  const neither = /^(登记|转办|签收)和(签收|办结)都有记录的一件也没有。$/.exec(line);
  const edges = between ?? neither;
  if (edges)
    return (_, meant, __, where) => {
      const days = meant.flatMap(({ loggedAt, routedAt, signedAt, doneAt, closedAt, status, imported }) => {
        const from = { 登记: loggedAt, 转办: routedAt, 签收: signedAt }[edges[1]!]!;
        const to = edges[2] === '签收' ? signedAt : status === 'closed' ? (doneAt ?? closedAt) : null;
        return from === null || to === null || imported
          ? []
          : [workingDays(dayOf(from), dayOf(Math.max(from, to)))];
      });
      if (neither) expect(days.length, where).toBe(0);
      else expect(numbers, where).toEqual([days.length, oneDecimal(sum(days) / days.length)]);
    };
  if (/^现在逾期 \d+ 件，平均逾期/.test(line))
    return (_, meant, town, where) => {
      const days = meant.map(({ deadline }) => workingDays(deadline.day, dayOf(town.now)));
      expect(numbers, where).toEqual([days.length, oneDecimal(sum(days) / days.length)]);
    };
  if (line === '没有逾期的。') return (_, meant, __, where) => expect(meant.length, where).toBe(0);
  if (/^已销号 \d+ 件，平均用时/.test(line))
    return (_, meant, __, where) => {
      const taken = meant.filter(({ status }) => status === 'closed').map(takenDays);
      expect(numbers, where).toEqual([taken.length, oneDecimal(sum(taken) / taken.length)]);
    };
  const edge = /^用时最(短|长)的是 #(\d+)，(\d+) 个工作日/.exec(line);
  if (edge)
    return (_, meant, __, where) => {
      const closed = meant.filter(({ status }) => status === 'closed');
      const days = closed.map(takenDays);
      const most = edge[1] === '短' ? Math.min(...days) : Math.max(...days);
      expect(Number(edge[3]), where).toBe(most);
      expect(takenDays(closed.find(({ id }) => id === Number(edge[2]))!), where).toBe(most);
    };
  const nothing = /^(?:没有|还没有).*算不出/.test(line);
  if (nothing)
    return (whole, meant, _, where) => {
      const closed = meant.filter(({ status }) => status === 'closed');
      const counted = {
        用时: closed.length,
        按时率: closed.filter(isCounted).length,
        反弹率: meant.filter(({ status }) => status !== 'void').length,
        满意率: closed.filter(({ satisfaction }) => satisfaction !== null).length,
        办结率: meant.filter(({ status }) => status !== 'void').length,
        占比: whole.length,
      };
      const key = Object.keys(counted).find((word) => line.includes(word)) as keyof typeof counted;
      expect(counted[key], where).toBe(0);
    };
  return undefined;
}

/** Working days from logging to the report of done; where none is known, to the end. */
function takenDays(issue: StoredIssue): number {
  return workingDays(dayOf(issue.loggedAt), dayOf(issue.doneAt ?? issue.closedAt!));
}

/** 本月（到今天）登记 15 件，上月 12 件，多 3 件。 and the same number of days of the period before. */
function checkTrend(lines: readonly string[], title: string, town: Town, where: string): boolean {
  const first = lines.find((line) => /(登记|办结) \d+ 件，/.test(line))!;
  const [, now, what, here, before, there, more] =
    /^(.+?)(?:（到今天）)?(登记|办结) (\d+) 件，(.+) (\d+) 件，(.+)。$/.exec(first)!;
  const own = `${now}${what}`;
  expect(title.split(' · '), where).toContain(own);
  const count = (span: string) => {
    const other = title.split(' · ').map((part) => (part === own ? `${span}${what}` : part));
    return meantBy(other.join(' · '), storedIssues(), town).filter(({ status }) => status !== 'void').length;
  };
  expect(Number(here), where).toBe(count(now!));
  expect(Number(there), where).toBe(count(before!));
  expect(difference(more!), where).toBe(count(now!) - count(before!));
  const same = lines.find((line) => line.startsWith('同样的天数里'));
  if (same) {
    const [, span, as, less] = /（(.+)）是 (\d+) 件，(.+)。/.exec(same)!;
    expect(Number(as), where).toBe(count(span!));
    expect(difference(less!), where).toBe(count(now!) - count(span!));
    const days = (of: string, until?: string) => {
      const [from, last] = daysOfSpan(of, town.now);
      return (Date.parse(until ?? last) - Date.parse(from)) / 86_400_000;
    };
    expect(days(span!), where).toBe(days(now!, dayOf(town.now)));
  }
  return true;
}

/** 本月（到今天）满意率 80%（4/5），上月 60%（3/5）。高 20 个百分点。 */
function checkTwoTimes(lines: readonly string[], title: string, town: Town, where: string): boolean {
  const shape =
    /^(.+?)(?:（到今天）)?(办结率|按时率|满意率|反弹率|平均用时) (.+)，(.+?) (\d.*|没有可算的)。$/;
  const at = lines.findIndex((line) => shape.test(line));
  const [, now = '', what = '', here = '', before = '', there = ''] = shape.exec(lines[at] ?? '')!;
  const own = title.split(' · ').find((part) => [`${now}登记`, `${now}办结`, `${now}销过号`].includes(part));
  expect(own, where).toBeDefined();
  const valueIn = (span: string, told: string) => {
    const parts = title.split(' · ').map((part) => (part === own ? part.replace(now, span) : part));
    const meant = meantBy(parts.join(' · '), storedIssues(), town).filter(({ status }) => status !== 'void');
    const closed = meant.filter(({ status }) => status === 'closed');
    const [some, all] =
      what === '反弹率'
        ? [meant.filter((one) => wasStruck(one, span, true, town.now)).length, meant.length]
        : sidesOf(what, meant, closed);
    const value =
      all === 0 ? null : what === '平均用时' ? oneDecimal(some / all) : Math.round((some / all) * 1000) / 10;
    const text =
      value === null
        ? '没有可算的'
        : what === '平均用时'
          ? `${value} 个工作日（${all} 件）`
          : `${value}%（${some}/${all}）`;
    expect(told, where).toBe(text);
    return value;
  };
  const [a, b] = [valueIn(now, here), valueIn(before, there)];
  const said = lines[at + 1] ?? '';
  if (a === null || b === null) expect(said, where).toContain('比不出');
  else if (a === b) expect(said, where).toBe('两边一样。');
  else {
    expect(said, where).toMatch(a > b ? /^[高长]/ : /^[低短]/);
    expect(Number(/\d+(?:\.\d+)?/.exec(said)?.[0]), where).toBe(oneDecimal(Math.abs(a - b)));
  }
  return true;
}

/** Part and whole, or all days and how many. */
function sidesOf(
  what: string,
  meant: readonly StoredIssue[],
  closed: readonly StoredIssue[],
): [number, number] {
  if (what === '办结率') return [closed.length, meant.length];
  if (what === '平均用时') return [sum(closed.map(takenDays)), closed.length];
  if (what === '满意率') {
    const rated = closed.filter(({ satisfaction }) => satisfaction !== null);
    return [rated.filter(({ satisfaction }) => satisfaction!.score !== 'unsatisfied').length, rated.length];
  }
  const counted = closed.filter(isCounted);
  return [counted.filter((one) => (one.doneAt ?? one.closedAt!) <= one.deadline.at).length, counted.length];
}

function difference(words: string): number {
  if (words === '一样多') return 0;
  const [, way, count] = /^(多|少) (\d+) 件$/.exec(words)!;
  return way === '多' ? Number(count) : -Number(count);
}
