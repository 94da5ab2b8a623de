import { describe, expect, test } from 'vitest';
import { IF_ANY } from '../../src/language/lexicon/orders.ts';
import { ordersSaid } from '../../src/language/said-order.ts';
import { IF_ANY_SAID, TOLD_BEHIND } from './questions-told-behind.ts';

describe('orders behind a question', () => {
  test.each(TOLD_BEHIND)('%s → %s', (said, of) => {
    const [told] = ordersSaid(said);
    expect(told?.kind === 'tell' && told.before !== '' ? told.before : undefined).toBe(of);
  });
  test.each(IF_ANY_SAID)('%s: only if there are any: %s', (said, is) => {
    expect(IF_ANY.test(said)).toBe(is);
  });
});
