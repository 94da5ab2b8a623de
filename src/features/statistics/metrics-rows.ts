/** The metrics that count projects, node days, links, investment and batches. */

import type { Tx } from '../../db/open.ts';
import { PRODUCTION_NODE, START_NODE } from '../../domain/plan/nodes.ts';
import { isWithin, type Span } from '../../domain/statistics/asked.ts';
import { investedIn } from '../../domain/statistics/investment.ts';
import { daysTaken, shortenedBy, wasKept } from '../../domain/statistics/link-pace.ts';
import { type Day, dayOf, daysBetween } from '../../domain/time.ts';
import { type Asking, type RowMetric, rowMetric, type StatRow } from './metric.ts';
import {
  type FinishedLink,
  loadBatches,
  loadBirths,
  loadFinishedLinks,
  loadInvestments,
  loadNodeDays,
} from './store-rows.ts';
import { ROWS } from './words.ts';
import { METRIC_WORDS, type MetricId } from './words-metrics.ts';

const onlyProjects = { unit: false, category: false };
const nameOf = ({ directory }: Asking, id: number) => directory.project(id)?.name ?? '';

interface ProjectRow extends StatRow {
  from: Day;
  until: Day | null;
}

async function loadProjects(tx: Tx, asking: Asking): Promise<ProjectRow[]> {
  const { timeZone } = asking.directory.settings;
  return (await loadBirths(tx, asking)).map(({ project, at }) => {
    const until = project.archived === null ? null : dayOf(project.archived.at, timeZone);
    const from = dayOf(at, timeZone);
    return {
      projectId: project.id,
      title: () => project.name,
      note: () => ROWS.project(from, until),
      from,
      until,
    };
  });
}

interface NodeRow extends StatRow {
  /** Days of the nodes a figure may begin or end with. */
  days: ReadonlyMap<string, Day>;
}

async function loadNodeRows(tx: Tx, asking: Asking): Promise<NodeRow[]> {
  return (await loadNodeDays(tx, asking)).map(({ project, reached, finished }) => {
    const days = new Map(reached);
    const other = (node: string, code: string) => {
      const day = finished.get(code);
      if (!days.has(node) && day !== undefined) days.set(node, day);
    };
    other(ROWS.landNode, 'land-supply');
    other(ROWS.permitNode, 'construction-permit');
    return { projectId: project.id, title: () => project.name, note: () => '', days };
  });
}

/** Days from one node to the other, told of the days in which the later one was reached. */
function between(id: MetricId, first: string, last: string): RowMetric {
  const gap = ({ days }: NodeRow) => {
    const [from, to] = [days.get(first), days.get(last)];
    return from === undefined || to === undefined || to < from ? null : { from, to };
  };
  return rowMetric<NodeRow>({
    id,
    ...METRIC_WORDS[id],
    section: 'projects',
    kind: 'average',
    measure: '天',
    clock: 'period',
    by: onlyProjects,
    load: loadNodeRows,
    count(row, span) {
      const found = gap(row);
      return found && isWithin(found.to, span) ? { value: daysBetween(found.from, found.to) } : null;
    },
    say(row) {
      const found = gap(row);
      return found ? ROWS.gap(first, found.from, last, found.to, daysBetween(found.from, found.to)) : '';
    },
  });
}

interface LinkRow extends StatRow, FinishedLink {
  projectId: number;
  kept: boolean | null;
  shortened: number | null;
}

async function loadLinkRows(tx: Tx, asking: Asking): Promise<LinkRow[]> {
  const { calendar } = asking.directory;
  return (await loadFinishedLinks(tx, asking)).map((link) => {
    const { startedOn, finishedOn, promised, statutory } = link;
    const known = startedOn !== null && startedOn <= finishedOn;
    return {
      ...link,
      title: () => ROWS.link(nameOf(asking, link.projectId), link.no, link.name),
      note: () =>
        known
          ? ROWS.linkDays(
              daysTaken(startedOn, finishedOn, promised.unit, calendar),
              promised,
              statutory,
              finishedOn,
            )
          : '',
      kept: known ? wasKept(startedOn, finishedOn, promised, calendar) : null,
      shortened: known ? shortenedBy(startedOn, finishedOn, statutory, calendar) : null,
    };
  });
}

interface InvestmentRow extends StatRow {
  invested: (span: Span) => { planned: number; actual: number } | null;
}

async function loadInvestmentRows(tx: Tx, asking: Asking): Promise<InvestmentRow[]> {
  return [...(await loadInvestments(tx, asking))].map(([projectId, years]) => ({
    projectId,
    title: () => nameOf(asking, projectId),
    note: () => '',
    invested: (span) => investedIn(years, span),
  }));
}

interface BatchRow extends StatRow {
  done: boolean;
}

async function loadBatchRows(tx: Tx, asking: Asking): Promise<BatchRow[]> {
  return (await loadBatches(tx, asking)).map(({ projectId, no, name, tasks, closed }) => ({
    projectId,
    title: () => ROWS.batch(nameOf(asking, projectId), no, name),
    note: () => ROWS.batchProgress(closed, tasks),
    done: closed === tasks,
  }));
}

const ofLinks = {
  section: 'projects',
  measure: '%',
  clock: 'period',
  by: { unit: true, category: false },
} as const;

export const ROW_METRICS: readonly RowMetric[] = [
  rowMetric<ProjectRow>({
    id: 'projects',
    ...METRIC_WORDS.projects,
    section: 'projects',
    kind: 'count',
    measure: '个',
    clock: 'period',
    by: onlyProjects,
    load: loadProjects,
    count: ({ from, until }, span) =>
      (span.to === null || from <= span.to) && (span.from === null || until === null || until >= span.from)
        ? {}
        : null,
  }),
  between('signToStart', ROWS.signNode, START_NODE),
  between('startToProduction', START_NODE, PRODUCTION_NODE),
  between('landToPermit', ROWS.landNode, ROWS.permitNode),
  rowMetric<LinkRow>({
    id: 'linksKept',
    ...METRIC_WORDS.linksKept,
    ...ofLinks,
    kind: 'rate',
    load: loadLinkRows,
    count: ({ kept, finishedOn }, span) =>
      kept === null || !isWithin(finishedOn, span) ? null : { hit: kept },
  }),
  rowMetric<LinkRow>({
    id: 'linksShortened',
    ...METRIC_WORDS.linksShortened,
    ...ofLinks,
    kind: 'average',
    load: loadLinkRows,
    count: ({ shortened, finishedOn }, span) =>
      shortened === null || !isWithin(finishedOn, span) ? null : { value: shortened },
    say: ({ shortened }) => (shortened === null ? '' : ROWS.shortened(shortened)),
  }),
  rowMetric<InvestmentRow>({
    id: 'investment',
    ...METRIC_WORDS.investment,
    section: 'projects',
    kind: 'fulfilment',
    measure: '%',
    clock: 'period',
    by: onlyProjects,
    load: loadInvestmentRows,
    count: ({ invested }, span) => invested(span),
    say({ invested }, span) {
      const found = invested(span);
      return found ? ROWS.invested(found.actual, found.planned) : '';
    },
  }),
  rowMetric<BatchRow>({
    id: 'batches',
    ...METRIC_WORDS.batches,
    section: 'others',
    kind: 'rate',
    measure: '%',
    clock: 'now',
    by: onlyProjects,
    load: loadBatchRows,
    count: ({ done }) => ({ hit: done }),
  }),
];
