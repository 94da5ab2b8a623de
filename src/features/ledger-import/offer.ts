/** A spreadsheet sent privately without a word: one small card asks whether to import it. */
import { textCard } from '../../cards/text.ts';
import { toast } from '../../cards/toast.ts';
import type { CommandContext } from '../../commands/context.ts';
import { defineDraft } from '../../commands/draft-kind.ts';
import type { FeatureFile } from '../../commands/feature-file.ts';
import type { ClickReply } from '../../commands/reply.ts';
import { warning } from '../../commands/report.ts';
import { saveDraft } from '../../db/draft.ts';
import { offerCard } from './card-offer.ts';
import { askForReading } from './commands.ts';
import { FILE_OFFER } from './kinds.ts';
import { mayImport } from './rules-rights.ts';
import { OFFER, READ } from './words.ts';

const SPREADSHEET = /\.(?:xlsx|xlsm|xls|xlsb|ods|csv|et)$/i;

export const LEDGER_FILE: FeatureFile = {
  async offer(context, { name = '' }) {
    const { tx, deps, actor, directory, now, messageId, chatId } = context;
    if (!SPREADSHEET.test(name) || mayImport(actor, directory) !== true) return undefined;
    if (/\.et$/i.test(name)) return warning(READ.et);
    const draftId = deps.newId();
    const payload = { messageId, fileName: name, chatId };
    await saveDraft(tx, { id: draftId, personId: actor.person.id, kind: FILE_OFFER, payload }, now);
    return { kind: 'preview', draftId };
  },
};

const said = ({ deps }: CommandContext, text: string): ClickReply => ({
  toast: toast('info', text),
  card: { type: 'raw', data: textCard(text, { demo: deps.demo }) },
});

export const FILE_DRAFT = defineDraft(FILE_OFFER, {
  preview: async (_tx, draftId, { fileName }, { demo }) => offerCard({ draftId, fileName }, demo),
  confirm: async (context, { messageId, fileName }) => {
    await askForReading(context, messageId);
    return said(context, OFFER.reading(fileName));
  },
  cancel: (context) => said(context, OFFER.cancelled),
});
