/** What is asked of each problem, or how often a step was taken, beside what says which problems are meant. */
import { WAITING_STATUSES } from '../domain/issue.ts';
import { type AskedOf, askedIn, DEFINITE } from './lexicon/asked.ts';
import type { QueryWord, StateWord } from './lexicon/query-word.ts';
import { TURNS, type Turn } from './lexicon/turns.ts';
import type { Scan } from './scanned.ts';

/** No question is longer; what is cut out of stories says nothing. */
const LONGEST = 80;

/** Words of other measures: with one of them what was cut is part of theirs. */
const OTHERS: readonly QueryWord['tag'][] = [
  ...([
    'rate',
    'duration',
    'trend',
    'against',
    'than',
    'node',
    'highest',
    'lowest',
    'monthly',
    'told',
  ] as const),
  ...(['versus-average', 'send', 'mine', 'weather', 'links', 'link-name', 'why', 'of-projects'] as const),
];
const APART: readonly QueryWord['tag'][] = ['by', 'most', 'more', 'each'];

type Read = (text: string) => Scan;

/**
 * Reads the text without what is asked, where the rest says which problems are meant; else as it stands.
 * @param read the text as a scan; what is cut is blank, so that every place stays where it was
 */
export function withAsked(folded: string, read: Read): Scan {
  if (folded.length > LONGEST) return read(folded);
  // 我这个延期: whose it is, not which of several.
  const text = folded.replace(
    /(?<=我|我们局|我局|我单位)[那这][个条件](?!月|星期|礼拜|季度|年|周|分管|领导|主要)/g,
    '  ',
  );
  for (const turn of TURNS) {
    const turned = turnedBy(turn, text, read);
    if (turned) return turned;
  }
  return askedOf(text, read);
}

function turnedBy(turn: Turn, text: string, read: Read): Scan | undefined {
  const said = turn.said.exec(text)?.[0];
  if (said === undefined) return undefined;
  const scan = askedOf(text.replace(said, ' '.repeat(said.length)), read);
  if (!turn.fits(scan)) return undefined;
  const plain = read(text);
  if (!losesNothing(scan, plain)) return undefined;
  const more = ['asked', ...(turn.tags ?? [])] as const;
  const made: Scan = {
    ...scan,
    ...turn.sets,
    ...(DEFINITE.test(text) && { definite: true as const }),
    tags: new Map([...scan.tags, ...more.map((tag) => [tag, 1] as const)]),
    heard: new Map([...scan.heard, ...more.map((tag) => [tag, said] as const)]),
  };
  return turn.sets.longestPaused ? withState(made, { kind: 'status', status: 'paused' }, said) : made;
}

function withState(scan: Scan, state: StateWord, said: string): Scan {
  if (scan.states.some((s) => s.kind === state.kind)) return scan;
  const heard = new Map(scan.heard).set(state, said);
  return { ...scan, states: [...scan.states, state], heard };
}

function askedOf(text: string, read: Read): Scan {
  const plain = read(text);
  const asked = askedIn(text);
  if (!asked) return timesOf(text, plain, read) ?? plain;
  const scan = read(asked.rest);
  const { step, fact, bare, heard: said } = asked;
  if (fact !== undefined && isOnTheDay(scan, fact)) return tookOnTheDay(scan, fact, said);
  // 待签收的今天签了没: of which day it is nobody can tell.
  if (fact !== undefined && STEP_OF[fact] && isUndecided(scan)) return { ...scan, left: [said] };
  const fits = step === undefined ? asksOfEach(scan, asked, text, plain) : countsSteps(scan, plain);
  if (!fits) return plain;
  return {
    ...scan,
    ...(fact && { fact: fact === 'age' && waits(scan) ? 'waiting' : fact }),
    ...(step && { step, counted: true as const, ...doerOf(scan, said) }),
    ...(bare && { bare }),
    ...(DEFINITE.test(text) && { definite: true as const }),
    tags: new Map([...scan.tags, ['asked', 1] as const]),
    heard: new Map([...scan.heard, ['asked', said] as const]),
  };
}

const HOW_OFTEN =
  /(?:一共|总共|共|有|是|发生|出现|搞|来){0,2}(?:几|多少|好多|几多)(?:次|回|道|遍)(?:了|啊|呢|呀)?[\s\p{P}]*$/u;

/** 被退回来重办的这个月有几次: the number behind what was done. */
function timesOf(text: string, plain: Scan, read: Read): Scan | undefined {
  const said = HOW_OFTEN.exec(text)?.[0];
  if (said === undefined) return undefined;
  const scan = read(text.slice(0, -said.length).padEnd(text.length));
  const state = scan.states.find((s) => s.kind === 'mark' || s.kind === 'told-up');
  const step =
    scan.step ??
    (state?.kind === 'told-up'
      ? 'told-up'
      : state?.mark === 'bounced' || state?.mark === 'reopened'
        ? state.mark
        : undefined);
  if (step === undefined || any(scan, OTHERS) || !losesNothing(scan, plain)) return undefined;
  return {
    ...scan,
    step,
    counted: true,
    states: scan.states.filter((one) => one !== state),
    tags: new Map([...scan.tags, ['asked', 1] as const]),
    heard: new Map([...scan.heard, ['asked', said.trim()] as const]),
  };
}

/** 宋丽催了几回, 我催办了几次: who is named did it; 赵磊被催了几次 is of theirs. */
function doerOf(scan: Scan, said: string): { doer?: true } {
  const person = scan.someone !== undefined || scan.personOpenIds.length > 0 || scan.tags.has('me');
  return person && !/被|挨/.test(said) ? { doer: true } : {};
}

