import data from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Day } from '../time.ts';
import type { HolidayName } from './statutory.ts';

/** One day whose nature differs from its weekday: 休 (off) or 班 (work). */
export interface HolidayRow {
  day: Day;
  kind: 'off' | 'work';
  /** e.g. 春节; shown in explanations */
  name?: string | undefined;
}

const NAMES: Record<string, HolidayName> = {
  元旦节: '元旦',
  新年: '元旦',
  清明: '清明节',
  劳动: '劳动节',
  五一: '劳动节',
  五一节: '劳动节',
  五一劳动节: '劳动节',
  端午: '端午节',
  中秋: '中秋节',
  国庆: '国庆节',
  十一: '国庆节',
  除夕: '春节',
  春节假期: '春节',
};

/** The usual full name of a holiday: 清明 → 清明节, 五一 → 劳动节; other names stay as they are. */
export function canonicalName(name: string): string {
  return NAMES[name] ?? name;
}

/** Values of the package are 'English name,中文名,statutory days'. */
function listRows(days: Record<string, string>, kind: HolidayRow['kind']): HolidayRow[] {
  return Object.entries(days).map(([day, value]) => ({
    day,
    kind,
    name: canonicalName(value.split(',')[1] ?? ''),
  }));
}

/** The State Council's notices as the chinese-days package holds them: days off and make-up working days. */
export const PUBLISHED_ROWS: readonly HolidayRow[] = [
  ...listRows(data.holidays, 'off'),
  ...listRows(data.workdays, 'work'),
];

/**
 * Years whose notice is in `rows`. Days of one notice reach into the neighbouring year (2026-12-31 for 元旦 2027),
 * so a year counts only with both its 春节 and its 国庆节.
 */
export function listPublishedYears(rows: readonly HolidayRow[]): Set<number> {
  const yearsOf = (name: HolidayName) =>
    new Set(
      rows.filter((row) => row.kind === 'off' && row.name === name).map((row) => Number(row.day.slice(0, 4))),
    );
  const withNationalDay = yearsOf('国庆节');
  return new Set([...yearsOf('春节')].filter((year) => withNationalDay.has(year)));
}
