/** A word said again and again is read as fast as any other text: no pattern tries a second way through it. */
import { globSync, readFileSync } from 'node:fs';
import vm from 'node:vm';
import { describe, expect, test } from 'vitest';
import { matchCommand } from '../../src/commands/match.ts';
import { withoutAsides } from '../../src/language/asides.ts';
import { SUBJECTS } from '../../src/language/lexicon/beyond.ts';
import { checkedBy, statedFirst } from '../../src/language/lexicon/claims.ts';
import { LEADING, LEANING, OF_THE_ONE, stepIn } from '../../src/language/lexicon/follow-ups.ts';
import { onlyCompares, withoutFraming } from '../../src/language/lexicon/framing.ts';
import { turnsIn } from '../../src/language/lexicon/going-on.ts';
import { HELD_LINKS } from '../../src/language/lexicon/links.ts';
import { namedOneIn, oneAskedIn } from '../../src/language/lexicon/one-asked.ts';
import { onwardIn } from '../../src/language/lexicon/onwards.ts';
import { TELL_UP, withoutOrder } from '../../src/language/lexicon/orders.ts';
import { withoutPrefaces } from '../../src/language/lexicon/preface.ts';
import { rowSaid } from '../../src/language/lexicon/rows-said.ts';
import { tellingAt } from '../../src/language/lexicon/telling.ts';
import { smallTalkIn } from '../../src/language/small-talk.ts';
import { toLeader } from '../commands/demo-place.ts';
import { TABLE } from '../support/table.ts';

/** A reading that would take hours is cut off; one of a few seconds, on a busy machine, is not. */
const LIMIT_MS = 60_000;

/** What `run` gives, or an error once it takes longer than any honest reading. */
function bounded<T>(run: () => T): T {
  const key = Symbol.for('test.bounded');
  Reflect.set(globalThis, key, run);
  try {
    return new vm.Script("globalThis[Symbol.for('test.bounded')]()").runInThisContext({ timeout: LIMIT_MS });
  } finally {
    Reflect.deleteProperty(globalThis, key);
  }
}

/** Every word of the patterns, and each beside the one that stands next to it there. */
const WORDS: readonly string[] = [
  ...new Set(
    globSync(['src/language/**/*.ts', 'src/commands/prefix.ts', 'src/commands/match.ts'])
      .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
      .filter((line) => /\)[*+?]|'\(\?:/.test(line) && !/^\s*(?:\/\/|\/?\*)/.test(line))
      .flatMap((line) => {
        const words = line.match(/\p{Script=Han}{1,4}/gu) ?? [];
        return words.flatMap((word, i) => [word, word + (words[i + 1] ?? '')]);
      }),
  ),
];

const PARTS: readonly [string, (folded: string) => unknown][] = [
  ['withoutFraming', withoutFraming],
  ['onlyCompares', onlyCompares],
  ['tellingAt', (folded) => tellingAt(folded, 0)],
  ['stepIn', stepIn],
  ['withoutOrder', withoutOrder],
  ['TELL_UP', (folded) => TELL_UP.test(folded)],
  ['onwardIn', (folded) => onwardIn(folded.slice(0, 30))],
  ['rowSaid', rowSaid],
  ['oneAskedIn', oneAskedIn],
  ['namedOneIn', namedOneIn],
  ['turnsIn', turnsIn],
  ['smallTalkIn', smallTalkIn],
  ['withoutPrefaces', withoutPrefaces],
  ['checkedBy', (folded) => [checkedBy(folded), statedFirst(`${folded}呢`)]],
  ['beyondIn', (folded) => SUBJECTS.map(({ said }) => said.test(folded))],
  ['HELD_LINKS', (folded) => [...folded.matchAll(HELD_LINKS)]],
  ['OF_THE_ONE', (folded) => OF_THE_ONE.test(folded)],
  ['LEADING', (folded) => LEADING.test(folded) || LEANING.test(folded)],
];
/** What a pattern wants to see before the part that repeats: each word stands alone, and behind every third of them in turn. */
const BEFORE = ['', '给我', '帮我看', '我想问', '领导开会要', '催一下', '一下,', '第一个说', '卡 '];

describe('a word that is repeated to the length of a message', () => {
  test.each(PARTS)('%s ends', (_, read) => {
    expect(WORDS.length).toBeGreaterThan(300);
    const last = { said: '' };
    const run = () => {
      for (const [i, word] of WORDS.entries()) {
        for (const before of BEFORE.filter((one, j) => one === '' || (i + j) % 3 === 0)) {
          last.said = `${before}${word.repeat(Math.ceil(78 / word.length)).slice(0, 78 - before.length)}龘`;
          read(last.said);
        }
      }
      return true;
    };
    expect(() => bounded(run), last.said).not.toThrow();
  });

  test('as a whole message it is answered', () => {
    const last = { said: '' };
    const run = () => {
      for (const word of WORDS.filter((one, i) => one.length < 3 && i % 15 === 0)) {
        last.said = `${word.repeat(Math.ceil(60 / word.length))}有几个`;
        matchCommand({ text: last.said, mentions: [], context: toLeader }, TABLE);
      }
      return true;
    };
    expect(() => bounded(run), last.said).not.toThrow();
  });

  test.each([
    ['numbers of links', `报 混凝土不够 卡 ${Array.from({ length: 30 }, (_, i) => i + 1).join('、')}号楼`],
    ['numbers far apart', `报 钢材 卡 ${Array.from({ length: 10 }, (_, i) => i + 1).join('        ')}吨`],
    ['Chinese numbers', `报 钢材 卡 ${'第一二三四五六七八九十号、'.repeat(40)}吨`],
    ['numbers to the length of a message', `报 钢材 卡 ${'12、'.repeat(1500)}吨`],
    ['正', `${'正'.repeat(60)}有几个`],
    ['快要', `${'快要'.repeat(30)}有几个`],
    ['有个', `我${'有个'.repeat(30)}有几个`],
    ['看看', `给我看${'看看'.repeat(30)}红的有几个`],
    ['somebody’s post', `${'王书记书记'.repeat(14)}有几个`],
  ])('%s', (_, said) => {
    expect(bounded(() => matchCommand({ text: said, mentions: [], context: toLeader }, TABLE).kind)).toMatch(
      /./,
    );
  });

  test.each(['正', '刚', '老', '有个', '又要', '这个', '我们', '哎哟'])(
    '%s in many clauses beside a question',
    (word) => {
      const clause = word.repeat(26 / word.length);
      const said = `${`${clause}，`.repeat(60)}红灯有几个`;
      expect(bounded(() => withoutAsides(said, toLeader)?.text ?? said)).toContain('红灯有几个');
    },
  );
});
