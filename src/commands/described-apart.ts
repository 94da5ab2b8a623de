/**
 * One problem that stands out though words that name it do not stand in it, or though what is asked of it is in words of
 * no meaning here: named up to a pointer or a mark, and what stands behind is asked of it. Writes nothing.
 */
import { loadBasis } from '../db/link.ts';
import type { Answer } from '../domain/answer.ts';
import { isMeant } from '../domain/described-verdict.ts';
import { headsIn } from '../language/described-parts.ts';
import { type Description, descriptionIn, nameAtStart } from '../language/description.ts';
import {
  ASKS_A_FIGURE,
  ASKS_LOOSELY,
  COUNTS_MANY,
  DEFINITE_ONE,
  IN_GENERAL,
  POINTS_AT_ONE,
} from '../language/lexicon/describing.ts';
import { linksNamedIn } from '../language/lexicon/link-names.ts';
import { isQuestioning } from '../language/mood.ts';
import type { Phrase } from '../language/phrase.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { findDescribed, findStandingOut } from './described-find.ts';
import { tellWhichOf } from './described-several.ts';
import { type Found, tellOne } from './described-told.ts';

const MARK = /[\s,，。;；?？!！]+/u;
/** 除了取水还有啥: it is the one that is not meant. */
const OTHERS = /除了|除开|除去|别的|其他|其它|另外/;

/** undefined: none does */
export async function tellStandingOut(context: CommandContext, phrase: Phrase): Promise<Answer | undefined> {
  const { folded } = phrase;
  if (COUNTS_MANY.test(folded) || OTHERS.test(folded)) return undefined;
  const asks = isQuestioning(folded) || ASKS_LOOSELY.test(folded);
  const figure = ASKS_A_FIGURE.test(folded);
  let several: readonly Found[] | undefined;
  for (const { head } of headsIn(phrase)) {
    const pointed = POINTS_AT_ONE.test(head.folded);
    if (!asks && !pointed) continue;
    const general = IN_GENERAL.test(folded) && !DEFINITE_ONE.test(head.folded);
    for (const one of await descriptionsOf(context, head, folded)) {
      if (one.ofProject && !pointed) continue;
      const description = { ...one, pointed, asks, figure, general };
      // 我下午要去美利信现场，…: a clause that points at nothing and begins with no project needs more than one word.
      const begins = pointed || nameAtStart(head.folded, context) !== undefined;
      const all = await foundBy(context, description);
      // …现场 你把他们还没了的事捋一遍: the clause that ends there names it.
      const [clause = ''] = head.folded.split(MARK).slice(-1);
      const found = all?.filter(
        ({ ranked, words }) =>
          (begins || ranked.strength >= SURE) && words.held.some((one) => clause.includes(one)),
      );
      const [first, second] = found ?? [];
      if (second) several ??= found;
      else if (first)
        return tellOne(context, pointed ? first : untilHeld(first, folded), { folded, description });
    }
  }
  return several && tellWhichOf(context, several);
}

const SURE = 1.8;

/** The one all words of which stand in it, else the one that stands out. */
async function foundBy(context: CommandContext, description: Description): Promise<Found[] | undefined> {
  const near = (await findDescribed(context, description)) ?? [];
  const whole = near.filter(({ ranked, words }) => isMeant(ranked, words.missing));
  return whole.length > 0 ? whole : findStandingOut(context, description);
}

/** 110迁改不解决的话会耽误哪个手续: what stands behind its name is asked, and not missing. */
function untilHeld({ words, ...found }: Found, folded: string): Found {
  const last = Math.max(-1, ...words.held.map((one) => folded.lastIndexOf(one)));
  return {
    ...found,
    words: { ...words, missing: words.missing.filter((one) => folded.indexOf(one) < last) },
  };
}

/** With the project in front apart from what is glued to it; none, where only a link that has a plan is named. */
async function descriptionsOf(context: CommandContext, head: Phrase, whole: string): Promise<Description[]> {
  const read = readContextOf(context);
  const glued = nameAtStart(head.folded, read);
  const all = [glued && descriptionIn(head, read, glued), descriptionIn(head, read)];
  const described: Description[] = [];
  for (const one of all) if (one && !(await isLink(context, one, whole))) described.push(one);
  return described;
}

/** 施工许可证当初计划哪天拿, 图审: days and the name of a link, of a project that has its plan. */
const OF_LINK = /计划|预测|原定|按期|环节|哪天(?:拿|办|过|下)/;

async function isLink(
  context: CommandContext,
  { said, projectIds, definite }: Description,
  whole: string,
): Promise<boolean> {
  const [projectId] = projectIds;
  const links = linksNamedIn(said.join(' '));
  if (!links?.names.length) return false;
  const alone = links.rest.trim() === '' && !definite;
  if (!alone && !OF_LINK.test(whole)) return false;
  return projectId === undefined || (await loadBasis(context.tx, projectId)) !== undefined;
}