/** The step a fact asks after: with a day beside it the day is of that. */
const STEP_OF: Partial<Record<NonNullable<AskedOf['fact']>, NonNullable<Scan['step']>>> = {
  signed: 'signed',
  urged: 'urged',
  bounced: 'bounced',
  reopened: 'reopened',
};

/** 李航昨天签了没有: what was signed then. */
function isOnTheDay(scan: Scan, fact: NonNullable<AskedOf['fact']>): boolean {
  const { periods, basis, states, left } = scan;
  const begun = (period: (typeof periods)[number]) =>
    period.past || /^[今本这]/.test(scan.heard.get(period) ?? '');
  const timed = periods.length > 0 && periods.every(begun) && basis === undefined;
  return STEP_OF[fact] !== undefined && timed && states.length + left.length === 0 && !isEvent(scan);
}

function isUndecided(scan: Scan): boolean {
  const { periods, basis, states } = scan;
  return periods.length > 0 && basis === undefined && states.length > 0 && !isEvent(scan);
}

function tookOnTheDay(scan: Scan, fact: NonNullable<AskedOf['fact']>, said: string): Scan {
  const step = STEP_OF[fact] ?? 'signed';
  const tags = new Map([...scan.tags, ['step', 1] as const, ['count', 1] as const]);
  const heard = new Map([...scan.heard, ['step', said] as const]);
  return { ...scan, step, tags, heard };
}

const any = ({ tags }: Scan, some: readonly QueryWord['tag'][]) => some.some((tag) => tags.has(tag));

/** Where it waits for somebody, what goes on is the waiting. */
function waits({ states }: Scan): boolean {
  return states.some((s) => s.kind === 'status' && WAITING_STATUSES.includes(s.status));
}

/** Nothing of the text is lost by it that was understood before. */
function losesNothing(scan: Scan, plain: Scan): boolean {
  const length = ({ left }: Scan) => left.join('').length;
  return scan.left.length === 0 || length(scan) < length(plain);
}

function countsSteps(scan: Scan, plain: Scan): boolean {
  return scan.step === undefined && !any(scan, OTHERS) && losesNothing(scan, plain);
}

/** How many ways there are in which the rest says which are meant. */
function waysNamed(scan: Scan): number {
  const { unitIds, projectIds, areaIds, personOpenIds, categoryIds, texts, kinds, tags } = scan;
  const some = [unitIds, projectIds, areaIds, personOpenIds, categoryIds, texts, kinds];
  return (
    some.filter((list) => list.length > 0).length +
    (scan.someone !== undefined || tags.has('me') || tags.has('our-unit') ? 1 : 0) +
    (scan.park !== undefined || scan.industry !== undefined ? 1 : 0)
  );
}

/** What is asked of each fits what the rest means. */
function asksOfEach(scan: Scan, { fact, heard }: AskedOf, folded: string, plain: Scan): boolean {
  // 哪天报办结的: what it is of is no step that was taken.
  const loses = fact !== 'reported' && !losesNothing(scan, plain);
  if (picksOut(plain, heard) && !DEFINITE.test(folded)) return false;
  if (any(scan, OTHERS) || any(scan, APART) || loses) return false;
  const definite = DEFINITE.test(folded);
  const ways = waysNamed(scan);
  const stated = scan.states.some(({ kind }) => kind !== 'all') || scan.step !== undefined;
  const timed = scan.periods.length > 0;
  const set = isEvent(scan);
  // 超了几天, alone: it goes on from what was shown.
  if (ways === 0 && !stated && scan.basis === undefined && !timed)
    return (
      scan.left.length === 0 &&
      plain.left.length > 0 &&
      !any(scan, ['noun', 'count', 'how', 'which', 'here', 'everywhere'])
    );
  // 今天签了没: of which day it is nobody can tell.
  if (timed && !set && scan.basis === undefined && !scan.states.some(({ kind }) => kind === 'closed'))
    return false;
  const over = scan.states.some(({ kind }) => kind === 'closed');
  switch (fact) {
    case 'who':
      return definite || stated || ways > 1 || scan.texts.length > 0;
    case 'extension':
      return /延/.test(heard) ? ways > 0 || stated : scan.states.some(({ kind }) => kind === 'extension');
    case 'progress':
      return set;
    case 'in-time':
      return set || over || definite || scan.categoryIds.length > 0 || scan.texts.length > 0;
    case 'rating':
      return /认可|满意的/.test(heard)
        ? set || over || definite
        : (set || over || definite) && (ways > 0 || timed);
    case 'paused':
      // 待签收的在等什么: of what stands still alone a reason is kept.
      return (
        !/等/.test(heard) ||
        (scan.states.length > 0 && scan.states.every((s) => s.kind === 'status' && s.status === 'paused'))
      );
    case 'closed':
      return definite || ways > 0 || set;
    default:
      return true;
  }
}

/** 哪几件延过期, 有没有催过的: which of them it befell, and not what became of each. */
function picksOut(plain: Scan, heard: string): boolean {
  return (
    /过期?的?$/.test(heard) && plain.left.length === 0 && any(plain, ['count', 'which']) && befell(plain)
  );
}

const befell = ({ states, step }: Scan): boolean =>
  step !== undefined || states.some(({ kind }) => kind === 'extension' || kind === 'mark');

/** They are what befell on some days, or ever: 昨天转办的, 十月份登记的, 本月办结的, 退回的. */
export function isEvent({ states, step, basis, periods }: Scan): boolean {
  const timed = periods.length > 0;
  return (
    step !== undefined ||
    (timed && basis === 'logged') ||
    (timed && states.some(({ kind }) => kind === 'closed')) ||
    states.some((s) => s.kind === 'mark' && ['bounced', 'reopened', 'unsatisfied'].includes(s.mark))
  );
}
