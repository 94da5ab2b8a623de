/** One call, one handler. Handlers return the answer; whatever they changed is already written. */

import { beyondText } from '../cards/words-beyond.ts';
import {
  ALREADY_LOGGED,
  FILE_BESIDE,
  fileOfAllText,
  fileOfOpenText,
  severalNamedText,
  WHICH_ISSUE,
} from '../cards/words-reading.ts';
import { termText } from '../cards/words-terms.ts';
import { loadIssue } from '../db/issue.ts';
import { countByColor } from '../db/issue-list.ts';
import { allows } from '../domain/access.ts';
import type { Answer } from '../domain/answer.ts';
import { type Issue, OPEN_STATUSES } from '../domain/issue.ts';
import type { IssueFilter } from '../domain/issue-filter.ts';
import { rowOfCall, type VerbCall } from '../verbs/verbs.ts';
import { narrow } from '../views/issue-list.ts';
import { maySeeProject } from '../views/project.ts';
import { runAdministration } from './administration.ts';
import { bindChat, thisGroup, unbindChat } from './bind.ts';
import type { Call, CallOf } from './call.ts';
import type { CommandContext } from './context.ts';
import type { FeatureCommand } from './feature-command.ts';
import { forgetQuestion, rememberAnswer, rememberIssue, rememberProject } from './follow-memory.ts';
import { createFromQuote, createIssues, createSolved } from './log.ts';
import { mineOf } from './mine.ts';
import { runPersonal } from './personal.ts';
import { showProject } from './project.ts';
import { answerQuestion, listIssuesFor } from './query.ts';
import { viewerOf } from './reply.ts';
import { showRules } from './rules.ts';
import { sayVerb } from './say-verb.ts';
import { acknowledgeSeen } from './seen.ts';
import { undoChange } from './undo.ts';
import { askedBack } from './unheard.ts';
import { maySetProject } from './which-project.ts';

/** Runs a call. null: the answer is the live card itself, which follows. */
export async function execute(context: CommandContext, call: Call): Promise<Answer | null> {
  if (call.name === 'project' || call.name === 'bind' || call.name === 'rules') {
    const doubt = ambiguousName(context, call);
    if (doubt) return doubt;
  }
  const own = context.deps.features.commands.get(call.name);
  if (own) return runOfFeature(context, own, call);
  // What was written down is what is spoken of now.
  if (call.name === 'log' || call.name === 'on-the-spot' || call.name === 'log-quoted')
    await forgetQuestion(context);
  switch (call.name) {
    case 'log':
      return createIssues(context, call.lines, call.unsure);
    case 'on-the-spot':
      return createSolved(context, call.line);
    case 'log-form':
      // In reply to something of a problem: it is written down already.
      return context.cardIssueId === undefined
        ? { kind: 'form', form: 'log' }
        : { kind: 'issue', issueId: context.cardIssueId, lead: ALREADY_LOGGED };
    case 'log-quoted':
      return createFromQuote(context, call.facts);
    case 'list':
    case 'search':
      return listIssuesFor(context, call);
    case 'mine':
      return mineOf(context);
    case 'ask': {
      const asked = await answerQuestion(context, call);
      const answer = call.unread
        ? await askedBack(context, asked)
        : await rememberAnswer(context, call, asked);
      return call.measure === 'file' ? sentWith(context, answer, call.topic.states.length === 0) : answer;
    }
    case 'beyond':
      return { kind: 'suggest', text: beyondText(call.subject), commands: call.nearest };
    case 'term':
      return {
        kind: 'text',
        tone: 'info',
        text: termText(call.term, context.directory.rulesFor(context.chat?.projectIds[0] ?? null)),
      };
    case 'help':
      return { kind: 'help', topic: call.topic || undefined };
    case 'projects':
      return { kind: 'projects' };
    case 'project': {
      const answer = showProject(context, call);
      if (answer.kind === 'project') await rememberProject(context, answer.projectId);
      return answer;
    }
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
    case 'acknowledge':
      return acknowledgeSeen(context, call.issueId ?? context.cardIssueId);
    case 'show':
    case 'history':
    case 'explain':
    case 'similar':
    case 'undo':
      return aboutIssue(context, call, async ({ id }) => {
        if (call.name !== 'undo' && call.name !== 'similar') await rememberIssue(context, id);
        return answerAbout(context, call, id);
      });
    default:
      return isVerbCall(call)
        ? aboutIssue(context, call, async (issue) => {
            await rememberIssue(context, issue.id);
            return sayVerb(context, call, issue);
          })
        : runAdministration(context, call);
  }
}

