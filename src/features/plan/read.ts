/** Readers of 倒排, 双节点 and 计划. */
import type { CallOf } from '../../commands/call.ts';
import { takeProject } from '../../commands/read/project.ts';
import { type DeadlineReading, readDeadline } from '../../domain/deadline.ts';
import { readNumeral } from '../../domain/numerals.ts';
import { isDuration } from '../../domain/plan/duration.ts';
import type { LinkDuration } from '../../domain/plan/model.ts';
import { type Day, parseDay } from '../../domain/time.ts';
import { misuse, type ReadInput } from '../../language/definition.ts';
import { cut, isBlank, type Phrase, trimMarks } from '../../language/phrase.ts';
import type { Misuse } from '../../language/said.ts';
import { deadlineProblemText } from '../../text/deadline.ts';
import { PLAN_MISUSE } from './words.ts';

const NODE = /(开工|动工|投产|竣工投产|达产)(?:日期|时间|节点)?\s*[:：]?\s*/g;
const SITE = /(?:施工|建设)(?:工期|期|周期)?\s*[:：]?\s*(?=[\d一二两三四五六七八九十百半])/;
const REASON = /(?:原因|理由|因为)\s*[:：]?\s*/;
const DURATION = /^([\d一二两三四五六七八九十百]{1,6})\s*(?:个)?\s*(工作日|日历天|天|日|周|星期|月)$/;
const FULL_DAY = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?(?:前|之前)?$/;

/** 150日, 100个工作日, 5个月 (of 30 days); undefined when it is no length of time. */
export function readDuration(text: string): LinkDuration | undefined {
  const [, number, unit] =
    DURATION.exec(
      text
        .normalize('NFKC')
        .trim()
        .replace(/[。,，.]$/, ''),
    ) ?? [];
  const n = number === undefined ? undefined : readNumeral(number);
  if (n === undefined || unit === undefined) return undefined;
  if (unit === '工作日') return { n, unit: 'working-days' };
  const days = unit === '月' ? 30 : unit === '周' || unit === '星期' ? 7 : 1;
  return { n: n * days, unit: 'days' };
}

interface Parts {
  start?: Phrase;
  production?: Phrase;
  site?: Phrase;
  reason?: Phrase;
  head: Phrase;
}

/** Splits at the words that stand before a node, a length of time or a reason. */
function splitParts(rest: Phrase): Parts | 'twice' {
  const marks: { name: Exclude<keyof Parts, 'head'>; from: number; until: number }[] = [];
  for (const found of rest.folded.matchAll(NODE)) {
    const name = /开工|动工/.test(found[1] ?? '') ? 'start' : 'production';
    marks.push({ name, from: found.index, until: found.index + found[0].length });
  }
  for (const [name, word] of [
    ['site', SITE],
    ['reason', REASON],
  ] as const) {
    const found = word.exec(rest.folded);
    if (found) marks.push({ name, from: found.index, until: found.index + found[0].length });
  }
  marks.sort((a, b) => a.from - b.from);
  // What follows a reason is all reason.
  const reason = marks.findIndex((mark) => mark.name === 'reason');
  const kept = reason < 0 ? marks : marks.slice(0, reason + 1);
  if (new Set(kept.map((mark) => mark.name)).size < kept.length) return 'twice';
  const parts: Parts = { head: trimMarks(cut(rest, 0, kept[0]?.from ?? rest.folded.length)) };
  for (const [index, { name, until }] of kept.entries())
    parts[name] = trimMarks(cut(rest, until, kept[index + 1]?.from ?? rest.folded.length));
  return parts;
}

