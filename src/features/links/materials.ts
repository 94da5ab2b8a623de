/** 材料: ticked and taken back by hand; what another link or a promise ticks is left to it. */
import type { CallOf } from '../../commands/call.ts';
import type { CommandContext } from '../../commands/context.ts';
import { listDeferrals, updateLink } from '../../db/link.ts';
import type { Answer } from '../../domain/answer.ts';
import { takeLink } from '../../domain/plan/find-link.ts';
import { isTicked } from '../../domain/plan/link-state.ts';
import type { Material } from '../../domain/plan/model.ts';
import { holdLink, linkOfButton } from './act.ts';
import { type ChosenLink, chooseLink, chooseProject, good, warn } from './choose.ts';
import { loadBoard } from './store.ts';
import { linkNo, linkTitle, MATERIAL_WORDS } from './words.ts';

const UNTICK = /取消|撤掉|去掉|未齐|没齐|不齐|没有|未交|缺/;
const ALL = /全部|都齐|齐全|所有|全齐|都有/;
const NUMBERS = /(\d{1,2})(?:\s*[-~到至]\s*(\d{1,2}))?/g;

export async function runMaterials(context: CommandContext, call: CallOf<'link-materials'>): Promise<Answer> {
  const split = await splitLink(context, call, '材料');
  if ('answer' in split) return split.answer;
  const { chosen, rest } = split;
  const { definition, projectId } = chosen.link;
  const { materials, code } = definition;
  if (materials.length === 0) return warn(MATERIAL_WORDS.noneListed(linkTitle(definition)));
  const numbers = ALL.test(rest)
    ? materials.map((_, at) => at + 1)
    : [...rest.matchAll(NUMBERS)].flatMap(([, from = '0', to = from]) =>
        Array.from({ length: Math.max(0, Number(to) - Number(from)) + 1 }, (_, n) => Number(from) + n),
      );
  if (numbers.length === 0)
    return rest.trim() === '' ? { kind: 'link-materials', projectId, code } : warn(MATERIAL_WORDS.usage);
  const wrong = numbers.find((n) => materials[n - 1] === undefined);
  if (wrong !== undefined) return warn(MATERIAL_WORDS.noSuch(wrong, materials.length));
  const named = numbers.flatMap((n) => materials[n - 1] ?? []);
  return tickMaterials(context, chosen, named, { on: !UNTICK.test(rest), passOver: ALL.test(rest) });
}

/**
 * The link a text begins with and the rest of it; a name only part of which was said is asked back by {@link chooseLink}.
 */
export async function splitLink(
  context: CommandContext,
  said: { projectIds: readonly number[]; text: string },
  word: string,
): Promise<{ chosen: ChosenLink; rest: string } | { answer: Answer }> {
  const place = chooseProject(context, said.projectIds, (name) => `${word} ${name} ${said.text}`);
  if ('answer' in place) return place;
  const board = await loadBoard(context.tx, place.project, context.directory);
  const taken = takeLink(
    said.text,
    board.links.map((link) => link.definition),
  );
  const [first = '', ...others] = said.text.split(/\s+/);
  const words = taken?.links.length === 1 && taken.links[0] ? linkNo(taken.links[0]) : first;
  const rest = taken ? taken.rest : others.join(' ');
  const projectIds = place.project ? [place.project.id] : [];
  const chosen = await chooseLink(context, { projectIds, words: taken ? words : first }, (link, project) =>
    [word, project, link, rest].join(' '),
  );
  return 'answer' in chosen ? chosen : { chosen, rest };
}

/** @param how.passOver what is ticked by others is no mistake: all were meant */
export async function tickMaterials(
  context: CommandContext,
  chosen: ChosenLink,
  materials: readonly Material[],
  how: { on: boolean; passOver?: boolean },
): Promise<Answer> {
  const held = await holdLink(context, chosen);
  if ('answer' in held) return held.answer;
  const { link, byCode } = held;
  const state = (material: Material) => isTicked(link, material, byCode);
  const foreign = materials.find((material) => state(material) === 'by-link');
  if (foreign && !how.passOver) {
    const producer = byCode.get(foreign.producedBy ?? '');
    return warn(MATERIAL_WORDS.byLink(foreign.name, producer ? linkNo(producer.definition) : '别的环节'));
  }
  const own = materials.filter((material) => state(material) !== 'by-link');
  if (!how.on) {
    const kept = (await listDeferrals(context.tx, [link.id])).find(
      (item) => item.status === 'closed' && own.some(({ name }) => name === item.text),
    );
    if (kept) return warn(MATERIAL_WORDS.byPromise(kept.text, kept.id));
  }
  const changed = own
    .filter((material) => (state(material) === 'by-hand') !== how.on)
    .map(({ name }) => name);
  if (changed.length === 0) return warn(MATERIAL_WORDS.asBefore);
  const ticked = how.on
    ? [...link.ticked, ...changed]
    : link.ticked.filter((name) => !changed.includes(name));
  await updateLink(context.tx, link.id, { ticked });
  const text = how.on
    ? MATERIAL_WORDS.ticked(changed.join('、'))
    : MATERIAL_WORDS.unticked(changed.join('、'));
  return good([...held.lead, text].join('\n'));
}

/** A button beside one material. */
export async function tickByButton(
  context: CommandContext,
  carried: { projectId: number; code: string; material: string; on: boolean },
): Promise<Answer | undefined> {
  const chosen = await linkOfButton(context, carried);
  const material = chosen?.link.definition.materials.find(({ name }) => name === carried.material);
  return chosen && material && tickMaterials(context, chosen, [material], { on: carried.on });
}
