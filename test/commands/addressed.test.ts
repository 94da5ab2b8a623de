import { describe, expect, test } from 'vitest';
import { matchAddressed } from '../../src/commands/addressed.ts';
import type { Mention } from '../../src/feishu/incoming.ts';
import { addressedFrom, stripBotMention } from '../../src/feishu/text.ts';
import { TABLE } from '../support/table.ts';
import { inGroup, mentionsIn } from './place.ts';

const BOT = '@专班秘书';

function said(raw: string) {
  const at = raw.indexOf(BOT);
  const bot: Mention = {
    key: '@_user_9',
    openId: 'ou_bot',
    name: '专班秘书',
    isBot: true,
    mentionedType: 'bot',
    span: [at, at + BOT.length],
  };
  const people = mentionsIn(raw).filter((one) => one.span[0] !== at && one.name !== '所有人');
  const mentions = [bot, ...people].toSorted((a, b) => a.span[0] - b.span[0]);
  const stripped = stripBotMention(raw, mentions);
  return matchAddressed({ ...stripped, context: inGroup }, TABLE, addressedFrom(raw, mentions));
}

describe('what stands before the mention of the bot is not the command', () => {
  test.each<[string, string]>([
    ['@所有人 @专班秘书 清单', 'list'],
    ['@专班秘书 @所有人 清单', 'list'],
    ['道路积水\n@专班秘书 报 雨后积水30厘米 住建局 3个工作日', 'log'],
    ['清单\n@专班秘书 报 雨后积水30厘米 住建局 3个工作日', 'log'],
    ['大家好，@专班秘书 清单', 'list'],
    ['报 道路未通 @专班秘书 住建局 3个工作日', 'log'],
    ['报 道路未通 住建局 3个工作日 @专班秘书', 'log'],
    ['@张三 @专班秘书 催办 #12', 'issue'],
  ])('%j', (text, name) => {
    const match = said(text);
    expect(match.kind === 'call' && (name === 'issue' || match.call.name)).toBe(name === 'issue' || name);
  });

  test('the title of a post is kept with the problem, and words of one line stay together', () => {
    expect(said('道路积水\n@专班秘书 报 雨后积水30厘米 住建局')).toMatchObject({
      call: { lines: [{ title: '雨后积水30厘米', text: '道路积水\n雨后积水30厘米 住建局' }] },
    });
    expect(said('报 道路未通 @专班秘书 住建局 3个工作日')).toMatchObject({
      call: { lines: [{ title: '道路未通' }] },
    });
    expect(said('@张三 @专班秘书 报 门禁坏了')).toMatchObject({
      call: { lines: [{ title: '门禁坏了', assigneeOpenId: 'ou_张三' }] },
    });
  });
});
