/** Readers of 批次 with its tasks by lines or from a table, and of daily quantities. */

import type { CallOf } from '../../commands/call.ts';
import { readWithoutLink } from '../../commands/read/log.ts';
import { lineSpans, markLength } from '../../commands/read/numbering.ts';
import { paged, readProject } from '../../commands/read/project.ts';
import { moneyOf } from '../../domain/project-facts.ts';
import { addDays, type Day, dayOf, parseDay } from '../../domain/time.ts';
import { dayOfWords } from '../../language/day-words.ts';
import { misuse, type ReadInput } from '../../language/definition.ts';
import { cut, isBlank, type Phrase, readPhrase, trim, trimMarks } from '../../language/phrase.ts';
import type { LogLine, Misuse } from '../../language/said.ts';
import { BATCH, BATCH_NAME_LIMIT, QUANTITY, TASKS_LIMIT } from './words.ts';

/** 批次 · 批次 3 · 批次 矿山搬迁 · each with tasks on the lines below */
export function readBatch(input: ReadInput): CallOf<'batch'> | Misuse | null {
  const [first, ...others] = lineSpans(input.rest);
  const head = first ? trim(cut(input.rest, ...first)) : input.rest;
  const { left, ...named } = readProject(head, input);
  const said = named.projectId === null ? { projectId: null, heard: '' } : named;
  const { words, page } = paged(named.projectId === null ? head : left);
  const number = /^第?\s?(\d{1,4})\s?批?次?$/.exec(words.normalize('NFKC'));
  const no = number ? Number(number[1]) : null;
  const name = number ? '' : words.replace(/^(?:新建|新增|创建|添加|建立)\s*/, '');
  const rows = others.map((span) => trim(cut(input.rest, ...span))).filter((row) => !isBlank(row));
  if (no === null && name === '') {
    if (rows.length > 0) return misuse(input, BATCH.usage);
    return { name: 'batch', ...said, no: null, batchName: '', lines: [], page };
  }
  if ([...name].length > BATCH_NAME_LIMIT) return misuse(input, BATCH.nameLong);
  if (no === null && !input.separated) return null;
  const tasks = tasksIn(rows);
  if (tasks.length > TASKS_LIMIT) return misuse(input, BATCH.tooMany(tasks.length));
  const lines = tasks.map((row) => readWithoutLink(row, input.context));
  return { name: 'batch', ...said, no, batchName: name, lines, page };
}

type Column = '事项' | '责任单位' | '完成时限';

const HEADS: readonly [RegExp, Column][] = [
  [/任务|事项|工作内容|内容|名称/, '事项'],
  [/单位|部门/, '责任单位'],
  [/时限|期限|时间|日期|截止/, '完成时限'],
];

/** Lines as they are; of a table its cells, in the columns its head names, else in their order. */
function tasksIn(rows: readonly Phrase[]): Phrase[] {
  const heads = (rows[0]?.text ?? '').split('\t').map((cell) => HEADS.find(([word]) => word.test(cell))?.[1]);
  const headed = rows[0]?.text.includes('\t') && heads.filter(Boolean).length >= 2;
  return (headed ? rows.slice(1) : rows).map((row) => {
    if (!row.text.includes('\t')) return trim(cut(row, markLength(row.folded, rows.length > 1)));
    const cells = row.text.split('\t').map((cell) => cell.trim());
    const text = headed
      ? cells.flatMap((cell, i) => (heads[i] && cell ? [`${heads[i]}：${cell}`] : [])).join(' ')
      : cells.filter((cell, i) => cell !== '' && !(i === 0 && /^\d{1,4}$/.test(cell))).join(' ');
    // Mentions of a table's cells are plain names.
    return readPhrase(text);
  });
}

/** What a line lacks of the three facts; '' when it has them all. */
export function lacksOf({ title, unitId, assigneeOpenId, deadline }: LogLine): string {
  const { lacks } = BATCH;
  return [
    title === '' ? lacks.task : '',
    unitId === null && assigneeOpenId === null ? lacks.unit : '',
    deadline.ok ? '' : lacks.deadline,
  ]
    .filter(Boolean)
    .join('、');
}

const TOTAL =
  /^(?:总量|总计|共|计划)\s*:?\s*(\d[\d,.]*\s*万?)\s*([^\s\d,，。到]{1,8})?\s*(?:[,，]?\s*(?:到|至|截止|完成时限)\s*:?\s*(\S+?)\s*(?:前|完成)?)?$/;
const DONE =
  /^(?:(今天|昨天|前天|\d{1,2}[月./-]\d{1,2}[日号]?|\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?)\s*)?(?:完成|做了|填了)?\s*:?\s*(-?\d[\d,.]*\s*万?)\s*(\p{Script=Han}{0,6}|m3|m²|m2|m|t)$/u;

/** 填方 28 · 填方 总量 10000 立方米 到 2027-01-31 · 填方 */
export function readQuantity(input: ReadInput): CallOf<'quantity'> | Misuse | null {
  const { left, ...named } = readProject(input.rest, input);
  const said = named.projectId === null ? { projectId: null, heard: '' } : named;
  let rest = trimMarks(named.projectId === null ? input.rest : left);
  let item = input.word;
  if (input.word === '工程量') {
    item = /^[^\s\d:]{1,12}/.exec(rest.folded)?.[0] ?? '';
    if (item === '') return isBlank(rest) ? { name: 'quantity', ...said, item: '', change: null } : null;
    rest = trimMarks(cut(rest, item.length));
  }
  if (isBlank(rest)) return { name: 'quantity', ...said, item, change: null };
  const text = rest.text.normalize('NFKC');
  if (/^(?:停用|停报|关闭|关掉|关|取消|不再报|不用报了?)$/.test(text))
    return { name: 'quantity', ...said, item, change: 'off' };
  const today = dayOf(input.context.now, input.context.directory.settings.timeZone);
  const total = TOTAL.exec(text);
  if (total) {
    const planned = amountOf(total[1]);
    const dueOn = total[3] === undefined ? null : dayOfWords(total[3], input.context);
    if (planned === undefined || planned === 0 || dueOn === undefined)
      return misuse(input, QUANTITY.usage(item));
    if (dueOn !== null && dueOn < today) return misuse(input, QUANTITY.duePast);
    return { name: 'quantity', ...said, item, change: { planned, measure: total[2] ?? '', dueOn } };
  }
  const done = DONE.exec(text);
  const amount = done && amountOf(done[2]);
  const day = done?.[1] === undefined ? today : reportedDay(done[1], today);
  if (!done || amount == null || day === undefined)
    return input.word === '工程量' ? misuse(input, QUANTITY.usage(item)) : null;
  return { name: 'quantity', ...said, item, change: { done: amount, day } };
}

function amountOf(text: string | undefined): number | undefined {
  const tenThousands = text?.includes('万') ?? false;
  const amount = moneyOf((text ?? '').replace('万', ''));
  return amount === undefined ? undefined : tenThousands ? amount * 10_000 : amount;
}

function reportedDay(text: string, today: Day): Day | undefined {
  const back = ['今天', '昨天', '前天'].indexOf(text);
  if (back >= 0) return addDays(today, -back);
  const read = /^(?:(\d{4})[年./-])?(\d{1,2})[月./-](\d{1,2})/.exec(text);
  const year = Number(read?.[1] ?? today.slice(0, 4));
  const day = parseDay(year, Number(read?.[2]), Number(read?.[3]));
  // 12月30日 said in January was last year.
  return day !== undefined && day > today && read?.[1] === undefined
    ? parseDay(year - 1, Number(read?.[2]), Number(read?.[3]))
    : day;
}
