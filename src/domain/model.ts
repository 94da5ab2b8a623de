/** The people, units, projects and groups the rules speak about. Plain data; ids are database ids. */
import type { HolidayRow, NoticeDay } from './calendar.ts';
import type { StandIn } from './handover.ts';
import type { Day, Instant } from './time.ts';
import type { QuietHours, WorkingHours } from './worktime.ts';

/** City, county, zone (市 → 县/区 → 园区); rights reach down this tree, never up or across. */
export interface Area {
  id: number;
  parentId: number | null;
  name: string;
}

export interface Person {
  id: number;
  openId: string;
  name: string;
  tenantKey: string;
  /** Same tenant as the deployment; everybody else has only the enterprise row of the rights table. */
  home: boolean;
  unitId: number | null;
  /** No automatic private messages before this instant (静默). */
  mutedUntil: Instant | null;
  /** Set when the platform says this person cannot be reached (resigned, blocked the bot, out of range). */
  unreachableSince: Instant | null;
  /** How often the digest comes (快报); only leaders and the office may choose. */
  digest: DigestRhythm;
}

/** 每天 or 每周: on the first working day of the week. */
export type DigestRhythm = 'daily' | 'weekly';

/** A department or company that can be made responsible (责任单位). */
export interface Unit {
  id: number;
  areaId: number;
  name: string;
  shortNames: string[];
  /** Head (单位负责人). */
  headId: number | null;
  /** Coordinator who signs for the unit (联络员). */
  coordinatorId: number | null;
  /** Names it bore before, still understood. */
  formerNames?: string[];
  /** Merged into another unit or abolished: kept for what it did, no more to be chosen. */
  closed?: { at: Instant; successorId: number | null } | null;
}

/** Kind of problem (用地, 供电, 环评 …) with the unit and the limit it gets by default. */
export interface Category {
  id: number;
  name: string;
  keywords: string[];
  unitId: number | null;
  limitDays: number;
}

export interface Project {
  id: number;
  areaId: number;
  name: string;
  shortNames: string[];
  enterprise: string | null;
  /** Leader in charge (分管领导 / 组长). */
  leaderId: number | null;
  /** Project secretary (项目秘书). */
  secretaryId: number | null;
  leadUnitId: number | null;
  memberUnitIds: number[];
  /** Enterprise contacts (企业联系人). */
  contactIds: number[];
  /** Start of construction (开工). */
  startOn: Day | null;
  /** Start of production (投产). */
  productionOn: Day | null;
  /** Green channel (绿色通道) halves the default limit. */
  greenChannel: boolean;
  /** Park (园区). */
  park: string | null;
  /** Industry tags (产业): 磷化工. */
  industries: string[];
  /** 六个一批 bucket: 开工一批. */
  bucket: string | null;
  /** 省重点 · 市重点 · 县重点. */
  level: string | null;
  /** 出让 · 划拨 · 存量 · 改扩建. */
  land: string | null;
  /** Total investment in 万元. */
  investTotal: number | null;
  /** What has no field of its own (备注), lines of “column：text” where a ledger said it. */
  note?: string | null;
  /** Ended (归档): its history stays readable. */
  archived: Archived | null;
  /** Of the morning's forecast; null: no plan is agreed. */
  weather: Weather | null;
  /** Where its rules differ from the deployment's; none: nowhere. */
  rules?: RulesPatch | null;
}

/** ☀ on time · ⛅ at risk · 🌧 late or blocked by a red problem. */
export type Weather = 'sun' | 'cloud' | 'rain';

export interface Archived {
  at: Instant;
  byId: number;
  reason: string;
}

export type ChatKind = 'unbound' | 'project' | 'office';

/** A Feishu group the bot is or was in. */
export interface Chat {
  id: string;
  name: string;
  external: boolean;
  kind: ChatKind;
  areaId: number | null;
  projectIds: number[];
  defaultProjectId: number | null;
  /** Bot removed, group dissolved or muted; nothing is sent there. */
  unreachable: boolean;
}

/** `principal` is the principal leader (主要领导); `leader` any other leader of the area (分管领导). */
export type Role = 'office' | 'leader' | 'principal' | 'administrator';

export interface RoleGrant {
  personId: number;
  role: Role;
  areaId: number;
}

