/** One call, one handler. Handlers return the answer; whatever they changed is already written. */
import { loadIssue } from '../db/issue.ts';
import { type Action, allows } from '../domain/access.ts';
import type { Answer } from '../domain/answer.ts';
import type { IssueCommand } from '../domain/issue.ts';
import { actsFor } from '../domain/issue-people.ts';
import type { ReadDeadline } from '../language/said.ts';
import { runAdministration } from './administration.ts';
import { bindChat, thisGroup, unbindChat } from './bind.ts';
import { showBulletin } from './bulletin.ts';
import type { Call } from './call.ts';
import type { CommandContext } from './context.ts';
import type { FeatureCommand } from './feature-command.ts';
import { decideAsked, runIssueCommand } from './issue.ts';
import { logLines, logOnTheSpot, logQuoted } from './log.ts';
import { resolvePerson } from './person.ts';
import { runPersonal } from './personal.ts';
import { showProject } from './project.ts';
import { answerQuestion, listIssuesFor } from './query.ts';
import { showRules } from './rules.ts';
import { showInChat } from './show-in.ts';
import { undoChange } from './undo.ts';

/** Runs a call. null: the answer is the live card itself, which follows. */
export async function runCall(context: CommandContext, call: Call): Promise<Answer | null> {
  if (call.name === 'project' || call.name === 'bind' || call.name === 'rules') {
    const doubt = severalMeant(context, call);
    if (doubt) return doubt;
  }
  const own = context.deps.features.commands.get(call.name);
  if (own) return runOfFeature(context, own, call);
  switch (call.name) {
    case 'log':
      return logLines(context, call.lines);
    case 'on-the-spot':
      return logOnTheSpot(context, call.line);
    case 'log-form':
      // In reply to something of a problem: it is written down already.
      return context.cardIssueId === undefined
        ? { kind: 'form', form: 'log' }
        : { kind: 'issue', issueId: context.cardIssueId, lead: '这条消息已经登记过。' };
    case 'log-quoted':
      return logQuoted(context, call.facts);
    case 'list':
    case 'search':
      return listIssuesFor(context, call);
    case 'mine':
      return { kind: 'mine' };
    case 'ask':
      return answerQuestion(context, call);
    case 'help':
      return { kind: 'help', topic: call.topic || undefined };
    case 'projects':
      return { kind: 'projects' };
    case 'project':
      return showProject(context, call);
    case 'bind':
      return bindChat(context, call);
    case 'unbind':
      return unbindChat(context, call);
    case 'this-group':
      return thisGroup(context);
    case 'rules':
      return showRules(context, call);
    case 'mute-me':
    case 'digest-rhythm':
    case 'handover':
    case 'handover-cancel':
      return runPersonal(context, call);
    case 'bulletin':
      return showBulletin(context, call);
    default:
      return 'issueId' in call || isIssueCall(call)
        ? runIssueCall(context, call)
        : runAdministration(context, call);
  }
}

async function runOfFeature(
  context: CommandContext,
  row: FeatureCommand,
  call: Call,
): Promise<Answer | null> {
  const may = row.admin === true ? allows(context.actor, 'admin', null, context.directory) : true;
  if (may !== true) return { kind: 'refusal', refusal: may.refusal };
  return severalMeant(context, call) ?? row.run(context, call);
}

type IssueCall = Extract<Call, { issueId?: number }>;

const ISSUE_CALLS = new Set<string>([
  'show',
  'route',
  'sign',
  'bounce',
  'progress',
  'report-done',
  'verify',
  'reopen',
  'void',
  'extend',
  'pause',
  'resume',
  'approve',
  'urge',
  'acknowledge',
  'mute',
  'unmute',
  'appeal',
  'agenda',
  'co-unit',
  'tick-co-unit',
  'show-in',
  'history',
  'explain',
  'similar',
  'undo',
  'correct-unit',
  'correct-deadline',
  'correct-project',
  'rate',
  'measure',
]);

