/** The documents say what the program does: commands, variables, events, scopes, paths, scripts, the calendar example. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
const README = read('README.md');

/** The text between two markers `<!-- name:start -->` and `<!-- name:end -->`. */
function part(name: string): string {
  const [, text] = README.split(new RegExp(`<!-- ${name}:(?:start|end) -->`));
  if (text === undefined) throw new Error(`README.md has no part ${name}`);
  return text.trim();
}

/** What stands in back quotes in the first column of a table. */
const firstColumn = (table: string) =>
  [...table.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? '').toSorted();

test('the commands in README.md are those of the table (`npm test -- test/docs.test.ts -u` writes them)', async () => {
  part('commands');
  const between = /(?<=<!-- commands:start -->)[\s\S]*(?=<!-- commands:end -->)/;
  const renewed = README.replace(between, () => `\n\n${commandsMarkdown(TABLE).trim()}\n\n`);
  await expect(renewed).toMatchFileSnapshot('../README.md');
});

test('the configuration table lists exactly the variables the program reads', () => {
  const asked = new Set<string>();
  const get = (_: object, key: string | symbol) => {
    asked.add(String(key));
    return undefined;
  };
  readConfig(new Proxy<Record<string, string | undefined>>({}, { get }));
  const variables = [...asked].filter((key) => /^[A-Z_]+$/.test(key));
  expect(firstColumn(part('configuration'))).toEqual(variables.toSorted());
});

test('the example environment files are accepted by the program, one for each way to receive messages', () => {
  const pairs = (name: string) =>
    [...part(name).matchAll(/^([A-Z_]+)=(.*)$/gm)].map((pair) => [pair[1], pair[2]] as [string, string]);
  const longconn = readConfig(Object.fromEntries(pairs('environment')));
  expect(longconn).toMatchObject({ transport: 'longconn', app: { encryptKeys: [] } });
  const [first, ...others] = pairs('environment');
  expect(first).toEqual(['FEISHU_TRANSPORT', 'longconn']);
  const webhook = readConfig(Object.fromEntries([...pairs('environment-webhook'), ...others]));
  expect(webhook.transport).toBe('webhook');
  expect(webhook.app?.encryptKeys).toHaveLength(1);
});

test('the settings table lists exactly the settings an administrator can change in chat', () => {
  expect(firstColumn(part('settings'))).toEqual(SETTING_KEYS.toSorted());
});

describe('Feishu console', () => {
  const scopes = firstColumn(part('scopes'));

  test.each(firstColumn(part('events')))('the program understands the event %s', (event_type) => {
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
    const json = /```json\n(\{\n? *"scopes"[\s\S]*?)```/.exec(README)?.[1] ?? '{}';
    const pasted = JSON.parse(json) as { scopes?: { tenant?: string[] } };
    expect(pasted.scopes?.tenant?.toSorted()).toEqual(scopes);
  });
});

/** Who plays whom of README.md among the people of the demo's zone. */
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
    world.sim.setScopes(firstColumn(part('scopes')));
    const members = ['lin', 'hua', ...Object.values(ROLES)].map((key) => world.openId(key));
    const groups = new Map<string, Place>();
    for (const name of ['设置群', '综合办的群', '项目群']) {
      const { chatId } = world.sim.addChat({ name, members, bot: false });
      await world.sim.addBotToChat(chatId, world.openId('lin'));
      await world.settle();
      groups.set(name, new Place(world, chatId));
    }
    const lines = [...part('first-steps').matchAll(/^\| ([^|（]+)(?:（(.+)说）)? \| `([^`]+)`/gm)];
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
  const [, tour = ''] = README.split(/^## 先看一眼.*$|^## 能说什么$/m);
  const named = [...tour.matchAll(/\*\*([^*]+)\*\*（/g)].map((match) => match[1] ?? '');
  expect(named).toHaveLength(3);
  expect(PEOPLE.map((person) => person.name)).toEqual(expect.arrayContaining(named));
});

test('the questions README.md puts to the database fit its tables', async () => {
  const blocks = [...README.matchAll(/^```sql\n([\s\S]*?)^```/gm)].map((match) => match[1] ?? '');
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
  const rows = [...part('calendar').matchAll(/^\| (\d{4}-\d\d-\d\d) \|[^|]*\| (\d+|不算) \|/gm)];
  expect(rows.length).toBeGreaterThan(5);
  const from = rows[0]?.[1] ?? '';
  for (const [, day = '', counted] of rows.slice(1)) {
    expect(`${day} ${calendar.isWorkingDay(day)}`).toBe(`${day} ${counted !== '不算'}`);
    if (counted !== '不算') expect(calendar.addWorkingDays(from, Number(counted))).toBe(day);
  }
});

describe.each(['README.md', 'src/README.md', 'test/README.md', 'SECURITY.md'])('%s', (path) => {
  const text = existsSync(join(ROOT, path)) ? read(path) : '';
  const prose = text.replace(/^```[\s\S]*?^```/gm, '');

  test('names only files and folders that exist', () => {
    const links = [...prose.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((match) => match[1] ?? '');
    const quoted = [...prose.matchAll(/`([\w.-]+(?:\/[\w.-]+)*(?:\/|\.(?:ts|md|json|sql|toml|css|html)))`/g)];
    const named = [
      ...links.filter((link) => !/^[a-z]+:/.test(link)),
      ...quoted.map((match) => match[1] ?? ''),
    ];
    const places = [ROOT, join(ROOT, dirname(path))];
    expect(text).not.toBe('');
    expect(named.filter((name) => !places.some((place) => existsSync(join(place, name))))).toEqual([]);
  });

  test('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
      (match) => match[1] ?? match[2],
    );
    expect(named.filter((name) => name === undefined || !(name in scripts))).toEqual([]);
  });
});

test('the scopes README.md asks for are those the doctor looks for', () => {
  expect(NEEDED_SCOPES.map(([first]) => first).toSorted()).toEqual(firstColumn(part('scopes')));
});
