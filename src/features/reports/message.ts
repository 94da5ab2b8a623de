/** A report as card and as Word file; whether it may go out is asked again when it is drawn. */
import { reportCard } from '../../cards/report.ts';
import { loadChat } from '../../db/chat.ts';
import type { Tx } from '../../db/open.ts';
import { loadActor } from '../../db/person.ts';
import type { Deps } from '../../deps.ts';
import type { Instant } from '../../domain/time.ts';
import { defineMessage } from '../../engine/message.ts';
import { drop, type Rendered, textMessage } from '../../engine/rendered.ts';
import { REPORT_CARD, REPORT_FILE, type ReportPayload } from './kinds.ts';
import { mayReadReport } from './rules.ts';
import { readReport } from './view.ts';
import { REPORT_NAMES, REPORT_NOTES } from './words.ts';

type Read = Awaited<ReturnType<typeof readReport>> & { to: { chatId: string } | { openId: string } };

/** What it says now, unless the reader or the group may not have it any more. */
async function read(deps: Deps, tx: Tx, payload: ReportPayload, now: Instant): Promise<Read | Rendered> {
  const { word, from, until, areaId, projectIds, personId, chatId, openId } = payload;
  const directory = await deps.directory.get(tx);
  const chat = chatId === undefined ? undefined : await loadChat(tx, chatId);
  if (chatId !== undefined && (!chat || chat.unreachable)) return drop('group-gone');
  const actor = await loadActor(tx, { id: personId });
  if (!actor || (!chat && actor.person.unreachableSince !== null)) return drop('person-gone');
  const reading = mayReadReport(actor, word, { areaId, projectIds }, chat, directory);
  if (typeof reading !== 'string') return drop('not-theirs');
  const to = chatId !== undefined ? { chatId } : openId !== undefined && { openId };
  if (!to) throw new Error('a report without a receiver');
  const about = { word, from, until, areaId, projectIds };
  const told = await readReport(tx, about, reading, { now, directory, demo: deps.demo });
  return { ...told, to };
}

/** In the order they are sent: the file follows the card, and does not come when there is nothing. */
export const REPORT_MESSAGES = [
  defineMessage(REPORT_CARD, {
    name: REPORT_NAMES.card,
    draw: async (deps, tx, { payload }, now) => {
      const told = await read(deps, tx, payload, now);
      if ('kind' in told) return told;
      if ('nothing' in told) return textMessage(told.nothing, told.to, payload.replyTo);
      const short = told.report.sections.some(({ total, lines }) => total > lines.length);
      const note = `${REPORT_NOTES.fileFollows}${short ? REPORT_NOTES.shortened : ''}`;
      const card = reportCard(told.report, { demo: deps.demo, note });
      return { kind: 'message', card, text: undefined, to: told.to, replyTo: payload.replyTo };
    },
  }),
  defineMessage(REPORT_FILE, {
    name: REPORT_NAMES.file,
    draw: async (deps, tx, { payload }, now) => {
      const told = await read(deps, tx, payload, now);
      if ('kind' in told) return told;
      if ('nothing' in told) return drop('nothing-to-say');
      const { report, to } = told;
      return {
        kind: 'message',
        card: undefined,
        text: REPORT_NOTES.fileRefused,
        to,
        replyTo: undefined,
        file: {
          name: `${report.fileName}.docx`,
          // Loaded when it is needed: a deployment that never makes one never pays for it.
          write: async () => (await import('../../files/report-docx.ts')).writeReport(report),
        },
      };
    },
  }),
];
