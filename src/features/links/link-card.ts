/** 第N环节: what, with which papers, where and with whom, in one card; buttons for what comes next. */

import { encodeAction, encodeOwn, encodeOwnForm } from '../../cards/actions.ts';
import { fitCard } from '../../cards/card-fit.ts';
import type { Button, CardElement, HeaderColor } from '../../cards/element.ts';
import {
  button,
  buttonRows,
  type Card,
  card,
  colored,
  footnote,
  headerTag,
  hr,
  markdown,
  smallButtons,
} from '../../cards/kit.ts';
import { viewLight } from '../../cards/light.ts';
import { LIGHT_NAMES } from '../../cards/words.ts';
import { reasonText, WEATHER_NAMES, WEATHER_SIGNS } from '../../cards/words-weather.ts';
import type { Issue } from '../../domain/issue.ts';
import { daysUsed, durationText } from '../../domain/plan/link-rules.ts';
import { isTicked } from '../../domain/plan/link-state.ts';
import type { LinkState, ProjectLink } from '../../domain/plan/model.ts';
import type { LinkWeather } from '../../domain/plan/weather.ts';
import { dayOf } from '../../domain/time.ts';
import { clip, escapeMarkdown, oneLine } from '../../text/escape.ts';
import { dayText } from '../../text/moments.ts';
import { personName, shortProjectName, shortUnitName, unitName } from '../../text/names.ts';
import { BUTTONS } from '../../text/words.ts';
import {
  DEFER_FORM,
  FINISH,
  PROBLEM_FORM,
  SHOW,
  SHOW_MAP,
  SHOW_MATERIALS,
  SHOW_PARTS,
  START,
} from './kinds.ts';
import { DOTS } from './map-card.ts';
import { plannedStep, stateIn } from './store.ts';
import type { LinkView } from './view.ts';
import {
  BUTTON_WORDS,
  isUnconfirmed,
  LINK_STATES,
  LINKS,
  linkNo,
  linkTitle,
  MATERIAL_WORDS,
  PIECES,
} from './words.ts';

const COLORS: Record<LinkState, HeaderColor> = {
  waiting: 'default',
  ready: 'blue',
  working: 'blue',
  verifying: 'orange',
  done: 'green',
  unconcerned: 'grey',
};

const { labels } = LINKS;

