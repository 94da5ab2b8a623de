/** Orders of one problem that are no single command: each is offered as what serves, and nothing is done. */
import { extendText, SENT_BACK, TOLD_UP_BY_RULE } from '../cards/words-figures.ts';
import type { Answer } from '../domain/answer.ts';
import type { CommandContext } from './context.ts';
import { visibleIssue } from './visible-issue.ts';

/** 延到下周五 */
export function extend(issueId: number, until: string): Answer {
  return { kind: 'suggest', text: extendText(issueId), commands: [`延期 #${issueId} 到 ${until}`] };
}

/** 那退回去叫他们重新办, of the problem that was shown: by where it stands. */
export async function sendBack(context: CommandContext, issueId: number): Promise<Answer | undefined> {
  const issue = await visibleIssue(context, issueId);
  if (!issue) return undefined;
  if (issue.status === 'verifying')
    return { kind: 'suggest', text: SENT_BACK.verifying, commands: [`核验 #${issueId} 不属实 请重新办理`] };
  if (issue.status === 'closed')
    return { kind: 'suggest', text: SENT_BACK.closed, commands: [`重开 #${issueId} 请重新办理`] };
  return { kind: 'suggest', text: SENT_BACK.open, commands: [`催办 #${issueId}`, `历史 #${issueId}`] };
}

/** The ladder tells leaders by itself; what a leader is to look at is put on the agenda. */
export function tellUp(issueId: number): Answer {
  return { kind: 'suggest', text: TOLD_UP_BY_RULE, commands: [`上会 #${issueId}`, `#${issueId}`] };
}
