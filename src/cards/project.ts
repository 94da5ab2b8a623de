/** 项目 兴发: one project at a glance; people, units and the problems one by one are a fold away. */
import type { Issue } from '../domain/issue.ts';
import type { Project } from '../domain/model.ts';
import { figuresOf, type YearOfInvestment } from '../domain/plan/investment.ts';
import type { LinkDefinition, ProjectLink, ProjectNode, Stage } from '../domain/plan/model.ts';
import { currentLink, latestUnwatched, nextLinks, stagesOf, worstOf } from '../domain/plan/standing.ts';
import { amountText } from '../domain/project-facts.ts';
import type { Day } from '../domain/time.ts';
import { clip, escapeMarkdown, oneLine } from '../text/escape.ts';
import { linkNo } from '../text/link.ts';
import { dayText, shortInstant, today } from '../text/moments.ts';
import { personName, shortUnitName, unitName } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';
import { SMALL_BUTTONS } from '../text/words.ts';
import { encodeAction, encodePage } from './actions.ts';
import { fitCard } from './card-fit.ts';
import type { CardElement, HeaderTag } from './element.ts';
import { type Counts, figuresLine, worstLight } from './figures.ts';
import { issueRow } from './issue-row.ts';
import {
  button,
  type Card,
  card,
  colored,
  footnote,
  headerTag,
  hr,
  markdown,
  panel,
  smallButtons,
  textBlock,
} from './kit.ts';
import { nodeLines, plannedNodes } from './node-lines.ts';
import { HEADER_COLORS } from './words.ts';
import { NO_LINKS } from './words-links-asked.ts';
import { PROJECT_CARD as WORDS } from './words-project.ts';
import { weatherText } from './words-weather.ts';

export interface ProjectView {
  project: Project;
  /** Of its open problems; of an archived one, of all. */
  counts: Counts;
  /** The most pressing of them. */
  issues: Issue[];
  /** Items of other kinds that are late. */
  late?: Issue[];
  /** With their actual days; from the project alone when left out. */
  nodes?: ProjectNode[];
  links?: ProjectLink[];
  stages?: Stage[];
  /** Finish of each link by the agreed plan. */
  planned?: ReadonlyMap<string, Day>;
  /** Of this year; undefined: nothing is known. */
  investment?: YearOfInvestment | undefined;
  /** Names of its groups. */
  groups?: string[];
  /** Stays on top of a group: says of when it is. */
  asOf?: boolean;
}

function fact(label: string, value: string): string[] {
  return value === '' ? [] : [`${colored('grey', label)}  ${escapeMarkdown(value)}`];
}

function list(names: readonly string[], limit = 12): string {
  return names.slice(0, limit).join('、') + (names.length > limit ? ` 等 ${names.length} 个` : '');
}

function teamLines({ project, groups = [] }: ProjectView, ctx: ViewContext): string[] {
  const person = (id: number | null) => (id === null ? '' : personName(ctx, id));
  const members = project.memberUnitIds
    .filter((id) => id !== project.leadUnitId)
    .map((id) => unitName(ctx, id));
  return [
    ...fact('组长', person(project.leaderId)),
    ...fact('牵头单位', project.leadUnitId === null ? '' : unitName(ctx, project.leadUnitId)),
    ...fact('成员单位', list(members)),
    ...fact('项目秘书', project.secretaryId === null ? '未设' : person(project.secretaryId)),
    ...fact('企业联系人', list(project.contactIds.map((id) => personName(ctx, id)))),
    ...fact('用地', project.land ?? ''),
    ...fact('总投资', project.investTotal === null ? '' : `${amountText(project.investTotal)} 万元`),
    ...(project.greenChannel ? ['绿色通道'] : []),
    ...fact('群', list(groups.map((name) => clip(oneLine(name), 30)))),
  ];
}

/** 兴发集团 · 石盖塘 · 磷化工、新能源 */
function whereLine({ enterprise, park, industries }: Project): string[] {
  const parts = [enterprise ?? '', park ?? '', list(industries, 6)].filter((part) => part !== '');
  return parts.length > 0 ? [parts.map((part) => escapeMarkdown(clip(oneLine(part), 60))).join(' · ')] : [];
}

