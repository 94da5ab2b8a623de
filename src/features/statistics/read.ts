/** Readers of 统计, 明细, 口径 and 单位 with a name. What is not understood is told, never left out. */
import type { CallOf } from '../../commands/call.ts';
import { rangeOf } from '../../domain/period.ts';
import { type Asked, type ColumnName, GROUPINGS, type Grouping } from '../../domain/statistics/asked.ts';
import { type Day, dayOf } from '../../domain/time.ts';
import { misuse, type ReadContext, type ReadInput } from '../../language/definition.ts';
import { isBlank, type Phrase, readPhrase, trimMarks } from '../../language/phrase.ts';
import type { Misuse } from '../../language/said.ts';
import { scanQuery } from '../../language/scan.ts';
import type { Scan } from '../../language/scanned.ts';
import { DEFINITIONS, DETAIL, READING } from './words.ts';
import { METRIC_WORDS, type MetricId } from './words-metrics.ts';

const ALL = /累计|历年|有史以来|建库以来/g;
const GROUPS: readonly [RegExp, Grouping][] = [
  [/(?:按照?|分)\s*(?:责任单位|单位|部门)/g, 'unit'],
  [/(?:按照?|分)\s*(?:项目|专班)/g, 'project'],
  [/(?:按照?|分)\s*(?:问题)?(?:类别|分类|类型|类(?!\p{Script=Han}))|分类(?=\s|$|统计)|各类/gu, 'category'],
  [/(?:按照?|分)\s*月份?|各月|每月|逐月/g, 'month'],
  [/(?:按照?|分)\s*(?:区域|地区|县市区|县区|区县|乡镇|园区|片区)/g, 'area'],
];
const YEAR = /(?<!\d)(20\d\d)\s*年度?(?!\s*\d)/g;

/** 2026-10-01, 2026.10.1, 10.1 and 2026-10 as the readers of periods know them. */
function datesInWords(text: string): string {
  return text
    .replace(/(20\d\d)[-./](\d{1,2})[-./](\d{1,2})日?/g, '$1年$2月$3日')
    .replace(/(20\d\d)[-./](\d{1,2})(?![\d月])/g, '$1年$2月')
    .replace(/(?<![\d.])(\d{1,2})[./](\d{1,2})(?![\d.])/g, '$1月$2日')
    .replace(/上年度?/g, '去年');
}

/** Figures the field has and the program cannot have yet. */
const NOT_YET = /^(?:走访|会议|议定)(?:事项|次数|数|企业|情况|的)*$/u;

/** These say nothing of what is counted. */
const HARMLESS: readonly string[] = [
  ...['filler', 'of', 'noun', 'and', 'after-unit', 'after-project', 'everywhere', 'here'],
  ...['our-unit', 'by', 'each', 'count', 'how', 'ask', 'state'],
];

type Read = { asked: Asked } | { problem: string };

function withYears(text: string, years: [Day, Day][]): string {
  return text.replace(YEAR, (_, year: string) => {
    years.push([`${year}-01-01`, `${year}-12-31`]);
    return ' ';
  });
}

/** What is said of whose and when. */
export function readAsked(said: string, context: ReadContext): Read {
  const groups = new Set<Grouping>();
  const years: [Day, Day][] = [];
  const whole = said.normalize('NFKC');
  let text = whole.replace(ALL, ' ');
  const all = text !== whole;
  for (const [pattern, grouping] of GROUPS)
    text = text.replace(pattern, () => {
      groups.add(grouping);
      return ' ';
    });
  text = withYears(datesInWords(text), years);
  const scan = scanQuery(readPhrase(text), context);
  if (scan.by) {
    const by = GROUPINGS.find((one) => one === scan.by?.by);
    if (!by) return { problem: READING.unread([scan.heard.get('by') ?? '']) };
    groups.add(by);
  }
  const problem = problemOf(scan, context, years.length + scan.periods.length);
  if (problem !== undefined) return { problem };
  if (groups.size > 1) return { problem: READING.twoGroupings };
  const [period] = scan.periods;
  const days: [Day, Day] | undefined = years[0] ?? (period && [period.from, period.until]);
  const today = dayOf(context.now, context.directory.settings.timeZone);
  if (days && days[0] > today) return { problem: READING.future };
  const [by] = groups;
  return {
    asked: { ...placeOf(scan, context), ...daysOf(days, today), ...(all && { all }), ...(by && { by }) },
  };
}