/**
 * Who can stand on a rung: who signed (签收人, else the unit's contact), coordinator (联络员), unit head (单位负责人),
 * project secretary (项目秘书), office (综合办), leader in charge (分管领导), principal leader (主要领导).
 */
export type Post = 'assignee' | 'coordinator' | 'head' | 'secretary' | 'office' | 'leader' | 'principal';

/** Response and dispatch levels (三级响应、四级调度) of product.md §4–§5; each issue keeps the snapshot it started with. */
export interface Rules {
  /** Dispatch levels (谁知道): who stands on each rung; deadline rungs speak to those below again. */
  hears: Record<Rung, Post[]>;
  /** 蓝: this many working days before the deadline. */
  nearDueDays: number;
  /** 黄 lasts this many working days after the deadline; then 红. None: red at once. */
  yellowDays: number;
  /** Above this many working days overdue the principal leader hears. */
  deepRedDays: number;
  /** Two yellows within this many calendar days make red. */
  yellowRepeatDays: number;
  /** Not signed: coordinator after the first, unit head after the second number of working days. */
  unsignedDays: [number, number];
  /** An acknowledgement lapses after this many working days without change. */
  acknowledgeLapseDays: number;
  maxPauses: number;
  /** Bounces (退回) after which transfers freeze. */
  bounceLimit: number;
  /** Working days after strike-off until the verifier is asked whether it came back (回头看). */
  lookBackDays: number;
}

/** Some of the rules, over others. */
export type RulesPatch = Partial<Omit<Rules, 'hears'>> & { hears?: Partial<Rules['hears']> };

export interface Settings {
  timeZone: string;
  hours: WorkingHours;
  /** Nothing is sent by itself in these hours nor on a non-working day. */
  quiet: QuietHours;
  /** Default limit in working days when neither text nor category says one. */
  limitDays: number;
  /** Unrouted problems are reported to the office at this clock. */
  unroutedClock: string;
  /** 加急 for red rungs. */
  urgentApp: boolean;
  undoMinutes: number;
  /** A message missed in an outage that is older than this is asked about, not run. */
  staleMinutes: number;
  /** A link to the pages (看板) is good for this long. */
  boardHours: number;
  rules: Rules;
  bulletin: BulletinRules;
}

/** From when on a unit or project is proposed for 红榜 or 黑榜; rates in percent. */
export interface BulletinRules {
  redRate: number;
  redClosed: number;
  blackRate: number;
  blackOverdue: number;
  /** By which 红黄牌 are given; none: 本系统默认. */
  ruleSet?: RuleSetName;
}

/** Rule sets of 红黄牌 (domain/rule-sets.ts), by the names they bear in chats and rows; those never change. */
export type RuleSetName = '本系统默认' | '达序时' | '欠进度';

/** Everything slow-changing, loaded once per version of the master data. */
export interface DirectoryData {
  version: number;
  areas: Area[];
  units: Unit[];
  categories: Category[];
  projects: Project[];
  grants: RoleGrant[];
  holidays: HolidayRow[];
  publishedYears: number[];
  /** Imported notices, oldest year first. */
  notices: NoticeDay[];
  /** People away and who acts for them now (交接). */
  standIns: StandIn[];
  /** Own people nothing can be sent to: resigned, out of range, blocked the bot. */
  unreachable: number[];
  settings: Settings;
}

export const DEFAULT_BULLETIN: BulletinRules = {
  redRate: 95,
  redClosed: 5,
  blackRate: 60,
  blackOverdue: 3,
  ruleSet: '本系统默认',
};

export const DEFAULT_RULES: Rules = {
  hears: {
    unrouted: ['office'],
    'unsigned-1': ['coordinator'],
    'unsigned-2': ['head'],
    blue: ['assignee'],
    yellow: ['head', 'secretary'],
    red: ['leader'],
    'deep-red': ['principal'],
  },
  nearDueDays: 2,
  yellowDays: 3,
  deepRedDays: 6,
  yellowRepeatDays: 30,
  unsignedDays: [1, 2],
  acknowledgeLapseDays: 2,
  maxPauses: 2,
  bounceLimit: 2,
  lookBackDays: 10,
};

export type Rung = 'unrouted' | 'unsigned-1' | 'unsigned-2' | 'blue' | 'yellow' | 'red' | 'deep-red';