/** Their people are looked up, and written down when new: only for somebody who may do it. */
const NAMES_SOMEBODY: Partial<Record<Call['name'], Action>> = { route: 'route', pause: 'request-pause' };

function isIssueCall(call: Call): call is IssueCall {
  return ISSUE_CALLS.has(call.name);
}

async function runIssueCall(context: CommandContext, call: IssueCall): Promise<Answer | null> {
  const doubt = severalMeant(context, call);
  if (doubt) return doubt;
  const issueId = call.issueId ?? context.cardIssueId;
  if (issueId === undefined)
    return { kind: 'misuse', word: call.name, problem: '请写明编号,或直接回复那张问题卡片。' };
  const issue = await loadIssue(context.tx, issueId);
  if (!issue) return { kind: 'refusal', refusal: { code: 'issue-unknown', params: { issue: issueId } } };
  const verb = NAMES_SOMEBODY[call.name];
  if (verb !== undefined) {
    const may = allows(context.actor, verb, issue, context.directory);
    if (may !== true) return { kind: 'refusal', refusal: may.refusal, issueId };
  }
  const run = (command: IssueCommand) => runIssueCommand(context, issueId, command);
  switch (call.name) {
    case 'show':
      return { kind: 'issue', issueId };
    case 'history':
      return { kind: 'history', issueId };
    case 'explain':
      return { kind: 'explain', issueId };
    case 'similar':
      return { kind: 'list', title: `与 #${issueId} 相似的问题`, filter: { similarTo: issueId }, page: 1 };
    case 'undo':
      return undoChange(context, issueId);
    case 'show-in':
      return showInChat(context, issueId, call.chatName);
    case 'sign':
    case 'resume':
    case 'urge':
    case 'acknowledge':
    case 'mute':
    case 'unmute':
    case 'tick-co-unit':
      return run({ verb: call.name });
    case 'agenda':
      return run({ verb: 'put-on-agenda' });
    case 'bounce':
      return call.reason
        ? run({ verb: 'bounce', reason: call.reason })
        : { kind: 'form', form: 'bounce', issueId };
    case 'progress':
      return call.note
        ? run({ verb: 'progress', note: call.note })
        : { kind: 'form', form: 'progress', issueId };
    case 'report-done':
      return call.result
        ? run({ verb: 'report-done', result: call.result, override: true })
        : { kind: 'form', form: 'report-done', issueId };
    case 'verify':
      if (call.confirmed === null) {
        return { kind: 'issue', issueId, lead: '请点“属实”或“不属实”。' };
      }
      if (call.confirmed) return run({ verb: 'verify', confirmed: true, note: call.reason || undefined });
      return call.reason
        ? run({ verb: 'verify', confirmed: false, reason: call.reason })
        : { kind: 'form', form: 'refute', issueId };
    case 'reopen':
    case 'void':
    case 'appeal':
      return call.reason
        ? run({ verb: call.name, reason: call.reason })
        : { kind: 'refusal', refusal: { code: 'reason-needed' }, issueId };
    case 'approve':
      return decideAsked(context, issueId, { approve: call.approve, note: call.note || undefined });
    case 'measure':
      return run({ verb: 'write-measure', text: call.text });
    case 'rate':
      if (call.score === 'unsatisfied' && !call.reason) return { kind: 'form', form: 'unsatisfied', issueId };
      return run({ verb: 'rate', score: call.score, reason: call.reason || undefined });
    case 'extend':
      return withDeadline(call.deadline, { kind: 'form', form: 'extension', issueId }, (to) =>
        call.reason
          ? run({ verb: 'request-extension', to, reason: call.reason })
          : Promise.resolve({ kind: 'refusal', refusal: { code: 'reason-needed' }, issueId }),
      );
    case 'pause':
      return withDeadline(call.deadline, { kind: 'form', form: 'pause', issueId }, async (to) => {
        if (!call.reason) return { kind: 'refusal', refusal: { code: 'reason-needed' }, issueId };
        const chaser = await resolvePerson(context, { openId: call.chaserOpenId, name: call.chaserName });
        if (chaser === 'ambiguous' || chaser === 'unknown') {
          return {
            kind: 'refusal',
            refusal: { code: 'person-unknown', params: { name: call.chaserName ?? '' } },
          };
        }
        const chaserId = chaser?.id ?? (await ownChaser(context, issueId));
        return run({ verb: 'request-pause', expected: to.day, reason: call.reason, chaserId });
      });
    case 'route':
      return routeIssue(context, issueId, call);
    case 'co-unit':
      return call.unitId === null
        ? { kind: 'refusal', refusal: { code: 'unit-unknown', params: { name: call.unitHeard } } }
        : run({ verb: 'add-co-unit', unitId: call.unitId });
    case 'correct-unit':
      if (call.unitId === null && !call.unitHeard) return { kind: 'form', form: 'correct-unit', issueId };
      return call.unitId === null
        ? { kind: 'refusal', refusal: { code: 'unit-unknown', params: { name: call.unitHeard } } }
        : run({ verb: 'correct', unitId: call.unitId });
    case 'correct-project':
      if (call.projectId === null && !call.projectHeard)
        return { kind: 'form', form: 'correct-project', issueId };
      return call.projectId === null
        ? { kind: 'refusal', refusal: { code: 'no-project', params: { name: call.projectHeard } } }
        : run({ verb: 'correct', projectId: call.projectId });
    case 'correct-deadline':
      return withDeadline(call.deadline, { kind: 'form', form: 'correct-deadline', issueId }, (deadline) =>
        run({ verb: 'correct', deadline }),
      );
  }
}

