/** Readers of 节点, 投资 and of 项目 历史, 归档, 恢复. */

import type { CallOf } from '../../commands/call.ts';
import { paged, readProject } from '../../commands/read/project.ts';
import type { SaidProject } from '../../commands/which-project.ts';
import { NODE_NAME_LIMIT } from '../../domain/plan/nodes.ts';
import { moneyOf } from '../../domain/project-facts.ts';
import { datePartsOf, dayOf } from '../../domain/time.ts';
import { nodeDayOfWords } from '../../language/day-words.ts';
import { misuse, type ReadInput } from '../../language/definition.ts';
import { cut, cutStart, isBlank, type Phrase, trim, trimMarks } from '../../language/phrase.ts';
import type { Misuse } from '../../language/said.ts';
import { INVESTMENT, NODE, PROJECT_ENDS } from './words.ts';

interface Named extends SaidProject {
  left: Phrase;
}

/** The project the words begin with; without one all of them are left, and the project is the group's. */
function namedProject(rest: Phrase, input: ReadInput): Named {
  const { left, ...said } = readProject(rest, input);
  if (said.projectId === null) return { projectId: null, heard: '', left: trim(rest) };
  return { ...said, left };
}

const LEAD = /^(?:因为|由于|理由|原因|因|,|:|\s)+/;

function reasonOf(phrase: Phrase): string {
  return trimMarks(cutStart(trim(phrase), LEAD)).text;
}

/** 项目 兴发 历史 [第2页] */
export function readHistory(input: ReadInput): CallOf<'project-history'> | null {
  const { left, ...said } = namedProject(input.rest, input);
  const { words, page } = paged(left);
  return /^(?:变更|修改)?(?:历史|记录)$/.test(words) ? { name: 'project-history', ...said, page } : null;
}

/** 项目 归档 兴发 原因, 项目 兴发 归档 原因 */
export function readArchive(input: ReadInput): CallOf<'project-archive'> | Misuse | null {
  const found = endOf(input, /^(?:归档|结项)(?![\p{L}\p{N}])/u);
  if (!found) return null;
  if (found.reason === '') return misuse(input, PROJECT_ENDS.reasonNeeded);
  return { name: 'project-archive', ...found };
}

/** 项目 恢复 兴发 */
export function readRestore(input: ReadInput): CallOf<'project-restore'> | null {
  const found = endOf(input, /^(?:恢复|取消归档)(?![\p{L}\p{N}])/u);
  return found && { name: 'project-restore', ...found };
}

function endOf(input: ReadInput, word: RegExp) {
  const rest = trimMarks(input.rest);
  const before = word.exec(rest.folded);
  if (before) {
    const { left, ...said } = namedProject(cut(rest, before[0].length), input);
    return { ...said, reason: reasonOf(left) };
  }
  const { left, ...said } = namedProject(rest, input);
  const after = word.exec(left.folded);
  return after && said.projectId !== null ? { ...said, reason: reasonOf(cut(left, after[0].length)) } : null;
}

const DATE =
  /^(?:到|至|为|在|:|\s)*(\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?|\d{1,2}\s*[月./-]\s*\d{1,2}\s*[日号]?|今天|昨天|前天|明天|\d{0,2}月底|年底)(?!\d)/;
const WHICH = /^(?:实际|实际日期|已于|计划|计划日期|预计|改到|改为|调整到|调整为|推迟到|提前到)/;

/** 节点 · 节点 封顶 2027-03-10 · 节点 兴发 开工 实际 2026-12-20 · 节点 封顶 取消 理由 */
export function readNode(input: ReadInput): CallOf<'node'> | Misuse | null {
  const { left, ...said } = namedProject(input.rest, input);
  if (isBlank(left)) return { name: 'node', ...said, change: null, reason: '' };
  // 计划开工 and 实际开工 say the same with the words turned round.
  const turned = /^(计划|实际)(开工|投产)/.exec(left.folded);
  const token = turned?.[2] ?? /^[^\s\d:]+/.exec(left.folded)?.[0] ?? '';
  const key = /(?:实际|计划)(?:日期)?$/.exec(token)?.[0] ?? '';
  const nodeName = (turned ? token : left.text.slice(0, token.length - key.length)).replace(/日期$/, '');
  const from = turned ? turned[0].length : token.length - key.length;
  const tail = cutStart(cut(left, from), /^(?:日期|节点|:|\s)*/);
  const which = turned?.[1] ?? WHICH.exec(tail.folded)?.[0] ?? '';
  const after = turned ? tail : cut(tail, which.length);
  const gone = /^(?:取消|删除|去掉)(?![\p{L}\p{N}])/u.exec(tail.folded);
  if (!nodeName || [...nodeName].length > NODE_NAME_LIMIT)
    return input.separated ? misuse(input, NODE.usage) : null;
  if (gone)
    return {
      name: 'node',
      ...said,
      change: { node: nodeName, gone: true },
      reason: reasonOf(cut(tail, gone[0].length)),
    };
  const found = DATE.exec(after.folded);
  const actual = /^(?:实际|已于)/.test(which);
  const day = found?.[1] && nodeDayOfWords(found[1].replace(/\s/g, ''), input.context, { happened: actual });
  if (!found || !day) return input.separated ? misuse(input, NODE.dayNeeded(nodeName)) : null;
  const change = { node: nodeName, ...(actual ? { actualOn: day } : { plannedOn: day }) };
  return { name: 'node', ...said, change, reason: reasonOf(cut(after, found[0].length)) };
}

