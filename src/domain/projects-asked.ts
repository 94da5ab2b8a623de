/** Which projects a question means, as data, and whether one is meant. What is told of a node is what is recorded of it. Pure. */
import type { Calendar } from './calendar.ts';
import type { LightColor } from './lights.ts';
import { type LinkRow, rowsMeant } from './link-rows.ts';
import { isLate, isOfNamed, type LinksAsked, meetsLinks } from './links-asked.ts';
import type { Project, Weather } from './model.ts';
import type { Day } from './time.ts';

export const NODES = ['start', 'production'] as const;
export type ReadNode = (typeof NODES)[number];
/** What is told first of a node: what holds it up, how far it is from its plan, or one of its days. */
export const NODE_ASPECTS = ['held', 'gap', 'planned', 'expected', 'actual'] as const;
export type NodeAspect = (typeof NODE_ASPECTS)[number];

/**
 * missed: its planned day is over and no actual day is recorded · late: missed, or the morning's forecast has it later
 * than planned · kept: neither, by a forecast · fate: whichever of the three; all of one that has not happened ·
 * slipped: missed, or its actual day is later than the planned one.
 */
export const FATES = ['missed', 'late', 'kept', 'fate', 'slipped'] as const;
export type Fate = (typeof FATES)[number];

export interface NodeAsked {
  node: ReadNode;
  /** First and last day; of the actual day when it has happened, else of the planned one. */
  from?: Day;
  to?: Day;
  /** Its actual day is recorded (已经开工), or is not. */
  reached?: boolean;
  /** It has neither a planned nor an actual day. */
  undated?: true;
  fate?: Fate;
}

/** What comes first in the list, and is told before it. */
/** ends: the earliest first, and the last one told beside it. */
export const PROJECT_ORDERS = [
  ...(['earliest', 'latest', 'ends', 'slip', 'problems', 'investment', 'weather'] as const),
] as const;
export type ProjectOrder = (typeof PROJECT_ORDERS)[number];

export const PROJECT_GROUPS = ['park', 'industry', 'area', 'secretary', 'leader', 'weather'] as const;
export type ProjectGroup = (typeof PROJECT_GROUPS)[number];

/** What is asked of one project: who holds a post of it (项目秘书, 组长, 牵头单位, 企业联系人), and what is recorded of it. */
export const POSTS = [
  ...(['secretary', 'leader', 'lead-unit', 'contact', 'people'] as const),
  ...(['members', 'investment', 'land', 'enterprise', 'industry'] as const),
] as const;
export type Post = (typeof POSTS)[number];
/** 谁在管, of a project: all of these are told, which is the post `people`. */
export const PEOPLE_POSTS = ['leader', 'lead-unit', 'secretary'] as const satisfies readonly Post[];
/** What each row of a list of projects may tell of its project. */
export const PROJECT_TOLD = [
  ...(['secretary', 'leader', 'lead-unit', 'contact', 'enterprise', 'industry', 'park'] as const),
  ...NODES,
] as const;
export type ProjectTold = (typeof PROJECT_TOLD)[number];

/**
 * Against its plan: behind (a planned day is over with no actual one, the forecast is later, or a link is late by the
 * agreed plan) · kept: none of it, by what is planned · ahead: kept, and a node came or is forecast earlier.
 */
export const PACES = ['behind', 'kept', 'ahead'] as const;
export type Pace = (typeof PACES)[number];

export interface PaceAsked {
  /** Absent: every project, and how each stands. */
  is?: Pace;
  /** By 开工 and 投产 alone, and no link. */
  nodes?: true;
  /** By the forecast alone: a node is expected later than planned (可能赶不上计划). */
  forecast?: true;
}

/** With no field at all: every project of the place. The fields of one node are those of {@link NodeAsked}. */
export interface ProjectsAsked extends Partial<NodeAsked> {
  /** Of the other node, too: 开了工还没投产的. */
  and?: NodeAsked;
  weather?: Weather[];
  /** `weather` picks none of them: how many of all have it is told. */
  share?: true;
  pace?: PaceAsked;
  /** With open problems of these lights; `clear`: with none of them. */
  lights?: LightColor[];
  /** With any open problem (false), or without one (true); beside `lights`: without those. */
  clear?: boolean;
  /** Of these secretaries or leaders, each told apart. */
  people?: number[];
  by?: ProjectGroup;
  order?: ProjectOrder;
  /** Their total investment is asked for. */
  told?: 'investment';
  /** Told of each, in this order. */
  tells?: ProjectTold[];
  /** A plan is agreed for it, or none is. */
  agreed?: boolean;
  /** How often its plan was agreed anew is told of each, the most first. */
  versions?: true;
  /** How far their links are; beside nothing but the place and people. */
  links?: LinksAsked;
}

/** A node of a project as it is recorded, and as the morning expects it. */
export interface NodeFacts {
  planned: Day | null;
  actual: Day | null;
  /** Of the last forecast; null: no plan is agreed, it has happened, or the plan does not reach that far. */
  expected: Day | null;
}

export type NodesOf = Record<ReadNode, NodeFacts>;

