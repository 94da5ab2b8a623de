/** What is taken off the ends of what people type, and what belongs to the word there. */
import { expect, test } from 'vitest';
import { readPhrase, trimMarks } from '../../src/language/phrase.ts';

test.each([
  ['“住建局”', '住建局'],
  ['【住建局】。', '住建局'],
  ['[住建局]', '住建局'],
  ['《关于停电的通知》', '关于停电的通知'],
  ['【住建局', '住建局'],
  ['住建局】，', '住建局'],
  ['- 住建局；', '住建局'],
  ['*住建局*', '住建局'],
  ['_住建局_', '住建局'],
  ['[甲](乙)局', '[甲](乙)局'],
  ['［甲］（乙）局', '［甲］（乙）局'],
  ['[[甲]乙]局', '[[甲]乙]局'],
  ['《甲》和《乙》', '《甲》和《乙》'],
  ['住建局[东区]', '住建局[东区]'],
  ['“住建局[东区]”', '住建局[东区]'],
  ['__proto__', '__proto__'],
  ['，__init__脚本。', '__init__脚本'],
  ['constructor', 'constructor'],
  ['[__proto__]', '__proto__'],
  ['_', ''],
  ['[]', ''],
])('%s → %s', (typed, left) => {
  expect(trimMarks(readPhrase(typed)).text).toBe(left);
});
