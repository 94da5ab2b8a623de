/** 供电台账，发来 as 把供电公司的台账发我: which problems are asked for as a file, in the words that are read. */
import type { ReadContext } from './definition.ts';
import { fileAskedIn } from './lexicon/file-requests.ts';
import { inSimplified } from './lexicon/traditional.ts';
import { fold, type Phrase, readPhrase } from './phrase.ts';

const ALL = /全部|所有|全区/u;

/** undefined: it asks for no file; `before`: of what was told just now, if anything was; `points`: of that alone. */
export function fileRequest(
  phrase: Phrase,
  context: ReadContext,
): { asked: Phrase; before?: boolean; points?: boolean } | undefined {
  if (phrase.mentions.length > 0) return undefined;
  const asked = fileAskedIn(inSimplified(phrase.folded));
  if (!asked) return undefined;
  const whole = asked.whole ? '全部' : '';
  if (asked.of === undefined || asked.of === '')
    return {
      asked: readPhrase(`把${whole}的台账发我`.replace('把的', '把')),
      before: !asked.whole,
      points: asked.of === undefined,
    };
  const said = withUnit(asked.of, context);
  const all = ALL.test(said) ? '' : whole;
  return { asked: readPhrase(`把${said}${all}的台账发我`) };
}

/** 供电, which is a unit and a kind of matter: whose ledger it is. 供电类 stays the kind. */
function withUnit(said: string, { directory }: ReadContext): string {
  const { units, categories } = directory.data;
  const kind = categories.find(({ name }) => fold(name) === fold(said));
  const own =
    kind &&
    units.filter(({ name, shortNames }) =>
      [name, ...shortNames].some((one) => fold(one).startsWith(fold(said))),
    );
  const [unit] = own ?? [];
  return unit && own?.every(({ name }) => name === unit.name) ? unit.name : said;
}
