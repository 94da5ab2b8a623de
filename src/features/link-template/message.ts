/** A template as an Excel file, privately to whoever asked; made when it is sent. */
import { findTemplate } from '../../db/link-template.ts';
import { loadActor } from '../../db/person.ts';
import { allows } from '../../domain/access.ts';
import { dayOf } from '../../domain/time.ts';
import { defineMessage } from '../../engine/message.ts';
import { drop } from '../../engine/rendered.ts';
import { TEMPLATE_FILE } from './kinds.ts';
import { templateTables } from './rules-sheet-write.ts';
import { namesOf } from './view.ts';
import { EXPORT } from './words.ts';

export const TEMPLATE_FILE_MESSAGE = defineMessage(TEMPLATE_FILE, {
  name: EXPORT.name,
  draw: async (deps, tx, { payload }, now) => {
    const directory = await deps.directory.get(tx);
    const actor = await loadActor(tx, { id: payload.personId });
    if (!actor || allows(actor, 'admin', null, directory) !== true) return drop('not-allowed');
    const stored = await findTemplate(tx, payload.template);
    const to = { openId: payload.openId };
    const base = { kind: 'message', card: undefined, to, replyTo: payload.replyTo } as const;
    if (!stored) return { ...base, text: EXPORT.gone };
    const today = dayOf(now, directory.settings.timeZone);
    const tables = templateTables(stored.template, await namesOf(tx, [stored.template], directory), today);
    return {
      ...base,
      text: EXPORT.refused,
      file: {
        name: EXPORT.fileName(stored.template.name.replaceAll(/[\\/:*?"<>|]/g, ''), today),
        // Loaded when it is needed: a deployment that never makes one never pays for it.
        write: async () => (await import('../../files/spreadsheet.ts')).writeSpreadsheet(tables),
      },
    };
  },
});
