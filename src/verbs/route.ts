/** 转办: to the unit that must act, or to one of its people. */
import { decideRoute } from '../domain/decide/routing.ts';
import type { ReadInput } from '../language/definition.ts';
import { nameOf, readUnit } from '../language/facts.ts';
import { openIdsOf } from '../language/phrase.ts';
import { idAt, personText, unitText } from '../text/history-detail.ts';
import { BUTTONS } from '../text/words.ts';
import { formStep } from './button.ts';
import { askBy, command, INCOMPLETE, unknownName } from './saying.ts';
import { said, verb } from './verb.ts';

function readRoute(input: ReadInput) {
  const { unitId, unitHeard, unitCandidates, left } = readUnit(input.rest, input);
  const [assigneeOpenId = null] = openIdsOf(input.rest);
  const person = nameOf(left);
  return {
    unitId,
    unitHeard,
    ...(unitCandidates && { unitCandidates }),
    assigneeOpenId,
    assigneeName: assigneeOpenId === null ? person : null,
  };
}

export const route = verb({
  verb: 'route',
  may: ['unit', 'secretary', 'office', 'leader'],
  step: '转办',
  decide: decideRoute,
  names: ({ assigneeId }) => assigneeId,
  done: (_, issue, names) => `已转办${names.unit(issue.unitId)}，等签收`,
  history: (d, ctx) => {
    const to = unitText(ctx, idAt(d, 'unitId', 'to'));
    const who = personText(ctx, idAt(d, 'assigneeId'));
    return `转办${to}${who && `（${who}）`}`;
  },
  says: [
    said('route', {
      group: '办理',
      words: ['转办', '派单', '分派', '交办', '转给', '派给', '指派'],
      usage: '转办 #编号 <单位> [@某人]',
      summary: '交给责任单位办理',
      example: ['转办 #12 住建局 @李四'],
      glued: true,
      claim: () => 'fact',
      rightsFirst: true,
      read: readRoute,
      run: async (call, at) => {
        const { assigneeOpenId: openId, assigneeName: name } = call;
        const person = await at.person({ openId, name });
        if (typeof person === 'string') return unknownName('person-unknown', name ?? '');
        const unitId = call.unitId ?? (call.unitHeard ? null : (person?.unitId ?? null));
        if (unitId !== null)
          return command({ verb: 'route', unitId, ...(person && { assigneeId: person.id }) });
        return call.unitHeard ? unknownName('unit-unknown', call.unitHeard) : askBy('route', at);
      },
    }),
  ],
  forms: [
    {
      form: 'route',
      title: BUTTONS.route,
      about: 'unit',
      fields: [{ ask: 'unit' }, { ask: 'person', label: '签收人（可不填）', required: false, of: 'unit' }],
      submit: async (values, at) => {
        if (values.unitId === undefined) return INCOMPLETE;
        const person = await at.picked(values);
        if (typeof person === 'string') return unknownName('person-unknown', values.personName ?? '');
        return command({ verb: 'route', unitId: values.unitId, ...(person && { assigneeId: person.id }) });
      },
    },
  ],
  buttons: ({ status }) => {
    if (status === 'unrouted') return [formStep(50, BUTTONS.route, 'route', { look: 'strong' })];
    return status === 'unsigned' ? [formStep(50, BUTTONS.route, 'route')] : [];
  },
});
