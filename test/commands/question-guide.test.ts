/** What the guide promises may be asked is read; an example that no longer is must leave the page. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBare } from '../../src/commands/without-asides.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';

const PAGE = readFileSync(new URL('../../docs/guide/questions.md', import.meta.url), 'utf8');
const [, asked = ''] = /## 能问什么([\s\S]*?)\n## 按什么算/.exec(PAGE) ?? [];
const ROWS = asked.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---'));
const EXAMPLES = ROWS.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, said = '']) => said));

describe('the guide to questions', () => {
  test('holds its tables', () => expect(EXAMPLES.length).toBeGreaterThan(80));

  test.each(EXAMPLES)('%s is read', (said) => {
    const { match } = readBare({ text: said, mentions: [], context: toLeader }, TABLE);
    expect(match.kind).not.toBe('unknown');
  });
});