/** This year has a column of its own. */
function daysOf(days: [Day, Day] | undefined, today: Day): Pick<Asked, 'from' | 'to'> {
  const [first, last] = rangeOf('year', 0, today);
  return !days || (days[0] === first && days[1] === last) ? {} : { from: days[0], to: days[1] };
}

function problemOf(scan: Scan, { actor }: ReadContext, periods: number): string | undefined {
  const { heard, tags } = scan;
  if (scan.doubt) return READING.which(scan.doubt.heard, scan.doubt.names);
  const unread = [
    ...scan.left,
    ...scan.clashes,
    ...(scan.someone === undefined ? [] : [scan.someone]),
    ...(tags.has('our-unit') && actor.person.unitId === null ? [heard.get('our-unit') ?? ''] : []),
  ].filter((one) => one !== '');
  const missing = unread.find((one) => NOT_YET.test(one));
  if (missing !== undefined) return READING.notYet(missing);
  if (unread.length > 0) return READING.unread([...new Set(unread)]);
  const unused = [
    ...scan.states.filter(({ kind }) => kind !== 'all').map((state) => heard.get(state) ?? ''),
    ...scan.texts,
    ...[...tags.keys()].filter((tag) => !HARMLESS.includes(tag)).map((tag) => heard.get(tag) ?? ''),
  ].filter((one) => one !== '');
  if (unused.length > 0) return READING.unused([...new Set(unused)]);
  return periods > 1 ? READING.apart : undefined;
}

function placeOf(scan: Scan, { directory, actor }: ReadContext): Asked {
  const { unitId } = actor.person;
  const own = scan.tags.has('our-unit') && unitId !== null ? [unitId] : [];
  const unitIds = [...new Set([...scan.unitIds, ...own])];
  const areaIds = scan.areaIds.filter((id) => id !== directory.topAreaId);
  return {
    ...(areaIds.length > 0 && { areaIds }),
    ...(scan.projectIds.length > 0 && { projectIds: scan.projectIds }),
    ...(unitIds.length > 0 && { unitIds }),
    ...(scan.categoryIds.length > 0 && { categoryIds: scan.categoryIds }),
    ...(scan.park !== undefined && { park: scan.park }),
    ...(scan.industry !== undefined && { industry: scan.industry }),
  };
}

const NAMES = (Object.entries(METRIC_WORDS) as [MetricId, (typeof METRIC_WORDS)[MetricId]][])
  .flatMap(([id, { name, also }]) => [name, ...also].map((word) => ({ id, word })))
  .toSorted((a, b) => b.word.length - a.word.length);

/** A metric that stands as a word of its own, or at an end; what is left of the text. @param apart only as a word */
export function metricIn(said: string, apart = false): { id: MetricId; rest: string } | undefined {
  const text = said.normalize('NFKC');
  const words = text.split(/[\s,，、。:：]+/).filter((word) => word !== '');
  for (const { id, word } of NAMES)
    if (words.includes(word)) return { id, rest: words.toSpliced(words.indexOf(word), 1).join(' ') };
  if (apart) return undefined;
  for (const { id, word } of NAMES) {
    if (word.length < 2) continue;
    if (text.startsWith(word)) return { id, rest: text.slice(word.length) };
    if (text.endsWith(word)) return { id, rest: text.slice(0, -word.length) };
  }
  return undefined;
}

const POLITE = /^(?:一下|下|表|数据|情况|图表?|看看|\s|\p{P})+/u;

