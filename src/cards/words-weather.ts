/** 晴雨 in one sign and one word. */
import type { Weather } from '../domain/plan/model.ts';
import type { LinkWeather } from '../domain/plan/weather.ts';
import { clip, oneLine } from '../text/escape.ts';

export const WEATHER_SIGNS: Record<Weather, string> = { sun: '☀', cloud: '⛅', rain: '🌧' };
export const WEATHER_NAMES: Record<Weather, string> = { sun: '正常', cloud: '有风险', rain: '滞后' };

/** ⛅ 有风险; never the sign alone: not every machine has a font with it. */
export function weatherText(weather: Weather): string {
  return `${WEATHER_SIGNS[weather]} ${WEATHER_NAMES[weather]}`;
}

/** 11 建设工程规划许可证 */
export function rowName(row: { no: number | null; name: string }): string {
  const name = oneLine(row.name);
  return row.no === null ? name : `${row.no} ${name}`;
}

/** 应完未完，晚 3 个工作日 …; says by which rule. @param rows where a predecessor named by its code is found */
export function reasonText(
  { reason }: LinkWeather,
  rows: readonly { code: string; no: number | null; name: string }[],
): string {
  switch (reason.kind) {
    case 'late-start':
      return `应开未开，晚 ${reason.days} 个工作日`;
    case 'late-finish':
      return `应完未完，晚 ${reason.days} 个工作日`;
    case 'red-problem':
      return `被红灯问题 ${numbersText(reason.issueIds)} 卡住`;
    case 'problem':
      return `被问题 ${numbersText(reason.issueIds)} 卡住`;
    case 'predecessor-late': {
      const before = rows.find(({ code }) => code === reason.code);
      return before ? `前一环节“${clip(rowName(before), 18)}”晚了` : '前一环节晚了';
    }
    case 'near-due':
      return reason.days <= 0 ? '今天应完成' : `${reason.days} 个工作日内应完成`;
    case 'little-float':
      return reason.days <= 0 ? '机动时间已用完' : `机动时间只剩 ${reason.days} 个工作日`;
    case 'on-time':
      return '按时';
    case 'done':
      return '已完成';
    case 'excused':
      return '晚了，申诉已免责';
  }
}

function numbersText(issueIds: readonly number[]): string {
  return (
    issueIds
      .slice(0, 3)
      .map((id) => `#${id}`)
      .join('、') + (issueIds.length > 3 ? ' 等' : '')
  );
}
