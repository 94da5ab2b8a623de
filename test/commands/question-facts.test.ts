/** As many as were told, who logged it, what is left out, and the fact that was asked. */
import { describe, expect, test } from 'vitest';
import { readBare } from '../../src/commands/without-asides.ts';
import { TABLE } from '../support/table.ts';
import { toLeader } from './demo-place.ts';
import { FACTS_ASKED } from './questions-facts.ts';
import { readingLine } from './reading-line.ts';

const read = (said: string) => {
  const { text, match } = readBare({ text: said, mentions: [], context: toLeader }, TABLE);
  return match.kind === 'unknown' ? 'back' : readingLine(text, toLeader);
};
/** What is counted, and how it is asked behind it. */
const OF = ['水利局的', '楚能的', '逾期的', '待签收的', '红的', '用地类的'];
const ASKED = ['分别几号到期', '都是谁负责', '里几件挂账', '里逾期几件', '分别是谁登记的'];

describe('facts that are asked', () => {
  test.each(FACTS_ASKED)('%s → %s', (said, means) => expect(read(said)).toBe(means));

  test.each(OF.flatMap((of) => ASKED.map((asked) => [of, asked] as const)))(
    '%s3件%s reads as without the number',
    (of, asked) => {
      const bare = read(`${of}${asked}`);
      const said = read(`${of}3件${asked}`);
      if (bare !== 'back' && said !== 'back') expect(said).toBe(bare);
    },
  );
});
