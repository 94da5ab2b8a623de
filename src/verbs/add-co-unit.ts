/** 协办: one more unit helps (联合攻坚), with a tick of its own. */

import { WORKING_SIDE } from '../domain/access.ts';
import { decideAddCoUnit } from '../domain/decide/work.ts';
import { readOneUnit } from '../language/facts.ts';
import { idAt, unitText } from '../text/history-detail.ts';
import { command, unknownName } from './saying.ts';
import { said, verb } from './verb.ts';

export const addCoUnit = verb({
  verb: 'add-co-unit',
  may: [...WORKING_SIDE, 'leader'],
  step: '协办',
  decide: decideAddCoUnit,
  done: ({ unitId }, _, names) => `已加协办单位${names.unit(unitId)}`,
  history: (d, ctx) => `加协办单位${unitText(ctx, idAt(d, 'unitId'))}`,
  says: [
    said('co-unit', {
      group: '办理',
      words: ['协办', '加协办', '协办单位', '增加协办'],
      usage: '协办 #编号 <单位>',
      summary: '增加协办单位，联合攻坚',
      example: ['协办 #12 供电公司'],
      glued: true,
      claim: () => 'fact',
      read: (input) => readOneUnit(input, '请写明协办单位，例如：协办 #12 供电公司'),
      run: ({ unitId, unitHeard }) =>
        unitId === null ? unknownName('unit-unknown', unitHeard) : command({ verb: 'add-co-unit', unitId }),
    }),
  ],
});
