/** Words and forms that say a verb: what was read becomes a command, which is decided and written. */
import { loadIssue } from '../db/issue.ts';
import { findPeopleByOpenIds } from '../db/person.ts';
import type { Answer } from '../domain/answer.ts';
import type { FormValues } from '../domain/form-values.ts';
import type { Issue } from '../domain/issue.ts';
import { maySay } from '../verbs/decide.ts';
import type { VerbForm } from '../verbs/form.ts';
import { INCOMPLETE, type Meant, type Saying } from '../verbs/saying.ts';
import { rowOfCall, type VerbCall } from '../verbs/verbs.ts';
import type { CommandContext } from './context.ts';
import { runIssueCommand } from './issue.ts';
import { resolvePerson } from './person.ts';
import { findGroup } from './show-in.ts';

/** A call that a verb's row has read, about this problem. */
export async function sayVerb(context: CommandContext, call: VerbCall, issue: Issue): Promise<Answer> {
  const found = rowOfCall(call.name);
  if (!found) throw new Error(`no row reads the call ${call.name}`);
  const { verb, row } = found;
  if (row.rightsFirst) {
    const may = maySay(context.actor, verb.verb, issue, context.directory);
    if (may !== true) return { kind: 'refusal', refusal: may.refusal, issueId: issue.id };
  }
  return carryOut(context, await row.run(call, sayingOf(context, issue)), issue.id);
}

/** A submitted form of a verb. */
export async function submitVerbForm(
  context: CommandContext,
  form: VerbForm,
  issueId: number | undefined,
  values: FormValues,
): Promise<Answer> {
  if (issueId === undefined) return INCOMPLETE.answer;
  const issue = await loadIssue(context.tx, issueId);
  if (!issue) return { kind: 'refusal', refusal: { code: 'issue-unknown', params: { issue: issueId } } };
  return carryOut(context, await form.submit(values, sayingOf(context, issue)), issueId);
}

async function carryOut(context: CommandContext, meant: Meant, issueId: number): Promise<Answer> {
  if ('answer' in meant) return meant.answer;
  const answer = await runIssueCommand(context, issueId, meant.command);
  const notices = meant.notices ?? [];
  return answer.kind === 'text' && notices.length > 0
    ? { ...answer, text: [answer.text, ...notices].join('\n') }
    : answer;
}

function sayingOf(context: CommandContext, issue: Issue): Saying {
  const { actor, directory, now } = context;
  return {
    issue,
    actor,
    directory,
    now,
    person: (said) => resolvePerson(context, said),
    picked: ({ personOpenId, personName = null }) =>
      personOpenId
        ? findPeopleByOpenIds(context.tx, [personOpenId]).then(([known]) => known ?? 'unknown')
        : resolvePerson(context, { openId: null, name: personName }),
    group: (name) => findGroup(context, name),
  };
}