const NOTE_SHOWN = 3000;

/** What ledgers said of it, a line a column. */
function notePanel({ note }: Project): CardElement[] {
  return note ? [panel(WORDS.note, [textBlock(clip(note, NOTE_SHOWN))])] : [];
}

/** 立项 ●●●○ 3/4 */
function stageLine({ stages = [], links = [] }: ProjectView): string[] {
  const strip = stagesOf(stages, links).map(({ name, done, all }) => {
    const dots =
      all <= 12 ? `${colored('green', '●'.repeat(done))}${colored('grey', '○'.repeat(all - done))} ` : '';
    return `${escapeMarkdown(name)} ${dots}${done}/${all}`;
  });
  return strip.length > 0 ? [strip.join('<br>')] : links.length > 0 ? [] : [NO_LINKS];
}

/** What holds it back now: the problem or link that is longest overdue, red before yellow. */
function heldLine(view: ProjectView, ctx: ViewContext): string[] {
  const { issues, late = [], links = [], planned = new Map() } = view;
  const { calendar } = ctx.directory;
  const { yellowDays } = ctx.directory.rulesFor(view.project.id);
  const worst = worstOf([...issues, ...late], ctx.directory, ctx.now);
  const plain = latestUnwatched(links, planned, today(ctx), calendar);
  const red = plain !== undefined && plain.days > yellowDays;
  const line = (what: string, unitId: number | null, days: number, isRed: boolean) => {
    const unit = unitId === null ? '' : ` · ${escapeMarkdown(shortUnitName(ctx, unitId))}`;
    const overdue = colored(isRed ? 'red' : 'orange', WORDS.overdue(days));
    return [`**${WORDS.held}** ${escapeMarkdown(what)}${unit} · ${overdue}`];
  };
  const named = ({ no, name }: LinkDefinition) => `第${no}环节 ${clip(oneLine(name), 36)}`;
  if (plain && (!worst || (red && (worst.color === 'yellow' || plain.days > worst.days))))
    return line(named(plain.link.definition), plain.link.unitId, plain.days, red);
  if (!worst) return [];
  const { item, days, color } = worst;
  const link = links.find((one) => one.item?.id === item.id)?.definition;
  const what = link ? named(link) : `#${item.id} ${clip(oneLine(item.title), 36)}`;
  return line(what, item.unitId, days, color === 'red');
}

const NEXT_LINKS = 3;

function nextLines({ links = [], planned = new Map() }: ProjectView, ctx: ViewContext): string[] {
  const next = nextLinks(links, planned).slice(0, NEXT_LINKS);
  if (next.length === 0) return [];
  const rows = next.map(({ link, due }) => {
    const { no, name } = link.definition;
    const unit = link.unitId === null ? '' : ` · ${escapeMarkdown(shortUnitName(ctx, link.unitId))}`;
    // A day that is over is not a day to come: it is said, unless the clock stands still (挂账).
    const over = due < today(ctx) && link.item?.status !== 'paused';
    const late = over ? ctx.directory.calendar.workingDaysBetween(due, today(ctx)) : 0;
    const overdue = late > 0 ? ` · ${colored('orange', WORDS.overdue(late))}` : '';
    return `第${no}环节 ${escapeMarkdown(clip(oneLine(name), 24))} · ${escapeMarkdown(dayText(due, ctx))}${unit}${overdue}`;
  });
  return [`**${WORDS.next}**`, ...rows];
}

function investmentLine({ investment }: ProjectView): string[] {
  if (!investment) return [];
  const figures = figuresOf(investment);
  if (figures.planned === null && figures.actual === 0) return [];
  return [escapeMarkdown(WORDS.investment(figures))];
}

function tagsOf({ level, bucket, weather }: Project): HeaderTag[] {
  return [
    ...(weather ? [headerTag(weatherText(weather), WEATHER_COLORS[weather])] : []),
    ...(level ? [headerTag(level, 'blue')] : []),
    ...(bucket ? [headerTag(bucket, 'neutral')] : []),
  ];
}

