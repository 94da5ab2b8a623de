/** What was asked of one problem and of a unit (是我们局的吗, 财政局怎么说): told first, whatever path found the answer. */
import { statusName } from '../cards/words.ts';
import { unitDidText, unitIsText } from '../cards/words-described.ts';
import { historyText } from '../cards/words-history.ts';
import { readHistory } from '../db/history.ts';
import type { Answer } from '../domain/answer.ts';
import { WHOSE } from '../language/lexicon/one-asked.ts';
import { findUnits } from '../language/names.ts';
import { type Phrase, readPhrase } from '../language/phrase.ts';
import { scanHeard } from '../language/sounds.ts';
import { shortUnitName } from '../text/names.ts';
import { viewContext } from '../views/context.ts';
import type { Match } from './call.ts';
import { type CommandContext, readContextOf } from './context.ts';
import type { Answers } from './in-parts.ts';
import { viewerOf } from './reply.ts';
import { visibleIssue } from './visible-issue.ts';
import { SHOWS } from './without-asides.ts';

const OURS = /我们|咱们?|俺们|本[局单公大]/u;
const SAYS = /说|讲|[回答]复|[怎咋]么?回|回话|反馈|表态|意见|态度|动静|动作|进展|办[了完好]/u;
/** Rows of its history that are looked through. */
const READ = 100;

/** The answers; ahead of the first that is of one problem, what the unit has to do with it. */
export async function withUnitsTold(
  context: CommandContext,
  { match, text }: { match: Match; text: string },
  answers: Answers,
): Promise<Answers> {
  if (match.kind === 'call' && !SHOWS.includes(match.call.name) && match.call.name !== 'log') return answers;
  const one = oneTold(answers);
  if (!one) return answers;
  const phrase = readPhrase(text);
  const [asked = '', who = ''] = WHOSE.exec(phrase.folded) ?? [];
  const named = (said: Phrase) => {
    const full = findUnits(said, context.directory).flatMap(({ ids }) => ids);
    return full.length > 0 ? full : scanHeard(said, readContextOf(context)).unitIds;
  };
  const theirs = OURS.test(who) ? [context.actor.person.unitId ?? []].flat() : named(readPhrase(who));
  const whose = theirs.length > 0;
  const units = whose ? theirs : named(phrase);
  const issue = units.length > 0 ? await visibleIssue(context, one.issueId) : undefined;
  if (!issue) return answers;
  const helping = issue.coUnits.map((beside) => beside.unitId);
  const roleOf = (unit: number) => (unit === issue.unitId ? 0 : helping.includes(unit) ? 1 : 2);
  const [unitId] = units.toSorted((a, b) => roleOf(a) - roleOf(b));
  if (unitId === undefined || (!whose && !SAYS.test(phrase.folded) && roleOf(unitId) < 2)) return answers;
  const rows = await readHistory(context.tx, issue.id, { limit: READ });
  const ctx = await viewContext(context.tx, viewerOf(context), { issues: [issue], rows });
  const unit = {
    name: shortUnitName(ctx, unitId),
    role: (['leads', 'helps', 'none'] as const)[roleOf(unitId)] ?? 'none',
    ...(issue.unitId !== null && { lead: shortUnitName(ctx, issue.unitId) }),
  };
  const isTheirs = (personId: number | null) => ctx.people.get(personId ?? -1)?.unitId === unitId;
  const did = rows.find(({ actorId, verb }) => verb !== 'log' && isTheirs(actorId));
  const told = whose
    ? unitIsText(unit, asked.includes('关系'))
    : unitDidText(unit, statusName(issue), did && historyText(did, ctx));
  return tellingFirst(answers, one, told);
}

interface OneTold {
  at: number;
  answer: Answer;
  issueId: number;
}

/** The first answer that is of one problem. */
export function oneTold(answers: Answers): OneTold | undefined {
  for (const [at, answer] of answers.entries()) {
    const issueId = answer ? numberOf(answer) : undefined;
    if (answer && issueId !== undefined) return { at, answer, issueId };
  }
  return undefined;
}

/** The answers, with something ahead of what that one tells. */
export function tellingFirst(answers: Answers, { at, answer }: OneTold, told: string): Answers {
  const before = 'lead' in answer && typeof answer.lead === 'string' ? answer.lead : '';
  return answers.with(at, { ...answer, lead: `${told}${before}` } as Answer);
}

function numberOf(answer: Answer): number | undefined {
  if (answer.kind === 'issue' || answer.kind === 'history') return answer.issueId;
  const [only, second] = answer.kind === 'list' ? (answer.filter.ids ?? []) : [];
  return second === undefined ? only : undefined;
}
