/** A plan made ready for its card: computed anew as a draft, or as it is stored. */
import { encodeAction, encodeOwn } from '../../cards/actions.ts';
import type { CardElement } from '../../cards/element.ts';
import { button, buttonRows, type Card } from '../../cards/kit.ts';
import { textCard } from '../../cards/text.ts';
import { chatsOfProject } from '../../db/chat.ts';
import type { Tx } from '../../db/open.ts';
import { findPeople } from '../../db/person.ts';
import type { Calendar } from '../../domain/calendar.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Project } from '../../domain/model.ts';
import type { Gap } from '../../domain/plan/back-schedule.ts';
import { daysOffWithin, provisionalYears } from '../../domain/plan/days-off.ts';
import type { Plan, PlanPayload } from '../../domain/plan/model.ts';
import type { NetworkLink, PlanBasis } from '../../domain/plan/network.ts';
import { recountPlan } from '../../domain/plan/recount-plan.ts';
import { shortInstant } from '../../text/moments.ts';
import { personName } from '../../text/names.ts';
import { BUTTONS } from '../../text/words.ts';
import { type Viewer, viewContext } from '../../views/context.ts';
import { AGREE, CHOOSE } from './buttons.ts';
import { type PlanView, planCard } from './card.ts';
import { type Asked, type Computed, computePlan, loadGround } from './load.ts';
import { CHOICE_TEXTS, CHOICES, faultText, linkText, nameByCode, PLAN, PLAN_CARD } from './words.ts';

type Base = Pick<Viewer, 'now' | 'directory' | 'demo'>;

/** The parts of a view that follow from what was computed. */
function viewOf(
  payload: PlanPayload,
  { links, basis }: { links: readonly NetworkLink[]; basis: PlanBasis },
  calendar: Calendar,
): Pick<PlanView, 'payload' | 'stages' | 'stageOf' | 'nameOf' | 'daysOff' | 'provisional' | 'chainDays'> {
  const stages = new Map(links.map(({ definition }) => [definition.code, definition.stage]));
  const chain = payload.steps.filter((step) => payload.critical.includes(step.code));
  const days = chain.map(({ start, finish }) => calendar.workingDaysBetween(start, finish) + 1);
  return {
    payload,
    stages: basis.stages,
    stageOf: (code) => stages.get(code) ?? null,
    nameOf: nameByCode(links),
    daysOff: daysOffWithin(payload, calendar),
    provisional: provisionalYears(payload, calendar),
    chainDays: chain.length > 0 ? days.reduce((sum, n) => sum + n, 0) : null,
  };
}

/** What 确认 would save, with the choices where something cannot be met. */
export async function drawDraft(tx: Tx, draftId: string, asked: Asked, viewer: Base): Promise<Card> {
  const project = viewer.directory.project(asked.projectId);
  const made = await computePlan(tx, asked, viewer);
  if ('fault' in made) {
    const { links } = await loadGround(tx, asked.projectId, viewer.directory);
    const nameOf = nameByCode(links);
    return textCard(
      faultText(made, (code) => linkText(nameOf(code))),
      { tone: 'warning', demo: viewer.demo },
    );
  }
  const open = made.plan.gaps.length > 0 && asked.choice !== 'keep';
  return planCard(
    {
      ...viewOf(made.plan.payload, made, viewer.directory.calendar),
      title: PLAN_CARD.draft(project?.name ?? ''),
      subtitle: CHOICE_TEXTS[asked.choice === null ? 'fits' : made.plan.payload.choice],
      color: made.plan.gaps.length > 0 ? 'orange' : 'default',
      gaps: made.plan.gaps,
      cuts: made.cuts,
      reserve: made.plan.reserve,
      lead: leadOf(made),
      end: open ? choiceButtons(draftId, asked) : confirmButtons(draftId),
    },
    await viewContext(tx, viewer, {}),
  );
}

function leadOf({ asked, plain }: Computed): string[] {
  if (asked.choice !== 'move') return [];
  return plain.gaps.map(({ node, wanted, earliest }) => PLAN_CARD.nodeMoved(node, wanted, earliest));
}

function confirmButtons(draftId: string): CardElement[] {
  return buttonRows([
    button(BUTTONS.confirm, encodeAction({ do: 'confirm-draft', draftId }), { type: 'primary_filled' }),
    button(BUTTONS.cancel, encodeAction({ do: 'cancel-draft', draftId })),
  ]);
}

