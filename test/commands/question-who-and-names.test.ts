import { describe, expect, test } from 'vitest';
import { alike } from '../../src/domain/same-words.ts';
import { tellingParts } from '../../src/language/lexicon/describing.ts';
import { withIssueDays } from '../../src/language/lexicon/report-asked.ts';
import { readPhrase } from '../../src/language/phrase.ts';
import { namesPutRight } from '../../src/language/sounds.ts';
import { toLeader } from './demo-place.ts';
import { DESCRIBE_NOTHING, READ, SOUNDED } from './questions-who-and-names.ts';
import { readingLine } from './reading-line.ts';

describe('who, by what and which issue', () => {
  test.each(READ)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});

describe('a name that is no word and sounds like one', () => {
  test.each(SOUNDED)('%s → %s', (said, right) => {
    expect(namesPutRight(readPhrase(said), toLeader)?.text).toBe(right);
  });
});

test.each(DESCRIBE_NOTHING)('%s describes no one problem', (said) => {
  expect(tellingParts(alike(said))).toEqual([]);
});

test('the issue before is of the days before', () => {
  expect(withIssueDays('上一期周报')).toBe('上周周报');
  expect(withIssueDays('前一期的日报')).toBe('昨天日报');
  expect(withIssueDays('最新一期的月报')).toBe('月报');
});
