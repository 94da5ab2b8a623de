/** What is said when a step was taken: one sentence, with what happens next. */
import type { Directory } from '../domain/directory.ts';
import type { HistoryVerb, Issue, IssueCommand } from '../domain/issue.ts';
import { datePartsOf, dayOf, formatDay } from '../domain/time.ts';
import { SATISFACTION_NAMES } from '../text/words.ts';
import { STEP_NAMES } from './words.ts';

/** 撤销, with the step that was taken back. */
interface Undo {
  verb: 'undo';
  undone: HistoryVerb;
}

/**
 * @param issue the issue after the step
 * @returns for instance '#12 已转办住建局,等签收。'; short enough for a toast
 */
export function doneText(command: IssueCommand | Undo, issue: Issue, directory: Directory): string {
  return `#${issue.id} ${stepText(command, issue, directory)}。`;
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
  if (units.length > 1) lines.push(`可能是${listed(units)},不对请点“改单位”。`);
  const projects = doubts.projects.flatMap((id) => directory.project(id)?.name ?? []);
  if (projects.length > 1) lines.push(`可能是${listed(projects)},不对请点“改项目”。`);
  return lines.length > 0 ? [`已登记 #${issue.id}。`, ...lines].join('\n') : undefined;
}

/** Said beside a problem whose text names a unit that is none; `near`: what it may have meant. */
export function unknownUnitText({ heard, near }: { heard: string; near: string | undefined }): string {
  const guess = near === undefined ? '' : `,是不是${near}?`;
  return `没有单位“${heard.slice(0, 20)}”${guess === '' ? ',' : guess}请点“改单位”选一个。`;
}

function listed(names: readonly string[]): string {
  return names.slice(0, 4).join('、') + (names.length > 4 ? '等' : '');
}

function stepText(command: IssueCommand | Undo, issue: Issue, directory: Directory): string {
  const unit = (id: number | null | undefined) => (id == null ? '' : (directory.unit(id)?.name ?? ''));
  const day = (value: string) => {
    const logged = datePartsOf(dayOf(issue.loggedAt, directory.settings.timeZone));
    return formatDay(value, { year: logged.year });
  };
  switch (command.verb) {
    case 'route':
      return `已转办${unit(issue.unitId)},等签收`;
    case 'sign':
      return `已签收,时限${day(issue.deadline.day)}`;
    case 'bounce':
      return issue.frozen ? '已退回,暂停流转,由综合办定责任单位' : '已退回,等重新转办';
    case 'progress':
      return '进展已记录';
    case 'report-done':
      return '已报办结,等核验';
    case 'verify':
      return command.confirmed ? '已核验属实,销号' : '核验不属实,已退回继续办理';
    case 'reopen':
      return '已重开,继续办理';
    case 'void':
      return '已作废,记录保留';
    case 'add-co-unit':
      return `已加协办单位${unit(command.unitId)}`;
    case 'tick-co-unit':
      return issue.coUnits.every((co) => co.doneAt !== null) ? '协办已办完,全部办完' : '协办已办完';
    case 'request-extension':
      return `已申请延期到${day(command.to.day)},等综合办批准`;
    case 'request-pause':
      return `已申请挂账到${day(command.expected)},等综合办批准`;
    case 'decide-request':
      return decidedText(command.approve, issue, day);
    case 'resume':
      return `已恢复计时,时限${day(issue.deadline.day)}`;
    case 'urge':
      return '已催办,已提醒责任人';
    case 'acknowledge':
      return '提醒已收到';
    case 'mute':
      return `不再自动提醒您,别人照常;恢复请发“恢复提醒 #${issue.id}”`;
    case 'unmute':
      return '已恢复对您的提醒';
    case 'appeal':
      return '已提交申诉,等综合办答复';
    case 'decide-appeal':
      return command.exempt ? '已同意免责' : '申诉未予支持';
    case 'put-on-agenda':
      return '已列入上会清单';
    case 'rate':
      return `已评价${SATISFACTION_NAMES[command.score]},谢谢`;
    case 'write-measure':
      return '固化措施已记录';
    case 'correct':
      return correctedText(command, issue, unit(issue.unitId), day);
    case 'attach':
      return '附件已收下';
    case 'show-in':
      return '已同步到该群';
    case 'undo':
      return issue.status === 'void'
        ? '已撤销登记,作废留痕'
        : `已撤销“${STEP_NAMES[command.undone] ?? '上一步'}”`;
  }
}

function decidedText(approve: boolean, issue: Issue, day: (value: string) => string): string {
  if (!approve) return '已答复不同意';
  if (issue.status === 'paused') return '已同意挂账,计时暂停';
  return `已同意,新时限${day(issue.deadline.day)}`;
}

function correctedText(
  command: Extract<IssueCommand, { verb: 'correct' }>,
  issue: Issue,
  unit: string,
  day: (value: string) => string,
): string {
  if (command.deadline) return `时限已改为${day(issue.deadline.day)}`;
  if (command.unitId !== undefined) return `责任单位已改为${unit}`;
  return command.projectId !== undefined ? '项目已改' : '描述已改';
}
