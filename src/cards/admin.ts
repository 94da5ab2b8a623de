/** Master data and health as compact cards for administrators: one line each, what is missing in orange. */
import type { Person, Role, Settings } from '../domain/model.ts';
import { listSettings } from '../domain/settings.ts';
import { clip, escapeMarkdown, oneLine } from '../text/escape.ts';
import { personName, unitName } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';
import { fitCard } from './card-fit.ts';
import type { CardElement, HeaderColor } from './element.ts';
import { type Card, card, colored, footnote, markdown } from './kit.ts';
import { ROLE_NAMES } from './words.ts';

/** Lines on one element; every element may be left off when a card grows too large. */
const LINES_PER_BLOCK = 20;
const MOST_LINES = 100;

interface ListLook {
  title: string;
  /** Markdown, user text escaped. */
  lines: string[];
  empty: string;
  hint?: string;
  color?: HeaderColor;
}

function listCard(look: ListLook, ctx: ViewContext): Card {
  const shown = look.lines.slice(0, MOST_LINES);
  const blocks: CardElement[] = [];
  for (let i = 0; i < shown.length; i += LINES_PER_BLOCK) {
    blocks.push(markdown(shown.slice(i, i + LINES_PER_BLOCK).join('<br>')));
  }
  const left = look.lines.length - shown.length;
  const made = card({
    title: look.title,
    color: look.color ?? 'blue',
    summary: look.title,
    elements: [
      ...(blocks.length > 0 ? blocks : [footnote(look.empty)]),
      ...(left > 0 ? [footnote(`另有 ${left} 条没有列出`)] : []),
      ...(look.hint ? [footnote(look.hint)] : []),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…（其余没有列出）');
}

const name = (text: string): string => `**${escapeMarkdown(clip(oneLine(text), 40))}**`;
const words = (text: string): string => escapeMarkdown(clip(oneLine(text), 80));
const missing = (text: string): string => colored('orange', text);

/** Whom nothing can be sent to is marked. */
function reachedName(ctx: ViewContext, id: number): string {
  const lost = ctx.people.get(id)?.unreachableSince != null;
  return `${words(personName(ctx, id))}${lost ? missing('（联系不上）') : ''}`;
}

/** Everybody named on these cards: load them into `ctx.people` first. */
export function unitsCard(ctx: ViewContext): Card {
  const units = ctx.directory.data.units.filter((unit) => !unit.closed);
  const lines = units.map((unit) => {
    const short = unit.shortNames.length > 0 ? `（${words(unit.shortNames.join('、'))}）` : '';
    const coordinator =
      unit.coordinatorId === null ? missing('未设联络员') : `联络员 ${reachedName(ctx, unit.coordinatorId)}`;
    const head = unit.headId === null ? missing('未设负责人') : `负责人 ${reachedName(ctx, unit.headId)}`;
    return `${name(unit.name)}${short} ${coordinator} · ${head}`;
  });
  const hint = '添加：单位 新增 名称；设置：单位 住建局 联络员 @某人';
  return listCard({ title: `单位 ${units.length} 个`, lines, empty: '还没有录入单位', hint }, ctx);
}

export function categoriesCard(ctx: ViewContext): Card {
  const { categories } = ctx.directory.data;
  const lines = categories.map((category) => {
    const unit = category.unitId === null ? missing('未设责任单位') : words(unitName(ctx, category.unitId));
    return `${name(category.name)} ${unit} · ${category.limitDays} 个工作日 · ${words(category.keywords.join('、'))}`;
  });
  const hint = '设置：分类 供电 单位 供电公司 时限 5 关键词 用电，停电';
  return listCard({ title: `分类 ${categories.length} 个`, lines, empty: '还没有分类', hint }, ctx);
}

/** @param people those found, already cut to what was asked for */
export function peopleCard(people: readonly Person[], ctx: ViewContext): Card {
  const lines = people.map((person) => {
    const unit =
      person.unitId === null
        ? person.home
          ? missing('未设单位')
          : '外单位'
        : words(unitName(ctx, person.unitId));
    const away = person.unreachableSince === null ? '' : ` · ${missing('消息送不到')}`;
    return `${name(person.name)} ${unit}${away}`;
  });
  const hint = '设置单位：人员 @某人 单位 住建局';
  return listCard({ title: `人员 ${people.length} 人`, lines, empty: '没有符合的人员', hint }, ctx);
}

const ROLE_ORDER: readonly Role[] = ['principal', 'leader', 'office', 'administrator'];

export function rolesCard(ctx: ViewContext): Card {
  const { areas, grants } = ctx.directory.data;
  const lines = areas.flatMap((area) =>
    ROLE_ORDER.flatMap((role) => {
      const holders = grants.filter((grant) => grant.areaId === area.id && grant.role === role);
      const needed = area.parentId === null && (role === 'office' || role === 'administrator');
      if (holders.length === 0)
        return needed ? [`${name(area.name)} ${ROLE_NAMES[role]} ${missing('未设')}`] : [];
      const names = holders.map((grant) => reachedName(ctx, grant.personId)).join('、');
      return [`${name(area.name)} ${ROLE_NAMES[role]} ${names}`];
    }),
  );
  const hint = '设置：角色 综合办 @某人；取消：角色 取消 综合办 @某人';
  return listCard({ title: '角色', lines, empty: '还没有设置角色', hint }, ctx);
}

export function areasCard(ctx: ViewContext): Card {
  const { areas } = ctx.directory.data;
  const lines = areas.map((area) => {
    const parent = area.parentId === null ? '' : ctx.directory.area(area.parentId)?.name;
    return `${name(area.name)}${parent ? ` 属于 ${words(parent)}` : ''}`;
  });
  return listCard(
    { title: `区域 ${areas.length} 个`, lines, empty: '还没有区域', hint: '添加：区域 新增 名称' },
    ctx,
  );
}

/** Settings by the very words that change them (设置 默认时限 7), in the order of the domain's list. */
function settingLines(settings: Settings): [string, string][] {
  const shown = (value: unknown) => (value === true ? '开' : value === false ? '关' : String(value));
  return [
    ['时区', settings.timeZone],
    ...listSettings(settings).map(({ key, value }): [string, string] => [key, shown(value)]),
  ];
}

export function settingsCard(ctx: ViewContext): Card {
  const lines = settingLines(ctx.directory.settings).map(([key, value]) => `${name(key)} ${words(value)}`);
  const hint = '修改：设置 默认时限 7；已在办理的问题按登记时的规则';
  return listCard({ title: '设置', lines, empty: '', hint }, ctx);
}

export interface HealthItem {
  name: string;
  value: string;
  ok: boolean;
  /** What to do about it; shown only when it is not ok. */
  fix?: string;
}

/** 体检 and the daily 健康自报: what is wrong first. */
export function healthCard(items: readonly HealthItem[], ctx: ViewContext): Card {
  const bad = items.filter((item) => !item.ok);
  const lines = [...bad, ...items.filter((item) => item.ok)].map((item) => {
    const value = words(item.value);
    if (item.ok) return `✔ ${name(item.name)} ${value}`;
    const fix = item.fix ? `<br>　→ ${words(item.fix)}` : '';
    return `✘ ${name(item.name)} ${colored('red', value)}${fix}`;
  });
  const title = bad.length > 0 ? `体检：${bad.length} 项需要处理` : '体检：一切正常';
  return listCard({ title, lines, empty: '没有数据', color: bad.length > 0 ? 'red' : 'green' }, ctx);
}
