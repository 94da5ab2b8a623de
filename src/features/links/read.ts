/** Readers of 导航图, 第N环节, 进度 and what belongs to a link. Which link is meant is looked up later: projects have their own. */
import type { CallOf } from '../../commands/call.ts';
import { ordinalEnd } from '../../commands/prefix.ts';
import { type TakenProject, takeProject } from '../../commands/read/project.ts';
import type { LinkAspect } from '../../domain/link-aspects.ts';
import { misuse, type ReadInput } from '../../language/definition.ts';
import { withoutLinkFrames } from '../../language/lexicon/link-frames.ts';
import { linksNamedIn } from '../../language/lexicon/link-names.ts';
import { withoutNodeFrames } from '../../language/lexicon/node-frames.ts';
import { findMarkedNumbers } from '../../language/lexicon/numbers.ts';
import { isAsking } from '../../language/mood.ts';
import { findUnits } from '../../language/names.ts';
import {
  cut,
  isBlank,
  MENTION,
  openIdsOf,
  type Phrase,
  trim,
  trimMarks,
  without,
} from '../../language/phrase.ts';
import type { Misuse } from '../../language/said.ts';
import { BLOCK_WORDS, DEFER_WORDS, HISTORY_WORDS, MATERIAL_WORDS, PART_WORDS, PROGRESS } from './words.ts';

export type ProgressStep = 'start' | 'finish' | 'unconcerned' | 'restore' | 'unit';

type SaidProject = Pick<TakenProject, 'projectIds'>;

declare module '../../commands/call.ts' {
  interface FeatureCalls {
    /** `asks`: what is told first; else by the words. */
    'link-map': SaidProject & { asks?: LinkAspect[] };
    /** `words`: what names the link. */
    link: SaidProject & { words: string };
    /** The same, asked for by 进度. `general`: of no project, whose it is and what it takes; `also`: and of these. */
    'link-state': SaidProject & { words: string; general?: true; also?: string[]; asks?: LinkAspect[] };
    /** `tail`: what stands behind the step: a day, a reason, a unit. */
    'link-progress': SaidProject & { words: string; step: ProgressStep; tail: string; unitIds?: number[] };
    'link-history': SaidProject & { lines: string[] };
    /** `text`: link and material, with whatever deadline; cut apart when the links are known. */
    'link-defer': SaidProject & { text: string; openIds: string[]; unitIds: number[] };
    /** `ticked` null: only shown. */
    'link-materials': SaidProject & { text: string };
    /** `change` null: only shown. */
    'link-parts': SaidProject & {
      words: string;
      change: { total: number } | { done: number } | { parts: number[]; on: boolean } | null;
    };
    'link-block': SaidProject & { words: string; problemId: number | null; blocks: boolean };
  }
}

export function readMap(input: ReadInput): CallOf<'link-map'> | null {
  const { projectIds, left } = takeProject(trimMarks(input.rest), input, 'anywhere');
  return /^(?:项目|专班|的|吧|看看|看一下|一下|呢|[\s\p{P}])*$/u.test(left.folded)
    ? { name: 'link-map', projectIds }
    : null;
}

const ASKED =
  /(?:怎么办理?|怎么弄|怎样办理?|如何办理?|找谁办?|谁来?办理?|归谁管|在哪里?办|到哪里?办|去哪里?办|到哪儿?办|办什么|(?:要|需要|交|准备)?(?:哪些|什么)材料|要?多久|要?几天|多长时间|多少钱|收费|情况|怎么样|怎样|进展|进度|如何|到哪一?步?|完成|办完|办好|开始|是什么|[了呢吗的嘛吧啊]|[\s\p{P}])+$/u;

/** 环节类问题几件逾期, 环节上卡住的有哪些项目, 环节走到第几个了: no name of a link. */
const COUNTS = /百分之|几成|比例|占比|[几多][个件项条少]|哪[些个几]|多少|[各每]个?项目/;
const GOES_ON = /^(?:上|类|里|中|走|卡|拖|都|还|总共|一共|[逾超误]期|超时|滞后|延误)/;

const ON_THE_WAY = /^(?:现在|目前|一共|总共|都|是|各|各自|已经)*(?:办理?|做|弄|搞|走|推进?|进行)得?$/;