export interface ProjectFacts {
  project: Project;
  /** Open problems by light. */
  counts: Partial<Record<LightColor | 'total', number>>;
  nodes: NodesOf;
  /** A plan is agreed; absent: it is not asked. */
  agreed?: boolean;
  /** Plans that were agreed, one after the other; absent: it is not asked. */
  versions?: number;
  /** Those that concern it; absent: none of it is asked. */
  links?: LinkRow[];
}

/** Working days a node is expected later than planned; 0: not later; null: nothing is expected of it. */
export function slip({ planned, expected }: NodeFacts, calendar: Calendar): number | null {
  if (planned === null || expected === null) return null;
  return expected <= planned ? 0 : calendar.workingDaysBetween(planned, expected);
}

/** Working days a node is later than planned, as it came, as it is missed so far, or as it is forecast; null: none is known. */
export function lateBy(node: NodeFacts, today: Day, calendar: Calendar): number | null {
  const { planned, actual, expected } = node;
  if (planned === null) return null;
  const last =
    actual ??
    [expected, isMissed(node, today) ? today : null]
      .flatMap((day) => day ?? [])
      .toSorted()
      .at(-1);
  if (last === undefined) return null;
  return last <= planned ? 0 : calendar.workingDaysBetween(planned, last);
}

export function isMissed({ planned, actual }: NodeFacts, today: Day): boolean {
  return actual === null && planned !== null && planned < today;
}

/** What becomes of a node that has not happened; undefined: it has, or nothing is known. */
export function fateOf(
  node: NodeFacts,
  today: Day,
  calendar: Calendar,
): 'missed' | 'late' | 'kept' | undefined {
  if (node.actual !== null) return undefined;
  if (isMissed(node, today)) return 'missed';
  const days = slip(node, calendar);
  if (days === null) return undefined;
  return days > 0 ? 'late' : 'kept';
}

function meetsNode(asked: NodeAsked, node: NodeFacts, today: Day, calendar: Calendar): boolean {
  const { from, to, reached, undated, fate } = asked;
  const { planned, actual } = node;
  const timed = from !== undefined || to !== undefined;
  const day = reached === true ? actual : reached === false ? planned : (actual ?? planned);
  const within = day !== null && (from === undefined || from <= day) && (to === undefined || day <= to);
  const is = fateOf(node, today, calendar);
  if (timed && !within) return false;
  if (reached !== undefined && (actual !== null) !== reached) return false;
  if (undated) return planned === null && actual === null;
  if (fate === 'late') return is === 'missed' || is === 'late';
  if (fate === 'fate') return actual === null;
  if (fate === 'slipped') return is === 'missed' || (actual !== null && planned !== null && actual > planned);
  if (fate !== undefined) return is === fate;
  return reached !== undefined || day !== null;
}

/** undefined: nothing is planned that could tell. Nodes that have happened are behind no more. */
export function paceOf(
  { nodes, links = [] }: ProjectFacts,
  { nodes: only }: PaceAsked,
  today: Day,
  calendar: Calendar,
): Pace | undefined {
  const both = NODES.map((node) => nodes[node]);
  const fates = both.map((node) => fateOf(node, today, calendar));
  const late = !only && links.some(isLate);
  if (late || fates.some((fate) => fate === 'missed' || fate === 'late')) return 'behind';
  const reached = both.every(({ actual }) => actual !== null);
  if (!reached && !fates.includes('kept')) return undefined;
  const early = both.some(({ planned, actual, expected }) => {
    const day = actual ?? expected;
    return planned !== null && day !== null && day < planned;
  });
  return early ? 'ahead' : 'kept';
}

/** Whether the facts meet all that is asked beside the place. */
export function meetsAsked(
  facts: ProjectFacts,
  asked: ProjectsAsked,
  today: Day,
  calendar: Calendar,
): boolean {
  const { project, counts, nodes, links = [] } = facts;
  const { pace, share } = asked;
  if (pace?.forecast) {
    if (!NODES.some((node) => (slip(nodes[node], calendar) ?? 0) > 0)) return false;
  } else if (pace?.is) {
    const is = paceOf(facts, pace, today, calendar);
    if (is !== pace.is && !(pace.is === 'kept' && is === 'ahead')) return false;
  }
  const { node, and, weather, lights, clear, people } = asked;
  if (node !== undefined && !meetsNode({ ...asked, node }, nodes[node], today, calendar)) return false;
  if (and && !meetsNode(and, nodes[and.node], today, calendar)) return false;
  if (asked.agreed !== undefined && asked.agreed !== facts.agreed) return false;
  if (asked.links && !meetsLinks(links, asked.links)) return false;
  if (asked.links?.rows?.is && isOfNamed(asked.links) && rowsMeant(links, asked.links).length === 0)
    return false;
  if (weather && !share && (project.weather === null || !weather.includes(project.weather))) return false;
  if (lights || clear !== undefined) {
    const open = lights ? lights.reduce((sum, light) => sum + (counts[light] ?? 0), 0) : (counts.total ?? 0);
    if (open > 0 === (clear === true)) return false;
  }
  return people === undefined || people.some((id) => project.leaderId === id || project.secretaryId === id);
}
