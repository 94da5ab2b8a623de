/** What a ledger brings, the mornings after: nothing rings before somebody takes it up; 长期 is asked about once a quarter. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyImported } from '../../src/commands/apply.ts';
import { countPeriod, countPlates } from '../../src/db/stats.ts';
import { createImported, type ImportedFacts } from '../../src/domain/import-item.ts';
import { pickedDeadline } from '../../src/domain/limit.ts';
import { instantAt } from '../../src/domain/time.ts';
import { openWorld, textOf, type World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  // A Friday.
  world = await openWorld({ at: '2026-11-20 14:00' });
});
afterEach(() => world.close());

/** Rows of a ledger for 兴发, written as an import writes them; returns their numbers. */
async function imports(...rows: (Partial<ImportedFacts> & { due?: string })[]): Promise<number[]> {
  const { deps } = world;
  const now = deps.clock();
  const numbers = await deps.db.transaction(async (tx) => {
    const directory = await deps.directory.get(tx);
    const project = directory.data.projects.find(({ name, shortNames }) =>
      [name, ...shortNames].includes('兴发'),
    );
    const unit = directory.data.units.find(({ name, shortNames }) =>
      [name, ...shortNames].includes('生态环境局'),
    );
    if (!project || !unit) throw new Error('no such town');
    const made: number[] = [];
    for (const [n, { due, ...facts }] of rows.entries()) {
      const created = createImported(
        {
          title: `旧账第${n + 1}件`,
          projectId: project.id,
          unitId: unit.id,
          deadline: due === undefined ? 'default' : pickedDeadline(due, now, directory),
          state: 'open',
          file: '台账.xlsx',
          row: `第${n + 2}行`,
          ...facts,
        },
        project.secretaryId ?? 1,
        directory,
        now,
      );
      const source = { tx, now, directory, newId: deps.newId, actorId: project.secretaryId, messageId: null };
      made.push((await applyImported(source, created)).id);
    }
    return made;
  });
  await world.settle();
  return numbers;
}

/** How often the bot has said anything anywhere so far. */
const said = () => world.calls('POST /open-apis/im/v1/messages').length;

describe('导入的已过期事项', () => {
  test('the import itself and the mornings after say nothing of it to anybody but the office, once a week', async () => {
    const before = said();
    await imports({ due: '2026-09-30' }, { due: '2026-10-31' }, { due: '2026-08-31' });
    expect(said()).toBe(before);
    const unit = world.private('sun').messages.length + world.private('zheng').messages.length;
    const group = world.group('xf').messages.length;
    const leader = world.private('tang').messages.length;
    await world.advanceTo('2026-11-23 09:00');
    expect(world.private('sun').messages.length + world.private('zheng').messages.length).toBe(unit);
    expect(world.group('xf').messages.length).toBe(group);
    expect(world.private('tang').messages.length).toBe(leader);
    const monday = world
      .private('song')
      .messages.map(textOf)
      .filter((text) => text.includes('尚未开始提醒'));
    expect(monday).toHaveLength(1);
    expect(monday[0]).toContain('导入的已过期 3 件，尚未开始提醒');
    await world.advanceTo('2026-11-27 18:00');
    const week = world
      .private('song')
      .messages.map(textOf)
      .filter((text) => text.includes('尚未开始提醒'));
    expect(week).toHaveLength(1);
    expect(world.private('sun').messages.length + world.private('zheng').messages.length).toBe(unit);
  });

  test('its light is true all the same: it is found, and 清单 未开始提醒 lists it', async () => {
    const [id] = await imports({ due: '2026-09-30' });
    expect(await world.private('song').ask('song', '清单 未开始提醒')).toContain(`#${id}`);
    expect(await world.private('song').ask('song', '清单 红')).toContain(`#${id}`);
    expect(await world.private('song').ask('song', `#${id}`)).toContain('导入时已逾期，尚未开始提醒');
  });

  test('开始提醒 #n: from the next morning on the unit hears of it', async () => {
    const [id, other] = await imports({ due: '2026-09-30' }, { due: '2026-09-30' });
    expect(await world.private('song').ask('song', `开始提醒 #${id}`)).toContain('已开始提醒');
    await world.advanceTo('2026-11-23 09:00');
    const told = ['sun', 'zheng'].flatMap((key) => world.private(key).messages.map(textOf)).join('\n');
    expect(told).toContain(`#${id}`);
    expect(told).not.toContain(`#${other}`);
    expect(await world.private('song').ask('song', `开始提醒 #${id}`)).toContain('本来就在正常提醒');
  });

  test('it gives nobody a card of 红黄牌 and nobody a bad rate', async () => {
    await imports({ due: '2026-09-30' });
    const { areas, plates } = await world.deps.db.read(async (tx) => {
      const { data } = await world.deps.directory.get(tx);
      const ids = data.areas.map(({ id }) => id);
      return { areas: ids, plates: await countPlates(tx, ids, world.deps.clock()) };
    });
    expect(areas.length).toBeGreaterThan(0);
    expect(plates).toEqual([]);
  });
});