/** @param lead what was asked of it, told first */
export function linkCard(view: LinkView, lead: readonly string[] = []): Card {
  const { board, link, ctx } = view;
  const { definition } = link;
  const state = stateIn(view.board, view.link);
  const stage = board.basis.stages.find((one) => one.code === definition.stage)?.name ?? '';
  const project = board.project ? `${shortProjectName(ctx, board.project.id)} · ` : '';
  const title = linkTitle(definition);
  const made = card({
    title,
    subtitle: `${project}${stage}`,
    color: COLORS[state],
    tags: [
      ...(board.taken ? [headerTag(LINK_STATES[state], state === 'done' ? 'green' : 'blue')] : []),
      ...(isUnconfirmed(definition) ? [headerTag(LINKS.unconfirmed, 'orange')] : []),
    ],
    summary: title,
    elements: [
      ...(lead.length > 0 ? [markdown(lead.join('<br>')), hr] : []),
      ...(board.taken
        ? []
        : [footnote(board.project ? LINKS.notTaken(board.basis.name) : LINKS.noProject(board.basis.name))]),
      markdown(
        facts(view, state)
          .map(([label, text]) => `**${label}**　${text}`)
          .join('<br>'),
      ),
      markdown(
        [`**${labels.materials}**　${colored('grey', thereText(view))}`, ...materialLines(view)].join('<br>'),
      ),
      ...blockLines(view),
      ...(isUnconfirmed(definition) ? [footnote(LINKS.unconfirmedNote)] : []),
      ...buttonsOf(view, state),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, LINKS.cut);
}

/** One line each, in the order people ask. */
function facts(view: LinkView, state: LinkState): [string, string][] {
  const { board, link, ctx } = view;
  const { definition } = link;
  const unit = link.unitId === null ? undefined : ctx.directory.unit(link.unitId);
  const contactId = link.contactId ?? unit?.coordinatorId ?? unit?.headId ?? null;
  const who = unit
    ? `${escapeMarkdown(unit.name)}　${contactId === null ? LINKS.noContact : escapeMarkdown(personName(ctx, contactId))}`
    : colored('orange', LINKS.noUnit);
  const place = definition.place ?? (unit ? LINKS.ownCounter(shortUnitName(ctx, unit.id)) : LINKS.noPlace);
  const output = definition.output ? PIECES.output(definition.output) : '';
  return [
    [labels.task, escapeMarkdown(clip(oneLine(`${definition.task.replace(/。$/, '')}${output}`), 160))],
    [labels.place, escapeMarkdown(clip(oneLine(place), 60))],
    [labels.who, who],
    [labels.time, timeText(view)],
    ...(board.taken ? [[labels.state, stateText(view, state)] as [string, string]] : []),
    ...(view.weather && state !== 'done' && state !== 'unconcerned'
      ? [[labels.weather, weatherText(view, view.weather)] as [string, string]]
      : []),
    ...(link.subUnits
      ? [[labels.parts, `已完成 ${link.subUnits.done}/${link.subUnits.total}`] as [string, string]]
      : []),
    [labels.fee, escapeMarkdown(clip(oneLine(definition.fee), 80)) || LINKS.none],
    [labels.order, orderText(view)],
  ];
}

/** ⛅ 有风险：前一环节晚了. */
function weatherText({ board }: LinkView, weather: LinkWeather): string {
  const rows = board.links.map(({ definition }) => definition);
  const text = `${WEATHER_NAMES[weather.weather]}：${escapeMarkdown(reasonText(weather, rows))}`;
  const sign = WEATHER_SIGNS[weather.weather];
  return `${sign} ${weather.weather === 'rain' ? colored('red', text) : text}`;
}

/** 法定 20个工作日 · 承诺 7个工作日 · 已用 3个工作日. */
function timeText({ link, ctx }: LinkView): string {
  const { statutory, promised } = link.definition;
  const used = daysUsed(link, dayOf(ctx.now, ctx.directory.settings.timeZone), ctx.directory);
  const over = used !== null && promised.unit !== 'same-day' && used.n > promised.n;
  const usedText = used && PIECES.used(durationText(used));
  return [
    ...(statutory ? [PIECES.statutory(durationText(statutory))] : [PIECES.noStatutory]),
    PIECES.promised(durationText(promised)),
    ...(usedText ? [over ? colored('red', usedText) : usedText] : []),
  ].join(' · ');
}

function stateText({ link, ctx, board }: LinkView, state: LinkState): string {
  const { item } = link;
  const step = plannedStep(board, link);
  const planned = step ? PIECES.planned(dayText(step.start, ctx), dayText(step.finish, ctx)) : '';
  const dot = colored(DOTS[state].color, DOTS[state].dot);
  const begun = link.startedOn === null ? '' : PIECES.begun(dayText(link.startedOn, ctx));
  switch (state) {
    case 'done':
      return `${dot} ${LINK_STATES.done}${link.finishedOn === null ? '' : `，${dayText(link.finishedOn, ctx)}`}`;
    case 'verifying':
      return `${dot} ${PIECES.reported(escapeMarkdown(personName(ctx, item?.doneBy ?? null)), link.reportedOn === null ? '' : dayText(link.reportedOn, ctx))}`;
    case 'working': {
      if (!item) return `${dot} ${LINK_STATES.working}${begun}`;
      const light = viewLight(item, ctx);
      const late = light.color === 'red' || light.color === 'yellow';
      const due = PIECES.due(dayText(item.deadline.day, ctx));
      return `${dot} ${LINK_STATES.working}${begun}${due}${light.why ? `，${late ? colored('red', light.why) : light.why}` : ''}（#${item.id}）`;
    }
    case 'unconcerned':
      return `${dot} ${LINK_STATES.unconcerned}：${escapeMarkdown(clip(oneLine(link.unconcerned?.reason ?? ''), 80))}`;
    default:
      return `${dot} ${LINK_STATES[state]}${planned}`;
  }
}

function orderText({ board, link, ctx: _ctx }: LinkView): string {
  const named = (one: ProjectLink) => {
    const { dot, color } = DOTS[stateIn(board, one)];
    return `${board.taken ? `${colored(color, dot)}` : ''}${one.definition.no} ${escapeMarkdown(clip(oneLine(one.definition.synonyms[0] ?? one.definition.name), 10))}`;
  };
  const before = link.definition.dependencies.flatMap(({ on, hard }) => {
    const one = board.byCode.get(on);
    return one ? [`${named(one)}${hard ? '' : PIECES.soft}`] : [];
  });
  const after = board.links
    .filter((one) => one.definition.dependencies.some(({ on }) => on === link.definition.code))
    .map(named);
  return PIECES.order(before.join('、') || LINKS.none, after.join('、') || LINKS.none);
}

function thereText({ board, link }: LinkView): string {
  const { materials } = link.definition;
  if (materials.length === 0) return LINKS.noMaterials;
  if (!board.taken) return `${materials.length} 项`;
  const there = materials.filter((material) => isTicked(link, material, board.byCode) !== null).length;
  return MATERIAL_WORDS.progress(there, materials.length);
}

/** Numbered, for people say 材料 第11环节 1 3; what another link brings is grey. */
export function materialLines({ board, link, deferrals, ctx }: LinkView): string[] {
  return link.definition.materials.map((material, at) => {
    const ticked = board.taken ? isTicked(link, material, board.byCode) : null;
    const producer = material.producedBy === null ? undefined : board.byCode.get(material.producedBy);
    const promised = deferrals.find((item) => item.text === material.name);
    const name = escapeMarkdown(`${at + 1}. ${clip(oneLine(material.name), 40)}`);
    const notes = [
      ...(producer && producer.definition.code !== link.definition.code
        ? [LINKS.byLink(linkNo(producer.definition))]
        : []),
      ...(promised
        ? [promiseText(promised, ctx)]
        : material.deferrable && ticked === null
          ? [LINKS.deferrable]
          : []),
    ];
    const note = notes.length > 0 ? colored(promised ? 'orange' : 'grey', `（${notes.join('，')}）`) : '';
    if (ticked === 'by-link')
      return colored('grey', `☑ ${name}${notes.length > 0 ? `（${notes.join('，')}）` : ''}`);
    return `${ticked === null ? '☐' : colored('green', '☑')} ${name}${note}`;
  });
}

function promiseText(item: Issue, ctx: ViewCtx): string {
  return `容缺 #${item.id}，${escapeMarkdown(shortUnitName(ctx, item.unitId))} ${dayText(item.deadline.day, ctx)}前`;
}

type ViewCtx = LinkView['ctx'];

function blockLines({ blocks, ctx }: LinkView): CardElement[] {
  if (blocks.length === 0) return [];
  const lines = blocks.slice(0, 5).map((issue) => {
    const light = viewLight(issue, ctx);
    const color = light.color === 'red' ? 'red' : light.color === 'yellow' ? 'orange' : 'grey';
    const why =
      light.color === 'done'
        ? ''
        : `（${LIGHT_NAMES[light.color]}${light.why ? ` ${light.why}` : ''}，${unitName(ctx, issue.unitId)}）`;
    return `#${issue.id} ${escapeMarkdown(clip(oneLine(issue.title), 40))}${colored(color, escapeMarkdown(why))}`;
  });
  const more =
    blocks.length > lines.length ? [colored('grey', PIECES.more(blocks.length - lines.length))] : [];
  return [hr, markdown([`**${labels.blocks}**`, ...lines, ...more].join('<br>'))];
}

function buttonsOf(view: LinkView, state: LinkState): CardElement[] {
  const { board, link, works, confirms } = view;
  const projectId = board.project?.id ?? 0;
  const at = { projectId, code: link.definition.code };
  const main: Button[] = [];
  const open = state === 'ready' || state === 'waiting' || state === 'working';
  if (works && (state === 'ready' || state === 'waiting'))
    main.push(
      button(BUTTON_WORDS.start, encodeOwn(START, at), state === 'ready' ? { type: 'primary_filled' } : {}),
    );
  if (works && open)
    main.push(
      button(BUTTON_WORDS.finish, encodeOwn(FINISH, { ...at, day: null, allThere: false }), {
        type: state === 'working' ? 'primary_filled' : 'default',
        confirm: {
          title: PIECES.askFinish(linkNo(link.definition)),
          text: PIECES.finishToday(linkNo(link.definition)),
        },
      }),
    );
  if (link.item && confirms) {
    const issue = { issueId: link.item.id, seen: link.item.version };
    main.push(
      button(
        BUTTONS.confirmed,
        encodeAction({ do: 'verb', verb: 'verify', ...issue, args: { confirmed: true } }),
        { type: 'primary_filled' },
      ),
      button(BUTTONS.refuted, encodeAction({ do: 'open-form', form: 'refute', ...issue }), {
        type: 'danger',
      }),
    );
  }
  const small: Button[] = [
    ...(link.definition.materials.length > 0
      ? [button(BUTTON_WORDS.materials, encodeOwn(SHOW_MATERIALS, at))]
      : []),
    ...(link.subUnits ? [button(BUTTON_WORDS.parts, encodeOwn(SHOW_PARTS, at))] : []),
    ...(works && open && link.definition.materials.some(({ deferrable }) => deferrable)
      ? [button(BUTTON_WORDS.defer, encodeOwnForm('open-form', DEFER_FORM, at))]
      : []),
    ...(board.project && state !== 'done' && state !== 'unconcerned'
      ? [button(BUTTON_WORDS.problem, encodeOwnForm('open-form', PROBLEM_FORM, at))]
      : []),
    button(BUTTON_WORDS.map, encodeOwn(SHOW_MAP, { projectId })),
    ...neighbours(view).map((one) =>
      button(linkNo(one.definition), encodeOwn(SHOW, { projectId, code: one.definition.code })),
    ),
  ];
  return [...(main.length > 0 ? [hr, ...buttonRows(main)] : [hr]), ...smallButtons(small)];
}

/** The links before and after by number: for paging through. */
function neighbours({ board, link }: LinkView): ProjectLink[] {
  const at = board.links.findIndex((one) => one.definition.code === link.definition.code);
  return [board.links[at - 1], board.links[at + 1]].flatMap((one) => one ?? []);
}
