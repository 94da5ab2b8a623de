/** Links (环节), their template, plans (倒排工期) and nodes (节点) of a project. Plain data. */
import type { Issue } from '../issue.ts';
import type { Weather } from '../model.ts';
import type { Day, Instant } from '../time.ts';

export type { Weather } from '../model.ts';

/** 工作日 · 日 · 即办: done on the day it begins. */
export type DurationUnit = 'working-days' | 'days' | 'same-day';

/** How long a link takes. `n` is at least 1; of 'same-day' it is 1 and means the day itself. */
export interface LinkDuration {
  n: number;
  unit: DurationUnit;
}

/** 法定 with the article it stands in. */
export interface StatutoryDuration extends LinkDuration {
  law: string;
  /** Set: it may not take less (公告期, 挂牌期). Otherwise it is what the authority may take at most. */
  minimum?: boolean;
}

/** 法定先后 · 材料复用 · 开工门槛 · 建议先后. */
export type DependencyKind = 'legal-sequence' | 'document-reuse' | 'startup-gate' | 'recommended-flow';

/** A predecessor (紧前). A hard one must be done; of a soft one the plan keeps the order and nothing is refused. */
export interface Dependency {
  /** Code of the predecessor. */
  on: string;
  kind: DependencyKind;
  hard: boolean;
}

/** A paper that is handed in (材料). */
export interface Material {
  name: string;
  /** May be handed in later (容缺). */
  deferrable: boolean;
  /** Code of the link whose output it is: that one done ticks it. */
  producedBy: string | null;
}

/** A legal text or law read · a published local list · usual practice, to be confirmed (待确认). */
export type SourceGrade = 'A' | 'B' | 'C';

/** A stage (阶段), in the order of the list it stands in. */
export interface Stage {
  code: string;
  /** 立项用地规划许可. */
  name: string;
  /** 立项. */
  shortName: string;
}

/** One link of a template. `code` is its key for ever; `no` is what people call it by (第11环节). */
export interface LinkDefinition {
  code: string;
  no: number;
  stage: string;
  name: string;
  /** Old and short names: 环评. */
  synonyms: string[];
  /** What decides whether it concerns a project, and whether it does unless somebody says otherwise. */
  trigger: { question: string; concerned: boolean } | null;
  /** Words the responsible unit is found by among the deployment's units, the best first. */
  authorities: string[];
  /** 办什么, in one sentence. */
  task: string;
  statutory: StatutoryDuration | null;
  /** 承诺; what plans are made from. */
  promised: LinkDuration;
  dependencies: Dependency[];
  materials: Material[];
  /** 费用 in words. */
  fee: string;
  /** The document it ends in; null: none. */
  output: string | null;
  /** 到哪办 in words; null: at the unit's counter. */
  place: string | null;
  source: string;
  grade: SourceGrade;
  /** When an administrator confirmed what the grade left open, or changed it. */
  confirmedOn: Day | null;
  /** Chosen by an administrator, over `authorities`. */
  unitId: number | null;
  /** Whom to ask (找谁办); the unit's coordinator when null. */
  contactId: number | null;
}

/** A template (环节模板): links in the order of their numbers. */
export interface LinkTemplate {
  name: string;
  stages: Stage[];
  links: LinkDefinition[];
  /** Work on the site (施工): lies between the link that allows it and those that accept it. */
  construction: { after: string; before: string[]; defaultDuration: LinkDuration };
  /** Reaching the first is 开工, the second 投产. */
  nodes: { start: string; production: string };
  /** The sources were last gone through on this day. */
  reviewedOn: Day;
}

/** Where the plan's own step for 施工 stands among the codes of links. */
export const CONSTRUCTION = 'construction';

/** 未到 · 可办 · 在办 · 待确认 (reported done) · 已完成 · 不涉及. */
export type LinkState = 'waiting' | 'ready' | 'working' | 'verifying' | 'done' | 'unconcerned';

/** Parts of a link that are done one by one (分项). */
export interface SubUnits {
  total: number;
  done: number;
  /** Which are done, from 1, as far as it was said; ascending. */
  ticked?: number[];
}

/** A link of one project: its own copy of the definition, and what became of it. */
export interface ProjectLink {
  id: number;
  projectId: number;
  definition: LinkDefinition;
  /** Resolved when the project took the template, and by hand since; null: to be named. */
  unitId: number | null;
  contactId: number | null;
  /** Set: 不涉及, with who said so and why. */
  unconcerned: { reason: string; byId: number; at: Instant } | null;
  startedOn: Day | null;
  /** Reported done as of this day; the other side has not confirmed yet. */
  reportedOn: Day | null;
  /** Confirmed by the other side. */
  finishedOn: Day | null;
  /** Names of materials ticked by hand. */
  ticked: string[];
  subUnits: SubUnits | null;
  /** The item of kind 环节 that is its clock; null: not begun, or done before the bot came. Never a void one. */
  item: Issue | null;
}

