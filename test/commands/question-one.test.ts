import { describe, expect, test } from 'vitest';
import { othersIn } from '../../src/language/lexicon/others-said.ts';
import { OTHERS_AROUND, OTHERS_SAID } from './questions-one.ts';

describe('what else somebody has beside what was shown', () => {
  test.each(OTHERS_SAID)('%s', (said, of) => {
    expect(othersIn(said)).toEqual(of);
  });

  test('whatever stands around it', () => {
    const misread = OTHERS_SAID.flatMap(([said, of]) =>
      OTHERS_AROUND.filter(([before, behind]) => {
        const read = othersIn(`${before}${said}${behind}`);
        return read?.kind !== of?.kind || read?.whom !== of?.whom;
      }).map(([before, behind]) => `${before}${said}${behind}`),
    );
    expect(misread).toEqual([]);
  });
});
