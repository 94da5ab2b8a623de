/** The network of a plan: links and 施工 in an order in which each follows what it waits for. */
import { addDays, type Day } from '../time.ts';
import { isDuration } from './duration.ts';
import {
  CONSTRUCTION,
  type LinkDefinition,
  type LinkDuration,
  type LinkTemplate,
  type PlannedStep,
  type ProjectLink,
} from './model.ts';

/** What a plan needs to know of a link. */
export type NetworkLink = Pick<ProjectLink, 'definition' | 'startedOn' | 'reportedOn' | 'finishedOn'> & {
  unconcerned: unknown;
};

/** Everything of a template beside its links. */
export type PlanBasis = Omit<LinkTemplate, 'links'>;

/** The two nodes a plan is measured by. */
export type NodeName = 'start' | 'production';

/** What really happened. A finish before the start is kept as it was said. */
export interface Actual {
  state: 'done' | 'begun';
  start: Day;
  /** Of what is done; of what is begun the day it was reported done, not confirmed yet. */
  finish: Day | null;
}

export interface Step {
  code: string;
  definition: LinkDefinition | null;
  duration: LinkDuration;
  /** Indexes into the steps, all smaller than its own. */
  before: number[];
  after: number[];
  actual: Actual | null;
  /** The node it must be ready for when nothing follows it: that of its stage; null after 投产. */
  due: NodeName | null;
  phase: 'preparation' | 'site' | 'acceptance';
}

export interface Network {
  steps: Step[];
  byCode: Map<string, number>;
  /** Steps whose end is the node; none when the plan does not reach that far. */
  nodes: Record<NodeName, number[]>;
  /** What every code waits for as it was said, those that do not concern the project among them. */
  waitsFor: ReadonlyMap<string, readonly string[]>;
  /** The link each node is reached by, though it may not concern the project. */
  ends: Record<NodeName, readonly string[]>;
}

/** Why no plan can be made. `codes` of a cycle in their order, each waiting for the one before it. */
export type NetworkFault =
  | { fault: 'cycle'; codes: string[] }
  | { fault: 'unknown'; code: string; on: string }
  | { fault: 'duration'; code: string };

export interface NetworkRequest {
  links: readonly NetworkLink[];
  basis: PlanBasis;
  /** null: 施工 is not planned, and neither is what comes after it. */
  construction: LinkDuration | null;
  /** The day 施工 really began. */
  constructionStartedOn?: Day | null;
  /** Durations other than those of the definitions, by code. */
  durations?: ReadonlyMap<string, LinkDuration>;
}

/** Links of a template that no project has taken yet: what does not concern a project by default is left out. */
export function linksOfTemplate({ links }: LinkTemplate): NetworkLink[] {
  return links.map((definition) => ({
    definition,
    unconcerned: definition.trigger?.concerned === false ? true : null,
    startedOn: null,
    reportedOn: null,
    finishedOn: null,
  }));
}

/** Never throws: what cannot be planned is named. */
export function buildNetwork(request: NetworkRequest): Network | NetworkFault {
  const raw = listRaw(request);
  const byCode = new Map(raw.map((step) => [step.code, step]));
  for (const step of raw) {
    const on = step.waitsFor.find((code) => !byCode.has(code));
    if (on !== undefined) return { fault: 'unknown', code: step.code, on };
    if (!step.skipped && !isDuration(step.duration)) return { fault: 'duration', code: step.code };
  }
  const order = sortByOrder(raw, byCode);
  if (!Array.isArray(order)) return order;
  const passed = new Map<string, string[]>();
  for (const step of order) {
    const through = step.waitsFor.flatMap((code) =>
      byCode.get(code)?.skipped ? (passed.get(code) ?? []) : code,
    );
    passed.set(step.code, [...new Set(through)]);
  }
  const resolve = (code: string) => (byCode.get(code)?.skipped ? (passed.get(code) ?? []) : [code]);
  return assemble(request, order, passed, resolve);
}

interface RawStep {
  code: string;
  definition: LinkDefinition | null;
  duration: LinkDuration;
  waitsFor: string[];
  actual: Actual | null;
  skipped: boolean;
}

function listRaw({
  links,
  basis,
  construction,
  constructionStartedOn,
  durations,
}: NetworkRequest): RawStep[] {
  const { after, before } = basis.construction;
  const codes = new Set(links.map((link) => link.definition.code));
  const gate = construction ? CONSTRUCTION : after;
  const steps = links.map((link): RawStep => {
    const { code, promised, dependencies } = link.definition;
    const waitsFor = dependencies.map((dependency) => dependency.on);
    return {
      code,
      definition: link.definition,
      duration: durations?.get(code) ?? promised,
      waitsFor: before.includes(code) && codes.has(after) ? [...waitsFor, gate] : waitsFor,
      actual: actualOf(link),
      skipped: link.unconcerned !== null,
    };
  });
  if (!construction) return steps;
  const site: RawStep = {
    code: CONSTRUCTION,
    definition: null,
    duration: durations?.get(CONSTRUCTION) ?? construction,
    waitsFor: codes.has(after) ? [after] : [],
    actual: actualOfConstruction(links, basis, constructionStartedOn ?? null),
    skipped: false,
  };
  return [...steps, site];
}