/** Whoever asks chases it; what a deputy asks for stays with the one who is away. */
async function ownChaser(context: CommandContext, issueId: number): Promise<number> {
  const issue = await loadIssue(context.tx, issueId);
  const away = issue ? actsFor(issue, context.actor, context.directory)[0] : undefined;
  return away ?? context.actor.person.id;
}

async function routeIssue(
  context: CommandContext,
  issueId: number,
  call: Call & { name: 'route' },
): Promise<Answer> {
  const person = await resolvePerson(context, { openId: call.assigneeOpenId, name: call.assigneeName });
  if (person === 'unknown' || person === 'ambiguous') {
    return {
      kind: 'refusal',
      refusal: { code: 'person-unknown', params: { name: call.assigneeName ?? '' } },
    };
  }
  const unitId = call.unitId ?? (call.unitHeard ? null : (person?.unitId ?? null));
  if (unitId === null) {
    return call.unitHeard
      ? { kind: 'refusal', refusal: { code: 'unit-unknown', params: { name: call.unitHeard } } }
      : { kind: 'form', form: 'route', issueId };
  }
  return runIssueCommand(context, issueId, { verb: 'route', unitId, assigneeId: person?.id });
}

/** A missing deadline opens the form, a wrong one is asked back in words. */
async function withDeadline(
  read: ReadDeadline,
  form: Answer,
  run: (deadline: Extract<ReadDeadline, { ok: true }>['deadline']) => Promise<Answer>,
): Promise<Answer> {
  if (read.ok) {
    const answer = await run(read.deadline);
    return answer.kind === 'text' && read.notices.length > 0
      ? { ...answer, text: `${answer.text}\n${read.notices.join('\n')}` }
      : answer;
  }
  return read.missing ? form : { kind: 'text', tone: 'warning', text: read.problem };
}

/** Several units or projects bear the name that was said: asked back, for nothing is changed on a guess. */
function severalMeant(context: CommandContext, call: Call): Answer | undefined {
  const units = ('unitCandidates' in call && call.unitCandidates) || [];
  const projects = ('projectCandidates' in call && call.projectCandidates) || [];
  const names = [
    ...units.map((id) => context.directory.unit(id)?.name),
    ...projects.map((id) => context.directory.project(id)?.name),
  ].filter((name) => name !== undefined);
  if (names.length < 2) return undefined;
  return {
    kind: 'text',
    tone: 'warning',
    text: `有几个都叫这个名字:${names.slice(0, 6).join('、')}。请写全名。`,
  };
}
