/** 改单位, 改时限, 改项目: what was understood wrongly when it was logged. */
import { z } from 'zod';
import { decideCorrect } from '../domain/decide/correct.ts';
import { pickedDeadline } from '../domain/limit.ts';
import { misuse, type ReadInput } from '../language/definition.ts';
import { afterTo, readOneUnit } from '../language/facts.ts';
import { takeDeadline } from '../language/lexicon/deadline.ts';
import { findProjects } from '../language/names.ts';
import { isBlank, trimMarks } from '../language/phrase.ts';
import { type Detail, dayAt, idAt, textAt } from '../text/history-detail.ts';
import { projectName, unitName } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';
import { SMALL_BUTTONS } from '../text/words.ts';
import { smallForm } from './button.ts';
import { askBy, command, INCOMPLETE, unknownName, withDeadline } from './saying.ts';
import { said, tap, verb } from './verb.ts';

function readDeadline(input: ReadInput) {
  const { read } = takeDeadline(input.rest, input.context);
  if (!read.ok && read.missing && !isBlank(input.rest))
    return misuse(input, `没看懂时限“${input.rest.text.slice(0, 20)}”，请写日期或天数。`);
  return { deadline: read };
}

function readProject(input: ReadInput) {
  const { directory } = input.context;
  const named = findProjects(input.rest, directory)[0]?.span[0] === 0;
  const rest = named ? input.rest : afterTo(input.rest);
  const ids = [...new Set(findProjects(rest, directory).flatMap((found) => found.ids))];
  return {
    projectId: ids[0] ?? null,
    projectHeard: trimMarks(rest).text,
    ...(ids.length > 1 && { projectCandidates: ids }),
  };
}

/** New values stand under `to`; whoever reads cares less for what it was before. */
function correction(d: Detail, ctx: ViewContext): string {
  const to = (typeof d.to === 'object' && d.to !== null ? d.to : d) as Detail;
  const parts: string[] = [];
  if ('unitId' in to) parts.push(`单位改为${unitName(ctx, idAt(to, 'unitId') ?? null)}`);
  if ('projectId' in to) parts.push(`项目改为${projectName(ctx, idAt(to, 'projectId') ?? null)}`);
  const day = dayAt(to, ctx, 'deadline');
  if (day) parts.push(`时限改为${day}`);
  if (typeof to.text === 'string') parts.push('描述已改');
  if (Array.isArray(to.rules)) parts.push('按该项目的规则算');
  return `${parts.length > 0 ? parts.join('，') : '改正内容'}${textAt(d, 'note')}`;
}

export const correct = verb({
  verb: 'correct',
  may: ['reporter', 'secretary', 'office'],
  step: '改正',
  remark: true,
  decide: decideCorrect,
  done: (made, issue, names) => {
    if (made.deadline) return `时限已改为${names.day(issue.deadline.day)}`;
    if (made.unitId !== undefined) return `责任单位已改为${names.unit(issue.unitId)}`;
    return made.projectId !== undefined ? '项目已改' : '描述已改';
  },
  history: correction,
  says: [
    said('correct-unit', {
      group: '办理',
      words: ['改单位', '更改单位', '修改单位', '换单位'],
      usage: '改单位 #编号 <单位>',
      summary: '更正责任单位',
      example: ['改单位 #12 自然资源局'],
      glued: true,
      claim: () => 'fact',
      read: (input) => readOneUnit(input, undefined),
      run: ({ unitId, unitHeard }, at) => {
        if (unitId !== null) return command({ verb: 'correct', unitId });
        return unitHeard ? unknownName('unit-unknown', unitHeard) : askBy('correct-unit', at);
      },
    }),
    said('correct-project', {
      group: '办理',
      words: ['改项目', '更改项目', '修改项目', '换项目'],
      usage: '改项目 #编号 <项目>',
      summary: '更正所属项目',
      example: ['改项目 #12 兴发'],
      glued: true,
      claim: () => 'fact',
      read: readProject,
      run: ({ projectId, projectHeard }, at) => {
        if (projectId !== null) return command({ verb: 'correct', projectId });
        return projectHeard ? unknownName('no-project', projectHeard) : askBy('correct-project', at);
      },
    }),
    said('correct-deadline', {
      group: '时限',
      words: ['改时限', '更改时限', '修改时限', '改期限'],
      usage: '改时限 #编号 <日期或天数>',
      summary: '更正刚登记的时限',
      example: ['改时限 #12 5个工作日'],
      glued: true,
      claim: () => 'fact',
      takesDeadline: true,
      read: readDeadline,
      run: (call, at) =>
        withDeadline(call.deadline, 'correct-deadline', at, (deadline) =>
          command({ verb: 'correct', deadline }),
        ),
    }),
  ],
  tap: tap(
    z.strictObject({ unitId: z.int().min(1), misspelt: z.string().min(1).max(20) }),
    ({ unitId, misspelt }) => ({ verb: 'correct', unitId, misspelt }),
  ),
  forms: [
    {
      form: 'correct-unit',
      title: SMALL_BUTTONS.correctUnit,
      about: 'unit',
      fields: [{ ask: 'unit' }],
      submit: ({ unitId }) => (unitId === undefined ? INCOMPLETE : command({ verb: 'correct', unitId })),
    },
    {
      form: 'correct-deadline',
      title: SMALL_BUTTONS.correctDeadline,
      about: 'deadline',
      fields: [{ ask: 'day', label: '完成时限', initial: 'deadline' }],
      submit: ({ day }, { now, directory }) =>
        day === undefined
          ? INCOMPLETE
          : command({ verb: 'correct', deadline: pickedDeadline(day, now, directory) }),
    },
    {
      form: 'correct-project',
      title: SMALL_BUTTONS.correctProject,
      about: 'project',
      fields: [{ ask: 'project' }],
      submit: ({ projectId }) =>
        projectId === undefined ? INCOMPLETE : command({ verb: 'correct', projectId }),
    },
  ],
  buttons: ({ status }) =>
    status === 'unrouted' || status === 'unsigned'
      ? [
          smallForm(30, SMALL_BUTTONS.correctUnit, 'correct-unit'),
          smallForm(31, SMALL_BUTTONS.correctDeadline, 'correct-deadline'),
          smallForm(32, SMALL_BUTTONS.correctProject, 'correct-project'),
        ]
      : [],
});
