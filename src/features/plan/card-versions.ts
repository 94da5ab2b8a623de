/** The versions of a plan as a list, and what moved between two of them. */
import { encodeAction } from '../../cards/actions.ts';
import { fitCard } from '../../cards/card-fit.ts';
import { button, type Card, card, footnote, markdown, smallButtons } from '../../cards/kit.ts';
import type { Moved } from '../../domain/plan/compare.ts';
import type { Plan } from '../../domain/plan/model.ts';
import type { NodeName } from '../../domain/plan/network.ts';
import { formatDay } from '../../domain/time.ts';
import { clip, escapeMarkdown, oneLine } from '../../text/escape.ts';
import { dayText, shortInstant, yearOf } from '../../text/moments.ts';
import { personName } from '../../text/names.ts';
import type { ViewContext } from '../../text/view.ts';
import { CHOICE_TEXTS, type LinkName, linkText, NODE_NAMES, PLAN, PLAN_STATES } from './words.ts';

const SHOWN = 12;
const NODES: readonly NodeName[] = ['start', 'production'];

/** Newest first: what it reaches, who made it and why, who agreed. */
export function versionsCard(name: string, plans: readonly Plan[], ctx: ViewContext): Card {
  const shown = plans.slice(0, SHOWN);
  const [newest, before] = plans;
  const compare =
    newest && before
      ? [
          button(
            `比较第 ${before.version}、${newest.version} 版`,
            encodeAction({ do: 'answer', command: `计划 ${name} 比较 ${before.version} ${newest.version}` }),
          ),
        ]
      : [];
  const made = card({
    title: `${name}计划的 ${plans.length} 个版本`,
    color: 'default',
    summary: `${name}计划的 ${plans.length} 个版本`,
    elements: [
      ...shown.map((plan) => markdown(versionText(plan, ctx))),
      ...(plans.length > SHOWN
        ? [footnote(`更早的 ${plans.length - SHOWN} 版未列出，发“计划 第1版”查看`)]
        : []),
      ...smallButtons(compare),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, PLAN.cut);
}

function versionText(plan: Plan, ctx: ViewContext): string {
  const nodes = NODES.flatMap((node) => {
    const day = plan.payload.reached[node];
    return day ? [`${NODE_NAMES[node]} ${dayText(day, ctx)}`] : [];
  });
  const by = (who: string, id: number, at: number) =>
    `${who} ${personName(ctx, id)} ${shortInstant(at, ctx)}`;
  const lines = [
    nodes.join('，'),
    [
      by('编制', plan.madeBy, plan.madeAt),
      plan.reason ? `原因：${clip(oneLine(plan.reason), 60)}` : '',
      CHOICE_TEXTS[plan.payload.choice],
    ]
      .filter((part) => part !== '')
      .join(' · '),
    [
      ...(plan.agreedBy === null ? [] : [by('专班', plan.agreedBy, plan.agreedAt ?? plan.madeAt)]),
      ...(plan.contactBy === null ? [] : [by('企业', plan.contactBy, plan.contactAt ?? plan.madeAt)]),
    ].join(' · '),
  ].filter((line) => line !== '');
  return [`**第 ${plan.version} 版 ${PLAN_STATES[plan.state]}**`, ...lines.map(escapeMarkdown)].join('<br>');
}

export interface Comparison {
  name: string;
  before: Plan;
  after: Plan;
  moved: readonly Moved[];
  nameOf: (code: string) => LinkName;
}

/** Links that moved, with both days; the nodes first. */
export function comparisonCard({ name, before, after, moved, nameOf }: Comparison, ctx: ViewContext): Card {
  const style = { year: yearOf(ctx), weekday: false };
  const nodes = NODES.flatMap((node) => {
    const [was, is] = [before.payload.reached[node], after.payload.reached[node]];
    if (was === is || (!was && !is)) return [];
    const text = (day: string | null) => (day ? formatDay(day, style) : '未排');
    return [`${NODE_NAMES[node]}：${text(was)} → ${text(is)}`];
  });
  const lines = moved.map(({ code, before: was, after: is, workingDays }) => {
    const link = linkText(nameOf(code));
    if (!was || !is) return `${link}：${was ? '新版没有' : '新版增加'}`;
    const days =
      workingDays === null || workingDays === 0
        ? ''
        : workingDays > 0
          ? `，推后 ${workingDays} 个工作日`
          : `，提前 ${-workingDays} 个工作日`;
    return `${link}：完成 ${formatDay(was.finish, style)} → ${formatDay(is.finish, style)}${days}`;
  });
  const title = `${name}计划：第 ${before.version} 版与第 ${after.version} 版`;
  const made = card({
    title,
    color: 'default',
    summary: title,
    elements: [
      ...(nodes.length > 0
        ? [markdown(nodes.map((line) => `**${escapeMarkdown(line)}**`).join('<br>'))]
        : []),
      markdown(
        lines.length > 0
          ? [`变动 ${lines.length} 个环节`, ...lines].map(escapeMarkdown).join('<br>')
          : '两版各环节的日期相同。',
      ),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, PLAN.cut);
}
