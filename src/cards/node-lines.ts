/** How far away the nodes (节点) of a project are, a line each. */
import type { Project } from '../domain/model.ts';
import type { ProjectNode } from '../domain/plan/model.ts';
import { PRODUCTION_NODE, START_NODE } from '../domain/plan/nodes.ts';
import { type Day, formatDay } from '../domain/time.ts';
import { escapeMarkdown } from '../text/escape.ts';
import { countdownText, FRESHLY_PAST_DAYS, pastText, yearOf } from '../text/moments.ts';
import type { ViewContext } from '../text/view.ts';
import { colored } from './kit.ts';
import { PROJECT_CARD } from './words-project.ts';

/**
 * 开工 2027年3月1日 还有 99 天（68 个工作日）; nodes of a project, as far as they are set. One that is past says so.
 * @param shown.longPast those that were over weeks ago, too
 */
export function nodeLines(
  nodes: readonly ProjectNode[],
  ctx: ViewContext,
  { longPast = true }: { longPast?: boolean } = {},
): string[] {
  const date = (day: Day) => formatDay(day, { year: yearOf(ctx), weekday: false });
  return nodes.flatMap(({ name, plannedOn, actualOn }) => {
    const label = colored('grey', escapeMarkdown(name));
    const since = actualOn === null ? undefined : pastText(actualOn, ctx);
    if (since && !longPast && since.days > FRESHLY_PAST_DAYS) return [];
    if (actualOn !== null) return [`${label}  ${escapeMarkdown(PROJECT_CARD.happened(date(actualOn)))}`];
    if (plannedOn === null) return [];
    const past = pastText(plannedOn, ctx);
    if (past && !longPast && past.days > FRESHLY_PAST_DAYS) return [];
    const countdown = countdownText(plannedOn, ctx);
    const tail = past ? escapeMarkdown(past.text) : countdown ? ` ${escapeMarkdown(countdown)}` : '';
    return [`${label}  ${escapeMarkdown(date(plannedOn))}${tail}`];
  });
}

/** 开工 and 投产 as the project itself tells them. */
export function plannedNodes({ startOn, productionOn }: Project): ProjectNode[] {
  return [
    { name: START_NODE, plannedOn: startOn, actualOn: null },
    { name: PRODUCTION_NODE, plannedOn: productionOn, actualOn: null },
  ];
}
