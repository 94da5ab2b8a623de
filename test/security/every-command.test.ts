/** Every command of the table and every button, by people without rights, wherever they can write: nothing of others. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FORMS, TAP_VERBS } from '../../src/cards/actions.ts';
import { COMMANDS, REGISTRY } from '../support/table.ts';
import { openWorld, type Place, type World } from '../support/world.ts';
import { forgeClickUnsettled, strangeGroup } from './forge.ts';

const SECRET = '压铸车间用电不足';

let world: World;
let places: Record<string, Place>;
let draftId: string;
beforeAll(async () => {
  world = await openWorld();
  await world.group('mlx').says('wang', `报 ${SECRET} 供电公司 3个工作日`);
  await world
    .private('wang')
    .says('wang', '报 压铸车间漏雨 供电公司 3个工作日\n压铸车间停电 供电公司 3个工作日');
  draftId = /"draftId":"([\w-]+)"/.exec(JSON.stringify(world.private('wang').lastBot.content))?.[1] ?? '';
  expect(draftId).not.toBe('');
  // Of another tenant and nobody's contact; of our own house, but of no unit and without any role.
  world.keys.openId.luren = world.sim.addUser({
    name: '路人',
    tenantKey: 'tenant_x',
    tenantName: '外',
  }).openId;
  world.keys.openId.xinren = world.sim.addUser({ name: '新人' }).openId;
  const people = ['luren', 'xinren'].map((key) => world.openId(key));
  for (const group of ['xf', 'office'])
    await world.sim.addMembers(world.group(group).chatId, world.openId('song'), [
      ...people,
      ...(group === 'office' ? [world.openId('hua')] : []),
    ]);
  await world.settle();
  places = {
    'project group': world.group('xf'),
    'unbound group': strangeGroup(world, ['luren', 'xinren', 'hua']),
    'office group': world.group('office'),
  };
});
afterAll(() => world.close());

/** The table's own examples, aimed at the problem, the project and the unit that are none of their business. */
const SAID = COMMANDS.flatMap((spec) =>
  spec.example.map((text) =>
    text.replace(/#\d+/g, '#1').replaceAll('兴发', '美利信').replaceAll('磷石膏', '压铸'),
  ),
)
  // What they log themselves is their own.
  .filter((text) => !/^(报|登记|当场)/.test(text));

/** Everything of others that may not change, as one text. */
async function others(): Promise<string> {
  const asked = [
    'issue where id = 1',
    'history where issue_id = 1',
    'issue_card where issue_id = 1',
    'co_unit',
    'attachment',
    'unit',
    'category',
    'area',
    'role_grant',
    'project',
    'project_unit',
    'project_contact',
    'chat_project',
    'holiday',
    "setting where key not like 'learnt%'",
  ];
  return world.deps.db.session(async (session) => {
    const texts: string[] = [];
    for (const what of asked) {
      const table = what.split(' ')[0];
      const rows = await session.query(`select ${table}::text as row from ${what} order by 1`);
      texts.push(`${what}: ${rows.map((row) => row.row).join('\n')}`);
    }
    const units = await session.query('select id, unit_id from person where unit_id is not null order by id');
    return [...texts, JSON.stringify(units)].join('\n');
  });
}

/** All the bot has written to places these people can read, since. */
function heardSince(before: Map<string, number>): string {
  return readable()
    .map((place) =>
      JSON.stringify(place.messages.slice(before.get(place.chatId)).filter((m) => m.senderType === 'app')),
    )
    .join('\n');
}
const readable = () => [
  ...Object.values(places),
  ...['luren', 'xinren', 'hua'].map((key) => world.private(key)),
];
const mark = () => new Map(readable().map((place) => [place.chatId, place.messages.length]));

function expectNothingOfOthers(heard: string): void {
  for (const secret of [SECRET, '漏雨', '钱进', world.openId('qian'), world.openId('feng')])
    expect(heard).not.toContain(secret);
}

const EVERYWHERE = ['xinren', 'hua', 'luren'].flatMap((key) =>
  ['project group', 'unbound group', 'office group', 'private chat'].map((where): [string, string] => [
    key,
    where,
  ]),
);
/** All of them with EVERY_CHAT=1; else those that differ most, for the suite's time. */
const CASES = process.env.EVERY_CHAT
  ? EVERYWHERE
  : EVERYWHERE.filter(([key, where]) =>
      ['xinren project group', 'hua project group', 'luren unbound group', 'xinren private chat'].includes(
        `${key} ${where}`,
      ),
    );
const placeOf = (key: string, where: string) => places[where] ?? world.private(key);

describe('every command', () => {
  test.each(CASES)(
    'said by %s in a %s',
    async (key, where) => {
      const place = placeOf(key, where);
      const before = mark();
      const was = await others();
      // The list of units with its contacts is open to the own house, privately.
      const said =
        key === 'xinren' && where === 'private chat' ? SAID.filter((t) => !t.startsWith('单位')) : SAID;
      for (const text of said)
        await world.sim.say(world.openId(key), place.chatId, text, { atBot: where !== 'private chat' });
      await world.settle();
      const heard = heardSince(before);
      expectNothingOfOthers(heard);
      expect(await others()).toBe(was);
      // They were heard: a group is answered.
      if (where !== 'private chat') expect(heard.length).toBeGreaterThan(1000);
    },
    180_000,
  );
});

const ARGS = [
  {},
  { confirmed: true },
  { approve: true },
  { exempt: true },
  { score: 'satisfied' },
  { unitId: 4 },
];

describe('every button', () => {
  test.each(CASES)(
    'clicked by %s in a %s',
    async (key, where) => {
      const place = placeOf(key, where);
      const before = mark();
      const was = await others();
      const formValue = {
        reason: '伪造',
        unitId: '1',
        projectId: '2',
        day: '2026-12-30',
        personName: '王建国',
      };
      const actions: Record<string, unknown>[] = [
        ...TAP_VERBS.flatMap((verb) => ARGS.map((args) => ({ do: 'verb', verb, issueId: 1, seen: 1, args }))),
        ...FORMS.flatMap((form) => [
          { do: 'open-form', form, issueId: 1 },
          { do: 'submit', form, issueId: 1, seen: 1 },
        ]),
        ...[...REGISTRY.forms.keys()].flatMap((form) => [
          { do: 'open-form', form, bulletinId: 1 },
          { do: 'submit', form, bulletinId: 1 },
        ]),
        ...[...REGISTRY.actions.keys()].map((own) => ({ do: own, bulletinId: 1 })),
        { do: 'open-form', form: 'log', draftId },
        { do: 'submit', form: 'log', draftId },
        { do: 'confirm-draft', draftId },
        { do: 'cancel-draft', draftId },
        { do: 'bind', projectId: 2 },
        ...[{}, { projectIds: [2] }, { unitIds: [4] }, { similarTo: 1 }, { search: '压铸' }].map(
          (filter) => ({
            do: 'page',
            title: '清单',
            filter,
            page: 1,
          }),
        ),
        ...['#1', '历史 #1', '怎么算的 #1', '清单', '项目 美利信', '失败消息', '设置', '角色'].map(
          (command) => ({
            do: 'answer',
            command,
          }),
        ),
      ];
      const answers: unknown[] = [];
      for (const action of actions) {
        const submits = action.do === 'submit' ? { formValue } : {};
        answers.push(await forgeClickUnsettled(world, key, place, action, submits));
      }
      await world.settle();
      expectNothingOfOthers(JSON.stringify(answers));
      expectNothingOfOthers(heardSince(before));
      expect(await others()).toBe(was);
    },
    180_000,
  );
});
