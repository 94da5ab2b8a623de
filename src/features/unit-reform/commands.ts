/** 单位 合并 A 到 B, 单位 撤销 A; and what stands behind the name of a unit. */
import type { CommandContext } from '../../commands/context.ts';
import { featureCommand } from '../../commands/feature-command.ts';
import { saveDraft } from '../../db/draft.ts';
import { findPeople } from '../../db/person.ts';
import type { Answer } from '../../domain/answer.ts';
import { misuse, type ReadInput } from '../../language/definition.ts';
import { findUnits } from '../../language/names.ts';
import { cut, fold, isBlank, trimMarks } from '../../language/phrase.ts';
import { REFORM_DRAFT } from './draft.ts';
import { refuseReform } from './refuse.ts';
import type { Reform } from './rules.ts';
import { countPeople, openIssuesOf } from './store.ts';
import { REFORM_USAGE, unitText } from './words.ts';

declare module '../../commands/call.ts' {
  interface FeatureCalls {
    'unit-reform': Reform;
  }
}

const MERGE = /^(?:合并|并入)\s*/;
const ABOLISH = /^(?:撤销|裁撤|注销)\s*/;
const BETWEEN = /^\s*(?:合并)?(?:到|入|至|给|进)\s*$/;

/** Full names and nothing else: what is moved is not guessed. */
function readReform(input: ReadInput) {
  const rest = trimMarks(input.rest);
  const word = MERGE.exec(rest.folded) ?? ABOLISH.exec(rest.folded);
  if (!word) return null;
  const names = trimMarks(cut(rest, word[0].length));
  const [from, to, ...others] = findUnits(names, input.context.directory);
  const merge = MERGE.test(rest.folded);
  const end = merge ? to : from;
  const alone = names.folded.slice(0, from?.span[0]) === '' && isBlank(cut(names, end?.span[1] ?? 0));
  const single = [from, ...(merge ? [to] : [])].every((found) => found?.ids.length === 1);
  if (!from || !end || !alone || !single || others.length > 0) return misuse(input, REFORM_USAGE);
  // A name of before means the unit of today when a problem is told, not when units are moved.
  const present = [from, ...(merge ? [end] : [])].every(({ ids: [id], span }) => {
    const unit = input.context.directory.unit(id ?? 0);
    return unit && [unit.name, ...unit.shortNames].some((name) => fold(name) === names.folded.slice(...span));
  });
  if (!present) return misuse(input, REFORM_USAGE);
  if (!merge) return to ? misuse(input, REFORM_USAGE) : call(from.ids[0], null);
  const between = names.folded.slice(from.span[1], end.span[0]);
  return BETWEEN.test(between) ? call(from.ids[0], end.ids[0] ?? null) : misuse(input, REFORM_USAGE);
}

function call(unitId = 0, successorId: number | null = null) {
  return { name: 'unit-reform', unitId, successorId } as const;
}

const warn = (text: string): Answer => ({ kind: 'text', tone: 'warning', text });

/** Shows what it means, with figures; 确认 does it. */
async function previewReform(context: CommandContext, { unitId, successorId }: Reform): Promise<Answer> {
  const { tx, deps, actor, now } = context;
  const refused = refuseReform(context.directory, { unitId, successorId });
  if (refused) return refused;
  const id = deps.newId();
  const payload = { unitId, successorId };
  await saveDraft(tx, { id, personId: actor.person.id, kind: REFORM_DRAFT, payload }, now);
  return { kind: 'preview', draftId: id };
}

/** Names, posts, people and open problems of a unit, for administrators. */
export async function describeUnit({ tx, directory }: CommandContext, unitId: number): Promise<Answer> {
  const unit = directory.unit(unitId);
  if (!unit) return warn(REFORM_USAGE);
  const people = await findPeople(
    tx,
    [unit.coordinatorId, unit.headId].filter((id) => id !== null),
  );
  const nameOf = (id: number | null) => people.find((person) => person.id === id)?.name ?? '未设';
  const text = unitText({
    name: unit.name,
    shortNames: unit.shortNames,
    formerNames: unit.formerNames ?? [],
    coordinator: nameOf(unit.coordinatorId),
    head: nameOf(unit.headId),
    people: await countPeople(tx, unitId),
    open: (await openIssuesOf(tx, unitId)).length,
  });
  return { kind: 'text', text };
}

export const COMMANDS = [
  featureCommand('unit-reform', {
    group: '管理',
    after: 'unit-create',
    words: ['单位', '部门'],
    usage: '单位 合并 <单位> 到 <单位> | 单位 撤销 <单位>',
    summary: '机构改革：在办的转走，历史不变',
    example: ['单位 合并 供电公司 到 住建局', '单位 撤销 供电公司'],
    where: 'private',
    admin: true,
    read: readReform,
    run: previewReform,
  }),
];
