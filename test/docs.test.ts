/** The documents say what the program does: commands, variables, events, scopes, the calendar example. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandsMarkdown } from '../src/commands/help.ts';
import { readConfig } from '../src/config.ts';
import { PEOPLE } from '../src/demo/zone.ts';
import { createCalendar } from '../src/domain/calendar.ts';
import { SETTING_KEYS } from '../src/domain/settings.ts';
import { parsePush } from '../src/feishu/parse.ts';
import { NEEDED_SCOPES } from '../src/feishu/scopes.ts';
import { findRoute } from '../src/sim/api/table.ts';
import { testDatabase } from './support/database.ts';
import { TABLE } from './support/table.ts';
import { openWorld, Place, textOf } from './support/world.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const COMMANDS = 'docs/guide/commands.md';
const CONSOLE = 'docs/install/feishu-console.md';
const SERVER = 'docs/install/server.md';
const CONFIGURATION = 'docs/operate/configuration.md';

/** The text of a document between two markers `<!-- name:start -->` and `<!-- name:end -->`. */
function part(path: string, name: string): string {
  const [, text] = read(path).split(new RegExp(`<!-- ${name}:(?:start|end) -->`));
  if (text === undefined) throw new Error(`${path} has no part ${name}`);
  return text.trim();
}

/** What stands in back quotes in the first column of a table. */
const firstColumn = (table: string) =>
  [...table.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? '').toSorted();

test('the commands in the guide are those of the table (`npm test -- test/docs.test.ts -u` writes them)', async () => {
  part(COMMANDS, 'commands');
  const between = /(?<=<!-- commands:start -->)[\s\S]*(?=<!-- commands:end -->)/;
  const renewed = read(COMMANDS).replace(between, () => `\n\n${commandsMarkdown(TABLE).trim()}\n\n`);
  await expect(renewed).toMatchFileSnapshot(`../${COMMANDS}`);
});

test('the configuration table lists exactly the variables the program reads', () => {
  const asked = new Set<string>();
  const get = (_: object, key: string | symbol) => {
    asked.add(String(key));
    return undefined;
  };
  readConfig(new Proxy<Record<string, string | undefined>>({}, { get }));
  const variables = [...asked].filter((key) => /^[A-Z_]+$/.test(key));
  expect(firstColumn(part(CONFIGURATION, 'configuration'))).toEqual(variables.toSorted());
});

test('the example environment files are accepted by the program, one for each way to receive messages', () => {
  const pairs = (name: string) =>
    [...part(SERVER, name).matchAll(/^([A-Z_]+)=(.*)$/gm)].map(
      (pair) => [pair[1], pair[2]] as [string, string],
    );
  const longconn = readConfig(Object.fromEntries(pairs('environment')));
  expect(longconn).toMatchObject({ transport: 'longconn', app: { encryptKeys: [] } });
  const [first, ...others] = pairs('environment');
  expect(first).toEqual(['FEISHU_TRANSPORT', 'longconn']);
  const webhook = readConfig(Object.fromEntries([...pairs('environment-webhook'), ...others]));
  expect(webhook.transport).toBe('webhook');
  expect(webhook.app?.encryptKeys).toHaveLength(1);
});

test('the settings table lists exactly the settings an administrator can change in chat', () => {
  expect(firstColumn(part(CONFIGURATION, 'settings'))).toEqual(SETTING_KEYS.toSorted());
});

describe('Feishu console', () => {
  const scopes = firstColumn(part(CONSOLE, 'scopes'));

  test.each(firstColumn(part(CONSOLE, 'events')))('the program understands the event %s', (event_type) => {
    const header = {
      event_id: 'e1',
      event_type,
      create_time: '1795305600000',
      app_id: 'cli_x',
      tenant_key: 't',
    };
    const push = parsePush({ schema: '2.0', header, event: {} }, 0, undefined);
    expect(push.kind).not.toBe('ignored');
  });

  test.each([
    ['POST', '/open-apis/im/v1/messages'],
    ['POST', '/open-apis/im/v1/messages/om_1/reply'],
    ['PATCH', '/open-apis/im/v1/messages/om_1'],
    ['GET', '/open-apis/im/v1/chats/oc_1'],
    ['GET', '/open-apis/im/v1/chats/oc_1/members'],
    ['POST', '/open-apis/contact/v3/users/basic_batch'],
    ['GET', '/open-apis/bot/v3/info'],
  ])('the necessary scopes are enough for %s %s', (method, path) => {
    const wanted = findRoute(method, path)?.route.scopes;
    expect(wanted).toBeDefined();
    expect(wanted?.length === 0 || wanted?.some((scope) => scopes.includes(scope))).toBe(true);
  });

  test('the list to paste into the console is the list of necessary scopes', () => {
    const json = /```json\n(\{\n? *"scopes"[\s\S]*?)```/.exec(read(CONSOLE))?.[1] ?? '{}';
    const pasted = JSON.parse(json) as { scopes?: { tenant?: string[] } };
    expect(pasted.scopes?.tenant?.toSorted()).toEqual(scopes);
  });
});

