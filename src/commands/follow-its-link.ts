/** 图审本来计划哪天拿下来, after problems of one project: the link of that project. 会耽误投产吗, after one problem: of its project. */
import type { Answer } from '../domain/answer.ts';
import { isOfNamed } from '../domain/links-asked.ts';
import { OF_EVERYONE } from '../language/lexicon/link-frames.ts';
import { linksNamedIn } from '../language/lexicon/link-names.ts';
import { simplify } from '../language/lexicon/traditional.ts';
import { readPhrase, trim } from '../language/phrase.ts';
import { isWholeQuestion, type Match } from './call.ts';
import type { CommandContext } from './context.ts';
import { showAndKeep } from './follow-links.ts';
import { isSoon, type Remembered } from './follow-memory.ts';
import { onlyAsked, onlyProject, onlySpoken } from './follow-project.ts';
import { askOnwards } from './follow-turn.ts';
import { matchSaid } from './match-said.ts';
import { visibleIssue } from './visible-issue.ts';

/** Said of more than one. */
const OF_SEVERAL = /项目|企业|[各每][个家自]?|几[家个]|[哪谁]家|全区|所有/u;

/** @returns undefined: no link is named alone, or no one project was spoken of */
export async function ofItsLink(
  context: CommandContext,
  last: Remembered,
  match: Match,
  text: string,
): Promise<Answer | null | undefined> {
  if (!isSoon(context, last) || !isWholeQuestion(match)) return undefined;
  const { measure, projects, filter, personHeard } = match.call;
  const links = measure === 'projects' ? projects?.links : undefined;
  const node = measure === 'projects' && projects?.fate === 'fate' && last.issueId !== undefined;
  const named = Object.keys(filter).length > 0 || personHeard !== undefined;
  if (!node && !(links && isOfNamed(links))) return undefined;
  if (named || last.asked?.projects?.links?.said !== undefined) return undefined;
  const { folded } = trim(readPhrase(text));
  const rest = linksNamedIn(simplify(folded))?.rest ?? folded;
  if (OF_EVERYONE.test(rest) || OF_SEVERAL.test(rest)) return undefined;
  const issue = last.issueId === undefined ? undefined : await visibleIssue(context, last.issueId);
  const projectId = onlyProject(last) ?? onlyAsked(last) ?? onlySpoken(last) ?? issue?.projectId;
  const project = projectId == null ? undefined : context.directory.project(projectId);
  if (!project) return undefined;
  const read = matchSaid(context, `${project.name}${text.trim()}`);
  if (node) return isWholeQuestion(read) ? askOnwards(context, read.call) : undefined;
  return read.kind === 'call' && read.call.name === 'link-state'
    ? showAndKeep(context, read.call)
    : undefined;
}