/** 倒排 [项目] [开工 日期] [投产 日期] [施工 N日] [原因 …]. What is not understood is asked back whole. */
export function readPlan(input: ReadInput): CallOf<'plan'> | Misuse | null {
  // 双节点里面，已经开工的几个: asks for figures of projects.
  if (input.word === '双节点' && /几个|几家|多少个|哪些|哪几/.test(input.rest.folded)) return null;
  const { projectIds, left: rest } = takeProject(trimMarks(input.rest), input, 'anywhere');
  const parts = splitParts(rest);
  if (parts === 'twice') return misuse(input, PLAN_MISUSE.twice);
  if (!isBlank(parts.head) && !/^(?:工期|计划|项目|一下|到|为|的|\s)+$/.test(parts.head.folded))
    return misuse(input, PLAN_MISUSE.head(parts.head.text.slice(0, 20)));
  if (!parts.start && !parts.production) return misuse(input, PLAN_MISUSE.node);
  const days: { start: Day | null; production: Day | null } = { start: null, production: null };
  for (const node of ['start', 'production'] as const) {
    const part = parts[node];
    if (!part) continue;
    const read = readNodeDay(part, input);
    if (typeof read !== 'string') return misuse(input, read.problem);
    days[node] = read;
  }
  const construction = parts.site ? readDuration(parts.site.folded) : undefined;
  if (parts.site && (!construction || construction.n < 1)) return misuse(input, PLAN_MISUSE.site);
  return {
    name: 'plan',
    projectIds,
    ...days,
    construction: construction ?? null,
    reason: parts.reason && !isBlank(parts.reason) ? parts.reason.text : null,
  };
}

/** 施工 150日, 施工 兴发 100个工作日 and nothing else: 施工 现场积水 is no length of time. */
export function readSite(input: ReadInput): CallOf<'plan-site'> | null {
  const { projectIds, left: rest } = takeProject(trimMarks(input.rest), input, 'anywhere');
  const construction = readDuration(
    trimMarks(rest).folded.replace(/^(?:工期|周期|期)?\s*(?:改为|改成|改到|要|是)?\s*/, ''),
  );
  return construction && isDuration(construction) ? { name: 'plan-site', projectIds, construction } : null;
}

/** A whole date is taken as it is, past or not; without a year it is the next such day. */
function readNodeDay(part: Phrase, input: ReadInput): Day | { problem: string } {
  if (isBlank(part)) return { problem: PLAN_MISUSE.day };
  const full = FULL_DAY.exec(part.folded.trim());
  if (full) {
    const day = parseDay(Number(full[1]), Number(full[2]), Number(full[3]));
    return day ?? { problem: PLAN_MISUSE.noSuchDay(part.text) };
  }
  const { directory, now } = input.context;
  const { calendar, settings } = directory;
  const { timeZone, hours } = settings;
  const read: DeadlineReading = readDeadline(part.text, { now, calendar, timeZone, hours });
  if (read.kind === 'unclear') return { problem: deadlineProblemText(read) };
  if (read.kind === 'none') return { problem: PLAN_MISUSE.dayUnread(part.text.slice(0, 20)) };
  const around = part.text.slice(0, read.span[0]) + part.text.slice(read.span[1]);
  return /^[\s\p{P}]*(?:前|之前)?[\s\p{P}]*$/u.test(around)
    ? read.day
    : { problem: PLAN_MISUSE.dayUnread(part.text.slice(0, 20)) };
}

const VERSIONS = /^(?:的)?(?:版本|历史|历次|所有版本|全部版本)$/;
const COMPARE =
  /^(?:比较|对比|差异)\s*(?:第)?\s*(\d{1,4})\s*(?:版)?\s*(?:[和与到、,~-]|\s)\s*(?:第)?\s*(\d{1,4})\s*(?:版)?$/;
const ONE = /^(?:第)?\s*(\d{1,4})\s*版$|^版本\s*(\d{1,4})$/;

/** 计划 [项目] [版本 | 第2版 | 比较 2 3]; anything else is no question about the plan. */
export function readShowPlan(input: ReadInput): CallOf<'plan-show'> | null {
  const { projectIds, left: rest } = takeProject(trimMarks(input.rest), input, 'anywhere');
  const said = trimMarks(rest).folded;
  const show = (what: CallOf<'plan-show'>['what']) => ({ name: 'plan-show', projectIds, what }) as const;
  if (/^(?:的|呢|吗|看看|怎么样|\s|\p{P})*$/u.test(said)) return show({ kind: 'agreed' });
  if (VERSIONS.test(said)) return show({ kind: 'versions' });
  const one = ONE.exec(said);
  if (one) return show({ kind: 'version', version: Number(one[1] ?? one[2]) });
  const both = COMPARE.exec(said);
  return both && show({ kind: 'compare', before: Number(both[1]), after: Number(both[2]) });
}
