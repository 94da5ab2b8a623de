/** What the lines above a table say: year, 截至, the meeting, the one project, the unit of money. Pure. */
import { type Day, daysInMonth, parseDay } from '../time.ts';
import { foldDate } from './date-words.ts';
import { fold, isNothing } from './fold.ts';
import { isGenericName } from './generic.ts';
import type { LedgerTitle } from './model.ts';

const AS_OF =
  /(?:截[至止]到?|(?:填报|填表|更新|调度|汇总|制表|统计|报送|编制)(?=时间|日期))(?:时间|日期)?:?(20\d{2})[年./-](\d{1,2})(?:[月./-](\d{1,2})日?)?/;
const UPDATED = /(20\d{2})年(\d{1,2})月(\d{1,2})日(?:更新|汇总|统计)/;
/** Its year stands in the title. */
const AS_OF_DAY = /截[至止]到?(?:时间|日期)?:?(\d{1,2})月(\d{1,2})日/;
const DAY = /(20\d{2})[年./-](\d{1,2})[月./-](\d{1,2})/;
/** @param projects folded names of projects that are known */
export function readTitle(lines: readonly string[], projects?: ReadonlySet<string>): LedgerTitle {
  const text = lines.join('\n');
  const folded = foldDate(lines.join(';'));
  const heading = lines.filter((line) => !isForm(line)).join(';');
  const asOf = asOfDay(folded, foldDate(heading));
  const meeting =
    /会议(?:时间|日期)?:?(?=20\d{2})|(?:会议|纪要|例会)[^;]{0,12}(?=20\d{2}[年./-]\d{1,2}[月./-]\d)/.exec(
      folded,
    );
  const meetingOn = meeting && dayIn(folded.slice(meeting.index));
  const dispatched = /(?:调度|走访|巡查|现场会|约谈)(?:时间|日期):?(?=20\d{2})/.exec(folded);
  const dispatchedOn = dispatched && dayIn(folded.slice(dispatched.index));
  const said = YEAR.exec(foldDate(heading).replace(AS_OF, ''))?.[1] ?? asOf?.slice(0, 4);
  const year = said ?? YEAR.exec(folded)?.[1];
  // A form that asks for the project says it, and that there is none, better than any title.
  const filled =
    filledIn(lines, /^(?:项目|项目名称|工程名称|所属项目|在建项目)$/) ??
    filledIn(lines, /^(?:企业|企业名称|企业全称|业主单位|建设单位)$/);
  const project = filled === undefined ? projectIn(lines, projects) : isNothing(filled) ? '' : filled;
  const leader = filledIn(lines, /^(?:包联|包保|责任|分管|挂钩|联系|牵头|挂点)(?:市|县|区)?(?:级)?领导$/);
  const unit = filledIn(lines, /^(?:责任|牵头|主办|承办|主责)(?:单位|部门)$/);
  return {
    text,
    ...(year !== undefined && { year: Number(year) }),
    ...(asOf && { asOf }),
    ...(meetingOn && { meetingOn }),
    ...(project !== undefined && { project }),
    ...(dispatchedOn && { dispatchedOn }),
    ...(leader && { leader }),
    ...(unit && { unit }),
  };
}

