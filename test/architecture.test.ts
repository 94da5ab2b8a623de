import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { literalsOf } from './support/literals.ts';

const SRC = resolve(import.meta.dirname, '../src');

/** Which rooms a room may import, beside itself. `.` stands for the files directly in src/. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: [],
  /** Names, days and fixed words, as people say them. */
  text: ['domain'],
  /** What can be said to a problem: one descriptor each, and what is derived from them. */
  verbs: ['domain', 'text', 'language'],
  cards: ['domain', 'text', 'verbs'],
  /** The shapes of what is stored as JSON: messages, jobs, drafts. */
  kinds: ['domain', 'feishu', 'language'],
  db: ['domain', 'kinds'],
  feishu: [],
  /** What words mean: tokens, names, times, and what a row of the command table is made of. */
  language: ['domain', 'feishu', 'text'],
  views: ['domain', 'text', 'verbs', 'cards', 'db', 'kinds', 'deps.ts'],
  files: ['domain', 'text', 'cards'],
  commands: ['domain', 'text', 'verbs', 'cards', 'db', 'feishu', 'kinds', 'language', 'views', 'deps.ts'],
  engine: [
    'domain',
    'text',
    'verbs',
    'cards',
    'db',
    'feishu',
    'kinds',
    'views',
    'files',
    'commands',
    'deps.ts',
    'log.ts',
  ],
  http: ['cards', 'db', 'feishu', 'commands', 'deps.ts', 'log.ts'],
  features: [
    'domain',
    'text',
    'verbs',
    'cards',
    'db',
    'feishu',
    'files',
    'kinds',
    'language',
    'views',
    'commands',
    'engine',
    'deps.ts',
    'feature.ts',
    'log.ts',
  ],
  sim: [],
  ops: [
    'domain',
    'text',
    'cards',
    'db',
    'feishu',
    'views',
    'engine',
    'boot.ts',
    'config.ts',
    'database.ts',
    'deps.ts',
    'log.ts',
  ],
  demo: [
    'domain',
    'db',
    'engine',
    'files',
    'http',
    'sim',
    'boot.ts',
    'config.ts',
    'database.ts',
    'deps.ts',
    'log.ts',
    'minute.ts',
    'stop.ts',
  ],
};

interface Source {
  /** Path from src/. */
  path: string;
  room: string;
  text: string;
  lines: number;
  /** Paths from src/ of our own files it imports; types included. */
  imports: string[];
}

function roomOf(path: string): string {
  return path.includes('/') ? path.split('/')[0]! : path;
}

const sources: Source[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(join(SRC, path), 'utf8');
    const found = text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g);
    return {
      path,
      room: roomOf(path),
      text,
      lines: text.split('\n').length - 1,
      imports: [...found].map(([, target]) => relative(SRC, resolve(SRC, dirname(path), target!))),
    };
  });

const inRooms = (...rooms: string[]) => sources.filter((source) => rooms.includes(source.room));

/** Everything a file pulls in, itself included; type-only imports vanish when the code runs, so they do not count. */
function reach(entry: string): Set<string> {
  const reached = new Set<string>();
  const visit = (path: string) => {
    if (reached.has(path)) return;
    reached.add(path);
    const source = sources.find((one) => one.path === path);
    const bare = source?.text.replace(/import type [\s\S]*?from '[^']+';/g, '') ?? '';
    for (const [, target] of bare.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)) {
      visit(relative(SRC, resolve(SRC, dirname(path), target!)));
    }
  };
  visit(entry);
  return reached;
}