/** 统计 今年 住建局 按 月; with the name of a figure its 明细 is opened. */
export function readStatistics(
  input: ReadInput,
): CallOf<'statistics'> | CallOf<'statistics-detail'> | Misuse | null {
  const rest = trimMarks(input.rest);
  if (rest.text.length > 100) return null;
  const text = rest.text.replace(POLITE, '');
  const metric = metricIn(text, true);
  const read = readAsked(metric?.rest ?? text, input.context);
  if ('problem' in read) return input.separated ? misuse(input, read.problem) : null;
  return metric ? detailCall(metric.id, read.asked, 1) : { name: 'statistics', asked: read.asked };
}

function detailCall(metric: MetricId, asked: Asked, page: number): CallOf<'statistics-detail'> {
  const { by: _by, ...whole } = asked;
  const column: ColumnName = whole.from !== undefined ? 'period' : whole.all ? 'all' : 'year';
  return { name: 'statistics-detail', metric, asked: whole, column, page };
}

/** 明细 按时率 本月 住建局 第2页. Without the name of a figure it is no such command. */
export function readDetail(input: ReadInput): CallOf<'statistics-detail'> | Misuse | null {
  const rest = trimMarks(input.rest);
  if (rest.text.length > 100) return null;
  if (isBlank(rest)) {
    const names = Object.values(METRIC_WORDS).map(({ name }) => name);
    return misuse(input, DETAIL.needed(names));
  }
  let page = 1;
  const text = rest.text.replace(/第\s*(\d{1,4})\s*页/, (_, said: string) => {
    page = Math.max(1, Number(said));
    return ' ';
  });
  const metric = metricIn(text);
  const missing = text.split(/[\s,，、]+/).find((word) => NOT_YET.test(word));
  if (!metric) return missing === undefined ? null : misuse(input, READING.notYet(missing));
  const read = readAsked(metric.rest, input.context);
  if ('problem' in read) return input.separated ? misuse(input, read.problem) : null;
  return detailCall(metric.id, read.asked, page);
}

/** 口径, 口径 按时率. */
export function readDefinitions(input: ReadInput): CallOf<'statistics-definitions'> | Misuse | null {
  const rest = trimMarks(input.rest);
  if (isBlank(rest) || /^(?:说明|是什么|[了吗呢啊\s\p{P}])+$/u.test(rest.folded))
    return { name: 'statistics-definitions', metric: null };
  const metric = metricIn(rest.text);
  if (metric && metric.rest.trim() === '') return { name: 'statistics-definitions', metric: metric.id };
  if (NOT_YET.test(rest.text)) return misuse(input, READING.notYet(rest.text));
  return input.separated ? misuse(input, DEFINITIONS.unknown(rest.text.slice(0, 20))) : null;
}

/** 单位 住建局: nothing but the name of one unit. */
export function readUnitCard(input: ReadInput): CallOf<'unit-card'> | Misuse | null {
  const rest: Phrase = trimMarks(input.rest);
  if (isBlank(rest) || rest.text.length > 60 || rest.mentions.length > 0) return null;
  const scan = scanQuery(rest, input.context);
  const others =
    scan.left.length +
    scan.projectIds.length +
    scan.states.length +
    scan.periods.length +
    scan.categoryIds.length;
  const said = [...scan.tags.keys()].some((tag) => !HARMLESS.includes(tag));
  if (scan.unitIds.length === 0 || others > 0 || said || scan.doubt) return null;
  const [unitId, second] = scan.unitIds;
  if (second === undefined) return { name: 'unit-card', unitId: unitId ?? 0 };
  const { directory } = input.context;
  const names = scan.unitIds.map((id) => {
    const unit = directory.unit(id);
    return `${directory.area(unit?.areaId ?? -1)?.name ?? ''}${unit?.name ?? ''}`;
  });
  return misuse(input, READING.which(rest.text, names));
}
