/** 样表 as an Excel file, made when it is sent. */
import { loadActor } from '../../db/person.ts';
import { dayOf } from '../../domain/time.ts';
import { defineMessage } from '../../engine/message.ts';
import { drop } from '../../engine/rendered.ts';
import { SAMPLE_FILE } from './kinds.ts';
import { mayImport } from './rules-rights.ts';
import { sampleTables } from './rules-sample.ts';
import { SAMPLE_WORDS } from './words-sample.ts';

export const SAMPLE_MESSAGE = defineMessage(SAMPLE_FILE, {
  name: SAMPLE_WORDS.name,
  draw: async (deps, tx, { payload }, now) => {
    const directory = await deps.directory.get(tx);
    const actor = await loadActor(tx, { id: payload.personId });
    if (!actor || mayImport(actor, directory) !== true) return drop('not-allowed');
    const { chatId, openId, replyTo } = payload;
    const to = chatId === undefined ? { openId } : { chatId };
    return {
      kind: 'message',
      card: undefined,
      to,
      replyTo,
      text: SAMPLE_WORDS.refused,
      file: {
        name: SAMPLE_WORDS.fileName(dayOf(now, directory.settings.timeZone)),
        write: async () => (await import('../../files/spreadsheet.ts')).writeSpreadsheet(sampleTables([])),
      },
    };
  },
});
