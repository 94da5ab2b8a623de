/** Problems that were described at once, each told with what was asked of all; and those one of which may be meant. */
import { viewLight } from '../cards/light.ts';
import { statusName } from '../cards/words.ts';
import { foundLine, foundSeveralText, foundTogetherText, whichFirstText } from '../cards/words-described.ts';
import type { Answer } from '../domain/answer.ts';
import type { Issue } from '../domain/issue.ts';
import type { Fact } from '../domain/reading.ts';
import type { Instant } from '../domain/time.ts';
import { describedAlike, describedTogether } from '../language/described-parts.ts';
import { descriptionIn, nameAtStart } from '../language/description.ts';
import { COUNTS_MANY } from '../language/lexicon/describing.ts';
import { isOnlyGlue } from '../language/lexicon/one-asked.ts';
import { type Extreme, extremeIn } from '../language/lexicon/which-first.ts';
import { type Phrase, readPhrase, trim } from '../language/phrase.ts';
import { shortProjectName, shortUnitName } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';
import { viewContext } from '../views/context.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { askedOfRest } from './described-asked.ts';
import { findDescribed, findStandingOut } from './described-find.ts';
import type { Found } from './described-told.ts';
import { factsOf } from './facts-told.ts';
import { rememberIssues } from './follow-memory.ts';
import { viewerOf } from './reply.ts';
import { visibleIssue } from './visible-issue.ts';

/** Each description finds one, and not all the same; undefined: one is described, or one of them finds none. */
export async function tellTogether(context: CommandContext, phrase: Phrase): Promise<Answer | undefined> {
  const read = readContextOf(context);
  if (COUNTS_MANY.test(phrase.folded)) return undefined;
  const together = describedTogether(phrase, read);
  if (!together) return tellAlike(context, phrase);
  const found = new Map<number, Found>();
  for (const text of together.each) {
    const one = await onlyOne(context, trim(readPhrase(text)));
    if (!one) return undefined;
    found.set(one.issue.id, one);
  }
  if (found.size < 2) return undefined;
  return tellEach(
    context,
    [...found.values()].map(({ issue }) => issue),
    together.rest,
  );
}

/** Words that two problems hold, where two are meant. */
async function tellAlike(context: CommandContext, phrase: Phrase): Promise<Answer | undefined> {
  const alike = describedAlike(phrase);
  const description = alike && descriptionIn(trim(readPhrase(alike.both)), readContextOf(context));
  if (!description || description.matter) return undefined;
  const found = (await findDescribed(context, { ...description, pointed: true })) ?? [];
  const whole = found.filter(({ ranked, words }) => words.missing.length === 0 && !ranked.elsewhere);
  if (whole.length !== 2) return undefined;
  return tellEach(
    context,
    whole.map(({ issue }) => issue),
    alike.rest,
  );
}

async function onlyOne(context: CommandContext, phrase: Phrase): Promise<Found | undefined> {
  const read = readContextOf(context);
  const glued = nameAtStart(phrase.folded, read);
  for (const description of [glued && descriptionIn(phrase, read, glued), descriptionIn(phrase, read)]) {
    if (!description) continue;
    const meant = { ...description, pointed: true, matter: false, figure: false, general: false };
    const near = (await findDescribed(context, meant))?.filter(
      ({ ranked, words }) => words.missing.length === 0 && !ranked.elsewhere,
    );
    const [first, second] = near?.length ? near : ((await findStandingOut(context, meant)) ?? []);
    if (first && !second) return first;
  }
  return undefined;
}

/** 哪个更急, after several were listed: the first of those, told with that of each. */
export async function tellFirstOf(
  context: CommandContext,
  ids: readonly number[],
  folded: string,
): Promise<Answer | undefined> {
  const extreme = ids.length > 1 && ids.length <= MOST_COMPARED ? extremeIn(folded) : undefined;
  if (!extreme || !isOnlyGlue(extreme.without)) return undefined;
  const issues: Issue[] = [];
  for (const id of ids) {
    const issue = await visibleIssue(context, id);
    if (issue) issues.push(issue);
  }
  return issues.length > 1 ? tellEach(context, issues, folded) : undefined;
}
const MOST_COMPARED = 5;

async function tellEach(context: CommandContext, issues: Issue[], rest: string): Promise<Answer> {
  const extreme = extremeIn(rest);
  const apart = SAME.test(rest);
  const { facts, unanswered } = await askedOfRest(context, (extreme?.without ?? rest).replace(SAME, ' '));
  const asked = [...new Set([...(extreme ? [extreme.fact] : []), ...facts])];
  const ctx = await viewContext(context.tx, viewerOf(context), { issues });
  const lines: string[] = [];
  for (const issue of issues) {
    const told = await factsOf(context, issue, asked);
    lines.push(`${lineOf(issue, ctx)}${told && `\n${told}`}`);
  }
  await rememberIssues(
    context,
    issues.map(({ id }) => id),
  );
  const first = extreme && firstText(issues, extreme);
  const text = foundTogetherText(lines, { apart, first, unanswered });
  return { kind: 'suggest', text, commands: issues.map(({ id }) => `#${id}`) };
}

/** 是不是一回事 */
const SAME = /是不是(?:一|同一)[回件个码](?:事情?|问题)?/;

const CLOCKS: Partial<Record<Fact, (issue: Issue) => Instant | null>> = {
  logged: (issue) => issue.loggedAt,
  signed: (issue) => issue.signedAt,
  closed: (issue) => issue.closedAt,
  deadline: (issue) => issue.deadline?.at ?? null,
};

/** Which of them comes first by the clock that was asked for; those without it come last. */
function firstText(issues: readonly Issue[], { fact, last }: Extreme): string {
  const clock = CLOCKS[fact] ?? (() => null);
  const timed = issues.flatMap((issue) => {
    const at = clock(issue);
    return at === null ? [] : [{ id: issue.id, at }];
  });
  const sorted = timed.toSorted((a, b) => (last ? b.at - a.at : a.at - b.at));
  const [first] = sorted;
  const same = sorted.filter(({ at }) => at === first?.at).map(({ id }) => id);
  return whichFirstText(fact, same, last);
}

/** Short rows with how each stands, one of which is meant; no figure is made of them. */
export async function tellWhichOf(context: CommandContext, found: readonly Found[]): Promise<Answer> {
  const issues = found.map(({ issue }) => issue);
  const ids = issues.map(({ id }) => id);
  const ctx = await viewContext(context.tx, viewerOf(context), { issues });
  await rememberIssues(context, ids);
  const text = foundSeveralText(issues.map((issue) => lineOf(issue, ctx)));
  return { kind: 'suggest', text, commands: ids.map((id) => `#${id}`) };
}

/** Number, title, and how it stands. */
export function lineOf(issue: Issue, ctx: ViewContext): string {
  const { id, title, projectId, unitId } = issue;
  const stands = [statusName(issue), viewLight(issue, ctx).why].filter(
    (one, i, all) => all.indexOf(one) === i,
  );
  return foundLine(id, title, [
    projectId === null ? '' : shortProjectName(ctx, projectId),
    unitId === null ? '' : shortUnitName(ctx, unitId),
    ...stands,
  ]);
}