function actualOf({ startedOn, reportedOn, finishedOn }: NetworkLink): Actual | null {
  if (finishedOn) return { state: 'done', start: startedOn ?? finishedOn, finish: finishedOn };
  const start = startedOn ?? reportedOn;
  return start ? { state: 'begun', start, finish: reportedOn } : null;
}

/** 施工 has no row of its own: it began on the day of the node 开工, or the day after its permit came, and is over when what accepts it began. */
function actualOfConstruction(
  links: readonly NetworkLink[],
  basis: PlanBasis,
  on: Day | null,
): Actual | null {
  const { after, before } = basis.construction;
  const permitted = links.find((link) => link.definition.code === after)?.finishedOn ?? null;
  const start = on ?? (permitted && addDays(permitted, 1));
  const accepted = links
    .filter((link) => before.includes(link.definition.code))
    .map((link) => actualOf(link)?.start)
    .filter((day) => day !== undefined)
    .sort()[0];
  if (accepted) return { state: 'done', start: start ?? accepted, finish: accepted };
  return start ? { state: 'begun', start, finish: null } : null;
}

/** Each after all it waits for, otherwise in the order given; a cycle is told in its own order. */
function sortByOrder(raw: RawStep[], byCode: Map<string, RawStep>): RawStep[] | NetworkFault {
  const state = new Map<string, 'open' | 'done'>();
  const order: RawStep[] = [];
  const path: string[] = [];
  let cycle: string[] | null = null;
  const visit = (step: RawStep): void => {
    if (cycle || state.get(step.code) === 'done') return;
    if (state.get(step.code) === 'open') {
      cycle = path.slice(path.indexOf(step.code)).reverse();
      return;
    }
    state.set(step.code, 'open');
    path.push(step.code);
    for (const code of step.waitsFor) {
      const on = byCode.get(code);
      if (on) visit(on);
    }
    path.pop();
    state.set(step.code, 'done');
    order.push(step);
  };
  for (const step of raw) visit(step);
  return cycle ? { fault: 'cycle', codes: cycle } : order;
}

function assemble(
  { basis, construction, links }: NetworkRequest,
  order: RawStep[],
  passed: Map<string, string[]>,
  resolve: (code: string) => string[],
): Network {
  const startLink = links.find((link) => link.definition.code === basis.nodes.start);
  const stageOf = (code: string | undefined) => basis.stages.findIndex((stage) => stage.code === code);
  const lastStage = stageOf(startLink?.definition.stage);
  const gates = new Set<string>(construction ? [CONSTRUCTION] : resolve(basis.nodes.start));
  const beyond = new Set(gates);
  const kept = order.filter((step) => !step.skipped);
  const opened = new Set(resolve(basis.nodes.start));
  const ended = new Set(resolve(basis.nodes.production));
  for (const { code } of kept) {
    for (const reached of [beyond, opened, ended]) {
      if ((passed.get(code) ?? []).some((on) => reached.has(on))) reached.add(code);
    }
  }
  const isAcceptance = (code: string) => beyond.has(code) && !gates.has(code);
  const planned = construction ? kept : kept.filter((step) => !isAcceptance(step.code));
  const byCode = new Map(planned.map((step, index) => [step.code, index]));
  const indexes = (codes: string[]) =>
    codes.map((code) => byCode.get(code)).filter((index) => index !== undefined);
  const steps = planned.map((raw): Step => {
    const early =
      raw.definition !== null && stageOf(raw.definition.stage) <= lastStage && !opened.has(raw.code);
    return {
      code: raw.code,
      definition: raw.definition,
      duration: raw.duration,
      before: indexes(passed.get(raw.code) ?? []),
      after: [],
      actual: raw.actual,
      due: early ? 'start' : ended.has(raw.code) ? null : 'production',
      phase: raw.code === CONSTRUCTION ? 'site' : isAcceptance(raw.code) ? 'acceptance' : 'preparation',
    };
  });
  for (const [index, step] of steps.entries()) for (const one of step.before) steps[one]?.after.push(index);
  const waitsFor = new Map(order.map((step) => [step.code, step.waitsFor]));
  const ends = { start: [basis.nodes.start], production: [basis.nodes.production] };
  return { steps, byCode, nodes: nodesOf(basis, construction !== null, indexes, resolve), waitsFor, ends };
}

function nodesOf(
  { nodes }: PlanBasis,
  whole: boolean,
  indexes: (codes: string[]) => number[],
  resolve: (code: string) => string[],
): Network['nodes'] {
  return {
    start: indexes(resolve(nodes.start)),
    production: whole ? indexes(resolve(nodes.production)) : [],
  };
}

/** Durations a plan was agreed with, by code. */
export function durationsOf(steps: readonly PlannedStep[]): Map<string, LinkDuration> {
  return new Map(steps.map((step) => [step.code, step.duration]));
}
