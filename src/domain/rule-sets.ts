/** Rule sets of 红黄牌 as data: by which a unit or project gets a yellow or a red card at the end of the month. Pure. */
import type { RuleSetName } from './model.ts';

export type RuleSetRule =
  /** Units with yellow or red problems, as their lights are. */
  | { by: 'light' }
  /** 达序时: units by the share of what should be done by now that is done; below, in percent. */
  | { by: 'pace'; yellowBelow: number; redBelow: number }
  /** 欠进度: projects with an agreed plan by how far they lag behind it; from, in percentage points. */
  | { by: 'behind'; yellowFrom: number; redFrom: number };

export interface RuleSet {
  name: RuleSetName;
  rule: RuleSetRule;
}

export const RULE_SETS: readonly RuleSet[] = [
  { name: '本系统默认', rule: { by: 'light' } },
  { name: '达序时', rule: { by: 'pace', yellowBelow: 80, redBelow: 60 } },
  { name: '欠进度', rule: { by: 'behind', yellowFrom: 10, redFrom: 30 } },
];
export const RULE_SET_NAMES: readonly RuleSetName[] = RULE_SETS.map(({ name }) => name);

/** The set of this name; a name nobody knows any more is the default. */
export function ruleSetOf(name: RuleSetName | undefined): RuleSet {
  const [standard] = RULE_SETS;
  const found = RULE_SETS.find((one) => one.name === name) ?? standard;
  if (!found) throw new Error('no rule set');
  return found;
}

/** The set somebody names; undefined: none, or several fit. */
export function readRuleSet(text: string): RuleSetName | undefined {
  const words = text.trim().replace(/(?:规则集?|规则)$/, '');
  if (words === '默认' || words === '系统默认') return '本系统默认';
  return RULE_SET_NAMES.find((name) => name === words);
}

export type CardColor = 'red' | 'yellow';

/** The colour for so many of so many done that should be; null: none. Of nothing there is none. */
export function paceColor(
  done: number,
  due: number,
  { yellowBelow, redBelow }: { yellowBelow: number; redBelow: number },
): CardColor | null {
  if (due === 0) return null;
  if (done * 100 < redBelow * due) return 'red';
  return done * 100 < yellowBelow * due ? 'yellow' : null;
}

/** The colour for so many steps done where so many should be, of `all`; null: none. */
export function behindColor(
  done: number,
  planned: number,
  all: number,
  { yellowFrom, redFrom }: { yellowFrom: number; redFrom: number },
): CardColor | null {
  if (all === 0) return null;
  const lag = (planned - done) * 100;
  if (lag >= redFrom * all) return 'red';
  return lag >= yellowFrom * all ? 'yellow' : null;
}
