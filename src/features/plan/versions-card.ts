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
import { VERSIONS } from './words-versions.ts';

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
            VERSIONS.compare(before.version, newest.version),
            encodeAction({
              do: 'answer',
              command: VERSIONS.compareCommand(name, before.version, newest.version),
            }),
          ),
        ]
      : [];
  const made = card({
    title: VERSIONS.title(name, plans.length),
    color: 'default',
    summary: VERSIONS.title(name, plans.length),
    elements: [
      ...shown.map((plan) => markdown(versionText(plan, ctx))),
      ...(plans.length > SHOWN ? [footnote(VERSIONS.older(plans.length - SHOWN))] : []),
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
      by(VERSIONS.made, plan.madeBy, plan.madeAt),
      plan.reason ? VERSIONS.reason(clip(oneLine(plan.reason), 60)) : '',
      CHOICE_TEXTS[plan.payload.choice],
    ]
      .filter((part) => part !== '')
      .join(' · '),
    [
      ...(plan.agreedBy === null
        ? []
        : [by(VERSIONS.taskForce, plan.agreedBy, plan.agreedAt ?? plan.madeAt)]),
      ...(plan.contactBy === null
        ? []
        : [by(VERSIONS.enterprise, plan.contactBy, plan.contactAt ?? plan.madeAt)]),
    ].join(' · '),
  ].filter((line) => line !== '');
  return [
    `**${VERSIONS.heading(plan.version, PLAN_STATES[plan.state])}**`,
    ...lines.map(escapeMarkdown),
  ].join('<br>');
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
    const text = (day: string | null) => (day ? formatDay(day, style) : VERSIONS.unplanned);
    return [`${NODE_NAMES[node]}：${text(was)} → ${text(is)}`];
  });
  const lines = moved.map(({ code, before: was, after: is, workingDays }) => {
    const link = linkText(nameOf(code));
    if (!was || !is) return was ? VERSIONS.gone(link) : VERSIONS.added(link);
    return VERSIONS.moved(link, formatDay(was.finish, style), formatDay(is.finish, style), workingDays ?? 0);
  });
  const title = VERSIONS.both(name, before.version, after.version);
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
          ? [VERSIONS.count(lines.length), ...lines].map(escapeMarkdown).join('<br>')
          : VERSIONS.same,
      ),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, PLAN.cut);
}
