/** 红黄牌, rule sets and trends in words. */
import type { Exemption, RuledCard } from '../../domain/bulletin.ts';
import type { RuleSetName } from '../../domain/model.ts';
import type { CardColor, RuleSet } from '../../domain/rule-sets.ts';

export const CARD_NAMES: Record<CardColor, string> = { red: '红牌', yellow: '黄牌' };
export const EXEMPT_NAMES: Record<Exemption['why'], string> = { appeal: '申诉免责', paused: '挂账' };

/** A whole number where it is one, else one decimal. */
function tenth(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** 达序时：… with its definition. */
export function ruleSetText({ name, rule }: RuleSet): string {
  switch (rule.by) {
    case 'light':
      return `${name}：有红灯问题的单位亮红牌，只有黄灯问题的亮黄牌`;
    case 'pace':
      return `${name}：按单位算，本月到期和以前到期、月初还没办结的问题里，已报办结的低于 ${rule.yellowBelow}% 亮黄牌，低于 ${rule.redBelow}% 亮红牌`;
    case 'behind':
      return `${name}：按有商定计划的项目算，到当天应完成的环节占比减去已完成的环节占比，欠 ${rule.yellowFrom} 个百分点及以上亮黄牌，欠 ${rule.redFrom} 个百分点及以上亮红牌；施工不算环节`;
  }
}

/** Why a card was given, in figures. */
export function cardText({ of, done, due, all }: RuledCard): string {
  if (of === 'unit') return `应办结 ${due} 件，已报办结 ${done} 件，达序时 ${tenth((done / due) * 100)}%`;
  const share = (n: number) => tenth((n / all) * 100);
  return `应完成环节 ${due}/${all}（${share(due)}%），已完成 ${done}/${all}（${share(done)}%），欠 ${tenth(((due - done) / all) * 100)} 个百分点`;
}

/** 11（上月 8，增 3） */
export function besideText(now: number | null, before: number | null, unit = ''): string {
  if (now === null || before === null)
    return `${now === null ? '—' : `${now}${unit}`}（上月 ${before === null ? '—' : `${before}${unit}`}）`;
  const change = Math.round((now - before) * 10) / 10;
  const points = unit === '%' ? ' 个百分点' : '';
  const told = change === 0 ? '持平' : `${change > 0 ? '增' : '减'} ${Math.abs(change)}${points}`;
  return `${now}${unit}（上月 ${before}${unit}，${told}）`;
}

export const RULE_SET_TEXTS = {
  privately: '规则集在综合办群或私聊里看，请与我私聊再发一遍。',
  list: (chosen: RuleSetName, lines: readonly string[]) =>
    `红黄牌规则集，现用“${chosen}”。\n${lines.join('\n')}\n每月最后一个工作日出草稿时按现用的算；草稿和已发布的不随改动变。申诉免责和挂账的不计，理由写在通报里。`,
  unknown: (heard: string, names: readonly string[]) =>
    `没有名为“${heard}”的规则集，现有：${names.join('、')}。请写成：规则集 选用 达序时。`,
  chosen: (definition: string) => `已选用规则集。${definition}。从下一次出草稿起用，已出的不变。`,
  same: (name: RuleSetName) => `现用的就是“${name}”，没有改动。`,
} as const;
