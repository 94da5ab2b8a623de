/** A plan as a card: what it reaches, what cannot be met, the critical chain, every link by stage. */
import { fitCard } from '../../cards/card-fit.ts';
import type { CardElement, HeaderColor } from '../../cards/element.ts';
import { type Card, card, colored, footnote, hr, markdown, panel } from '../../cards/kit.ts';
import type { Gap } from '../../domain/plan/back-schedule.ts';
import type { Cut } from '../../domain/plan/compress.ts';
import type { DaysOff } from '../../domain/plan/days-off.ts';
import { CONSTRUCTION, type PlannedStep, type PlanPayload, type Stage } from '../../domain/plan/model.ts';
import type { NodeName } from '../../domain/plan/network.ts';
import { type Day, formatDay } from '../../domain/time.ts';
import { provisionalYearText } from '../../text/deadline.ts';
import { clip, escapeMarkdown, oneLine } from '../../text/escape.ts';
import { dayText, yearOf } from '../../text/moments.ts';
import type { ViewContext } from '../../text/view.ts';
import { durationText, type LinkName, linkText, NODE_NAMES, PLAN, SITE_KEPT } from './words.ts';

export interface PlanView {
  title: string;
  subtitle: string;
  color: HeaderColor;
  payload: PlanPayload;
  stages: readonly Stage[];
  /** Code of the stage a link belongs to; null: 施工. */
  stageOf: (code: string) => string | null;
  nameOf: (code: string) => LinkName;
  gaps: readonly Gap[];
  cuts: readonly Cut[];
  daysOff: readonly DaysOff[];
  provisional: readonly number[];
  /** Working days of the critical chain; null: nothing is left of it. */
  chainDays: number | null;
  /** Working days before anything has to begin. */
  reserve: number | null;
  /** Said first: whose consent is missing, what the calendar changed. */
  lead: readonly string[];
  end: readonly CardElement[];
}

const NODES: readonly NodeName[] = ['start', 'production'];

