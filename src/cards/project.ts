/** 项目 兴发: one project at a glance; 项目: all of them, most pressing first. */
import type { Issue } from '../domain/issue.ts';
import type { Project } from '../domain/model.ts';
import { formatDay } from '../domain/time.ts';
import { clip, escapeMarkdown, oneLine } from '../text/escape.ts';
import { countdownText, FRESHLY_PAST_DAYS, pastText, yearOf } from '../text/moments.ts';
import { personName, unitName } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';
import { SMALL_BUTTONS } from '../text/words.ts';
import { encodeAction } from './actions.ts';
import { fitCard } from './card-fit.ts';
import type { CardElement } from './element.ts';
import { type Counts, figuresLine, worstLight } from './figures.ts';
import { issueSections } from './issue-sections.ts';
import {
  button,
  type Card,
  card,
  colored,
  footnote,
  hr,
  markdown,
  rowWithButton,
  smallButtons,
} from './kit.ts';
import { HEADER_COLORS, LIGHT_DOTS } from './words.ts';

export interface ProjectView {
  project: Project;
  /** Of its open problems. */
  counts: Counts;
  /** The most pressing of them. */
  issues: Issue[];
}

/**
 * 开工 2027年3月1日 还有 99 天（68 个工作日）; both nodes of a project, as far as they are set. One that is past says so.
 * @param shown.longPast those that were over weeks ago, too
 */
export function nodeLines(
  project: Project,
  ctx: ViewContext,
  { longPast = true }: { longPast?: boolean } = {},
): string[] {
  const nodes = [
    ['开工', project.startOn],
    ['投产', project.productionOn],
  ] as const;
  return nodes.flatMap(([name, day]) => {
    if (day === null) return [];
    const past = pastText(day, ctx);
    if (past && !longPast && past.days > FRESHLY_PAST_DAYS) return [];
    const countdown = countdownText(day, ctx);
    const tail = past ? escapeMarkdown(past.text) : countdown ? ` ${escapeMarkdown(countdown)}` : '';
    return [
      `${colored('grey', name)}  ${escapeMarkdown(formatDay(day, { year: yearOf(ctx), weekday: false }))}${tail}`,
    ];
  });
}

function fact(label: string, value: string): string[] {
  return value === '' ? [] : [`${colored('grey', label)}  ${escapeMarkdown(value)}`];
}

function teamLines(project: Project, ctx: ViewContext): string[] {
  const person = (id: number | null) => (id === null ? '' : personName(ctx, id));
  const members = project.memberUnitIds
    .filter((id) => id !== project.leadUnitId)
    .map((id) => unitName(ctx, id));
  const list = (names: string[]) =>
    names.slice(0, 12).join('、') + (names.length > 12 ? ` 等 ${names.length} 家` : '');
  return [
    ...fact('企业', project.enterprise ?? ''),
    ...fact('组长', person(project.leaderId)),
    ...fact('牵头单位', project.leadUnitId === null ? '' : unitName(ctx, project.leadUnitId)),
    ...fact('成员单位', list(members)),
    ...fact('项目秘书', project.secretaryId === null ? '未设' : person(project.secretaryId)),
    ...fact('企业联系人', list(project.contactIds.map((id) => personName(ctx, id)))),
  ];
}

export function projectCard(view: ProjectView, ctx: ViewContext): Card {
  const { project, counts } = view;
  const nodes = nodeLines(project, ctx);
  const facts = [...teamLines(project, ctx), ...(project.greenChannel ? ['绿色通道'] : [])];
  const made = card({
    title: oneLine(project.name),
    color: counts.total === 0 ? 'green' : HEADER_COLORS[worstLight(counts)],
    summary: `${oneLine(project.name)}：未销号 ${counts.total} 件`,
    elements: [
      markdown(counts.total === 0 ? '没有未销号的问题' : figuresLine(counts), 'heading'),
      ...(nodes.length > 0 ? [markdown(nodes.join('<br>'))] : []),
      ...(facts.length > 0 ? [markdown(facts.join('<br>'))] : []),
      ...(view.issues.length > 0
        ? [hr, ...issueSections([{ title: '未销号', issues: view.issues, total: counts.total }], ctx)]
        : []),
      ...smallButtons([
        button(
          SMALL_BUTTONS.list,
          encodeAction({ do: 'answer', command: `清单 ${clip(oneLine(project.name), 60)}` }),
        ),
      ]),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…（其余请发“清单”查看）');
}

const PROJECT_ROWS = 25;

/** @param rows most pressing first; 25 are shown */
export function projectsCard(
  rows: readonly Pick<ProjectView, 'project' | 'counts'>[],
  ctx: ViewContext,
): Card {
  const shown: CardElement[] = rows.slice(0, PROJECT_ROWS).map(({ project, counts }) => {
    const light = counts.total === 0 ? 'green' : worstLight(counts);
    const dot = colored(HEADER_COLORS[light], LIGHT_DOTS[light]);
    const second = counts.total === 0 ? '没有未销号的问题' : figuresLine(counts);
    const text = `${dot} **${escapeMarkdown(clip(oneLine(project.name), 36))}**<br>${second}`;
    const command = `项目 ${clip(oneLine(project.name), 100)}`;
    return rowWithButton(
      [markdown(text)],
      button(SMALL_BUTTONS.show, encodeAction({ do: 'answer', command })),
    );
  });
  const left = rows.length - shown.length;
  const made = card({
    title: `项目 ${rows.length} 个`,
    color: 'default',
    summary: `项目 ${rows.length} 个`,
    elements: [
      ...(shown.length > 0 ? shown : [footnote('还没有项目。发“项目 新建 名称”添加。')]),
      ...(left > 0 ? [footnote(`另有 ${left} 个，发“项目 名称”查看`)] : []),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…（其余请发“项目 名称”查看）');
}
