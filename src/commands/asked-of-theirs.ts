/** What is asked of the problem spoken of and names whose it is: its unit, its project, somebody of it. */
import type { Fact } from '../domain/reading.ts';
import { type OneAsked, oneAskedIn } from '../language/lexicon/one-asked.ts';
import { findProjects, findUnits } from '../language/names.ts';
import { type Phrase, without } from '../language/phrase.ts';
import { viewContext } from '../views/context.ts';
import type { CommandContext } from './context.ts';
import type { Remembered } from './follow-memory.ts';
import { viewerOf } from './reply.ts';
import { visibleIssue } from './visible-issue.ts';

/** What one problem alone has of a unit, a project or somebody. */
const THEIRS: readonly Fact[] = [
  'signed',
  'routed',
  'logged',
  'progress',
  'reported',
  'rating',
  'verified',
  'who',
  'bounced',
];

/** 住建局签了没, 赵磊哪天签的: names whose it is anyway, and asks what it alone has. */
export async function askedOfTheirs(
  context: CommandContext,
  phrase: Phrase,
  { issueId }: Remembered,
): Promise<OneAsked | undefined> {
  const issue = issueId === undefined ? undefined : await visibleIssue(context, issueId);
  if (!issue) return undefined;
  const { people } = await viewContext(context.tx, viewerOf(context), { issues: [issue] });
  const names = [...people.values()].map(({ name }) => name).filter((name) => phrase.text.includes(name));
  const unitIds = [issue.unitId, ...issue.bounces.map((one) => one.unitId)];
  const says = /说|讲|[回答]复|意见/.test(phrase.folded);
  const own = [
    ...findUnits(phrase, context.directory).filter(
      ({ ids }) => says || ids.some((id) => unitIds.includes(id)),
    ),
    ...findProjects(phrase, context.directory).filter(({ ids }) => ids.some((id) => id === issue.projectId)),
  ];
  const spans = own.map(({ span }) => span);
  if (spans.length + names.length === 0) return undefined;
  const rest = names.reduce((said, name) => said.replace(name, ''), without(phrase, spans).folded);
  const asked = oneAskedIn(rest.trim());
  if (asked?.one !== 'fact' || !THEIRS.includes(asked.fact)) return undefined;
  // 供电公司谁联系: of the unit.
  return spans.length > 0 && asked.fact === 'who' && /联|对接|电话|找/.test(rest) ? { one: 'head' } : asked;
}
