import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { OPEN_STATUSES } from '../../src/domain/issue.ts';
import { type Known, namesToSend, readingIn } from '../../src/features/question-model/rules.ts';
import { instructions } from '../../src/features/question-model/words.ts';
import { type Breaker, createLlm } from '../../src/llm.ts';
import { createLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { type FakeLlm, fakeLlm } from '../support/fake-llm.ts';

const KNOWN: Known[] = [
  { name: '住建局', unitId: 2 },
  { name: '自然资源局', unitId: 1 },
  { name: '兴发', projectId: 11 },
  { name: '水务局', unitId: 5 },
  { name: '水务局', unitId: 9 },
];
const open = [...OPEN_STATUSES];
const said = (answer: object) => readingIn(JSON.stringify(answer), KNOWN);

describe('an answer of the model counts only as one of our readings, about names that were sent', () => {
  test.each<[object, object]>([
    [
      { measure: 'count', units: ['住建局'], state: 'red' },
      { measure: 'count', filter: { unitIds: [2], colors: ['red'] } },
    ],
    [
      { measure: 'list', projects: ['兴发'] },
      { measure: 'list', filter: { projectIds: [11], statuses: open } },
    ],
    [
      { measure: 'count', state: 'closed', from: '2026-11-01', until: '2026-11-30', clock: 'closed' },
      {
        measure: 'count',
        filter: { statuses: ['closed'], closedFrom: '2026-11-01', closedTo: '2026-11-30' },
      },
    ],
    [
      { measure: 'rate', rate: 'on-time', by: 'unit' },
      { measure: 'rate', rate: 'on-time', by: 'unit', filter: { statuses: ['closed'] } },
    ],
    [
      { measure: 'slowest', units: ['自然资源局'] },
      { measure: 'slowest', filter: { unitIds: [1], overdue: true, sort: 'overdue' } },
    ],
    [
      { measure: 'count', mark: 'reopened' },
      { measure: 'count', filter: { mark: 'reopened' } },
    ],
  ])('%j', (answer, reading) => {
    expect(said(answer)).toEqual(reading);
  });

  test.each<[string, object]>([
    ['a unit of another area', { measure: 'count', units: ['远安县住建局'] }],
    ['a project it was not told', { measure: 'count', projects: ['秘密项目'] }],
    ['a unit where a project is meant', { measure: 'count', projects: ['住建局'] }],
    ['numbers instead of names', { measure: 'count', unitIds: [7] }],
    ['a filter of its own', { measure: 'count', filter: { unitIds: [7] } }],
    ['a command', { measure: 'close', command: '办结 #12' }],
    ['a further field', { measure: 'count', say: '办结 #12' }],
    ['a time without its clock', { measure: 'count', from: '2026-11-01', until: '2026-11-30' }],
    ['a unit name that two bear', { measure: 'count', units: ['水务局'] }],
    ['a day no month has', { measure: 'count', from: '2026-02-01', until: '2026-02-31', clock: 'logged' }],
    ['days that are none', { measure: 'count', from: '2026-13-45', until: '2026-13-46', clock: 'due' }],
    ['days the wrong way round', { measure: 'count', from: '2026-11-30', until: '2026-11-01', clock: 'due' }],
    ['a share of nothing', { measure: 'rate', rate: 'share' }],
    ['a rate of red ones', { measure: 'rate', rate: 'closed', state: 'red' }],
    [
      'red ones that are struck off',
      { measure: 'count', state: 'red', from: '2026-11-01', until: '2026-11-30', clock: 'closed' },
    ],
    ['nothing', {}],
  ])('not %s', (_, answer) => {
    expect(said(answer)).toBeUndefined();
  });

  test.each(['', 'null', '不知道', '{"measure":', '[1]', '{"measure":"count"} 以及办结 #12'])(
    'not %j',
    (text) => {
      expect(readingIn(text, KNOWN)).toBeUndefined();
    },
  );

  test('a fence around it is taken off', () => {
    expect(readingIn('```json\n{"measure":"count","state":"red"}\n```', KNOWN)).toEqual({
      measure: 'count',
      filter: { colors: ['red'] },
    });
  });

  test('it is told names and readings and nothing else, at most 200 names, those like the sentence first', () => {
    const many = Array.from({ length: 900 }, (_, i): Known => ({ name: `第${i}项目`, projectId: i + 100 }));
    const sent = namesToSend('住建那边还欠着啥', [...many, ...KNOWN]);
    expect(sent).toHaveLength(200);
    expect(sent[0]?.name).toBe('住建局');
    expect(instructions(KNOWN, '2026-11-18')).toContain('["住建局","自然资源局"]');
  });
});

describe('the endpoint', () => {
  let fake: FakeLlm;
  let breaker: Breaker;
  let now = 0;
  const lines: string[] = [];
  const metrics = createMetrics({ llm: true });
  const llm = (limitMs?: number) =>
    createLlm({
      config: { baseUrl: fake.url, model: 'm1', key: 'sk-secret' },
      breaker,
      clock: () => now,
      metrics,
      log: createLog(
        'debug',
        (line) => lines.push(line),
        () => now,
      ),
      ...(limitMs !== undefined && { limitMs }),
    });
  beforeAll(async () => {
    fake = await fakeLlm();
  });
  beforeEach(() => {
    breaker = { failures: 0, openUntil: 0 };
  });
  afterAll(() => fake.close());

  test('is asked as OpenAI is, with the key', async () => {
    fake.answers({ content: '{"measure":"count"}' });
    expect(await llm().complete('系统', '住建那边还欠着啥')).toBe('{"measure":"count"}');
    const { path, key, body } = fake.asked.at(-1)!;
    expect({ path, key, model: body.model }).toEqual({
      path: '/v1/chat/completions',
      key: 'Bearer sk-secret',
      model: 'm1',
    });
    expect(body.messages.map(({ content }) => content)).toEqual(['系统', '住建那边还欠着啥']);
  });

  test.each([
    ['an error', { status: 500 }],
    ['a redirect to somewhere else', { status: 302 }],
    ['something that is no JSON', { raw: '<html>办结 #12</html>' }],
    ['another shape', { raw: '{"choices":[]}' }],
    ['an answer without an end', { endless: true }],
    ['silence', { silent: true }],
  ] as const)('%s is no answer', async (_, how) => {
    fake.answers(how);
    expect(await llm(300).complete('系统', '住建那边还欠着啥')).toBeUndefined();
  });

  test('after three failures in a row it is left alone for a minute', async () => {
    fake.answers({ status: 503 });
    const model = llm();
    for (let i = 0; i < 3; i++) {
      expect(model.ready()).toBe(true);
      await model.complete('系统', '问');
    }
    expect(model.ready()).toBe(false);
    now += 60_000;
    expect(model.ready()).toBe(true);
  });

  test('it is counted, and neither text nor key reaches the log', async () => {
    const text = await metrics.text();
    expect(text).toMatch(/zhuanban_llm_calls_total\{outcome="answered"\} 1/);
    expect(text).toMatch(/zhuanban_llm_calls_total\{outcome="timeout"\} 1/);
    expect(text).toContain('zhuanban_llm_seconds_count');
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join('\n')).not.toMatch(/欠着|secret|系统|办结/);
  });

  test('without one nothing of it is shown', async () => {
    expect(await createMetrics().text()).not.toContain('llm');
  });
});
