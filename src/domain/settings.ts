/** Settings an administrator changes in chat: their Chinese keys, what they accept, where they go. */
import { DEFAULT_BULLETIN, DEFAULT_RULES, type Settings } from './model.ts';
import { RULE_SET_NAMES, readRuleSet } from './rule-sets.ts';
import { completeRules, RULE_LIMITS, type RuleNumber } from './rules.ts';

export const DEFAULT_SETTINGS: Omit<Settings, 'timeZone'> = {
  hours: { start: '09:00', end: '17:30' },
  quiet: { from: '20:00', until: '08:00' },
  limitDays: 5,
  unroutedClock: '17:00',
  urgentApp: false,
  undoMinutes: 2,
  staleMinutes: 10,
  boardHours: 12,
  rules: DEFAULT_RULES,
  bulletin: DEFAULT_BULLETIN,
};

/** Why a setting cannot be taken. `keys`: those there are; `least`, `most`: both allowed. */
export type SettingProblem =
  | { code: 'unknown-key'; keys: readonly string[] }
  | { code: 'not-a-time' }
  | { code: 'not-a-count'; least: number; most: number }
  | { code: 'not-a-switch' }
  | { code: 'not-a-choice'; choices: readonly string[] };

export type SettingReading =
  | { ok: true; key: string; value: unknown }
  | { ok: false; problem: SettingProblem };

interface SettingSpec {
  /** Path in Settings, as stored in the setting table. */
  path: string;
  read: (text: string) => unknown;
  /** What is wrong with a value it does not accept. */
  problem: SettingProblem;
}

const clock = (path: string): SettingSpec => ({
  path,
  problem: { code: 'not-a-time' },
  read(text) {
    const match = /^(\d{1,2})[::点时](\d{2})?分?$/.exec(text.trim());
    if (!match || Number(match[1]) > 23 || Number(match[2] ?? 0) > 59) return undefined;
    const [, hour = '', minute = '00'] = match;
    return `${hour.padStart(2, '0')}:${minute}`;
  },
});

const count = (path: string, least: number, most: number): SettingSpec => ({
  path,
  problem: { code: 'not-a-count', least, most },
  read(text) {
    const match = /^(\d{1,4})\s*(个工作日|工作日|天|日|个小时|小时|分钟|次|件|%)?$/.exec(text.trim());
    const value = match ? Number(match[1]) : Number.NaN;
    return value >= least && value <= most ? value : undefined;
  },
});

const rule = (field: RuleNumber): SettingSpec => count(`rules.${field}`, ...RULE_LIMITS[field]);

const flag = (path: string): SettingSpec => ({
  path,
  problem: { code: 'not-a-switch' },
  read: (text) =>
    /^(开|开启|是|on)$/i.test(text.trim())
      ? true
      : /^(关|关闭|否|off)$/i.test(text.trim())
        ? false
        : undefined,
});

/** Where the chosen rule set of 红黄牌 is stored. */
export const RULE_SET_PATH = 'bulletin.ruleSet';

const SPECS: Record<string, SettingSpec> = {
  默认时限: count('limitDays', 1, 365),
  上班: clock('hours.start'),
  下班: clock('hours.end'),
  安静开始: clock('quiet.from'),
  安静结束: clock('quiet.until'),
  未转办提醒: clock('unroutedClock'),
  加急: flag('urgentApp'),
  撤销分钟: count('undoMinutes', 1, 60),
  补收分钟: count('staleMinutes', 0, 1440),
  看板有效期: count('boardHours', 1, 168),
  蓝灯提前: rule('nearDueDays'),
  黄灯天数: rule('yellowDays'),
  主要领导天数: rule('deepRedDays'),
  回头看: rule('lookBackDays'),
  挂账次数: rule('maxPauses'),
  红榜按时率: count('bulletin.redRate', 1, 100),
  红榜销号数: count('bulletin.redClosed', 1, 1000),
  黑榜按时率: count('bulletin.blackRate', 1, 100),
  黑榜逾期数: count('bulletin.blackOverdue', 1, 1000),
  规则集: {
    path: RULE_SET_PATH,
    read: readRuleSet,
    problem: { code: 'not-a-choice', choices: RULE_SET_NAMES },
  },
};

export const SETTING_KEYS: readonly string[] = Object.keys(SPECS);

/** Reads `设置 <键> <值>`. */
export function readSetting(key: string, text: string): SettingReading {
  const spec = SPECS[key.trim()];
  if (!spec) return { ok: false, problem: { code: 'unknown-key', keys: SETTING_KEYS } };
  const value = spec.read(text);
  return value === undefined ? { ok: false, problem: spec.problem } : { ok: true, key: spec.path, value };
}

/** Every setting with its Chinese key and present value, in the order they are listed. */
export function listSettings(settings: Settings): { key: string; value: unknown }[] {
  return Object.entries(SPECS).map(([key, spec]) => ({ key, value: valueAt(settings, spec.path) }));
}

/** Rules the form of 规则 writes, beside those that are settings of their own. */
const RULE_PATHS = Object.keys(DEFAULT_RULES).map((field) => `rules.${field}`);

/** The settings with stored rows laid over the defaults; rows that name no setting are left out. */
export function mergeSettings(defaults: Settings, rows: Iterable<{ key: string; value: unknown }>): Settings {
  const merged = structuredClone(defaults);
  const known = new Set([...Object.values(SPECS).map((spec) => spec.path), ...RULE_PATHS]);
  for (const { key, value } of rows) {
    if (!known.has(key)) continue;
    const [first, second] = key.split('.') as [keyof Settings, string | undefined];
    if (second === undefined) Object.assign(merged, { [first]: value });
    else Object.assign(merged[first] as object, { [second]: value });
  }
  return { ...merged, rules: completeRules(merged.rules) };
}

function valueAt(settings: Settings, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], settings);
}
