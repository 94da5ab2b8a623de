/** What a month of an agreed plan costs in messages: counted, for nobody may be told the same thing all day. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadLinks } from '../../src/db/link.ts';
import { listPlans } from '../../src/db/plan.ts';
import { createCalendar } from '../../src/domain/calendar.ts';
import { addDays } from '../../src/domain/time.ts';
import { openWorld, titleOf, type World } from '../support/world.ts';

const ZONE = 'Asia/Shanghai';
let world: World;
const group = () => world.group('xf');
/** By who gets them: what came by itself, and what answered something said. */
const counts: Record<string, { byItself: number; answers: number }> = {};
const COORDINATORS: Record<string, string> = {
  发改局: 'cao',
  自然资源局: 'li',
  住建局: 'zhao',
  生态环境局: 'sun',
  供电公司: 'qian',
  水利局: 'jiang',
  行政审批局: 'he',
};

beforeAll(async () => {
  world = await openWorld({ at: '2026-11-30 09:30' });
  await group().says('wang', '倒排 开工 2027-02-26');
  await group().clicks('wang', group().lastBot, '确认');
  for (const key of ['wang', 'hua'])
    await group().clicks(
      key,
      group()
        .messages.filter((one) => titleOf(one).includes('倒排工期'))
        .at(-1)!,
      '同意',
    );
}, 120_000);
afterAll(() => world.close());

const botMessages = (place: { messages: readonly { senderType: string }[] }) =>
  place.messages.filter((one) => one.senderType === 'app').length;

test('a secretary reads at most one message a morning, a unit only when a link is its turn, the enterprise none privately', async () => {
  const calendar = createCalendar([]);
  const { plan, projectId } = await world.deps.db.read(async (tx) => {
    const directory = await world.deps.directory.get(tx);
    const project = directory.data.projects.find((one) => one.shortNames.includes('兴发'))!;
    return { plan: (await listPlans(tx, project.id))[0]!, projectId: project.id };
  });
  const people = ['wang', 'song', 'tang', ...Object.values(COORDINATORS)];
  const total = () =>
    Object.fromEntries([
      ...people.map((key) => [key, botMessages(world.private(key))] as const),
      ['group', botMessages(group())] as const,
    ]);
  const start = total();
  let answered = 0;
  let worked = 0;
  const units = new Set<string>();
  let days = 0;
  for (let day = '2026-12-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
    if (!calendar.isWorkingDay(day)) continue;
    days++;
    await world.advanceTo(`${day} 10:30`);
    const links = await world.deps.db.read((tx) => loadLinks(tx, projectId, ZONE));
    const directory = await world.deps.db.read((tx) => world.deps.directory.get(tx));
    const spoken = botMessages(group());
    for (const step of plan.payload.steps) {
      const link = links.find((one) => one.definition.code === step.code);
      const unit = link?.unitId == null ? undefined : directory.unit(link.unitId)?.name;
      const who = unit === undefined ? undefined : COORDINATORS[unit];
      if (!link || !who || !unit) continue;
      const no = link.definition.no;
      if (link.startedOn === null && step.start <= day) {
        await group().says(who, `进度 第${no}环节 开始`);
        units.add(unit);
      }
      if (link.finishedOn === null && step.finish <= day) {
        await group().says(who, `进度 第${no}环节 完成 材料已齐`);
        const { item } = (await world.deps.db.read((tx) => loadLinks(tx, projectId, ZONE))).find(
          (one) => one.id === link.id,
        )!;
        if (item?.status !== 'verifying') continue;
        await group().says('wang', `核验 #${item.id} 属实`);
        worked++;
      }
    }
    answered += botMessages(group()) - spoken;
  }
  const end = total();
  const grown = (key: string) => end[key]! - start[key]!;
  const table = Object.fromEntries([...people, 'group'].map((key) => [key, grown(key)]));
  counts.month = { byItself: grown('group') - answered, answers: answered };
  if (process.env.SHOW) console.log(JSON.stringify({ days, worked, units: [...units], table, counts }));
  expect(worked).toBeGreaterThan(4);
  // One message a morning at most, whatever goes on.
  for (const key of people) expect(grown(key), key).toBeLessThanOrEqual(days + 2);
  for (const key of Object.values(COORDINATORS)) expect(grown(key), key).toBeLessThanOrEqual(days / 2);
  expect(counts.month.byItself).toBeLessThanOrEqual(days);
  expect(botMessages(world.private('hua'))).toBe(0);
}, 600_000);
