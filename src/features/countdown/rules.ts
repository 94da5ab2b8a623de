/** 倒计时: how far away the nodes of a project are. Pure. */
import { countdownOf } from '../../domain/digest.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Project } from '../../domain/model.ts';
import type { ProjectNode } from '../../domain/plan/model.ts';
import { PRODUCTION_NODE, START_NODE } from '../../domain/plan/nodes.ts';
import { type Day, daysBetween } from '../../domain/time.ts';

export type NodeName = 'start' | 'production';

/** Of the two that every project has, or added under a name of its own. */
type Node = { node: NodeName; name?: undefined } | { name: string; node?: undefined };

export type NodeState = Node &
  (
    | { state: 'unset' }
    | { state: 'happened'; day: Day }
    /** Calendar days since. */
    | { state: 'passed'; day: Day; days: number }
    /** 0: today. */
    | { state: 'ahead'; day: Day; days: number; workingDays: number }
  );

/** 开工 and 投产, counted as the group's digest counts them; then those the project added. */
export function nodeStates(
  project: Project,
  directory: Directory,
  today: Day,
  nodes: readonly ProjectNode[] = [],
): NodeState[] {
  const ahead = countdownOf(project, directory, today);
  const both = [
    ['start', START_NODE, project.startOn],
    ['production', PRODUCTION_NODE, project.productionOn],
  ] as const;
  const main = both.map(([node, name, day]): NodeState => {
    const actual = nodes.find((one) => one.name === name)?.actualOn ?? null;
    if (actual !== null) return { node, state: 'happened', day: actual };
    if (day === null) return { node, state: 'unset' };
    const left = ahead.find((one) => one.node === node);
    return left ? { ...left, state: 'ahead' } : { node, state: 'passed', day, days: daysBetween(day, today) };
  });
  return [...main, ...nodes.flatMap((node) => addedState(node, directory, today))];
}

function addedState(
  { name, plannedOn, actualOn }: ProjectNode,
  { calendar }: Directory,
  today: Day,
): NodeState[] {
  if (name === START_NODE || name === PRODUCTION_NODE) return [];
  if (actualOn !== null) return [{ name, state: 'happened', day: actualOn }];
  if (plannedOn === null) return [];
  const days = daysBetween(today, plannedOn);
  if (days < 0) return [{ name, state: 'passed', day: plannedOn, days: -days }];
  return [
    {
      name,
      state: 'ahead',
      day: plannedOn,
      days,
      workingDays: calendar.workingDaysBetween(today, plannedOn),
    },
  ];
}
