/** 日小结 on and off, by whoever may set the group's projects: words, reader and handler. */

import { mayTake } from '../../commands/bind.ts';
import type { CallOf } from '../../commands/call.ts';
import type { CommandContext } from '../../commands/context.ts';
import { featureCommand } from '../../commands/feature-command.ts';
import { readDailySummary, setDailySummary } from '../../db/chat.ts';
import type { Answer } from '../../domain/answer.ts';
import { misuse, type ReadInput } from '../../language/definition.ts';
import { isBlank } from '../../language/phrase.ts';
import type { Misuse } from '../../language/said.ts';
import { SWITCH_USAGE, summaryText } from './words.ts';

declare module '../../commands/call.ts' {
  interface FeatureCalls {
    /** null: how it is now. */
    'daily-summary': { on: boolean | null };
  }
}

/** @param on null: says how it is now */
async function switchSummary(context: CommandContext, on: boolean | null): Promise<Answer> {
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

export const COMMANDS = [
  featureCommand('daily-summary', {
    group: '项目与群',
    words: ['日小结', '每日跟进', '每日小结'],
    usage: '日小结 开|关',
    summary: '本群每个工作日17:00收到当天小结',
    example: ['日小结 开', '日小结 关'],
    where: 'group',
    read: readSwitch,
    run: (context, call) => switchSummary(context, call.on),
  }),
];

function readSwitch(input: ReadInput): CallOf<'daily-summary'> | Misuse {
  const { rest } = input;
  if (isBlank(rest)) return { name: 'daily-summary', on: null };
  if (/^(?:开|开启|打开|开通|订阅)$/.test(rest.folded.trim())) return { name: 'daily-summary', on: true };
  if (/^(?:关|关闭|关掉|取消|退订)$/.test(rest.folded.trim())) return { name: 'daily-summary', on: false };
  return misuse(input, SWITCH_USAGE);
}
