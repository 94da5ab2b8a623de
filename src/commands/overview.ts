/** A unit, a project or all there is told as a whole: what came, what is done, open, overdue and paused, each listed by a tap. */
import { NO_VERDICT, wholeText } from '../cards/words-versus.ts';
import { todayOf } from '../domain/directory.ts';
import { reachedOf } from '../domain/links-asked.ts';
import { OVERVIEW_MEASURES, overviewSaid } from '../language/lexicon/overview.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import { fold } from '../language/phrase.ts';
import { shortProjectName } from '../text/names.ts';
import { loadLinkFacts } from '../views/links-across.ts';
import { projectsSeen } from '../views/projects-seen.ts';
import { type CallOf, isWholeQuestion, type Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import { matchSaid } from './match-said.ts';
import { oneOf } from './people-beside.ts';
import { viewerOf } from './reply.ts';

export interface Overview {
  /** The figures; of one project its card behind them, which is told first and spoken of next. */
  calls: CallOf<'ask'>[];
  told: string[];
}

/** undefined: no overview is asked for, or whose it is is not understood to the end. */
export async function overviewOf(
  context: CommandContext,
  match: Match,
  text: string,
): Promise<Overview | undefined> {
  if (match.kind === 'call' && !['ask', 'list', 'project'].includes(match.call.name)) return undefined;
  const said = overviewSaid(simplify(fold(text)));
  // 用工缺口那件怎么样: one problem.
  if (!said || context.cardIssueId !== undefined || /[这那第][个件条桩]|#/u.test(said.whose))
    return undefined;
  const all: CallOf<'ask'>[] = [];
  for (const measure of OVERVIEW_MEASURES) {
    const read = matchSaid(context, `${said.whose || '全区'}${measure}`);
    const one = isWholeQuestion(read) && (await oneOf(context, read.call));
    if (!one || one.call.topic.periods.length > 0) return undefined;
    all.push({ ...one.call, ...one.reading });
  }
  const [first] = all;
  const { categoryIds, unitIds, projectIds } = first?.filter ?? {};
  // 消防类的办得咋样了: of a kind of matter each one tells how far it is.
  if (!first || (categoryIds && !unitIds && !projectIds && !said.verdict)) return undefined;
  const { personHeard: _h, othersHeard: _o, said: _s, personAs: _a, ...call } = first;
  const parts = all.map(({ measure, filter, rate }) => ({ measure, filter, ...(rate && { rate }) }));
  const figures = { ...call, filter: {}, parts } as CallOf<'ask'>;
  const card = matchSaid(context, `${said.whose}怎么样了`);
  const ofProject = said.whose !== '' && isWholeQuestion(card) && card.call.projectId !== undefined;
  return {
    calls: ofProject ? [figures, card.call] : [figures],
    told: said.verdict ? [NO_VERDICT] : [],
  };
}

/** The weather and the links of these projects, side by side, of those the asker sees. */
export async function wholesOf(context: CommandContext, ids: readonly number[]): Promise<string[]> {
  const { tx, directory } = context;
  const seen = projectsSeen(viewerOf(context)).filter(({ id }) => ids.includes(id));
  const links = await loadLinkFacts(
    tx,
    seen.map(({ id }) => id),
    todayOf(readContextOf(context)),
    directory.calendar,
  );
  return seen.map(({ id, weather }) =>
    wholeText(shortProjectName(context, id), weather, reachedOf(links.get(id) ?? [])),
  );
}
