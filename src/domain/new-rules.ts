/** New rules an administrator or secretary asks for: what they change, and whether they can hold. */
import type { Directory } from './directory.ts';
import type { Rules } from './model.ts';
import type { RuleProblem } from './rules.ts';
import { checkRules, mergeRules } from './rules.ts';

/** New rules of the deployment, or of one project. */
export interface NewRules {
  projectId: number | null;
  rules: Rules;
}

/** What the rules of a project would be under `change`; undefined when it does not concern the project. */
export function rulesUnder(
  change: NewRules,
  projectId: number | null,
  directory: Directory,
): Rules | undefined {
  if (change.projectId !== null) return projectId === change.projectId ? change.rules : undefined;
  return mergeRules(change.rules, projectId === null ? null : directory.project(projectId)?.rules);
}

/** What is wrong with `change`, there or in a project whose own rules no longer fit the deployment's. */
export function checkNewRules(
  change: NewRules,
  directory: Directory,
): { problem: RuleProblem; projectId: number | null } | undefined {
  const problem = checkRules(change.rules);
  if (problem) return { problem, projectId: null };
  if (change.projectId !== null) return undefined;
  for (const project of directory.data.projects) {
    if (!project.rules) continue;
    const own = checkRules(mergeRules(change.rules, project.rules));
    if (own) return { problem: own, projectId: project.id };
  }
  return undefined;
}