const YEAR = /(20\d{2})年/;
const piecesOf = (line: string) =>
  line
    .normalize('NFKC')
    .split(/\s{2,}|\t/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

/** A line of a form above the table: 项目名称 | … | 建设单位 | …. */
function isForm(line: string): boolean {
  const pieces = piecesOf(line);
  return (
    pieces.length > 1 &&
    pieces.length % 2 === 0 &&
    pieces.every((piece, at) => at % 2 > 0 || piece.length <= 8)
  );
}

/** What stands right of a label in such a line. */
function filledIn(lines: readonly string[], label: RegExp): string | undefined {
  for (const line of lines.filter(isForm)) {
    const pieces = piecesOf(line);
    const at = pieces.findIndex((piece, nth) => nth % 2 === 0 && label.test(piece.replace(/[::]$/, '')));
    if (at >= 0) return pieces[at + 1];
  }
  return undefined;
}

function asOfDay(folded: string, heading: string): Day | undefined {
  const [found, year, month, day] = AS_OF.exec(folded) ?? UPDATED.exec(folded) ?? [];
  if (!found) {
    const [, ofMonth, date] = AS_OF_DAY.exec(folded) ?? [];
    const ofTitle = YEAR.exec(heading)?.[1];
    return ofMonth && ofTitle ? parseDay(Number(ofTitle), Number(ofMonth), Number(date)) : undefined;
  }
  const [y, m] = [Number(year), Number(month)];
  return parseDay(y, m, day === undefined ? (m >= 1 && m <= 12 ? daysInMonth(y, m) : 0) : Number(day));
}

function dayIn(text: string): Day | undefined {
  const found = DAY.exec(text);
  return found ? parseDay(Number(found[1]), Number(found[2]), Number(found[3])) : undefined;
}

/** What lists and reports are called behind the name of what they are about. */
const LIST =
  '(?:问题|困难|堵点|难点|卡点|事项|任务|诉求|隐患|难题|台账|清单|周报|月报|日报|旬报|简报|专报|(?:调度|推进|进度|一览|明细|汇总|统计|情况|跟踪|销号)表)';
const TITLED = new RegExp(
  `^(?:关于)?(.{2,30}?(?:项目|工程|基地|产业园|[一二三四五六七八九十]期|有限(?:责任)?公司|股份公司)(?:项目|工程)?)[^，。；;]{0,20}?${LIST}`,
);

/** 楚能二期项目 of 楚能二期项目专班工作台账; undefined: no title of one project. */
export function titledProject(line: string): string | undefined {
  const titled = TITLED.exec(line.trim())?.[1];
  return titled && !isGenericName(titled) ? titled : undefined;
}

/** The one project of the deployment that a title speaks of: 兴发 of 兴发问题清单. */
function knownProject(line: string, projects: ReadonlySet<string> | undefined): string | undefined {
  const text = fold(line);
  const found = [...(projects ?? [])].filter((name) => {
    const at = name.length > 1 ? text.indexOf(name) : -1;
    return at >= 0 && BEHIND_NAME.test(text.slice(at + name.length));
  });
  const longest = found.toSorted((a, b) => b.length - a.length)[0];
  return longest !== undefined && found.every((name) => longest.includes(name)) ? longest : undefined;
}

const BEHIND_NAME = new RegExp(`^(?:项目|工程|公司|专班|存在|反映|推进|建设|工作)*(?:的?${LIST}|$|[(:-])`);

function projectIn(lines: readonly string[], projects: ReadonlySet<string> | undefined): string | undefined {
  for (const line of lines) {
    const labelled = /项目(?:名称)?\s*[:：]\s*(.+?)(?:\s{2,}|[;；\n]|$)/
      .exec(line.normalize('NFKC'))?.[1]
      ?.trim();
    const named = labelled || knownProject(line, projects) || titledProject(line);
    if (named) return named;
  }
  return undefined;
}

const MONEY = '(亿元|万元|千元|百万元|元)';
const MONEY_LABELLED = new RegExp(
  `(?:(?:金额|投资|计量|资金|货币)?单位|金额|投资额?)\\s*[:：]?\\s*(?:人民币)?${MONEY}`,
);
const MONEY_ALONE = new RegExp(`[（(\\s]${MONEY}(?:[、,，/][^（()）]{0,8})?[)）]?$|^${MONEY}$`);

/** 单位：万元 above the table, （亿元） behind its title. */
export function moneyUnitIn(lines: readonly string[]): string | undefined {
  for (const pattern of [MONEY_LABELLED, MONEY_ALONE])
    for (const line of lines) {
      const found = pattern.exec(line.normalize('NFKC').trim());
      if (found) return found[1] ?? found[2];
    }
  return undefined;
}