/** What is stored of it; what its item tells is not stored twice, so that 撤销, 重开 and 退回 need no copy. */
export interface StoredLink {
  id: number;
  projectId: number;
  definition: LinkDefinition;
  unitId: number | null;
  contactId: number | null;
  unconcerned: ProjectLink['unconcerned'];
  /** As said; the day its item was signed for otherwise. */
  startedOn: Day | null;
  /** As said when it was reported done; counts once its item is closed. */
  claimedOn: Day | null;
  /** Of links that were done without an item. */
  finishedOn: Day | null;
  ticked: string[];
  subUnits: SubUnits | null;
  issueId: number | null;
}

/** A node (节点): 开工, 投产, 入库 and any the project adds. */
export interface ProjectNode {
  name: string;
  plannedOn: Day | null;
  actualOn: Day | null;
}

/** One step of a computed plan: a link, or 施工. Both days belong to it. */
export interface PlannedStep {
  /** Code of the link, or {@link CONSTRUCTION}. */
  code: string;
  duration: LinkDuration;
  start: Day;
  finish: Day;
  /** Working days it may slip without moving a node; 0 on the critical chain. */
  float: number;
  /** Done or begun before the plan was made, kept as it is. */
  actual: 'done' | 'begun' | null;
}

/** What a plan was asked to reach. At least one is set. */
export interface PlanTargets {
  start: Day | null;
  production: Day | null;
}

/** A plan as it is stored: what was asked, and every step with its days. */
export interface PlanPayload {
  targets: PlanTargets;
  /** First day on which anything that is not begun may begin. */
  from: Day;
  construction: LinkDuration | null;
  steps: PlannedStep[];
  /** Days the nodes fall on by these steps; null: the plan does not reach that far. */
  reached: PlanTargets;
  /** Codes of the critical chain, first first. */
  critical: string[];
  /** How the gap was met, where there was one. */
  choice: 'fits' | 'compressed' | 'nodes-moved' | 'gap-kept';
}

/** 草案 · 已商定 · 已被取代. */
export type PlanState = 'draft' | 'agreed' | 'superseded';

/** A version of a project's plan; never deleted. */
export interface Plan {
  id: number;
  projectId: number;
  /** 1, 2, 3 … in the project. */
  version: number;
  state: PlanState;
  payload: PlanPayload;
  reason: string | null;
  madeBy: number;
  madeAt: Instant;
  /** Office or secretary, and an enterprise contact: both tap 同意. */
  agreedBy: number | null;
  agreedAt: Instant | null;
  contactBy: number | null;
  contactAt: Instant | null;
  /** Fingerprint of the calendar it was computed with. */
  calendar: string;
}

/** A step that moved a node by itself, by so many working days; 0 where they cannot be told apart. */
export interface ShiftCause {
  code: string;
  days: number;
}

/** Why a link or a project has its weather. Days are working days. */
export type WeatherReason =
  | { kind: 'on-time' }
  | { kind: 'done' }
  /** Late, and an appeal was granted. */
  | { kind: 'excused' }
  | { kind: 'late-finish'; days: number }
  | { kind: 'late-start'; days: number }
  | { kind: 'red-problem'; issueIds: number[] }
  | { kind: 'problem'; issueIds: number[] }
  | { kind: 'predecessor-late'; code: string }
  | { kind: 'little-float'; days: number }
  | { kind: 'near-due'; days: number };

export interface LinkWeather {
  weather: Weather;
  reason: WeatherReason;
}

/** What the morning's computation expects of a project. */
export interface Forecast {
  projectId: number;
  madeOn: Day;
  reached: PlanTargets;
  /** Working days later than planned (+) or earlier (−); null without a planned day. */
  shift: { start: number | null; production: number | null };
  /** Code of the link the shift comes from. */
  because: string | null;
  /** All it comes from; forecasts of an older version have none. */
  causes?: ShiftCause[];
  weather: Weather;
  /** The link the weather comes from, and why; null: all is done. Forecasts of an older version have none. */
  worst?: (LinkWeather & { code: string }) | null;
  /** The shifts that were last told (more than 3 working days are). */
  told: { start: number; production: number };
}
