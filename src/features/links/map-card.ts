/** 导航图: every link of the four stages on one card, those that are on marked. */
import { encodeOwn } from '../../cards/actions.ts';
import { fitCard } from '../../cards/card-fit.ts';
import {
  button,
  type Card,
  card,
  colored,
  footnote,
  hr,
  markdown,
  panel,
  smallButtons,
} from '../../cards/kit.ts';
import { viewLight } from '../../cards/light.ts';
import type { Issue } from '../../domain/issue.ts';
import { durationText } from '../../domain/plan/link-rules.ts';
import type { LinkState, ProjectLink } from '../../domain/plan/model.ts';
import { type Day, datePartsOf } from '../../domain/time.ts';
import { clip, escapeMarkdown, oneLine } from '../../text/escape.ts';
import { yearOf } from '../../text/moments.ts';
import { shortProjectName, shortUnitName } from '../../text/names.ts';
import type { ViewContext } from '../../text/view.ts';
import { SHOW } from './kinds.ts';
import { type Board, plannedStep, stateIn } from './store.ts';
import type { MapView } from './view.ts';
import { LINKS, linkNo, PIECES } from './words.ts';

/** One glyph and one colour each: seen without reading. */
export const DOTS: Record<LinkState, { dot: string; color: 'grey' | 'blue' | 'green' | 'orange' }> = {
  waiting: { dot: '○', color: 'grey' },
  ready: { dot: '◎', color: 'blue' },
  working: { dot: '◐', color: 'blue' },
  verifying: { dot: '◑', color: 'orange' },
  done: { dot: '●', color: 'green' },
  unconcerned: { dot: '－', color: 'grey' },
};

/** Buttons that stand open; the rest is folded away. */
const SHOWN = 6;
const CURRENT: readonly LinkState[] = ['working', 'verifying', 'ready'];

