/**
 * The mood of a sentence: whether it tells the bot to do something, or asks, hopes, denies, reports in part. Talk about
 * a problem changes nothing (product.md §3); one judgement for all commands that write.
 */
import {
  ASKING_END,
  BARE_NONE,
  CHOICE,
  CONDITION,
  CONDITION_FIRST,
  GUESS_FIRST,
  HEARSAY,
  HEARSAY_FIRST,
  HOPE,
  HOPE_FIRST,
  INDIRECT,
  NEGATED,
  NEGATED_FIRST,
  PARTIAL,
  SHORT_NE,
  STAGE,
  WH,
  WH_INSIDE,
} from './lexicon/moods.ts';

export type Mood = 'command' | 'question' | 'partial' | 'hope' | 'negation' | 'condition' | 'hearsay';

/**
 * What the words after command and number are. 'result': they state that it is done, so every doubt in them counts;
 * 'reason': free text that may tell of plans, parts and denials; 'fact': a name, a unit, a day; 'consent': a yes or no
 * with a remark; 'note': whatever there is to tell, only questions are none.
 */
export type Claim = 'result' | 'reason' | 'fact' | 'consent' | 'note';

interface Clause {
  text: string;
  /** A question mark follows. */
  asked: boolean;
}

const QUOTED = /“[^”]*”|"[^"]*"|「[^」]*」|『[^』]*』|《[^》]*》|【[^】]*】/g;

/** Longer texts are read so far: what is meant stands at the beginning, and the marks of it are many. */
const READ = 400;

function clausesOf(folded: string): Clause[] {
  const plain = folded.slice(0, READ).replace(QUOTED, '〇');
  const clauses: Clause[] = [];
  for (const [, text = '', marks = ''] of plain.matchAll(/([^\s,。;!?…~]+)([\s,。;!?…~]*)/gu))
    clauses.push({
      text: text.replace(/[\p{P}\p{S}]+$/u, (end) => (end.endsWith('%') ? end : '')),
      asked: marks.includes('?'),
    });
  return clauses.filter(({ text, asked }) => text !== '' || asked);
}

/**
 * Whether the words ask. @param folded as of {@link fold}
 * @param claim where indirect questions are told, not asked
 */
export function isAsking(folded: string, claim: Claim = 'result'): boolean {
  const clauses = clausesOf(folded);
  const [first] = clauses;
  if (!first) return folded.includes('?');
  if (/^(?:请问|想问|问一下|问下)/.test(first.text)) return true;
  const last = clauses.at(-1) ?? first;
  const told = (clause: Clause) => (claim === 'reason' || claim === 'note') && INDIRECT.test(clause.text);
  if (clauses.some(({ text, asked }) => asked || ASKING_END.test(text))) return true;
  const chooses = (clause: Clause) => CHOICE.test(clause.text) && !told(clause);
  if (chooses(first) || ([...last.text].length <= 6 && chooses(last))) return true;
  if (clauses.some((clause) => chooses(clause) && (CHOICE.exec(clause.text)?.index ?? 1) === 0)) return true;
  if (clauses.length > 1) return false;
  return (WH.test(first.text) && !told(first)) || SHORT_NE.test(first.text) || BARE_NONE.test(first.text);
}

/** Whether talk that is no command asks anywhere in it. @param folded as of {@link fold} */
export function isQuestioning(folded: string): boolean {
  return (
    isAsking(folded) || clausesOf(folded).some(({ text }) => WH_INSIDE.test(text) && !INDIRECT.test(text))
  );
}

/**
 * @param said.before what stands before the command word, folded: 我想, 请问
 * @param said.rest what follows word and number, folded
 * @param said.stage the word also says that a step is over: 已完成招标
 */
export function moodOf(said: { before?: string; rest: string; claim: Claim; stage?: boolean }): Mood {
  const { before = '', rest, claim, stage = false } = said;
  if (/请问|想问|问一下/.test(before) || isAsking(rest, claim)) return 'question';
  if (/想(?!象)/.test(before)) return 'hope';
  if (claim === 'note') return 'command';
  const texts = clausesOf(rest).map(({ text }) => text);
  const [first] = texts;
  if (first === undefined) return 'command';
  if (claim === 'result') return moodOfResult(first, texts, stage);
  if (CONDITION_FIRST.test(first)) return 'condition';
  if (NEGATED_FIRST.test(first)) return 'negation';
  if (claim === 'consent') return 'command';
  if (HEARSAY_FIRST.test(first)) return 'hearsay';
  return HOPE_FIRST.test(first) || (claim === 'fact' && GUESS_FIRST.test(first)) ? 'hope' : 'command';
}

function moodOfResult(first: string, texts: readonly string[], stage: boolean): Mood {
  const any = (sign: RegExp) => texts.some((text) => sign.test(text));
  if (any(CONDITION)) return 'condition';
  if (any(HEARSAY)) return 'hearsay';
  if (any(NEGATED)) return 'negation';
  if (any(PARTIAL) || (stage && texts.length === 1 && STAGE.test(first))) return 'partial';
  return HOPE.test(first) ? 'hope' : 'command';
}
