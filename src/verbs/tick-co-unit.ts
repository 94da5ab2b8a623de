/** 协办完成: a co-unit has done its part. */
import { z } from 'zod';
import { decideTickCoUnit } from '../domain/decide/work.ts';
import type { Issue } from '../domain/issue.ts';
import { idAt, unitText } from '../text/history-detail.ts';
import { BUTTONS, SMALL_BUTTONS } from '../text/words.ts';
import { tapStep, type VerbButton } from './button.ts';
import { command } from './saying.ts';
import { said, tap, verb } from './verb.ts';

function waitsForTick({ status, coUnits }: Issue): boolean {
  const open = status !== 'closed' && status !== 'void' && status !== 'verifying';
  return open && coUnits.some((co) => co.doneAt === null);
}

export const tickCoUnit = verb({
  verb: 'tick-co-unit',
  may: ['co-unit', 'office'],
  step: '协办办结',
  decide: decideTickCoUnit,
  done: (_, { coUnits }) =>
    coUnits.every((co) => co.doneAt !== null) ? '协办已办完，全部办完' : '协办已办完',
  history: (d, ctx) => {
    const unit = unitText(ctx, idAt(d, 'unitId'));
    return `协办办结${unit && `（${unit}）`}`;
  },
  says: [
    said('tick-co-unit', {
      group: '办理',
      words: ['协办完成', '协办办结', '协办已完成'],
      usage: '协办完成 #编号',
      summary: '协办单位报告本方已办完',
      example: ['协办完成 #12'],
      bare: true,
      claim: () => 'result',
      read: () => ({}),
      run: () => command({ verb: 'tick-co-unit' }),
    }),
  ],
  // Whose tick, when the card knows.
  tap: tap(z.strictObject({ unitId: z.int().min(1).exactOptional() }), (whose) => ({
    verb: 'tick-co-unit',
    ...whose,
  })),
  buttons: (issue, { reason }) => {
    const buttons: VerbButton[] = [];
    if (issue.status === 'working' && reason === 'co-unit')
      buttons.push(tapStep(30, BUTTONS.done, { look: 'strong' }));
    if (waitsForTick(issue))
      buttons.push({ size: 'small', rank: 10, label: SMALL_BUTTONS.tick, by: { tap: {} } });
    return buttons;
  },
});
