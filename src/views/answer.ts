/** Draws an answer for the one who asked, where it was asked. Everything is read at this moment. */
import { explainCard } from '../cards/explain.ts';
import { formCard } from '../cards/form.ts';
import { type HelpReader, helpCard } from '../cards/help.ts';
import { historyCard } from '../cards/history.ts';
import type { Card } from '../cards/kit.ts';
import { previewCard } from '../cards/preview.ts';
import { offerButtons, textCard } from '../cards/text.ts';
import { bindCard, greetingCard, welcomeBackText } from '../cards/welcome.ts';
import { DRAFT_GONE, errorText, misuseText, unknownText } from '../cards/words.ts';
import { refusalText } from '../cards/words-refusals.ts';
import { readDraft } from '../db/draft.ts';
import { readHistory } from '../db/history.ts';
import { loadIssue } from '../db/issue.ts';
import type { Tx } from '../db/open.ts';
import { isOfficial } from '../domain/access.ts';
import type { Answer, SpineAnswer } from '../domain/answer.ts';
import { rungHeldBy } from '../domain/post-held.ts';
import { LOG_DRAFT } from '../kinds/drafts.ts';
import { mustRead, readPayload } from '../kinds/kind.ts';
import { drawAdministration } from './administration.ts';
import type { DrawnAnswer } from './context.ts';
import { type Viewer, viewContext } from './context.ts';
import { drawFigures } from './figures.ts';
import { formSubject } from './form.ts';
import { drawHandover } from './handover.ts';
import { issueCardFor } from './issue.ts';
import { drawGroups, drawList, hiddenText } from './issue-list.ts';
import { drawMine } from './mine.ts';
import { drawMissed } from './missed.ts';
import { maySeeIssue, placeOf } from './place.ts';
import { drawProject, maySeeProject } from './project.ts';
import { drawProjects } from './projects.ts';
import { drawRules, drawRulesPreview } from './rules.ts';
import { drawSeveral } from './several.ts';

/** What the command table says, handed in so that views need not know the commands. */
export interface HelpSource {
  rows: Parameters<typeof helpCard>[0];
  usageOf: (word: string) => string | undefined;
}

const HISTORY_ROWS = 60;

export async function drawAnswer(
  tx: Tx,
  asked: Answer,
  viewer: Viewer,
  help: HelpSource,
): Promise<DrawnAnswer> {
  const answer = placeOf(asked, viewer);
  const own = viewer.features.answers.get(answer.kind);
  if (own) return own.draw(tx, mustRead(own, answer), viewer);
  return drawOfSpine(tx, answer as SpineAnswer, viewer, help);
}

async function drawOfSpine(
  tx: Tx,
  answer: SpineAnswer,
  viewer: Viewer,
  help: HelpSource,
): Promise<DrawnAnswer> {
  switch (answer.kind) {
    case 'text': {
      if (!answer.offers?.length) return text(answer.text);
      const offers = offerButtons(answer.offers, viewer.directory);
      return card(textCard(answer.text, { tone: answer.tone ?? 'info', offers, demo: viewer.demo }));
    }
    case 'refusal':
      return text(refusalText(answer.refusal));
    case 'misuse':
      return text(misuseText(answer.problem, answer.usage ?? help.usageOf(answer.word)));
    case 'unknown':
      return text(unknownText(answer.heard, answer.nearest));
    case 'suggest':
      return drawSuggest(tx, answer, viewer, help);
    case 'error':
      return text(errorText(answer.code));
    case 'welcome-back':
      return text(welcomeBackText());
    case 'greeting':
      return card(greetingCard(viewer.demo));
    case 'help':
      return card(helpCard(help.rows, answer.topic, { reader: helpReader(viewer), demo: viewer.demo }));
    case 'issue':
    case 'history':
    case 'explain':
      return drawOfIssue(tx, answer, viewer);
    case 'list':
      return drawList(tx, answer, viewer);
    case 'groups':
      return drawGroups(tx, answer, viewer);
    case 'figures':
      return drawFigures(tx, answer, viewer);
    case 'several':
      return drawSeveral(tx, answer, viewer);
    case 'mine':
      return card(await drawMine(tx, viewer, answer.list));
    case 'handover-begun':
    case 'handover-report':
      return drawHandover(tx, answer, viewer);
    case 'preview': {
      const draft = await readDraft(tx, answer.draftId);
      if (!draft) return text(DRAFT_GONE);
      const own = viewer.features.drafts.get(draft.kind);
      if (own?.preview) {
        const read = readPayload(own, draft.payload);
        return read.ok ? card(await own.preview(tx, draft.id, read.payload, viewer)) : text(DRAFT_GONE);
      }
      const read = readPayload(LOG_DRAFT, draft.payload);
      if (!read.ok) return text(DRAFT_GONE);
      const { drafts = [], projects, lead } = read.payload;
      const context = await viewContext(tx, viewer, { personIds: drafts.map((one) => one.assigneeId) });
      const view = { draftId: draft.id, drafts, ...(projects && { projects }), ...(lead && { lead }) };
      return card(previewCard(view, context));
    }
    case 'missed':
      return card(await drawMissed(tx, answer, viewer));
    case 'form':
      return drawForm(tx, answer, viewer);
    case 'bind': {
      // A group with outsiders must not read the names of other projects.
      const projects = viewer.chat?.external
        ? []
        : viewer.directory.liveProjects.filter((project) =>
            maySeeProject(project, { ...viewer, chat: undefined }),
          );
      return card(bindCard(answer.lead, projects, await viewContext(tx, viewer, {})));
    }
    case 'project':
      return drawProject(tx, answer.projectId, viewer);
    case 'projects':
      return drawProjects(tx, answer, viewer);
    case 'rules':
      return drawRules(tx, answer, viewer);
    case 'rules-preview':
      return drawRulesPreview(tx, answer, viewer);
    default:
      return drawAdministration(tx, answer, viewer);
  }
}

