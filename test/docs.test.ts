/** The documents say what the program does: commands, variables, events, scopes, paths, scripts, the calendar example. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandsMarkdown } from '../src/commands/help.ts';
import { matchCommand } from '../src/commands/match.ts';
import { readConfig } from '../src/config.ts';
import { createCalendar } from '../src/domain/calendar.ts';
import { SETTING_KEYS } from '../src/domain/settings.ts';
import { parsePush } from '../src/feishu/parse.ts';
import { findRoute } from '../src/sim/api/table.ts';
import { actorOf, at, TOWN, townWith, who } from './support/town.ts';

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
  const renewed = README.replace(between, () => `\n\n${commandsMarkdown().trim()}\n\n`);
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

test('the example environment file is accepted by the program', () => {
  const pairs = [...part('environment').matchAll(/^([A-Z_]+)=(.*)$/gm)];
  const config = readConfig(Object.fromEntries(pairs.map((pair) => [pair[1], pair[2]])));
  expect(pairs.length).toBeGreaterThan(4);
  expect(config.app?.encryptKeys).toHaveLength(1);
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

describe('the first thirty minutes', () => {
  const directory = townWith({
    projects: TOWN.projects.map((one, i) => ({
      ...one,
      ...(i === 0 && { name: '兴发磷石膏综合利用', shortNames: ['兴发'] }),
    })),
  });
  const said = [...part('first-steps').matchAll(/^\| ([^|]+) \| `([^`]+)`/gm)];
  const calls = [
    'health',
    'unit-create',
    'unit-set',
    'unit-set',
    'category-set',
    'role-set',
    'role-set',
    'bind',
    'project-create',
    'project-set',
    'project-set',
    'project-set',
    'log',
    'list',
  ];

  test.each(calls.map((call, i) => [said[i]?.[2] ?? '', call] as const))(
    '%s is read as %s',
    (words, call) => {
      const text = words.replace(/^@专班秘书 /, '');
      const mentions = [...text.matchAll(/@(\S+)/g)].map((match, i) => ({
        key: `@_user_${i + 1}`,
        openId: `ou_${i}`,
        name: match[1] ?? '',
        isBot: false,
        mentionedType: 'user' as const,
        span: [match.index, match.index + match[0].length] as [number, number],
      }));
      const context = {
        directory,
        now: at('2026-11-23 10:00'),
        chat: { kind: 'group' as const, projectIds: [], defaultProjectId: null },
        actor: actorOf(who.administrator, directory),
      };
      expect(matchCommand({ text, mentions, context })).toMatchObject({ kind: 'call', call: { name: call } });
    },
  );

  test('no line is left out', () => expect(said).toHaveLength(calls.length));
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

describe.each(['README.md', 'src/README.md', 'test/README.md'])('%s', (path) => {
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