/**
 * 发我台账: what the question found, as the file that 导出 sends; of each apart the figures stand beside it.
 * @param whole no state was said: a ledger has what is struck off as well, as those that are kept by hand have
 */
export async function sentWith(
  context: CommandContext,
  answer: Answer,
  whole = false,
): Promise<Answer | null> {
  if (answer.kind !== 'list' && answer.kind !== 'groups') return answer;
  const open = answer.filter;
  const isOpen = open.statuses?.join() === OPEN_STATUSES.join();
  const all: IssueFilter = { ...open, statuses: [...OPEN_STATUSES, 'closed'] };
  const counts = isOpen && (whole || answer.kind === 'list');
  const narrowed = counts ? narrow(all, viewerOf(context)) : undefined;
  const { done = 0, total = 0 } = narrowed ? await countByColor(context.tx, narrowed.query) : {};
  const filter = whole && done > 0 ? all : open;
  const sent = await execute(context, { name: 'ledger-export', filter });
  if (sent) return sent;
  if (answer.kind === 'groups') return { ...answer, lead: answer.lead ?? FILE_BESIDE };
  if (done === 0) return null;
  const text = (filter === all ? fileOfAllText : fileOfOpenText)(total - done, done);
  return { kind: 'text', text, offers: [{ fact: 'file', filter: filter === all ? open : all }] };
}

type IssueQuery = CallOf<'show' | 'history' | 'explain' | 'similar' | 'undo'>;
async function runOfFeature(
  context: CommandContext,
  row: FeatureCommand,
  call: Call,
): Promise<Answer | null> {
  const may = row.admin === true ? allows(context.actor, 'admin', null, context.directory) : true;
  if (may !== true) return { kind: 'refusal', refusal: may.refusal };
  // Which project is asked with buttons, by the feature itself (which-project.ts).
  return ambiguousName(context, call, { projects: false }) ?? row.run(context, call);
}

function isVerbCall(call: Call): call is VerbCall {
  return rowOfCall(call.name) !== undefined;
}

/** The problem a call is about: by number, else that of the card replied to. */
async function aboutIssue(
  context: CommandContext,
  call: VerbCall | IssueQuery,
  run: (issue: Issue) => Promise<Answer>,
): Promise<Answer> {
  const doubt = ambiguousName(context, call);
  if (doubt) return doubt;
  const issueId = call.issueId ?? context.cardIssueId;
  if (issueId === undefined) return { kind: 'misuse', word: call.name, problem: WHICH_ISSUE };
  const issue = await loadIssue(context.tx, issueId);
  if (!issue) return { kind: 'refusal', refusal: { code: 'issue-unknown', params: { issue: issueId } } };
  return run(issue);
}

async function answerAbout(context: CommandContext, call: IssueQuery, issueId: number): Promise<Answer> {
  switch (call.name) {
    case 'show':
      return { kind: 'issue', issueId };
    case 'history':
    case 'explain':
      return { kind: call.name, issueId };
    case 'similar':
      return { kind: 'list', filter: { similarTo: issueId }, page: 1 };
    case 'undo':
      return undoChange(context, issueId);
  }
}

/** Several units or projects bear the name that was said: asked back, for nothing is changed on a guess. */
function ambiguousName(
  context: CommandContext,
  call: Call,
  of: { projects: boolean } = { projects: true },
): Answer | undefined {
  const units = ('unitCandidates' in call && call.unitCandidates) || [];
  const projects = (of.projects && 'projectCandidates' in call && call.projectCandidates) || [];
  if (units.length + projects.length < 2) return undefined;
  const { directory } = context;
  const viewer = viewerOf(context);
  const shown = projects
    .flatMap((id) => directory.project(id) ?? [])
    .filter((project) => maySeeProject(project, viewer) || maySetProject(context, project.id));
  const names = [...units.flatMap((id) => directory.unit(id) ?? []), ...shown].map(({ name }) => name);
  if (names.length < 2) return { kind: 'refusal', refusal: { code: 'not-yours-to-see' } };
  return {
    kind: 'text',
    tone: 'warning',
    text: severalNamedText(names),
  };
}
