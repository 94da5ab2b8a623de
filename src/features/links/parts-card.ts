/** The parts of a link (分项), each to tap when it is done. */
import { encodeOwn } from '../../cards/actions.ts';
import { fitCard } from '../../cards/card-fit.ts';
import { button, type Card, card, footnote, markdown, smallButtons } from '../../cards/kit.ts';
import { shortProjectName } from '../../text/names.ts';
import { FINISH, SHOW, TICK_PART } from './kinds.ts';
import type { LinkView } from './view.ts';
import { BUTTON_WORDS, LINKS, linkNo, linkTitle, PART_WORDS, PIECES } from './words.ts';

/** More than these are named by words. */
const TAPPED = 30;

export function partsCard({ board, link, ctx, works }: LinkView): Card {
  const { total, done, ticked = [] } = link.subUnits ?? { total: 0, done: 0 };
  const at = { projectId: board.project?.id ?? 0, code: link.definition.code };
  const title = PART_WORDS.title(linkTitle(link.definition));
  const left = done - ticked.length;
  const lines = [
    `**${PART_WORDS.progress(done, total)}**`,
    ...(ticked.length > 0 ? [PART_WORDS.which(spans(ticked))] : []),
    ...(left > 0 ? [PART_WORDS.unnamed(left)] : []),
  ];
  const parts = total > TAPPED ? [] : Array.from({ length: total }, (_, n) => n + 1);
  const over = done === total && link.finishedOn === null && link.reportedOn === null;
  const made = card({
    title,
    ...(board.project && { subtitle: shortProjectName(ctx, board.project.id) }),
    color: done === total ? 'green' : 'default',
    summary: title,
    elements: [
      markdown(lines.join('<br>')),
      ...(works
        ? smallButtons(
            parts.map((part) => {
              const on = !ticked.includes(part);
              return button(PART_WORDS.part(part, !on), encodeOwn(TICK_PART, { ...at, part, on }));
            }),
          )
        : []),
      ...(works
        ? [footnote(total > TAPPED ? PART_WORDS.byWords(linkNo(link.definition)) : PART_WORDS.tap)]
        : []),
      ...smallButtons([
        ...(works && over
          ? [
              button(BUTTON_WORDS.finish, encodeOwn(FINISH, { ...at, day: null, allThere: false }), {
                confirm: {
                  title: PIECES.askFinish(linkNo(link.definition)),
                  text: PIECES.finishToday(linkNo(link.definition)),
                },
              }),
            ]
          : []),
        button(linkNo(link.definition), encodeOwn(SHOW, at)),
      ]),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, LINKS.cut);
}

/** 1–3、5. */
function spans(parts: readonly number[]): string {
  const found: [number, number][] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (last && part === last[1] + 1) last[1] = part;
    else found.push([part, part]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('、');
}
