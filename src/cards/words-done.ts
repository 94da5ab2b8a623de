/** What is said when a step was taken: one sentence, with what happens next. */
import type { Directory } from '../domain/directory.ts';
import type { HistoryVerb, Issue, IssueCommand } from '../domain/issue.ts';
import { datePartsOf, dayOf, formatDay } from '../domain/time.ts';
import type { StepNames } from '../verbs/verb.ts';
import { isVerb, verbOf } from '../verbs/verbs.ts';

/**
 * @param issue the issue after the step
 * @returns for instance '#12 已转办住建局,等签收。'; short enough for a toast
 */
export function doneText(command: IssueCommand, issue: Issue, directory: Directory): string {
  return `#${issue.id} ${verbOf(command.verb).done(command, issue, namesFor(issue, directory))}。`;
}

/** 撤销, with the step that was taken back. */
export function undoneText(undone: HistoryVerb, issue: Issue): string {
  const what = issue.status === 'void' ? '已撤销登记，作废留痕' : `已撤销“${stepName(undone)}”`;
  return `#${issue.id} ${what}。`;
}

/** A step people can take back, as a noun. */
export function stepName(verb: HistoryVerb): string {
  return (isVerb(verb) && verbOf(verb).step) || '上一步';
}

function namesFor(issue: Issue, directory: Directory): StepNames {
  return {
    unit: (id) => (id == null ? '' : (directory.unit(id)?.name ?? '')),
    day: (day) => {
      const logged = datePartsOf(dayOf(issue.loggedAt, directory.settings.timeZone));
      return formatDay(day, { year: logged.year });
    },
  };
}

/** @param kept how many files were recorded with the problem */
export function attachedText(issueId: number, kept: number): string {
  return `#${issueId} 已收下 ${kept} 个附件。`;
}

/**
 * What must be said beside the card of a new problem; undefined when the card says it all.
 * @param notices sentences about the deadline (not a working day, holidays not published)
 * @param doubts ids of units and projects that fit as well; the first was taken
 */
export function loggedText(
  issue: Issue,
  notices: readonly string[],
  doubts: { units: readonly number[]; projects: readonly number[] },
  directory: Directory,
): string | undefined {
  const lines = [...notices];
  const units = doubts.units.flatMap((id) => directory.unit(id)?.name ?? []);
  if (units.length > 1) lines.push(`可能是${listed(units)}，不对请点“改单位”。`);
  const projects = doubts.projects.flatMap((id) => directory.project(id)?.name ?? []);
  if (projects.length > 1) lines.push(`可能是${listed(projects)}，不对请点“改项目”。`);
  return lines.length > 0 ? [`已登记 #${issue.id}。`, ...lines].join('\n') : undefined;
}

/** Said beside a problem whose text names a unit that is none; `near`: what it may have meant. */
export function unknownUnitText({ heard, near }: { heard: string; near: string | undefined }): string {
  const guess = near === undefined ? '' : `，是不是${near}？`;
  return `没有单位“${heard.slice(0, 20)}”${guess === '' ? '，' : guess}请点“改单位”选一个。`;
}

function listed(names: readonly string[]): string {
  return names.slice(0, 4).join('、') + (names.length > 4 ? '等' : '');
}
