/** 同步: one record, one more card in another group. */
import { decideShowIn } from '../domain/decide/correct.ts';
import { misuse, type ReadInput } from '../language/definition.ts';
import { cut, trimMarks } from '../language/phrase.ts';
import { textAt } from '../text/history-detail.ts';
import { command } from './saying.ts';
import { said, verb } from './verb.ts';

/** 同步 #12 到 <群> */
function readShowIn(input: ReadInput) {
  const lead = /^(?:给|到|至|去|进|:|\s)+/.exec(input.rest.folded)?.[0].length ?? 0;
  const chatName = trimMarks(cut(input.rest, lead)).text;
  return chatName === '' ? misuse(input, '请写明同步到哪个群，例如：同步 #12 到 兴发专班群') : { chatName };
}

export const showIn = verb({
  verb: 'show-in',
  may: ['secretary', 'office', 'leader'],
  step: null,
  remark: true,
  decide: decideShowIn,
  done: () => '已同步到该群',
  history: (d) => `同步到其他群${textAt(d, 'chatName')}`,
  says: [
    said('show-in', {
      group: '办理',
      words: ['同步', '同步到', '抄送'],
      usage: '同步 #编号 到 <群名>',
      summary: '在另一个群也显示这张卡片',
      example: ['同步 #12 到 园区要素保障群'],
      // Names of groups are told only to whom they are of use.
      rightsFirst: true,
      claim: () => 'fact',
      read: readShowIn,
      run: async ({ chatName }, at) => {
        const found = await at.group(chatName.trim());
        return 'answer' in found ? found : command({ verb: 'show-in', chatId: found.chatId });
      },
    }),
  ],
});
