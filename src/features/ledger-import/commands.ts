/** The word 导入: with a file it asks for its reading, alone it explains. Nothing is written before 确认 on the preview. */
import type { CallOf } from '../../commands/call.ts';
import type { CommandContext } from '../../commands/context.ts';
import { featureCommand } from '../../commands/feature-command.ts';
import { warning } from '../../commands/report.ts';
import { latestDraft } from '../../db/draft.ts';
import { enqueue } from '../../db/outbox.ts';
import type { Answer } from '../../domain/answer.ts';
import { readPayload } from '../../kinds/kind.ts';
import { FILE_OFFER, READ_LEDGER, SAMPLE_FILE } from './kinds.ts';
import { readLedgerImport } from './read.ts';
import { revokeLatest, wakeLatest } from './revoke.ts';
import { mayImport } from './rules-rights.ts';
import { REFUSE, WORD } from './words.ts';

/** A file that was sent this long ago is still the one meant by 导入 alone. */
const FILE_MEANT_MS = 30 * 60_000;

async function run(context: CommandContext, { act }: CallOf<'ledger-import'>): Promise<Answer | null> {
  const { actor, directory, chat, chatType } = context;
  const may = mayImport(actor, directory);
  if (may !== true) return { kind: 'refusal', refusal: may.refusal };
  if (chatType === 'group' && chat?.kind !== 'office') return warning(REFUSE.place);
  switch (act) {
    case 'sample':
      return sendSample(context);
    case 'revoke':
      return revokeLatest(context);
    case 'wake':
      return wakeLatest(context);
    case 'import':
      return importFile(context);
  }
}

async function importFile(context: CommandContext): Promise<Answer | null> {
  const { parentId, chatType } = context;
  const messageId = parentId ?? (await lastFile(context));
  if (messageId !== undefined) return askForReading(context, messageId);
  return chatType === 'group' ? warning(REFUSE.replyInGroup) : { kind: 'ledger-explain' };
}

/** The file sent just before, without a word of its own. */
async function lastFile({ tx, actor, chatId, now }: CommandContext): Promise<string | undefined> {
  const since = now - FILE_MEANT_MS;
  const draft = await latestDraft(tx, { personId: actor.person.id, kind: FILE_OFFER, since });
  const read = draft && readPayload(FILE_OFFER, draft.payload);
  return read?.ok && read.payload.chatId === chatId ? read.payload.messageId : undefined;
}

/** The file must be asked of the platform, so it is read after this is committed. */
export async function askForReading(context: CommandContext, fileMessageId: string): Promise<null> {
  const { tx, deps, actor, now, messageId, chatId, chatType } = context;
  const { openId } = actor.person;
  const row = READ_LEDGER.row({
    id: deps.newId(),
    target: `message:${fileMessageId}`,
    payload: { messageId: fileMessageId, chatId, chatType, replyTo: messageId, openId },
    dedupeKey: `${READ_LEDGER.kind}:${messageId}`,
    dueAt: now,
  });
  await enqueue(tx, [row], now);
  return null;
}

/** The file is made when it is sent. */
export async function sendSample(context: CommandContext): Promise<null> {
  const { tx, deps, actor, now, messageId, chatId, chatType, via } = context;
  const { openId, id: personId } = actor.person;
  const group = chatType === 'group' ? { chatId } : {};
  const payload = { openId, personId, ...group, ...(via === 'message' && { replyTo: messageId }) };
  const target = chatType === 'group' ? `chat:${chatId}` : `person:${openId}`;
  await enqueue(tx, [SAMPLE_FILE.row({ id: deps.newId(), target, payload, dueAt: now })], now);
  return null;
}

export const COMMANDS = [
  featureCommand('ledger-import', {
    group: '报表',
    words: [WORD, '批量导入', '上传台账', '导入台账'],
    usage: '导入（回复台账文件）| 导入 样表 | 导入 撤回',
    summary: '台账 Excel 导入，先预览后写入',
    example: ['导入', '导入 样表', '导入 撤回'],
    where: 'anywhere',
    bare: false,
    read: readLedgerImport,
    run,
  }),
];