/** 压缩 is not offered once it was tried. */
function choiceButtons(draftId: string, { choice }: Asked): CardElement[] {
  const offered = (['compress', 'move', 'keep'] as const).filter((one) => one !== choice);
  return buttonRows([
    ...offered.map((one) => button(CHOICES[one], encodeOwn(CHOOSE, { draftId, choice: one }))),
    button(BUTTONS.cancel, encodeAction({ do: 'cancel-draft', draftId })),
  ]);
}

/** A stored version; with 同意 while it waits for a side. */
export async function drawPlan(tx: Tx, plan: Plan, base: Base): Promise<Card> {
  const { directory } = base;
  const project = directory.project(plan.projectId);
  const ground = await loadGround(tx, plan.projectId, directory);
  const context = await viewContext(tx, base, { personIds: [plan.madeBy, plan.agreedBy, plan.contactBy] });
  const who = (id: number, at: number) => `${personName(context, id)} ${shortInstant(at, context)}`;
  const signed = [
    ...(plan.agreedBy !== null
      ? [PLAN_CARD.signed('task-force', who(plan.agreedBy, plan.agreedAt ?? plan.madeAt))]
      : []),
    ...(plan.contactBy !== null
      ? [PLAN_CARD.signed('enterprise', who(plan.contactBy, plan.contactAt ?? plan.madeAt))]
      : []),
  ];
  const waiting =
    plan.state === 'draft'
      ? [
          PLAN.waiting(plan.agreedBy === null, plan.contactBy === null),
          ...(plan.contactBy === null && project ? await missingContact(tx, project) : []),
        ]
      : [];
  return planCard(
    {
      ...viewOf(plan.payload, ground, directory.calendar),
      title: PLAN_CARD.title(project?.name ?? '', plan.version),
      subtitle: PLAN_CARD.subtitle(plan.state, who(plan.madeBy, plan.madeAt), plan.reason),
      color: plan.state === 'agreed' ? 'green' : plan.state === 'draft' ? 'orange' : 'grey',
      gaps: gapsOf(plan.payload, directory.calendar),
      cuts: [],
      reserve: null,
      lead: [
        ...waiting,
        ...signed,
        ...calendarChanged(plan, ground, directory),
        ...goneSince(plan, ground.links),
      ],
      end:
        plan.state === 'draft'
          ? buttonRows([
              button(BUTTONS.approve, encodeOwn(AGREE, { planId: plan.id }), { type: 'primary_filled' }),
            ])
          : [],
    },
    context,
  );
}

/** The gap a plan keeps, as it was agreed to. */
function gapsOf({ targets, reached }: PlanPayload, calendar: Calendar): Gap[] {
  return (['start', 'production'] as const).flatMap((node) => {
    const [wanted, earliest] = [targets[node], reached[node]];
    if (!wanted || !earliest || earliest <= wanted) return [];
    return [
      { node, wanted, earliest, workingDays: Math.max(1, calendar.workingDaysBetween(wanted, earliest)) },
    ];
  });
}

/** Who must be set before the enterprise's side can agree. */
export async function missingContact(tx: Tx, project: Project): Promise<string[]> {
  if (project.contactIds.length === 0) return [PLAN.noContact];
  const groups = (await chatsOfProject(tx, project.id)).filter((chat) => !chat.unreachable);
  if (groups.length === 0) return [PLAN.noGroup];
  const people = await findPeople(tx, project.contactIds);
  const lost = people.filter((person) => person.unreachableSince !== null);
  return lost.length < people.length ? [] : [PLAN.lostContact(lost.map((person) => person.name).join('、'))];
}

/** What another calendar would make of an agreed plan: its days stay. */
function calendarChanged(
  { payload, calendar: fingerprint, state }: Plan,
  ground: { links: readonly NetworkLink[]; basis: PlanBasis },
  { calendar }: Directory,
): string[] {
  if (state !== 'agreed' || fingerprint === calendar.fingerprint) return [];
  const again = recountPlan(payload, ground, calendar);
  if (!again || again.moved.length === 0) return [];
  const nodes = (['start', 'production'] as const).flatMap((node) => {
    const [was, is] = [payload.reached[node], again.reached[node]];
    return was && is && was !== is ? [{ node, day: is }] : [];
  });
  return [PLAN_CARD.calendarChanged(again.moved.length, nodes)];
}

/** Links of the plan that have become 不涉及: its days stay, the forecast counts without them. */
function goneSince({ payload, state }: Plan, links: readonly NetworkLink[]): string[] {
  if (state !== 'agreed') return [];
  const planned = new Set(payload.steps.map((step) => step.code));
  const gone = links.filter(({ definition, unconcerned }) => unconcerned && planned.has(definition.code));
  return gone.length === 0 ? [] : [PLAN_CARD.goneSince(gone.map(({ definition }) => linkText(definition)))];
}