/** What names the link, without the question around it: 第7环节找谁办. */
export function readLink(input: ReadInput): CallOf<'link' | 'link-state' | 'link-map'> | null {
  const rest = trimMarks(input.rest);
  const { projectIds, left } = takeProject(rest, input, 'anywhere');
  if (isBlank(left))
    return input.word === '进度' || projectIds.length > 0 ? { name: 'link-map', projectIds } : null;
  if (HISTORY.test(left.folded) || left.folded.includes('\n')) return null;
  if (!isAsking(left.folded) && stepIn(left)) return null;
  const words = nameOf(left.text.replace(ASKED, '').trim());
  // 美利信进度有没有落后: no name of a link.
  if (input.word === '进度' && withoutNodeFrames(words)?.trim() === '') return null;
  if (!input.separated && isNumberWithMore(words)) return null;
  // 美利信的环节都办到哪了: all of them.
  if (ON_THE_WAY.test(words)) return projectIds.length > 0 ? { name: 'link-map', projectIds } : null;
  if (words === '' || words.length > 40 || left.mentions.length > 0) return null;
  if (COUNTS.test(words) || (input.word === '环节' && !input.separated && GOES_ON.test(words))) return null;
  return { name: input.word === '进度' ? 'link-state' : 'link', projectIds, words };
}

/** 第14环节怎么还没完: the number says which. */
function nameOf(words: string): string {
  const [number] = ORDINAL.exec(words) ?? [];
  return number !== undefined && withoutLinkFrames(words.slice(number.length))?.trim() === ''
    ? number
    : words;
}
/** 第7环节哪家最慢: more is asked than the one link. */
function isNumberWithMore(words: string): boolean {
  const [number] = ORDINAL.exec(words) ?? [];
  const more = number === undefined ? '' : words.slice(number.length).trim();
  return more !== '' && linksNamedIn(more)?.rest.trim() !== '';
}
const ORDINAL = /^第\s*[0-9一二三四五六七八九十]{1,3}\s*号?个?环节/u;

const STEPS: readonly [ProgressStep, RegExp][] = [
  ['unconcerned', /(?:不涉及|无需办理|不需要办理?|不用办理?)/],
  ['finish', /(?:已经|已|全部)?(?:完成|办完|办结|办好|做完|拿到证?|取得)了?/],
  ['start', /(?:已经|已)?(?:开始|启动|着手|受理)(?:办理|办)?了?/],
  ['restore', /(?:恢复|重新涉及|涉及)/],
  ['unit', /(?:责任单位|牵头单位|单位)(?=[\s:])/],
];

/** The first step that is said behind something else. */
function stepIn(phrase: Phrase): { step: ProgressStep; from: number; until: number } | undefined {
  const found = STEPS.flatMap(([step, words]) => {
    const match = words.exec(phrase.folded);
    if (!match || match.index === 0) return [];
    // 建设单位自主验收: the word 单位 belongs to a name.
    if (step === 'unit' && !/\s/.test(phrase.folded.charAt(match.index - 1))) return [];
    return [{ step, from: match.index, until: match.index + match[0].length }];
  });
  return found.toSorted((a, b) => a.from - b.from)[0];
}

export function readProgress(input: ReadInput): CallOf<'link-progress'> | Misuse | null {
  const rest = trimMarks(input.rest);
  if (isAsking(rest.folded) || rest.folded.includes('\n') || HISTORY.test(rest.folded)) return null;
  const { projectIds, left } = takeProject(rest, input, 'first');
  const found = stepIn(left);
  if (!found)
    return input.word === '进度' && input.separated && /[完涉恢始]/.test(left.folded)
      ? misuse(input, PROGRESS.usage)
      : null;
  const before = takeProject(trimMarks(cut(left, 0, found.from)), input, 'anywhere');
  const words = before.left.text.trim();
  if (words === '') return misuse(input, PROGRESS.usage);
  const tail = trimMarks(cut(left, found.until));
  // 第7环节拿到的项目, 第14环节办完几家: nothing is reported.
  if (tail.folded.startsWith('的') || /[几哪谁]|多少/.test(tail.folded)) return null;
  return {
    name: 'link-progress',
    projectIds: projectIds.length > 0 ? projectIds : before.projectIds,
    words,
    step: found.step,
    tail: tail.text,
    ...(found.step === 'unit' && {
      unitIds: findUnits(tail, input.context.directory).flatMap(({ ids }) => (ids.length === 1 ? ids : [])),
    }),
  };
}

const HISTORY = /^(?:(?:补录|补记)\s*(?=\S)|(?:已完成|完成)\s*(?=[\d第一二三四五六七八九十:\n]))/;

