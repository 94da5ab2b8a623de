/** 日小结 on and off, by whoever may set the group's projects. */
import { summaryText } from '../cards/words-admin.ts';
import { readDailySummary, setDailySummary } from '../db/chat.ts';
import type { Answer } from '../domain/answer.ts';
import { mayTake } from './bind.ts';
import type { CommandContext } from './context.ts';

/** @param on null: says how it is now */
export async function switchSummary(context: CommandContext, on: boolean | null): Promise<Answer> {
  const { chat, tx } = context;
  if (!chat) return { kind: 'text', tone: 'warning', text: summaryText('not-here') };
  if (chat.kind !== 'project') return { kind: 'bind', lead: 'group-not-bound' };
  if (on === null) {
    return { kind: 'text', text: summaryText((await readDailySummary(tx, chat.id)) ? 'is-on' : 'is-off') };
  }
  const may = mayTake(context, chat);
  if (may !== true) return { kind: 'refusal', refusal: may.refusal };
  await setDailySummary(tx, chat.id, on);
  return { kind: 'text', tone: 'success', text: summaryText(on ? 'on' : 'off') };
}
