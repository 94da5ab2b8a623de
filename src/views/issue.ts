/** The live card of an issue, from its present state. */
import type { IssueNotice } from '../cards/issue.ts';
import { issueCard } from '../cards/issue.ts';
import type { ButtonRight } from '../cards/issue-buttons.ts';
import type { Card } from '../cards/kit.ts';
import { movedCard } from '../cards/moved.ts';
import { countAttachments } from '../db/attachment.ts';
import { loadChat } from '../db/chat.ts';
import { readHistory, readLastOf, wasShownIn } from '../db/history.ts';
import { loadIssue } from '../db/issue.ts';
import { hasLinks } from '../db/link.ts';
import { findMeasure } from '../db/measure.ts';
import type { Tx } from '../db/open.ts';
import { readSentPayload } from '../db/outbox.ts';
import { loadActor } from '../db/person.ts';
import type { Deps } from '../deps.ts';
import { allows, visibleScope } from '../domain/access.ts';
import type { Actor } from '../domain/actor.ts';
import type { NoticeReason } from '../domain/decision.ts';
import type { Directory } from '../domain/directory.ts';
import { type HistoryRow, type HistoryVerb, type Issue, OPEN_STATUSES } from '../domain/issue.ts';
import type { Chat } from '../domain/model.ts';
import type { Instant } from '../domain/time.ts';
import { maySay } from '../verbs/decide.ts';
import { stillAsks } from '../verbs/notices.ts';
import { VERBS } from '../verbs/verbs.ts';
import { viewContext } from './context.ts';
import { heldLinks } from './held-links.ts';

/** Rows read for the card; it shows the last few of them. */
const HISTORY_READ = 4;

/** Draws the card for a group or for one person; `over`: nothing goes on with the issue there. undefined: there is no such issue, or it may not be shown there. */
export async function drawIssueCard(
  deps: Deps,
  issueId: number,
  at: { place: 'chat' | 'person'; target: string; messageId: string | null },
  now: Instant,
): Promise<{ card: Card; version: number; over: boolean } | undefined> {
  return deps.db.read(async (tx) => {
    const issue = await loadIssue(tx, issueId);
    if (!issue) return undefined;
    const chat = at.place === 'chat' ? await loadChat(tx, at.target) : undefined;
    // Unbound since: its cards stand still, for a group without a project is shown nothing.
    if (chat?.kind === 'unbound') return undefined;
    const directory = await deps.directory.get(tx);
    const reader = at.place === 'person' ? await loadActor(tx, { openId: at.target }) : undefined;
    if ((chat && !(await belongsIn(tx, issue, chat))) || (reader && !mayKeep(issue, reader, directory))) {
      return { card: movedCard(issue.id, at.place, deps.demo), version: issue.version, over: true };
    }
    const notice =
      reader && at.messageId ? await askedBy(tx, at.messageId, issue, reader, directory) : undefined;
    const card = await issueCardFor(tx, issue, {
      directory,
      now,
      demo: deps.demo,
      reader,
      ...(notice && { notice }),
    });
    return { card, version: issue.version, over: !OPEN_STATUSES.includes(issue.status) };
  });
}

/** A project's group shows its own projects' issues, those without a project, and what was put there by 同步. */
async function belongsIn(tx: Tx, issue: Issue, chat: Chat): Promise<boolean> {
  if (chat.kind !== 'project' || issue.projectId === null || chat.projectIds.includes(issue.projectId))
    return true;
  return wasShownIn(tx, issue.id, chat.id);
}

/** Whoever chased it once keeps the card, though the pause is over. */
function mayKeep(issue: Issue, reader: Actor, directory: Directory): boolean {
  if (allows(reader, 'see', issue, directory) === true) return true;
  return issue.pauses.some((pause) => pause.chaserId === reader.person.id);
}

/** What the message asked its reader for, while that is still to be done: a change by others must not wipe it out. */
async function askedBy(
  tx: Tx,
  messageId: string,
  issue: Issue,
  reader: Actor,
  directory: Directory,
): Promise<IssueNotice | undefined> {
  const payload = await readSentPayload(tx, messageId);
  if (!payload || typeof payload.reason !== 'string') return undefined;
  const reason = payload.reason as NoticeReason;
  if (!stillAsks(reason, issue, reader, directory)) return undefined;
  return { reason, ...(typeof payload.note === 'string' && { note: payload.note }) };
}

/** Measures may come from anywhere its reader may look; in a group only from its project, for all of it reads along. */
async function adviceFor(tx: Tx, issue: Issue, reader: Actor | undefined, directory: Directory) {
  if (issue.status !== 'unrouted' && issue.status !== 'unsigned' && issue.status !== 'working')
    return undefined;
  if (reader) return findMeasure(tx, issue.id, visibleScope(reader, directory));
  if (issue.projectId === null) return undefined;
  const projectIds = [issue.projectId];
  return findMeasure(tx, issue.id, { all: false, areaIds: [], unitIds: [], projectIds, personIds: [] });
}

/** Steps that say how the work goes. */
const PROGRESS: readonly HistoryVerb[] = ['progress', 'report-done', 'tick-co-unit'];

/** A whole history read already holds the newest of them. */
async function lastProgress(tx: Tx, issueId: number, history: readonly HistoryRow[]) {
  const known = history.findLast((row) => PROGRESS.includes(row.verb));
  return known ?? (history.length < HISTORY_READ ? undefined : readLastOf(tx, issueId, PROGRESS));
}

/** The card of a loaded issue; with a reader only the buttons that reader may press. */
export async function issueCardFor(
  tx: Tx,
  issue: Issue,
  how: {
    directory: Directory;
    now: Instant;
    demo: boolean;
    reader: Actor | undefined;
    notice?: IssueNotice;
    lead?: string;
  },
): Promise<Card> {
  const history = (await readHistory(tx, issue.id, { limit: HISTORY_READ })).reverse();
  const progress = await lastProgress(tx, issue.id, history);
  const context = await viewContext(tx, how, {
    issues: [issue],
    rows: progress ? [progress, ...history] : history,
    personIds: [how.reader?.person.id ?? null],
  });
  const held = await heldLinks(tx, issue, how);
  const linkable = held.length === 0 && (await isLinkable(tx, issue, how.reader));
  const advice = await adviceFor(tx, issue, how.reader, how.directory);
  return issueCard(
    {
      issue,
      history,
      progress,
      place: how.reader ? 'person' : 'chat',
      attachments: await countAttachments(tx, issue.id),
      ...(advice && { advice }),
      ...(held.length > 0 && { held }),
      ...(linkable && { linkable }),
      ...(how.notice && { notice: how.notice }),
      ...(how.lead && { lead: how.lead }),
      ...(how.reader && {
        reader: how.reader.person,
        allowed: allowedButtons(how.reader, issue, how.directory),
      }),
    },
    context,
  );
}

/** An open problem of a project with links; privately for own staff. */
async function isLinkable(tx: Tx, issue: Issue, reader: Actor | undefined): Promise<boolean> {
  const { kind, status, projectId } = issue;
  if (kind !== 'problem' || projectId === null || !OPEN_STATUSES.includes(status)) return false;
  return (reader === undefined || reader.person.home) && hasLinks(tx, projectId);
}

/** Verbs whose buttons this reader is offered. */
function allowedButtons(reader: Actor, issue: Issue, directory: Directory): Set<ButtonRight> {
  const offered = VERBS.filter(
    ({ verb, offered }) =>
      maySay(reader, verb, issue, directory) === true && (offered?.(issue, reader, directory) ?? true),
  );
  return new Set(offered.map(({ verb }) => verb));
}
