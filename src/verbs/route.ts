/** 转办: to the unit that must act, or to one of its people. */
import { decideRoute } from '../domain/decide/routing.ts';
import type { Person } from '../domain/model.ts';
import type { ReadInput } from '../language/definition.ts';
import { nameOf, readUnit } from '../language/facts.ts';
import { openIdsOf } from '../language/phrase.ts';
import { idAt, personText, unitText } from '../text/history-detail.ts';
import { BUTTONS } from '../text/words.ts';
import { formStep } from './button.ts';
import { askBy, command, INCOMPLETE, type Meant, type Saying, unknownName } from './saying.ts';
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

/** Nobody of another unit signs for this one: two facts that contradict are asked back, none is guessed. */
function routeTo(unitId: number, person: Person | undefined, { directory }: Saying): Meant {
  if (person && person.unitId !== null && person.unitId !== unitId) {
    const unit = directory.unit(unitId)?.name ?? '这个单位';
    const own = directory.unit(person.unitId)?.name ?? '别的单位';
    const text = `${person.name}是${own}的人员，不能替${unit}签收。请换一位，或只写单位。`;
    return { answer: { kind: 'text', tone: 'warning', text } };
  }
  return command({ verb: 'route', unitId, ...(person && { assigneeId: person.id }) });
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
        if (unitId !== null) return routeTo(unitId, person, at);
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
        return routeTo(values.unitId, person, at);
      },
    },
  ],
  buttons: ({ status }) => {
    if (status === 'unrouted') return [formStep(50, BUTTONS.route, 'route', { look: 'strong' })];
    return status === 'unsigned' ? [formStep(50, BUTTONS.route, 'route')] : [];
  },
});
