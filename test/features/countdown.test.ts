import { describe, expect, test } from 'vitest';
import { cardText } from '../../src/cards/card-text.ts';
import { countdownCard } from '../../src/features/countdown/card.ts';
import { nodeStates } from '../../src/features/countdown/rules.ts';
import { problemsOf } from '../cards/check.ts';
import { DATA, sampleContext } from '../cards/samples.ts';
import { say } from '../commands/place.ts';

const ctx = sampleContext();
const [project] = DATA.projects;
const states = (nodes: { startOn: string | null; productionOn: string | null }) =>
  nodeStates({ ...project!, ...nodes }, ctx.directory, '2026-11-25');
const text = (nodes: Parameters<typeof states>[0]) =>
  cardText(countdownCard([{ name: project!.name, nodes: states(nodes) }], ctx));

describe('倒计时', () => {
  test('counts days and working days to what lies ahead, and days since what is over', () => {
    // Saturday and Sunday lie between.
    expect(text({ startOn: '2026-11-30', productionOn: '2026-11-20' })).toMatch(
      /开工 .*还有 5 天（工作日 \d 天）[\s\S]*投产 .*已过 5 天/,
    );
    expect(states({ startOn: '2026-11-30', productionOn: null })[0]).toMatchObject({
      days: 5,
      workingDays: 3,
    });
    expect(text({ startOn: '2026-11-25', productionOn: '2026-11-26' })).toContain('就在今天');
  });

  test('what is not set is 未定, with who may set it and how', () => {
    const none = text({ startOn: null, productionOn: null });
    expect(none.match(/未定/g)).toHaveLength(3);
    expect(none).toContain('项目秘书、综合办或管理员');
    expect(text({ startOn: '2027-01-01', productionOn: '2027-02-01' })).not.toContain('未定');
  });

  test('of many projects twenty are shown and the rest is counted; strange names stay text', () => {
    const nodes = states({ startOn: '2027-03-01', productionOn: null });
    const rows = Array.from({ length: 70 }, (_, n) => ({
      name: `<at id=all></at>**${n}**`.repeat(9),
      nodes,
    }));
    const card = countdownCard(rows, ctx);
    expect(problemsOf(card)).toEqual([]);
    expect(cardText(card)).toContain('另有 50 个项目');
  });

  test.for(['倒计时', '还有多少天', '还有几天开工？', '开工倒计时'])('%s asks for it', (said) => {
    expect(say(said)).toEqual({ kind: 'call', call: { name: 'countdown' } });
  });

  test('something else after the word is not taken for it', () => {
    expect(say('倒计时牌什么时候装')).not.toMatchObject({ call: { name: 'countdown' } });
  });
});
