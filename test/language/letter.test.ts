import { expect, test } from 'vitest';
import { readPhrase } from '../../src/language/phrase.ts';
import { scanHeard } from '../../src/language/sounds.ts';
import { toLeader } from '../commands/demo-place.ts';

test('a letter is read to its thousandth character, and what comes behind is told as not understood', () => {
  for (const said of ['项目', '我们', '，', '住建局']) {
    const { left } = scanHeard(readPhrase(`红色的有几个${said.repeat(15_000)}`), toLeader);
    expect(left.join('').length).toBeGreaterThan(14_000);
  }
});
