/** A unit nobody has entered beside a new problem, and what may be put right by one tap. */
import { unknownUnitText } from '../cards/words-done.ts';
import type { Offer } from '../domain/answer.ts';
import type { Issue } from '../domain/issue.ts';
import { type UnknownUnit, unitLike, unknownUnitIn } from '../language/lexicon/unknown-unit.ts';
import type { LogLine } from '../language/said.ts';
import type { CommandContext } from './context.ts';

/** A word like a unit that is none stays in the title, where whoever dispatches sees it; it is asked back. */
export function unknownUnit(line: LogLine, { directory }: CommandContext): UnknownUnit | undefined {
  if (line.unitId !== null || line.assigneeOpenId !== null) return undefined;
  const { unitHeard: heard } = line;
  return heard === undefined
    ? unknownUnitIn(line.title, directory)
    : { heard, near: unitLike(heard, directory) };
}

/** What is said of it. */
export function unknownUnitNotices(unknown: UnknownUnit | undefined): string[] {
  return unknown ? [unknownUnitText({ heard: unknown.heard, near: unknown.near?.name })] : [];
}

/** What may be put right by one tap beside what is said. */
export function offersFor(issue: Issue, unknown: UnknownUnit | undefined, doubtful: boolean): Offer[] {
  const { id: issueId, version: seen } = issue;
  const near = unknown?.near;
  return [
    ...(unknown && near
      ? [{ fact: 'unit', issueId, seen, unitId: near.id, misspelt: unknown.heard.slice(0, 20) } as const]
      : []),
    ...(doubtful ? [{ fact: 'project', issueId } as const] : []),
  ];
}
