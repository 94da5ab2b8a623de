/** The project of a new problem where no group gives it: the speaker's own, or asked for. */
import { elsewhereText } from '../cards/words-done.ts';
import type { LogLine } from '../language/said.ts';
import type { CommandContext } from './context.ts';

/** The project a line is about; null when none is named, and none or several could be meant. */
export function projectOf(context: CommandContext, line: LogLine): number | null {
  const { chat } = context;
  return line.projectId ?? chat?.defaultProjectId ?? onlyProject(context);
}

/** In a private chat, somebody with a single project means that one. */
function onlyProject(context: CommandContext): number | null {
  const own = ownProjects(context);
  return context.chatType === 'p2p' && own.length === 1 ? (own[0] ?? null) : null;
}

function ownProjects({ actor: { secretaryOf, contactOf }, directory }: CommandContext): number[] {
  const own = [...new Set([...secretaryOf, ...contactOf])];
  return own.filter((id) => directory.project(id)?.archived === null);
}

/**
 * The projects to ask about before anything is written, in a private chat: the several a name fits, or the speaker's
 * own when none of them is named; empty when there is nothing to ask.
 */
export function projectsToAsk(context: CommandContext, lines: readonly LogLine[]): number[] {
  if (context.chatType !== 'p2p') return [];
  const own = ownProjects(context);
  const asked = lines.flatMap((line) => {
    if (line.projectId !== null) return line.projectCandidates;
    return own.length > 1 || (line.projectsElsewhere ?? []).length > 0 ? own : [];
  });
  return [...new Set(asked)];
}

/** Whether this line is one of those the project is asked for. */
export function waitsForProject(line: LogLine): boolean {
  return line.projectId === null || line.projectCandidates.length > 1;
}

/** What is said of projects that were named and cannot be chosen here. */
export function elsewhereNotices(context: CommandContext, line: LogLine, projectId: number | null): string[] {
  const named = line.projectsElsewhere ?? [];
  const kept = projectId === null ? undefined : context.directory.project(projectId);
  if (named.length === 0 || !kept || !context.actor.person.home) return [];
  const names = context.chat?.external
    ? []
    : named.flatMap((id) => context.directory.project(id)?.name ?? []);
  return [elsewhereText(names, kept.name)];
}
