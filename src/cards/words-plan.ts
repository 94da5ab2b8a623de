/** What digests say of plans. */
import type { Forecast, LinkDefinition } from '../domain/plan/model.ts';
import type { NodeName } from '../domain/plan/network.ts';
import { type Day, formatDay } from '../domain/time.ts';
import { clip, oneLine } from '../text/escape.ts';

export const PLAN_DIGEST = { moved: '计划有变', soon: '提前介入（10 个工作日后开始）' } as const;

const NAMES: Record<NodeName, string> = { start: '开工', production: '投产' };

/** What a shift comes from; `link` null is 施工. */
export interface NamedCause {
  link: Pick<LinkDefinition, 'no' | 'name'> | null;
  /** It has become 不涉及. */
  gone: boolean;
  days: number;
}

const CAUSES_SHOWN = 3;

/** 第3环节 土地供应 10 个工作日、第1环节 备案 1 个工作日: the most first; one alone without its days. */
function causesText(causes: readonly NamedCause[]): string {
  const shown = causes.toSorted((a, b) => b.days - a.days).slice(0, CAUSES_SHOWN);
  const names = shown.map(({ link, gone, days }) => {
    const name = link ? `第${link.no}环节 ${link.name}` : '现场施工';
    return `${name}${gone ? '不涉及' : ''}${shown.length > 1 && days > 0 ? ` ${days} 个工作日` : ''}`;
  });
  const more = causes.length > shown.length ? `等 ${causes.length} 项` : '';
  return names.length === 0 ? '' : `；原因：${names.join('、')}${more}`;
}

/** 兴发：开工预计推后 5 个工作日（2027年1月4日（周一）），因第3环节 土地供应. */
export function planNewsText(
  project: string,
  news: readonly { node: NodeName; shift: number }[],
  { reached }: Pick<Forecast, 'reached'>,
  causes: readonly NamedCause[],
): string {
  const moved = news.map(({ node, shift }) => {
    const to = reached[node];
    const when = to ? `到${formatDay(to, { weekday: false })}` : '';
    if (shift === 0) return `${NAMES[node]}预计回到计划日期`;
    return `${NAMES[node]}预计比计划${shift > 0 ? '推后' : '提前'} ${Math.abs(shift)} 个工作日${when && `，${when}`}`;
  });
  return `${clip(oneLine(project), 30)}：${moved.join('；')}${causesText(causes)}`;
}

const MATERIALS_SHOWN = 6;

/** 提前介入: what to get ready before a link begins. */
export function linkSoonText(
  project: string,
  { no, name }: Pick<LinkDefinition, 'no' | 'name'>,
  start: Day,
  missing: readonly string[],
): string {
  const more = missing.length > MATERIALS_SHOWN ? `等 ${missing.length} 项` : '';
  const what =
    missing.length === 0 ? '材料已齐' : `待备材料：${missing.slice(0, MATERIALS_SHOWN).join('、')}${more}`;
  return `${clip(oneLine(project), 30)}：第${no}环节 ${name} 计划 ${formatDay(start, { weekday: false })}开始；${what}`;
}
