import { describe, expect, test } from 'vitest';
import { commandsMarkdown, helpRows } from '../../src/commands/help.ts';
import { fold } from '../../src/language/phrase.ts';
import { COMMANDS, TABLE } from '../support/table.ts';
import { inGroup, say } from './place.ts';

const rows = COMMANDS.map((spec) => [`${spec.words[0]} → ${spec.name}`, spec] as const);

describe('every row of the table', () => {
  test.each(rows)('%s: its examples are read by it', (_, spec) => {
    for (const example of spec.example) {
      const context = spec.where === 'group' ? { context: inGroup } : {};
      const quoted = spec.name === 'log-quoted' ? { inReplyTo: { hasParent: true } } : {};
      expect(say(example, { ...context, ...quoted }), example).toMatchObject({
        kind: 'call',
        call: { name: spec.name },
      });
    }
  });

  test.each(rows)('%s: has help that fits', (_, spec) => {
    expect([...spec.summary].length).toBeLessThanOrEqual(30);
    expect(spec.usage.length).toBeGreaterThan(0);
    expect(spec.words.every((word) => word === fold(word) && !/\s/.test(word))).toBe(true);
    expect(new Set(spec.words).size).toBe(spec.words.length);
    if (spec.admin) expect(spec.where).toBe('private');
  });

  test.each(rows.filter(([, spec]) => spec.needsIssue))('%s: knows its problem from the card', (_, spec) => {
    const match = say(spec.words[0], { inReplyTo: { issueId: 15, hasParent: true } });
    if (match.kind === 'call') expect(match.call).toMatchObject({ name: spec.name, issueId: 15 });
    else expect(match).toMatchObject({ kind: 'misuse', misuse: { word: spec.words[0] } });
  });

  test.each(rows.filter(([, spec]) => spec.needsIssue))(
    '%s: every synonym leads to the same call',
    (_, spec) => {
      for (const word of spec.words) {
        const match = say(`${word} #12`);
        const name = match.kind === 'call' ? match.call.name : spec.name;
        expect(match.kind, word).not.toBe('unknown');
        expect(name, word).toBe(spec.name);
      }
    },
  );
});

describe('help', () => {
  test('is made of every row, in groups', () => {
    expect(helpRows(TABLE)).toHaveLength(COMMANDS.length);
    expect([...new Set(helpRows(TABLE).map((row) => row.group))]).toEqual([
      '登记',
      '办理',
      '时限',
      '查询',
      '报表',
      '个人',
      '项目与群',
      '管理',
    ]);
  });
  test('of one word shows its rows, by synonym as well', () => {
    expect(helpRows(TABLE, '报').map((row) => row.word)).toEqual(['报', '报', '报']);
    expect(helpRows(TABLE, '接单').map((row) => row.word)).toEqual(['签收']);
    expect(helpRows(TABLE, 'ＨＥＬＰ').map((row) => row.word)).toEqual(['帮助']);
    expect(helpRows(TABLE, '没有这个')).toEqual([]);
  });
  test.each([
    ['帮助', ''],
    ['HELP', ''],
    ['帮助 报', '报'],
    ['帮助报', '报'],
    ['帮助：签收', '签收'],
    ['怎么用', ''],
  ])('%j', (text, topic) => {
    expect(say(text)).toEqual({ kind: 'call', call: { name: 'help', topic } });
  });
  test('as Markdown has a line per row and no open cells', () => {
    const lines = commandsMarkdown(TABLE)
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    expect(lines).toHaveLength(COMMANDS.length);
    for (const line of lines) expect(line.replaceAll('\\|', '').split('|')).toHaveLength(6);
  });
});
