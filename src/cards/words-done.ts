/** What is said when a step was taken: one sentence, with what happens next. */
import type { Directory } from '../domain/directory.ts';
import type { HistoryVerb, Issue, IssueCommand } from '../domain/issue.ts';
import { datePartsOf, dayOf, formatDay } from '../domain/time.ts';
import { clip, oneLine } from '../text/escape.ts';
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

/** 那件的材料发我. @param names of files; pictures have none */
export function filesText(issueId: number, names: readonly (string | null)[]): string {
  if (names.length === 0) return `#${issueId} 没有附件。`;
  const said = names.slice(0, 5).map((name) => (name === null ? '图片' : clip(oneLine(name), 30)));
  return `#${issueId} 有附件 ${names.length} 个：${said.join('、')}${names.length > 5 ? '等' : ''}。原件在当初发来的消息里。`;
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
  const guess = near === undefined ? '，' : `，是不是${near}？`;
  return `没有单位“${heard.slice(0, 20)}”${guess}请点“改单位”选一个。`;
}

/** Of the button that puts a misspelt unit right. */
export function isUnitLabel(name: string): string {
  return `是${name.slice(0, 16)}`;
}

/** A project named in the text that cannot be chosen by words there; nameless where its name is nobody's business. */
export function elsewhereText(names: readonly string[], kept: string): string {
  const said = names.length > 0 ? `文中提到${listed(names)}` : '文中提到了别的项目';
  return `${said}，问题仍记在${kept}名下，要改请点“改项目”。`;
}

/** Somebody of another unit was mentioned beside a unit: the unit's own people are asked to sign. */
export function otherUnitText(person: string, own: string, unit: string, asked: string | undefined): string {
  return `${person}是${own}的人员，不能替${unit}签收，已请${asked ?? `${unit}联络员`}签收。`;
}

/** One person signs; the others mentioned are not written down. */
export function leftOutText(asked: string, others: readonly string[]): string {
  return `一件事由一个人签收，已请${asked}；${listed(others)}没有列入，需要时请单独告知。`;
}

function listed(names: readonly string[]): string {
  return names.slice(0, 4).join('、') + (names.length > 4 ? '等' : '');
}
