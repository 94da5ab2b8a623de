/** How much one person may ask for in a minute, and how often that is said. */
import { expect, test } from 'vitest';
import { createSenderLimit } from '../../src/commands/sender-limit.ts';

const SECOND = 1000;

/** 30 a minute: one every two seconds. Thirty-one at once, so the last is refused and told. */
function flooded() {
  const limit = createSenderLimit({ commands: 30, clicks: 0 });
  const said = Array.from({ length: 31 }, () => limit.admit('command', 'ou_a', 0));
  expect(said).toEqual([...Array.from({ length: 30 }, () => 'ok'), 'tell']);
  return (seconds: number) => limit.admit('command', 'ou_a', seconds * SECOND);
}

/** Asks until refused, at one instant. */
function refusalAt(ask: (seconds: number) => string, seconds: number): string {
  for (;;) {
    const answer = ask(seconds);
    if (answer !== 'ok') return answer;
  }
}

test('as long as the flood goes on, one refusal is told', () => {
  const ask = flooded();
  expect([ask(1), ask(1)]).toEqual(['silent', 'silent']);
  expect(ask(2)).toBe('ok');
  expect(ask(2)).toBe('silent');
});

test('it is told again after a pause of half a minute, and not after one a second shorter', () => {
  expect(refusalAt(flooded(), 29)).toBe('silent');
  expect(refusalAt(flooded(), 30)).toBe('tell');
});

test('nobody pays for another, or for another way to ask', () => {
  const limit = createSenderLimit({ commands: 1, clicks: 1 });
  expect(limit.admit('command', 'ou_a', 0)).toBe('ok');
  expect(limit.admit('command', 'ou_a', 0)).toBe('tell');
  expect(limit.admit('command', 'ou_b', 0)).toBe('ok');
  expect(limit.admit('click', 'ou_a', 0)).toBe('ok');
});

test('0 is no limit', () => {
  const limit = createSenderLimit({ commands: 0, clicks: 0 });
  for (let n = 0; n < 1000; n++) expect(limit.admit('command', 'ou_a', 0)).toBe('ok');
});