export function planCard(view: PlanView, ctx: ViewContext): Card {
  const { payload } = view;
  const made = card({
    title: view.title,
    subtitle: view.subtitle,
    color: view.color,
    summary: `${view.title} ${nodesText(view, ctx).join('，')}`,
    elements: [
      ...view.lead.map((line) => markdown(escapeMarkdown(line))),
      markdown(nodesText(view, ctx).map(escapeMarkdown).join('<br>')),
      ...view.gaps.map((gap) => markdown(colored('red', `**${escapeMarkdown(gapText(gap, ctx))}**`))),
      ...cutElements(view),
      markdown(escapeMarkdown(chainText(view))),
      ...calendarLines(view, ctx).map((line) => markdown(colored('orange', escapeMarkdown(line)))),
      ...stagePanels(view, ctx),
      ...(payload.construction === null
        ? [footnote('只排到开工；写上“施工 150日”和投产日期就排到投产')]
        : []),
      footnote('日期含首尾两天；余量：还能拖几个工作日而不影响节点'),
      ...(view.end.length > 0 ? [hr, ...view.end] : []),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, PLAN.cut);
}

function nodesText({ payload, reserve }: PlanView, ctx: ViewContext): string[] {
  const lines = NODES.flatMap((node) => {
    const [wanted, reached] = [payload.targets[node], payload.reached[node]];
    if (!wanted) return reached ? [`${NODE_NAMES[node]} ${dayText(reached, ctx)}（由计划推出）`] : [];
    if (!reached || reached === wanted) return [`${NODE_NAMES[node]} ${dayText(wanted, ctx)}`];
    return [`${NODE_NAMES[node]} ${dayText(wanted, ctx)}，按计划 ${dayText(reached, ctx)}`];
  });
  if (reserve !== null && reserve > 0) {
    const first = payload.steps
      .filter((step) => !step.actual)
      .map((step) => step.start)
      .sort()[0];
    if (first) lines.push(`最迟 ${dayText(first, ctx)}动手，离现在还有 ${reserve} 个工作日`);
  }
  return lines;
}

export function gapText({ node, earliest, workingDays }: Gap, ctx: ViewContext): string {
  return `按现在的工期最早 ${dayText(earliest, ctx)}${NODE_NAMES[node]}，晚 ${workingDays} 个工作日`;
}

function cutElements({ cuts, nameOf, gaps }: PlanView): CardElement[] {
  if (cuts.length === 0) return [];
  const lines = cuts.map(
    ({ code, from, to }) => `${linkText(nameOf(code))}：${durationText(from)} → ${durationText(to)}`,
  );
  const title = gaps.length > 0 ? `压缩到最短的 ${cuts.length} 个环节，仍不够` : `压缩 ${cuts.length} 个环节`;
  return [
    markdown([`**${title}**`, ...lines.map((line) => escapeMarkdown(clip(oneLine(line), 60)))].join('<br>')),
    footnote(SITE_KEPT),
  ];
}

function chainText({ payload, nameOf, chainDays }: PlanView): string {
  const chain = payload.critical
    .map(nameOf)
    .map(({ no, name }) => (no === null ? name : `${no} ${clip(oneLine(name), 12)}`));
  if (chain.length === 0) return '关键线路上的环节都已完成。';
  const days = chainDays === null ? '' : `，共 ${chainDays} 个工作日`;
  return `关键线路（拖一天，节点就拖一天${days}）：${chain.join(' → ')}`;
}

function calendarLines({ daysOff, provisional, nameOf }: PlanView, ctx: ViewContext): string[] {
  const style = { year: yearOf(ctx), weekday: false };
  return [
    ...daysOff.map(
      ({ name, first, last, days, code }) =>
        `${name ?? '连休'} ${days} 天（${formatDay(first, style)}至${formatDay(last, style)}）落在${linkText(nameOf(code))}`,
    ),
    ...provisional.map(provisionalYearText),
  ];
}

const MARKS: Record<NonNullable<PlannedStep['actual']> | 'open', string> = {
  done: '✔',
  begun: '▶',
  open: '○',
};

function stagePanels(view: PlanView, ctx: ViewContext): CardElement[] {
  const groups = view.stages.map(({ code, shortName, name }) => ({
    name: shortName || name,
    steps: view.payload.steps.filter((step) => view.stageOf(step.code) === code),
  }));
  const site = view.payload.steps.filter((step) => step.code === CONSTRUCTION);
  // 施工 lies before the last stage, which accepts it.
  const ordered = [...groups.slice(0, -1), { name: '现场施工', steps: site }, ...groups.slice(-1)];
  return ordered
    .filter(({ steps }) => steps.length > 0)
    .map(({ name, steps }) => {
      const done = steps.filter((step) => step.actual === 'done').length;
      const span = `${shortDay(first(steps), ctx)}—${shortDay(last(steps), ctx)}`;
      const lines = steps.map((step) => stepLine(step, view, ctx));
      return panel(`${name} ${done}/${steps.length} · ${span}`, [markdown(lines.join('<br>'))], true);
    });
}

function stepLine(step: PlannedStep, { payload, nameOf }: PlanView, ctx: ViewContext): string {
  const { no, name } = nameOf(step.code);
  const critical = step.actual !== 'done' && (payload.critical.includes(step.code) || step.float === 0);
  const days =
    step.start === step.finish
      ? shortDay(step.start, ctx)
      : `${shortDay(step.start, ctx)}—${shortDay(step.finish, ctx)}`;
  const tail =
    step.actual === 'done'
      ? '已完成'
      : `${durationText(step.duration)} · ${critical ? '关键' : `余量 ${step.float}`}${step.actual ? ' · 在办' : ''}`;
  const head = `${MARKS[step.actual ?? 'open']} ${no === null ? '' : `${no} `}${clip(oneLine(name), 20)}`;
  return `${critical ? `**${escapeMarkdown(head)}**` : escapeMarkdown(head)} ${escapeMarkdown(`${days} ${tail}`)}`;
}

const first = (steps: readonly PlannedStep[]): Day => steps.map((step) => step.start).sort()[0] ?? '';
const last = (steps: readonly PlannedStep[]): Day =>
  steps
    .map((step) => step.finish)
    .sort()
    .at(-1) ?? '';

/** 12.05; with its year when that is another one. */
function shortDay(day: Day, ctx: ViewContext): string {
  const short = `${Number(day.slice(5, 7))}.${Number(day.slice(8))}`;
  return Number(day.slice(0, 4)) === yearOf(ctx) ? short : `${day.slice(0, 4)}.${short}`;
}
