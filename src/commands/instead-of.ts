/** What words mean that are no question as they stand: a claim to be checked, or what nobody here can know. */
import { BEYOND_WORDS } from '../cards/words-beyond.ts';
import { beyondIn } from '../language/beyond.ts';
import type { ReadContext } from '../language/definition.ts';
import { checkedBy } from '../language/lexicon/claims.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import { type Phrase, readPhrase } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import { sentencesOf } from '../language/sentence-of-scan.ts';
import { scanHeard } from '../language/sounds.ts';
import type { CallOf } from './call.ts';

/** What a plain question may come to. */
export type Asked = CallOf<
  'ask' | 'mine' | 'countdown' | 'link-map' | 'link-state' | 'weather' | 'beyond' | 'plan-show' | 'term'
>;

interface Reader {
  named(scan: Scan): boolean;
  scanned(phrase: Phrase, scan: Scan, context: ReadContext): Asked | null;
  /** Defined where a sentence is something that can be offered. */
  alone(said: string, context: ReadContext): unknown;
}

export function isUsed(read: Asked | null): boolean {
  return read !== null && !(read.name === 'ask' && (read.unread || read.doubt));
}

/** Of words that were not understood as a question; undefined: they are to be asked back. */
export function insteadOf(
  phrase: Phrase,
  scan: Scan,
  context: ReadContext,
  reader: Reader,
): Asked | undefined {
  return checked(phrase, context, reader) ?? beyond(phrase, scan, context, reader);
}

/** 住建局说他们都办完了，是不是真的: what is open of them tells. */
export function checked(
  { folded, mentions }: Phrase,
  context: ReadContext,
  reader: Reader,
  outright = false,
): Asked | undefined {
  const said = mentions.length > 0 ? undefined : checkedBy(simplify(folded), { outright });
  if (said === undefined) return undefined;
  const asked = readPhrase(said);
  const scan = scanHeard(asked, context);
  const read = reader.named(scan) || scan.states.length > 0 ? reader.scanned(asked, scan, context) : null;
  return isUsed(read) ? (read ?? undefined) : undefined;
}

/** 明天下不下雨, 楚能的股价多少: nothing here tells. Of somebody named what can be told of them is offered. */
function beyond(
  { folded }: Phrase,
  scan: Scan,
  context: ReadContext,
  reader: Reader,
): CallOf<'beyond'> | undefined {
  const subject = beyondIn(simplify(folded), scan);
  if (!subject) return undefined;
  const named = scan.projectIds.length + scan.unitIds.length > 0;
  const told = named && subject !== 'weather' && subject !== 'elsewhere';
  const sentences = told ? sentencesOf({ ...scan, left: [] }, context) : [];
  const near = sentences.filter((one) => reader.alone(one, context) !== undefined);
  return { name: 'beyond', subject, nearest: [...near, ...BEYOND_WORDS[subject].ask].slice(0, 2) };
}