/** Who plays whom of the document among the people of the demo's zone. */
const ROLES: Record<string, string> = { 张三: 'li', 王五: 'zhou', 李四: 'song', 赵六: 'tang', 陈七: 'wang' };
/** What the bot must say to each line, in order. */
const ANSWERS = [
  '体检',
  '已添加单位“自然资源局”',
  '联络员已设为',
  '负责人已设为',
  '综合办',
  '分管领导',
  '“用地”',
  '综合办工作群',
  '已绑定项目',
  '简称已设为',
  '项目秘书已设为',
  '牵头单位已设为',
  '待签收',
  '办理中',
  '待核验',
  '已销号',
];

test('the first thirty minutes lead from an empty database to a struck-off problem, with the necessary scopes alone', async () => {
  const world = await openWorld({ masterData: false, admins: ['lin'] });
  try {
    world.sim.setScopes(firstColumn(part(CONSOLE, 'scopes')));
    const members = ['lin', 'hua', ...Object.values(ROLES)].map((key) => world.openId(key));
    const groups = new Map<string, Place>();
    for (const name of ['设置群', '综合办的群', '项目群']) {
      const { chatId } = world.sim.addChat({ name, members, bot: false });
      await world.sim.addBotToChat(chatId, world.openId('lin'));
      await world.settle();
      groups.set(name, new Place(world, chatId));
    }
    const steps = part('docs/install/first-thirty-minutes.md', 'first-steps');
    const lines = [...steps.matchAll(/^\| ([^|（]+)(?:（(.+)说）)? \| `([^`]+)`/gm)];
    expect(lines).toHaveLength(ANSWERS.length);
    for (const [i, [, where = '', speaker = '', words = '']] of lines.entries()) {
      const said = words
        .replace(/^@专班秘书 /, '')
        .replace(/@(\S+)/g, (_, name) => `@${nameOf(ROLES[name])}`);
      const place = groups.get(where) ?? world.private('lin');
      await place.says(ROLES[speaker] ?? 'lin', said);
      const heard = said.includes('#1') || said.startsWith('报') ? textOf(place.card(1)) : place.lastText;
      expect(heard, `${said} → ${heard}`).toContain(ANSWERS[i]);
    }
  } finally {
    await world.close();
  }
});

const nameOf = (key: string | undefined) => PEOPLE.find((person) => person.key === key)?.name ?? '';

test('the one-minute tour names people who are in the demo', () => {
  const [, tour = ''] = read('README.md').split(/^## 先看一眼.*$|^## 平时记住五句就够$/m);
  const named = [...tour.matchAll(/\*\*([^*]+)\*\*（/g)].map((match) => match[1] ?? '');
  expect(named).toHaveLength(3);
  expect(PEOPLE.map((person) => person.name)).toEqual(expect.arrayContaining(named));
});

test('the questions the document puts to the database fit its tables', async () => {
  const document = read('docs/operate/troubleshooting.md');
  const blocks = [...document.matchAll(/^```sql\n([\s\S]*?)^```/gm)].map((match) => match[1] ?? '');
  const asked = blocks.filter((sql) => sql.includes('outbox')).join('\n');
  const { db, drop } = await testDatabase('pglite');
  try {
    expect(asked.match(/;$/gm)?.length).toBeGreaterThan(3);
    await db.session((session) => session.run(asked));
  } finally {
    await drop();
  }
});

test('the example of counting working days is what the calendar counts', () => {
  const calendar = createCalendar();
  const rows = [
    ...part('docs/guide/deadlines.md', 'calendar').matchAll(
      /^\| (\d{4}-\d\d-\d\d) \|[^|]*\| (\d+|不算) \|/gm,
    ),
  ];
  expect(rows.length).toBeGreaterThan(5);
  const from = rows[0]?.[1] ?? '';
  for (const [, day = '', counted] of rows.slice(1)) {
    expect(`${day} ${calendar.isWorkingDay(day)}`).toBe(`${day} ${counted !== '不算'}`);
    if (counted !== '不算') expect(calendar.addWorkingDays(from, Number(counted))).toBe(day);
  }
});

test('the scopes the document asks for are those the doctor looks for', () => {
  expect(NEEDED_SCOPES.map(([first]) => first).toSorted()).toEqual(firstColumn(part(CONSOLE, 'scopes')));
});