/** @param lead what was asked of them, told first */
export function mapCard({ board, holds, ctx }: MapView, lead: readonly string[] = []): Card {
  const { project, basis, links } = board;
  const name = project ? shortProjectName(ctx, project.id) : '';
  const title = `${name ? `${name} ` : ''}${LINKS.map}`;
  const stateOf = (link: ProjectLink) => stateIn(board, link);
  const concerned = links.filter((link) => stateOf(link) !== 'unconcerned');
  const done = concerned.filter((link) => stateOf(link) === 'done');
  const show = (link: ProjectLink) =>
    button(
      linkNo(link.definition),
      encodeOwn(SHOW, { projectId: project?.id ?? 0, code: link.definition.code }),
    );
  const current = CURRENT.flatMap((state) => links.filter((link) => stateOf(link) === state))
    .slice(0, SHOWN)
    .toSorted((a, b) => a.definition.no - b.definition.no);
  const others = links.filter((link) => !current.includes(link));
  const made = card({
    title,
    color: 'default',
    summary: title,
    elements: [
      ...(lead.length > 0 ? [markdown(lead.join('<br>')), hr] : []),
      ...(board.taken
        ? [
            markdown(
              [PIECES.doneOf(done.length, concerned.length), ...nowLines(board, holds, ctx)].join('<br>'),
            ),
          ]
        : [footnote(project ? LINKS.notTaken(basis.name) : LINKS.noProject(basis.name))]),
      ...basis.stages.map((stage) => {
        const own = links.filter((link) => link.definition.stage === stage.code);
        const part = own.filter((link) => stateOf(link) !== 'unconcerned');
        const count = `${part.filter((link) => stateOf(link) === 'done').length}/${part.length}`;
        const head = `**${escapeMarkdown(stage.shortName)}** ${board.taken ? colored('grey', count) : ''}`;
        return markdown([head, ...own.map((link) => line(link, stateOf(link), board, ctx))].join('<br>'));
      }),
      footnote(board.taken ? PIECES.legend : PIECES.promisedLegend),
      ...smallButtons(current.map(show)),
      ...(others.length > 0 ? [panel(LINKS.others, smallButtons(others.map(show)))] : []),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, LINKS.cut);
}

/** What is held up and by which problems, what is on and whose it is, what may begin, what is left. */
function nowLines({ links, states }: Board, holds: MapView['holds'], ctx: ViewContext): string[] {
  const those = (...wanted: LinkState[]) =>
    links.filter((link) => wanted.includes(stateIn({ states }, link)));
  const named = ({ definition, unitId }: ProjectLink, by: readonly Issue[] = []) =>
    PIECES.onNow(`${definition.no} ${escapeMarkdown(clip(oneLine(definition.name), 20))}`, [
      ...(unitId === null ? [] : [shortUnitName(ctx, unitId)]),
      ...by.slice(0, MOST_HOLDING).map(({ id }) => `#${id}`),
    ]);
  const held = links.flatMap((link) => {
    const by = holds.get(link.definition.code) ?? [];
    return by.length > 0 ? [named(link, by)] : [];
  });
  const on = those('working', 'verifying').map((link) => named(link));
  const ready = those('ready').map((link) => named(link));
  const waiting = those('waiting').map(({ definition }) => definition.no);
  return [
    ...(held.length > 0 ? [PIECES.held(held)] : []),
    ...(on.length > 0 ? [PIECES.on(on)] : []),
    ...(ready.length > 0 ? [PIECES.ready(ready.slice(0, MOST_READY), ready.length)] : []),
    ...(waiting.length > 0 ? [PIECES.waiting(waiting)] : []),
  ];
}

/** With their names; each stands below as well. */
const MOST_READY = 6;
const MOST_HOLDING = 3;

function line(link: ProjectLink, state: LinkState, board: Board, ctx: ViewContext): string {
  const { dot, color } = DOTS[board.taken || state === 'unconcerned' ? state : 'waiting'];
  const on = state === 'working' || state === 'verifying';
  const when = whenText(link, state, board, ctx);
  // With its day beside it, on one line of a phone.
  const length = when === '' ? 16 : 12;
  const name = escapeMarkdown(`${link.definition.no} ${clip(oneLine(link.definition.name), length)}`);
  const text = `${colored(color, dot)} ${on ? `**${name}**` : state === 'unconcerned' ? colored('grey', name) : name}`;
  return when === '' ? text : `${text}　${when}`;
}

/** What is known of its days, in few words. */
function whenText(link: ProjectLink, state: LinkState, board: Board, ctx: ViewContext): string {
  if (!board.taken) return colored('grey', durationText(link.definition.promised));
  const step = plannedStep(board, link);
  const planned = step ? PIECES.plannedShort(short(step.start, ctx), short(step.finish, ctx)) : '';
  switch (state) {
    case 'done':
      return colored('grey', link.finishedOn === null ? '' : short(link.finishedOn, ctx));
    case 'unconcerned':
      return '';
    case 'verifying':
      return colored('orange', '待确认');
    case 'working': {
      if (!link.item) return colored('blue', '在办');
      const light = viewLight(link.item, ctx);
      const due = PIECES.workingUntil(short(link.item.deadline.day, ctx));
      return light.color === 'red' || light.color === 'yellow'
        ? colored(light.color === 'red' ? 'red' : 'orange', PIECES.workingLate(light.why))
        : colored('blue', due);
    }
    case 'ready':
      return colored('blue', ['可办', planned].filter(Boolean).join('，'));
    case 'waiting':
      return planned === '' ? '' : colored('grey', planned);
  }
}

/** 12月3日; with the year in two digits when it is another one: 27年1月5日. */
function short(day: Day, ctx: ViewContext): string {
  const { year, month, day: date } = datePartsOf(day);
  const now = yearOf(ctx);
  return `${year === now ? '' : `${year % 100}年`}${month}月${date}日`;
}