const WEATHER_COLORS = { sun: 'green', cloud: 'yellow', rain: 'red' } as const;

function buttonsOf(view: ProjectView): CardElement[] {
  const name = clip(oneLine(view.project.name), 60);
  const say = (label: string, word: string) =>
    button(label, encodeAction({ do: 'answer', command: `${word} ${name}` }));
  const { links = [], planned = new Map() } = view;
  const current = currentLink(links, planned)?.definition;
  return smallButtons([
    ...(links.length > 0 ? [say(WORDS.map, '导航图'), say(WORDS.board, '挂图')] : []),
    say(SMALL_BUTTONS.list, '清单'),
    ...(current ? [say(linkNo(current), linkNo(current))] : []),
    button(SMALL_BUTTONS.history, encodeAction({ do: 'answer', command: `项目 ${name} 历史` })),
  ]);
}

export function projectCard(view: ProjectView, ctx: ViewContext): Card {
  const { project, counts } = view;
  if (project.archived) return archivedCard(view, ctx);
  const block = (lines: string[]) => (lines.length > 0 ? [markdown(lines.join('<br>'))] : []);
  const team = teamLines(view, ctx);
  const name = oneLine(project.name);
  const light = counts.total === 0 ? 'green' : worstLight(counts);
  const made = card({
    title: name,
    color: project.weather === 'rain' ? 'red' : HEADER_COLORS[light],
    tags: tagsOf(project),
    summary: `${name}：未销号 ${counts.total} 件`,
    elements: [
      ...block(whereLine(project)),
      ...block(nodeLines(view.nodes ?? plannedNodes(project), ctx)),
      ...block(stageLine(view)),
      ...block(heldLine(view, ctx)),
      markdown(counts.total === 0 ? '没有未销号的问题' : figuresLine(counts), 'heading'),
      ...block(nextLines(view, ctx)),
      ...block(investmentLine(view)),
      ...buttonsOf(view),
      ...(view.issues.length > 0
        ? [
            panel(WORDS.open(counts.total), [
              ...view.issues.map((issue) => issueRow(issue, ctx)),
              ...(counts.total > view.issues.length
                ? [footnote(WORDS.more(counts.total - view.issues.length))]
                : []),
            ]),
          ]
        : []),
      ...(team.length > 0 ? [panel(WORDS.team, [markdown(team.join('<br>'))])] : []),
      ...notePanel(project),
      ...(view.asOf ? [footnote(WORDS.asOf(shortInstant(ctx.now, ctx)))] : []),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…（其余请发“清单”查看）');
}

/** Ended: what is left to read. */
function archivedCard(view: ProjectView, ctx: ViewContext): Card {
  const { project, counts } = view;
  const { archived } = project;
  const name = clip(oneLine(project.name), 60);
  const by = archived ? personName(ctx, archived.byId) : '';
  const closed = encodePage({ projectIds: [project.id], statuses: ['closed'] }, 1);
  const made = card({
    title: oneLine(project.name),
    color: 'grey',
    tags: [headerTag(WORDS.archivedTag, 'neutral')],
    summary: `${oneLine(project.name)}：${WORDS.archivedTag}`,
    elements: [
      markdown(
        escapeMarkdown(archived ? WORDS.archived(shortInstant(archived.at, ctx), by, archived.reason) : ''),
      ),
      markdown(figuresLine(counts)),
      hr,
      markdown(
        [
          ...whereLine(project),
          ...nodeLines(view.nodes ?? plannedNodes(project), ctx),
          ...teamLines(view, ctx),
        ].join('<br>'),
      ),
      ...notePanel(project),
      ...smallButtons([
        button(SMALL_BUTTONS.history, encodeAction({ do: 'answer', command: `项目 ${name} 历史` })),
        ...(closed && counts.total > 0 ? [button(WORDS.closedList, closed)] : []),
      ]),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…');
}