/** What the nearest question is answered stands below the words that say so. */
async function drawSuggest(
  tx: Tx,
  { text: words, commands, near }: Answer & { kind: 'suggest' },
  viewer: Viewer,
  help: HelpSource,
): Promise<DrawnAnswer> {
  const drawn = near && (await drawAnswer(tx, near.answer, { ...viewer, demo: false }, help));
  const below = near && drawn?.kind === 'card' && { said: near.said, card: drawn.card };
  return card(
    textCard(words, {
      commands: Object.fromEntries(commands.map((command) => [command, command])),
      ...(below && { below }),
      demo: viewer.demo,
    }),
  );
}

/** In a group everybody reads it: what administrators alone may do stands in the private chat. */
function helpReader({ actor, chat }: Viewer): HelpReader {
  const administers = actor.person.home && actor.grants.some((grant) => grant.role === 'administrator');
  if (administers && chat === undefined) return 'administrator';
  const leads = actor.leaderOf.length > 0 || rungHeldBy(actor) !== undefined;
  if (leads && !administers && actor.person.home) return 'leader';
  return administers || isOfficial(actor) ? 'official' : 'contact';
}

async function drawForm(tx: Tx, answer: Answer & { kind: 'form' }, viewer: Viewer): Promise<DrawnAnswer> {
  if (answer.issueId !== undefined) {
    const hidden = await hiddenText(tx, answer.issueId, viewer);
    if (hidden !== undefined) return text(hidden);
  }
  const subject = await formSubject(tx, answer, viewer);
  const context = await viewContext(tx, viewer, { issues: subject.issue ? [subject.issue] : [] });
  return card(formCard(answer.form, subject, context));
}

function text(words: string): DrawnAnswer {
  return { kind: 'text', text: words };
}

function card(drawn: Card): DrawnAnswer {
  return { kind: 'card', card: drawn };
}

/** One issue, its history or its reckoning, if the asker may see it and the group it would be shown in, too. */
async function drawOfIssue(
  tx: Tx,
  answer: Answer & { kind: 'issue' | 'history' | 'explain' },
  viewer: Viewer,
): Promise<DrawnAnswer> {
  const issue = await loadIssue(tx, answer.issueId);
  if (!issue) return text(refusalText({ code: 'issue-unknown', params: { issue: answer.issueId } }));
  const may = await maySeeIssue(tx, issue, viewer);
  if (may !== true) return text(refusalText(may.refusal));
  if (answer.kind === 'issue') {
    const reader = viewer.chat ? undefined : viewer.actor;
    return card(
      await issueCardFor(tx, issue, {
        ...viewer,
        reader,
        ...(answer.lead !== undefined && { lead: answer.lead }),
      }),
    );
  }
  const rows =
    answer.kind === 'history' ? (await readHistory(tx, issue.id, { limit: HISTORY_ROWS })).reverse() : [];
  const context = await viewContext(tx, viewer, { issues: [issue], rows });
  return card(
    answer.kind === 'history'
      ? historyCard({ issue, rows, lead: answer.lead, course: answer.course }, context)
      : explainCard(issue, context),
  );
}
