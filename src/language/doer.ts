/** Who took a step, where the words say it (宋丽转办的, 我催过的), rather than whose it is (李航手上催过的). */
import type { Step } from '../domain/issue-filter.ts';
import type { QueryWord } from './lexicon/query-word.ts';
import type { Piece } from './pieces.ts';

/** What the clock does, or what several steps have in common, nobody is said to have done. */
const NOBODYS: readonly Step[] = [
  'told-up',
  'told-principal',
  'rerouted',
  'moved',
  'advanced',
  'turned-yellow',
  'turned-red',
];
/** 宋丽主任, 刘敏自己, 王建国他们秘书: still the same. */
const CALLED = /^(?:同志|大?队长|副?局长|总?经理|书记|副?[市县区]长|秘书|联络员|主任|老?总|自己|本人|他|她)$/;
const BETWEEN = /^(?:又|也|还|都|一共|总共|亲自|自己|已经|已|刚刚?|到底|究竟|前后|先后|昨|今|给|来|都给)$/;
const PASSIVE = /被|挨|让人|[来到](?:的|了)?$|到我们|上来/;

/** Whether somebody named right in front of the step took it. */
export function isDoneBy(meaning: QueryWord, pieces: readonly Piece[], at: number): boolean {
  if (!isTaken(meaning) || PASSIVE.test(pieces[at]?.text ?? '')) return false;
  const before = pieces.slice(0, at).findLast((piece) => !isBetween(piece));
  return before !== undefined && isPerson(before);
}

function isTaken(meaning: QueryWord): boolean {
  if (meaning.tag === 'step') return !NOBODYS.includes(meaning.step);
  return meaning.tag === 'state' && meaning.state.kind === 'mark' && meaning.state.mark === 'bounced';
}

/** Stands between who took a step and the step: 一共, a day, a title. */
export function isBetween({ kind, text }: Piece): boolean {
  return (
    kind === 'period' || kind === 'break' || BETWEEN.test(text) || (kind === 'word' && CALLED.test(text))
  );
}

/** 我的催过的: whose they are. */
function isPerson(piece: Piece): boolean {
  const me = piece.kind === 'word' && piece.meanings.some(({ tag }) => tag === 'me');
  return piece.kind === 'someone' || piece.kind === 'person' || (me && !piece.text.endsWith('的'));
}
