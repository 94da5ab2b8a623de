/** Whether words go on from something, by how they begin and what they lack. */
import { asksOneFact } from '../language/lexicon/asked.ts';
import {
  hangsInTheAir,
  isDefinite,
  LEADING,
  LEANING,
  LEANING_PART,
  MARKED,
  ONLY,
  PERHAPS_LEANING,
  POINTING,
  WHOSE_AMONG,
} from '../language/lexicon/follow-ups.ts';
import { type Turn, turnsIn } from '../language/lexicon/going-on.ts';
import { cutStart, type Phrase, trim } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import { saysSomething } from '../language/topic.ts';
import { isWholeQuestion, type Match } from './call.ts';
import { isBareName, isClear } from './follow-bearing.ts';
import { namesAny } from './follow-one.ts';

/** 啥时候能投产, right after a project's card. */
const WHEN_NODE = /(?:什么时候|啥时候|几时|哪天|多久)(?:能|可以|才能)?(?:开工|投产|动工)/;

/** Understood to the end, and begins with what goes on from something. */
export function leaning(scan: Scan, { folded }: Phrase, match: Match): 'surely' | 'perhaps' | undefined {
  if (scan.left.length > 0 || scan.doubt || scan.tags.has('everywhere')) return undefined;
  if (!saysSomething(scan) || (match.kind === 'call' && match.call.name !== 'ask')) return undefined;
  const counts = (['count', 'how', 'rate', 'duration'] as const).some((tag) => scan.tags.has(tag));
  // 只看用地的, 有没有环保局的: names, and nothing that is asked of them.
  if ((ONLY.test(folded) && !counts) || (WHOSE_AMONG.test(folded) && isBareName(scan))) return 'surely';
  if (namesAny(scan)) return undefined;
  if (LEANING.test(folded)) return 'surely';
  if (LEANING_PART.test(folded) && match.kind !== 'call') return 'surely';
  return PERHAPS_LEANING.test(folded) && !scan.by && scan.periods.length === 0 ? 'perhaps' : undefined;
}

/** A command is one; so is a question that is whole by itself. */
export function mayGoOn(match: Match, { folded }: Phrase): boolean {
  if (match.kind === 'unknown') return match.doubt === undefined || asksOneFact(folded);
  if (match.kind !== 'call') return true;
  const { call } = match;
  // 还有几天 alone counts down to all nodes, behind a card to its deadline.
  if (call.name === 'countdown') return hangsInTheAir(folded) || WHEN_NODE.test(folded);
  if (call.name === 'weather') return call.all;
  // 能评归谁管, after a link of a project: that of the project.
  if (call.name === 'link-state') return call.general === true;
  return call.name === 'ask' || (call.name === 'urge' && call.issueId === undefined);
}

export function withoutMarks(phrase: Phrase): Phrase {
  return trim(cutStart(phrase, LEADING));
}

/** Understood to the end, and no question of its own. */
export function goesOn(scan: Scan, phrase: Phrase, match: Match): boolean {
  const pointed = POINTING.test(phrase.folded);
  const said = isClear(scan) || (pointed && scan.tags.has('which'));
  if (scan.left.length > 0 || scan.doubt || !said) return false;
  const marked = pointed || MARKED.test(phrase.folded);
  // 新增 用地 本月: a question by itself, however short.
  const alone =
    scan.periods.length > 0 && namesAny(scan) && (scan.basis !== undefined || scan.states.length > 0);
  if (match.kind === 'unknown' && alone && !marked) return false;
  const measured = (['count', 'how', 'rate', 'duration', 'against'] as const).some((tag) =>
    scan.tags.has(tag),
  );
  const whole = measured && !pointed;
  if (match.kind === 'call')
    return match.call.name === 'ask' && ((marked && !whole) || isDefinite(phrase.folded, scan));
  return match.kind === 'unknown';
}

/** A whole question that asks for a figure itself is none: 不算用地的还有几件逾期. */
const ASKING = ['count', 'how', 'rate', 'duration', 'why', 'most', 'longest'] as const;

export function turnsOf({ folded, mentions }: Phrase, match: Match, scan: Scan): Turn[] | undefined {
  if (mentions.length > 0) return undefined;
  const turns = turnsIn(folded);
  const whole = isWholeQuestion(match);
  const [turn] = turns ?? [];
  const asks = turn?.turn === 'forecast' || ASKING.some((tag) => scan.tags.has(tag));
  const merges =
    turn !== undefined && ['instead', 'also', 'without', 'within', 'forecast'].includes(turn.turn);
  return whole && merges && asks ? undefined : turns;
}
