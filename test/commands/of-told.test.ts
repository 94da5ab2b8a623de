import { expect, test } from 'vitest';
import { toldIn } from '../../src/language/lexicon/of-told.ts';
import { OF_TOLD } from './questions-of-told.ts';

test.each(OF_TOLD)('%s → %s', (said, read) => {
  const [first] = toldIn(said);
  const asked = first?.asked.flatMap((one) => (one.one === 'fact' ? one.fact : one.one)) ?? [];
  const of = first?.of === undefined ? '' : ` OF ${first.of}`;
  const line = first && `${first.most ?? first.those ?? 'all'}${of}: ${asked.join(' ')}`.trim();
  expect(line ?? '').toBe(read);
});
