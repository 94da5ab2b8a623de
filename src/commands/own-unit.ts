/** 我们局, of somebody who is written down in no unit: it is told, with the same of every unit. */
import { noOwnUnitText } from '../cards/words-people.ts';
import type { Answer } from '../domain/answer.ts';
import type { CommandContext } from './context.ts';

const OUR_UNIT = /^(?:我们|咱们?|俺们|我|本)(?:这个?)?(?:单位|局|公司|大队|支队|队|部门)里?$/;
const OF_EACH_UNIT = ['各单位没办完的有几个', '各单位逾期的有几个'];

/** undefined: something else is not understood, or the speaker has a unit. */
export function askWhichUnit({ actor }: CommandContext, unread: readonly string[]): Answer | undefined {
  const [heard = '', second] = unread;
  if (actor.person.unitId !== null || second !== undefined || !OUR_UNIT.test(heard)) return undefined;
  return { kind: 'suggest', text: noOwnUnitText(heard), commands: OF_EACH_UNIT };
}
