/** Who speaks for a firm is told of what may be seen here, and of nothing else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, Place, type World } from '../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-12 09:00' });
  await world.group('xf').says('wang', '报 征地三户未签 自然资源局 1个工作日');
  await world.group('cn').says('liu', '报 供水压力不足 水利局 30个工作日');
});
afterAll(() => world.close());

const SAID = [
  '陶然他们公司什么时候开工',
  '陶然那边还有几件没办完',
  '楚能陶然那边什么时候开工',
  '人家老总问了我好几遍了，陶然他们公司还有几件',
  '陶然反映的事办了几件',
];

async function unbound(...keys: string[]): Promise<Place> {
  const chat = world.sim.addChat({
    name: '新专班',
    members: keys.map((key) => world.openId(key)),
    bot: false,
  });
  await world.sim.addBotToChat(chat.chatId, world.openId(keys[0] ?? ''));
  await world.settle();
  return new Place(world, chat.chatId);
}

describe('whose firm it is', () => {
  test.each(SAID)('%s: not told in the group of another project, whoever asks', async (said) => {
    for (const who of ['hua', 'tang']) {
      world.pass(16 * 60_000);
      expect(await world.group('xf').ask(who, said)).not.toMatch(/陶然是|楚能的企业/);
    }
  });

  test('not told in a group that is bound to nothing', async () => {
    const group = await unbound('tang', 'hua');
    for (const said of SAID) {
      world.pass(16 * 60_000);
      await group.says('tang', said);
      expect(group.botTexts.join('\n'), said).not.toMatch(/陶然是|楚能的企业/);
    }
  });

  test('told in the group of the project and to a leader in private', async () => {
    expect(await world.group('cn').ask('tang', '陶然他们公司还有几件')).toContain('陶然是楚能的企业联系人');
    expect(await world.private('tang').ask('tang', '陶然他们公司还有几件')).toContain(
      '陶然是楚能的企业联系人',
    );
  });
});

test('how many projects there are says that it counts those the asker may see, where others are hidden', async () => {
  const asked = '还没开工的项目有几个';
  expect(await world.private('tang').ask('tang', asked)).not.toContain('您看得到的');
  expect(await world.private('lv').ask('lv', asked)).toContain('您看得到的');
});