/** 进度 补录 1 2 3 4 2026-05-01, or one link a line. */
export function readHistory(input: ReadInput): CallOf<'link-history'> | Misuse | null {
  const rest = trim(input.rest);
  const { projectIds, left } = takeProject(rest, input, 'first');
  const word = HISTORY.exec(left.folded)?.[0];
  const several = left.folded.includes('\n');
  if (word === undefined && !several) return null;
  const lines = cut(left, word?.length ?? 0)
    .text.split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return misuse(input, HISTORY_WORDS.usage);
  return { name: 'link-history', projectIds, lines: lines.slice(0, 60) };
}

export function readDefer(input: ReadInput): CallOf<'link-defer'> | Misuse | null {
  const { projectIds, left } = takeProject(trimMarks(input.rest), input, 'first');
  if (isBlank(left)) return misuse(input, DEFER_WORDS.usage);
  if (isAsking(left.folded)) return null;
  const spans = left.mentions.map(({ span }) => span);
  const units = findUnits(left, input.context.directory);
  const text = without(left, spans).text.replaceAll(MENTION, '');
  return {
    name: 'link-defer',
    projectIds,
    text,
    openIds: openIdsOf(left),
    unitIds: units.flatMap(({ ids }) => (ids.length === 1 ? ids : [])),
  };
}

export function readMaterials(input: ReadInput): CallOf<'link-materials'> | Misuse | null {
  const { projectIds, left } = takeProject(trimMarks(input.rest), input, 'anywhere');
  if (isBlank(left)) return input.separated ? misuse(input, MATERIAL_WORDS.usage) : null;
  return input.separated ? { name: 'link-materials', projectIds, text: left.text.trim() } : null;
}

const THESE_PARTS =
  /^(.+?)[\s,，:：]+第\s*(\d{1,4}(?:\s*[、,，和]\s*(?:第\s*)?\d{1,4})*)\s*[项个栋段]\s*(?:已?(?:完成|办完|做完|好了)|(取消|未完成|没完成|不算))$/;
const PARTS = /^(.+?)[\s,，:：]+(?:共|分)?\s*(\d{1,4})\s*[项个栋段]?\s*(完成|已完成|办完|做完|好了)?$/;

export function readParts(input: ReadInput): CallOf<'link-parts'> | Misuse | null {
  const { projectIds, left } = takeProject(trimMarks(input.rest), input, 'anywhere');
  const call = (words: string, change: CallOf<'link-parts'>['change']) =>
    ({ name: 'link-parts', projectIds, words: words.trim(), change }) as const;
  const [, link, numbers = '', off] = THESE_PARTS.exec(left.folded) ?? [];
  const parts = numbers.match(/\d{1,4}/g)?.map(Number);
  if (link !== undefined && parts) return call(link, { parts, on: off === undefined });
  const [, words, count, done] = PARTS.exec(left.folded) ?? [];
  if (words !== undefined && count !== undefined)
    return call(words, done === undefined ? { total: Number(count) } : { done: Number(count) });
  if (input.separated && (ordinalEnd(left.folded) === left.folded.length || isAsking(left.folded)))
    return call(left.text.replace(ASKED, ''), null);
  return input.separated ? misuse(input, PART_WORDS.usage) : null;
}

/** 卡 第11环节 #12, also without the number in reply to the problem's card. */
export function readBlock(input: ReadInput): CallOf<'link-block'> | Misuse | null {
  const rest = trimMarks(input.rest);
  const numbers = findMarkedNumbers(rest.folded).filter(
    ({ span }) => !/^\s*个?环节/.test(rest.folded.slice(span[1])),
  );
  const [number] = numbers;
  const problemId = number?.id ?? input.inReplyTo?.issueId ?? null;
  const { projectIds, left } = takeProject(
    trimMarks(without(rest, number ? [number.span] : [])),
    input,
    'anywhere',
  );
  const words = left.text.replace(/^(?:住|在|着|了)+/, '').trim();
  if (numbers.length !== 1 && input.inReplyTo?.issueId === undefined)
    return input.separated && /环节/.test(rest.folded) ? misuse(input, BLOCK_WORDS.usage) : null;
  const blocks = !input.word.startsWith('不');
  // 卡 #12: which link is asked, the likeliest first.
  if (words === '' && !(blocks && problemId !== null && input.separated))
    return input.separated ? misuse(input, BLOCK_WORDS.usage) : null;
  if (!input.separated && number === undefined) return null;
  return { name: 'link-block', projectIds, words, problemId, blocks };
}
