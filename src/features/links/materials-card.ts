/** The materials of a link, each with its tick to tap. */
import { encodeOwn } from '../../cards/actions.ts';
import { fitCard } from '../../cards/card-fit.ts';
import { button, type Card, card, markdown, rowWithButton, smallButtons } from '../../cards/kit.ts';
import { isTicked } from '../../domain/plan/link-state.ts';
import { shortProjectName } from '../../text/names.ts';
import { SHOW, TICK } from './kinds.ts';
import { materialLines } from './link-card.ts';
import type { LinkView } from './view.ts';
import { BUTTON_WORDS, LINKS, linkNo, linkTitle, MATERIAL_WORDS } from './words.ts';

export function materialsCard(view: LinkView): Card {
  const { board, link, ctx, works } = view;
  const { materials, code } = link.definition;
  const projectId = board.project?.id ?? 0;
  const lines = materialLines(view);
  const there = materials.filter((material) => isTicked(link, material, board.byCode) !== null).length;
  const rows = materials.map((material, at) => {
    const text = [markdown(lines[at] ?? '')];
    const ticked = isTicked(link, material, board.byCode);
    if (!works || ticked === 'by-link') return text;
    const carried = { projectId, code, material: material.name.slice(0, 200), on: ticked === null };
    const label = ticked === null ? BUTTON_WORDS.tick : BUTTON_WORDS.untick;
    return [rowWithButton(text, button(label, encodeOwn(TICK, carried)))];
  });
  const made = card({
    title: MATERIAL_WORDS.title(linkTitle(link.definition)),
    ...(board.project && { subtitle: shortProjectName(ctx, board.project.id) }),
    color: 'default',
    summary: MATERIAL_WORDS.title(linkTitle(link.definition)),
    elements: [
      markdown(`**${MATERIAL_WORDS.progress(there, materials.length)}**`),
      ...rows.flat(),
      ...smallButtons([button(linkNo(link.definition), encodeOwn(SHOW, { projectId, code }))]),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, LINKS.cut);
}