describe('struck off before it was imported', () => {
  test('counts on its day, without one in 累计 alone, for rates only with a day and a deadline, and never as solved in no time', async () => {
    await imports(
      { due: '2026-10-31', state: { closedOn: '2026-10-20' }, loggedOn: '2026-10-12' },
      { due: '2026-10-10', state: { closedOn: '2026-10-20' } },
      { due: '2026-10-31', state: { closedOn: null } },
      { state: { closedOn: '2026-10-21' } },
    );
    const count = (from: string | null, until: string) =>
      world.deps.db.read(async (tx) => {
        const { data, settings } = await world.deps.directory.get(tx);
        const { timeZone } = settings;
        const day = (at: string) => instantAt(at, '00:00', timeZone);
        const areaIds = data.areas.map(({ id }) => id);
        const since = from === null ? undefined : day(from);
        return countPeriod(tx, { areaIds, from: since, until: day(until), timeZone });
      });
    const october = await count('2026-10-01', '2026-11-01');
    expect(october).toMatchObject({ raised: 3, closed: 3, rated: 2, onTime: 1 });
    expect(october.taken).toEqual([{ from: '2026-10-12', to: '2026-10-20', count: 1 }]);
    expect(await count('2026-11-01', '2026-12-01')).toMatchObject({ raised: 0, closed: 0, taken: [] });
    expect(await count(null, '2026-12-01')).toMatchObject({ raised: 4, closed: 4, rated: 2 });
    const daily = await world.group('xf').ask('wang', '日报');
    expect(daily).toContain('没有新登记、办理或销号的问题');
  });

  test('nobody is asked to rate it or to look back at it', async () => {
    await imports({ due: '2026-10-31', state: { closedOn: '2026-11-19' } });
    await world.advanceTo('2026-12-08 18:00');
    const places = [
      world.group('xf'),
      ...['sun', 'zheng', 'song', 'tang', 'wang'].map((key) => world.private(key)),
    ];
    const news = places.flatMap(({ messages }) => messages.map(textOf)).join('\n');
    expect(news).not.toContain('待评价');
    expect(news).not.toContain('回头看');
    expect(news).not.toContain('旧账');
  });
});

describe('长期', () => {
  test('a 晨报 asks of it only on the first working day of a quarter, with 进展 and 办结 in it', async () => {
    await world.close();
    world = await openWorld({ at: '2026-12-03 14:00' });
    const [id] = await imports({
      deadline: { longTerm: '长期坚持' },
      progress: { text: '已开展', on: null },
    });
    const texts = () => world.private('sun').messages.map(textOf);
    await world.advanceTo('2026-12-31 20:00');
    expect(texts().join('\n')).not.toContain(`#${id}`);
    await world.advanceTo('2027-01-04 09:00');
    const asked = texts().filter((text) => text.includes('长期事项，还在推进吗'));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain(`#${id}`);
    const card = world.private('sun').lastBot;
    expect(JSON.stringify(card.content)).toMatch(/进展/);
    await world.advanceTo('2027-01-08 18:00');
    expect(texts().filter((text) => text.includes('长期事项，还在推进吗'))).toHaveLength(1);
  });

  test('logged in words, listed apart, made short again by the office', async () => {
    const group = world.group('xf');
    await group.says('wang', '报 秸秆禁烧巡查 生态环境局 长期坚持');
    const card = textOf(group.lastBot);
    expect(card).toContain('长期');
    expect(card).toContain('不设时限');
    const id = /#(\d+)/.exec(card)?.[1];
    expect(await world.private('song').ask('song', '清单 长期')).toContain(`#${id}`);
    expect(await world.private('song').ask('song', `怎么算的 #${id}`)).toContain('长期坚持，不设时限');
    await world.private('song').says('song', `改时限 #${id} 12月20日`);
    expect(await world.private('song').ask('song', '清单 长期')).not.toContain(`#${id}`);
    await world.private('song').says('song', `长期 #${id} 须常年巡查`);
    expect(await world.private('song').ask('song', '清单 长期')).toContain(`#${id}`);
    expect(await world.private('song').ask('song', `历史 #${id}`)).toContain('须常年巡查');
  });

  test('a word of the story is none: 长期停电', async () => {
    const group = world.group('xf');
    await group.says('wang', '报 厂区长期停电影响生产 供电公司 3个工作日');
    expect(textOf(group.lastBot)).not.toContain('不设时限');
  });

  test('the unit asks, the office agrees', async () => {
    const group = world.group('xf');
    await group.says('wang', '报 秸秆禁烧巡查 生态环境局 5个工作日');
    const id = /#(\d+)/.exec(textOf(group.lastBot))?.[1];
    expect(await world.private('zheng').ask('zheng', `长期 #${id} 须常年巡查`)).toContain(
      '已申请转为长期事项',
    );
    await world.private('song').says('song', `同意 #${id}`);
    expect(await world.private('song').ask('song', '清单 长期')).toContain(`#${id}`);
  });
});
