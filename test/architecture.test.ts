import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');

/** Which rooms a room may import, beside itself. `.` stands for the files directly in src/. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: [],
  cards: ['domain'],
  /** The shapes of what is stored as JSON: messages, jobs, drafts. */
  kinds: ['domain', 'feishu', 'language'],
  db: ['domain', 'kinds'],
  feishu: [],
  /** What words mean: tokens, names, times, and what a row of the command table is made of. */
  language: ['domain', 'cards', 'feishu'],
  views: ['domain', 'cards', 'db', 'kinds', 'deps.ts'],
  files: ['domain', 'cards'],
  commands: ['domain', 'cards', 'db', 'feishu', 'kinds', 'language', 'views', 'deps.ts'],
  engine: ['domain', 'cards', 'db', 'feishu', 'kinds', 'views', 'files', 'commands', 'deps.ts', 'log.ts'],
  http: ['cards', 'db', 'feishu', 'commands', 'deps.ts', 'log.ts'],
  features: [
    'domain',
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

  test('domain, cards, kinds, language, views and commands take time and chance as arguments', () => {
    const impure = inRooms('domain', 'cards', 'kinds', 'language', 'views', 'commands').filter(({ text }) =>
      /Date\.now\(|new Date\(\)|Math\.random\(|process\.env|performance\.now/.test(text),
    );
    expect(impure.map((source) => source.path)).toEqual([]);
  });

  test('domain, cards, kinds and language are synchronous and know no Node module', () => {
    const wrong = inRooms('domain', 'cards', 'kinds', 'language').filter(({ text }) =>
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
});