const MONTH =
  /^(?:(\d{4})\s*[年./-]\s*)?(?:(\d{1,2})\s*月份?|(本月|上月|这个月|上个月))|^(\d{4})[./-](\d{1,2})(?!\d)/;
const AMOUNT = String.raw`\s*[:为]?\s*(-?\d[\d,.]*\s*(?:亿|千万|百万|万)?元?)`;
const YEAR_PLAN = new RegExp(
  String.raw`^(?:(\d{4})\s*年\s*)?(?:全年|年度|今年)(?:的)?(?:投资)?计划(?:投资)?${AMOUNT}\s*$`,
);
const PLANNED = new RegExp(`(?:计划|应完成)(?:投资)?${AMOUNT}`);
const ACTUAL = new RegExp(`(?:完成|实际|实际完成)(?:投资)?${AMOUNT}`);

/** 投资 · 投资 兴发 2026年11月 计划 500 完成 420 · 投资 兴发 全年计划 8000 */
export function readInvestment(input: ReadInput): CallOf<'investment'> | Misuse | null {
  const { left, ...said } = namedProject(input.rest, input);
  const { year: now, month: current } = datePartsOf(
    dayOf(input.context.now, input.context.directory.settings.timeZone),
  );
  const said2 = trimMarks(left).folded;
  const alone = /^(?:(\d{4})\s*年|今年|情况|进度|完成情况)?$/.exec(said2);
  if (alone)
    return { name: 'investment', ...said, year: Number(alone[1] ?? now), month: null, amounts: null };
  const ofYear = YEAR_PLAN.exec(said2);
  if (ofYear) {
    const planned = moneyOf(ofYear[2] ?? '');
    if (planned === undefined) return misuse(input, INVESTMENT.amountUnread(ofYear[2] ?? ''));
    return { name: 'investment', ...said, year: Number(ofYear[1] ?? now), month: null, amounts: { planned } };
  }
  const when = MONTH.exec(said2);
  // 投资 is a word of everyday talk: without a month and a figure it is none of ours.
  if (!when) return said.projectId === null ? null : misuse(input, INVESTMENT.usage);
  const back = /^上/.test(when[3] ?? '') ? 1 : 0;
  const month = Number(when[2] ?? when[5] ?? ((current + 11 - back) % 12) + 1);
  const year = Number(when[1] ?? when[4] ?? (back === 1 && current === 1 ? now - 1 : now));
  const rest = said2.slice(when[0].length);
  const [planned, actual] = [PLANNED.exec(rest), ACTUAL.exec(rest)];
  if (month < 1 || month > 12 || (!planned && !actual) || !isAmounts(rest))
    return misuse(input, INVESTMENT.usage);
  const amounts: { planned?: number; actual?: number } = {};
  for (const [key, found] of [
    ['planned', planned],
    ['actual', actual],
  ] as const) {
    if (!found) continue;
    const amount = moneyOf(found[1] ?? '');
    if (amount === undefined) return misuse(input, INVESTMENT.amountUnread(found[1] ?? ''));
    amounts[key] = amount;
  }
  return { name: 'investment', ...said, year, month, amounts };
}

/** Nothing but the two figures: words that are not understood are not thrown away. */
function isAmounts(rest: string): boolean {
  return (
    rest
      .replace(PLANNED, '')
      .replace(ACTUAL, '')
      .replace(/[\s,，;；。、:]/g, '') === ''
  );
}
