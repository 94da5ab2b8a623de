/** The live card of an issue, from its present state. */
import type { IssueNotice } from '../cards/issue.ts';
import { issueCard } from '../cards/issue.ts';
import type { ButtonRight } from '../cards/issue-buttons.ts';
import type { Card } from '../cards/kit.ts';
import { countAttachments } from '../db/attachment.ts';
import { readHistory } from '../db/history.ts';
import { loadIssue } from '../db/issue.ts';
import type { Tx } from '../db/open.ts';
import { loadActor } from '../db/person.ts';
import type { Deps } from '../deps.ts';
import { allows } from '../domain/access.ts';
import type { Actor } from '../domain/actor.ts';
import type { Directory } from '../domain/directory.ts';
import type { Issue, IssueVerb } from '../domain/issue.ts';
import type { Instant } from '../domain/time.ts';
import { viewContext } from './context.ts';

/** Rows read for the card; it shows the last few of them. */
const HISTORY_READ = 4;

/** Draws the card for a group or for one person. undefined: there is no such issue. */
export async function drawIssueCard(
  deps: Deps,
  issueId: number,
  at: { place: 'chat' | 'person'; target: string },
  now: Instant,
): Promise<{ card: Card; version: number } | undefined> {
  return deps.db.read(async (tx) => {
    const issue = await loadIssue(tx, issueId);
    if (!issue) return undefined;
    const directory = await deps.directory.get(tx);
    const reader = at.place === 'person' ? await loadActor(tx, { openId: at.target }) : undefined;
    const card = await issueCardFor(tx, issue, { directory, now, demo: deps.demo, reader });
    return { card, version: issue.version };
  });
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
  const context = await viewContext(tx, how, {
    issues: [issue],
    rows: history,
    personIds: [how.reader?.person.id ?? null],
  });
  return issueCard(
    {
      issue,
      history,
      place: how.reader ? 'person' : 'chat',
      attachments: await countAttachments(tx, issue.id),
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

const BUTTON_VERBS: readonly IssueVerb[] = [
  'route',
  'sign',
  'bounce',
  'progress',
  'report-done',
  'verify',
  'reopen',
  'void',
  'add-co-unit',
  'tick-co-unit',
  'request-extension',
  'request-pause',
  'decide-request',
  'resume',
  'urge',
  'acknowledge',
  'appeal',
  'decide-appeal',
  'put-on-agenda',
  'rate',
  'write-measure',
  'correct',
  'attach',
  'show-in',
];

function allowedButtons(reader: Actor, issue: Issue, directory: Directory): Set<ButtonRight> {
  const allowed = new Set<ButtonRight>();
  for (const verb of BUTTON_VERBS) if (allows(reader, verb, issue, directory) === true) allowed.add(verb);
  // Who reported it done is refused by the decision anyway; the private card need not offer it.
  if (issue.doneBy === reader.person.id) allowed.delete('verify');
  return allowed;
}
