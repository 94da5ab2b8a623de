import { describe, expect, test } from 'vitest';
import { toLeader } from './demo-place.ts';
import { ASKED, DAYS, OUTCOMES_TOLD, WHOSE } from './questions-outcomes.ts';
import { readingLine } from './reading-line.ts';

describe('how it came out, whoever it is of, in whatever days', () => {
  test.each(ASKED)('%s', (means, says) => {
    const wrong = says.flatMap((said) =>
      WHOSE.flatMap(([who, whoTitle]) =>
        DAYS.flatMap(([when, whenTitle]) => {
          const asked = said.replace('W', who).replace('D', when);
          const wanted = means.replaceAll('W', whoTitle).replaceAll('D', whenTitle);
          const read = readingLine(asked, toLeader);
          return read === wanted ? [] : [`${asked} → ${read}, not ${wanted}`];
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test.each(OUTCOMES_TOLD)('%s → %s', (said, means) => {
    expect(readingLine(said, toLeader)).toBe(means);
  });
});