/** Where Chinese sentences may stand, and why there. */
const MAY_SPEAK: readonly (readonly [RegExp, string])[] = [
  [
    /^cards\//,
    'words*.ts hold what is said; titles and lines made of facts stand with the layout of their card',
  ],
  [/^verbs\//, 'a descriptor holds all there is to its verb, what is said of it included'],
  [/^text\//, 'days and fixed words'],
  [
    /^features\/[^/]+\/(words[^/]*|card)\.ts$/,
    'what is said by one feature, and titles and lines of its card',
  ],
  [/^domain\/(deadline\/|calendar\/|ledger\/|numerals\.ts)/, 'patterns and characters a reader recognises'],
  [/^domain\/plan\/default-template/, 'data a deployment starts with and changes: texts of the links'],
  [/^language\/lexicon\//, 'patterns a reader recognises'],
  [/^files\/official\.ts$/, 'names of fonts'],
  [/^[^/]+\.ts$/, 'told on the console to who starts the service'],
  [/^db\/(directory-lock|migrate)\.ts$/, 'told on the console to who starts the service'],
  [/^ops\//, "a shell tool's own output"],
  [/^(demo|sim)\//, 'played scenes, and the page of the simulator'],
];

/** Of a row of the command table: its own data. */
const TABLE_TEXTS: readonly string[] = ['words', 'usage', 'summary', 'example'];

const SENTENCE =
  /\p{Script=Han}[”》)]?[，。：；？！,:;?!]|[，。：；？！,:;?!][“《(]?\p{Script=Han}|\p{Script=Han}{13}/u;

function sentencesOf(text: string): string[] {
  return literalsOf(text, TABLE_TEXTS).filter((literal) => SENTENCE.test(literal));
}

describe('architecture', () => {
  test.for(Object.keys(MAY_IMPORT))('room %s imports only what the table allows', (room) => {
    const allowed = new Set([room, ...MAY_IMPORT[room]!]);
    const wrong = inRooms(room).flatMap((source) =>
      source.imports.filter((path) => !allowed.has(roomOf(path))).map((path) => `${source.path} → ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  test('every room of src stands in the table', () => {
    const rooms = new Set(sources.filter((source) => source.path.includes('/')).map((source) => source.room));
    expect([...rooms].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  test('docs/develop/architecture.md shows the same table', () => {
    const document = readFileSync(resolve(SRC, '../docs/develop/architecture.md'), 'utf8');
    const [, table = ''] = document.split(/<!-- imports:(?:start|end) -->/);
    const rows = [...table.matchAll(/^\| `(\w+)\/` \|[^|]*\| (.*) \|$/gm)];
    const shown = rows.map(([, room, cell = '']) => [
      room,
      [...cell.matchAll(/`([^`]+)`/g)].map((name) => name[1]).toSorted(),
    ]);
    const held = Object.entries(MAY_IMPORT).map(([room, allowed]) => [room, allowed.toSorted()]);
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(held));
  });

  test('domain, text, cards, kinds, language, verbs, views and commands take time and chance as arguments', () => {
    const impure = inRooms(
      'domain',
      'text',
      'cards',
      'kinds',
      'language',
      'verbs',
      'views',
      'commands',
    ).filter(({ text }) =>
      /Date\.now\(|new Date\(\)|Math\.random\(|process\.env|performance\.now/.test(text),
    );
    expect(impure.map((source) => source.path)).toEqual([]);
  });

  test('domain, text, cards, kinds and language are synchronous and know no Node module', () => {
    const wrong = inRooms('domain', 'text', 'cards', 'kinds', 'language').filter(({ text }) =>
      /\basync\b|\bawait\b|from 'node:/.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
    );
    expect(wrong.map((source) => source.path)).toEqual([]);
  });

  test('a feature imports another only through its feature.ts, and the spine imports none', () => {
    const folder = (path: string) => path.split('/')[1]!;
    const between = inRooms('features').flatMap((source) =>
      source.imports
        .filter((path) => roomOf(path) === 'features' && source.path !== 'features/features.ts')
        .filter((path) => folder(path) !== folder(source.path) && !path.endsWith('/feature.ts'))
        .map((path) => `${source.path} → ${path}`),
    );
    expect(between).toEqual([]);
    const fromOutside = sources
      .filter(({ room }) => room !== 'features')
      .flatMap((source) =>
        source.imports
          .filter((path) => roomOf(path) === 'features')
          .map((path) => `${source.path} → ${path}`),
      );
    expect(fromOutside).toEqual(['boot.ts → features/features.ts']);
  });

  test('rules, cards, words and readers of features are as pure as those of the spine', () => {
    const pure = inRooms('features').filter(({ path }) => /\/(rules|card|words|read)[\w-]*\.ts$/.test(path));
    expect(pure.length).toBeGreaterThan(0);
    const wrong = pure.filter(
      ({ text, imports }) =>
        /Date\.now\(|new Date\(\)|Math\.random\(|process\.env|performance\.now/.test(text) ||
        /\basync\b|\bawait\b|from 'node:/.test(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')) ||
        imports.some((path) => ['db', 'engine', 'views', 'deps.ts'].includes(roomOf(path))),
    );
    expect(wrong.map((source) => source.path)).toEqual([]);
  });

  test('only the engine calls message APIs', () => {
    const callers = sources.filter(
      ({ room, text }) =>
        !['engine', 'feishu', 'sim'].includes(room) &&
        /\.(sendMessage|replyMessage|updateCard|recallMessage|urgentApp)\(/.test(text),
    );
    expect(callers.map((source) => source.path)).toEqual([]);
  });

  test('the environment is read in node.ts alone', () => {
    const readers = sources.filter(({ text, room }) => text.includes('process.env') && room !== 'sim');
    expect(readers.map((source) => source.path)).toEqual(['node.ts']);
  });

  test('the Worker reaches neither simulator, PGlite, file system, cron nor long connection', () => {
    const reached = [...reach('worker.ts')];
    expect(
      reached.filter((path) =>
        /^(sim|demo|ops|feishu\/longconn)\/|open-pglite|migrations-node|database\.ts|node\.ts/.test(path),
      ),
    ).toEqual([]);
    const texts = reached
      .map((path) => sources.find((source) => source.path === path)?.text ?? '')
      .join('\n');
    expect(texts).not.toMatch(/from 'node:fs|from 'ws'|node-cron|@electric-sql\/pglite|@hono\/node-server/);
  });

  test('no file is over 400 lines, and half of them are under 100', () => {
    const lines = sources.map((source) => source.lines).sort((a, b) => a - b);
    expect(sources.filter((source) => source.lines > 400).map((source) => source.path)).toEqual([]);
    expect(lines[Math.floor(lines.length / 2)]).toBeLessThanOrEqual(100);
  });

  test('no file is a catch-all by name', () => {
    const wrong = sources.filter(({ path }) =>
      /(^|[/-])(utils?|helpers?|common|manager|misc|index)\.ts$/.test(path),
    );
    expect(wrong.map((source) => source.path)).toEqual([]);
  });

  test('SQL never asks the database for the time', () => {
    const wrong = inRooms('db', 'features').filter(({ text }) =>
      /sql`[^`]*\b(now\(\)|current_timestamp|clock_timestamp)/i.test(text),
    );
    expect(wrong.map((source) => source.path)).toEqual([]);
  });

  test('what a user is told stands in cards/words*.ts', () => {
    const elsewhere = sources.filter(({ path }) => !MAY_SPEAK.some(([where]) => where.test(path)));
    const speaking = elsewhere
      .map(({ path, text }) => ({ path, said: sentencesOf(text) }))
      .filter(({ said }) => said.length > 0);
    expect(speaking).toEqual([]);
  });

  test('a sentence is found in strings and templates, not in comments, patterns or a row of the table', () => {
    const said = [
      "const a = '请写明编号,或回复卡片';",
      `const b = \`没有叫\${name}的单位。\`;`,
      "const c = { problem: '一二三四五六七八九十一二三' };",
      "const d = '请说“解绑”。';",
    ];
    expect(said.map((line) => sentencesOf(line).length)).toEqual([1, 1, 1, 1]);
    const silent = [
      '// 请写明编号,或回复卡片',
      'const a = /没有,叫/;',
      `const b = new RegExp(\`^(?:半)\${n}(?:内)$\`);`,
      'const c = String.raw`(?:周|星期)`;',
      "const d = { usage: '单位 新增 <名称>,可多行', words: ['报'] };",
      "const e = '单位负责人';",
    ];
    expect(silent.flatMap(sentencesOf)).toEqual([]);
  });
});
