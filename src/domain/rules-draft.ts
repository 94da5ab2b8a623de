/** What waits behind the preview of new rules. */

import type { Directory } from './directory.ts';
import type { Issue } from './issue.ts';
import { type LightColor, lightOf } from './lights.ts';
import type { NewRules } from './new-rules.ts';
import { rulesUnder } from './new-rules.ts';
import type { Instant } from './time.ts';

export interface RulesDraft extends NewRules {
  /** Running issues get them, too. */
  running: boolean;
}

/** The light of a running issue under its own rules and under the new ones; undefined when they do not concern it. */
export function compareLights(
  issue: Issue,
  change: NewRules,
  { directory, now }: { directory: Directory; now: Instant },
): { now: LightColor; under: LightColor } | undefined {
  const rules = rulesUnder(change, issue.projectId, directory);
  if (!rules) return undefined;
  const under = lightOf({ ...issue, rules }, directory, now).color;
  return { now: lightOf(issue, directory, now).color, under };
}
