/** 调度包 as card and as file. */
import { reportCard } from '../../cards/report.ts';
import { LATE_MARK } from '../../cards/words.ts';
import { receiver } from '../../engine/draw-office.ts';
import { defineMessage } from '../../engine/message.ts';
import { rowKind } from '../../kinds/kind.ts';
import { type OfficePayload, officePost } from '../../kinds/messages.ts';
import { readMeetingPack } from './view.ts';
import { PACK_NAMES, PACK_NOTES } from './words.ts';

const PACK_CARD = defineMessage(rowKind<OfficePayload>('meeting-pack', officePost), {
  name: PACK_NAMES.card,
  office: true,
  draw: async (deps, tx, row, now) => {
    const ready = await receiver(deps, tx, row.payload, now);
    if ('kind' in ready) return ready;
    const { payload, base, late } = ready;
    const report = await readMeetingPack(tx, payload.areaId, base);
    const card = reportCard(report, {
      demo: deps.demo,
      note: PACK_NOTES.fileFollows,
      ...(late && { late: LATE_MARK }),
    });
    return { kind: 'message', card, text: undefined, to: ready.to, replyTo: payload.replyTo };
  },
});

const PACK_FILE = defineMessage(rowKind<OfficePayload>('meeting-pack-file', officePost), {
  name: PACK_NAMES.file,
  office: true,
  draw: async (deps, tx, row, now) => {
    const ready = await receiver(deps, tx, row.payload, now);
    if ('kind' in ready) return ready;
    const report = await readMeetingPack(tx, ready.payload.areaId, ready.base);
    return {
      kind: 'message',
      card: undefined,
      text: PACK_NOTES.fileRefused,
      to: ready.to,
      replyTo: undefined,
      file: {
        name: `${report.fileName}.docx`,
        // Loaded when it is needed: a deployment that never makes one never pays for it.
        write: async () => (await import('../../files/report-docx.ts')).writeReport(report),
      },
    };
  },
});

/** In the order they are sent: the file follows the card. */
export const PACK_MESSAGES = [PACK_CARD, PACK_FILE];
