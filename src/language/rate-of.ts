/** Rates, and how long it takes. */
import type { IssueFilter } from '../domain/issue-filter.ts';
import type { Reading } from '../domain/reading.ts';
import type { ReadContext } from './definition.ts';
import { filterOf } from './filter-of.ts';
import { by, heardOf, type Part, rankOf, statesBut, whole } from './reading-part.ts';
import type { Scan } from './scanned.ts';

export function rateOf(scan: Scan, context: ReadContext): Part {
  const rate = scan.rate ?? 'closed';
  // 按时率最低的: of units, where nobody else is named.
  const ranked = scan.tags.has('highest') || scan.tags.has('lowest');
  const named =
    scan.unitIds.length + scan.projectIds.length + scan.areaIds.length + scan.categoryIds.length > 0;
  const apart = ranked && !named && rate !== 'share' ? { by: 'unit' as const } : {};
  const common = { measure: 'rate', rate, ...apart, ...by(scan), ...rankOf(scan) } as const;
  if (rate === 'share') {
    const filter = filterOf(scan, context);
    const parts = scan.states.filter(({ kind }) => kind !== 'closed' && kind !== 'all' && kind !== 'open');
    const wrong = [
      ...statesBut(
        scan,
        'open',
        ...(scan.states.some(({ kind }) => kind === 'open') ? (['all'] as const) : []),
        'color',
        'overdue',
        'in-time',
        'lit',
        'status',
        'agenda',
        'extension',
        'long-term',
        'asleep',
      ),
      ...scan.periods.map((one) => heardOf(scan, one)),
      ...(scan.states.some((s) => s.kind === 'status' && s.status === 'void') ? [heardOf(scan, 'rate')] : []),
      ...(parts.length === 0 ? [heardOf(scan, 'rate')] : []),
    ];
    return { reading: { ...common, filter }, unread: wrong };
  }
  const closed = rate !== 'closed';
  const { source, ...others } = whole(scan, context, closed ? 'closed' : 'logged');
  // 企业满意度: it is always the enterprise that rates.
  const filter = source && (rate !== 'satisfied' || scan.basis) ? { ...others, source } : others;
  const reading: Reading = { ...common, filter: closed ? { ...filter, statuses: ['closed'] } : filter };
  return { reading, unread: statesBut(scan, 'closed', 'all') };
}

export function durationOf(scan: Scan, context: ReadContext): Part {
  const { taken } = scan;
  const filter: IssueFilter =
    taken === undefined
      ? { ...whole(scan, context, 'closed'), statuses: ['closed'] }
      : whole(scan, context, 'logged');
  const duration = scan.by ? 'average' : (scan.duration ?? 'average');
  const most =
    scan.by && scan.duration !== 'average' ? (scan.duration === 'fastest' ? 'low' : 'high') : undefined;
  const reading: Reading = {
    measure: 'duration',
    duration: taken === undefined || scan.by ? duration : 'average',
    filter,
    ...(taken && { taken }),
    ...by(scan),
    ...rankOf(scan),
    ...(most && { most }),
  };
  return { reading, unread: statesBut(scan, 'closed', 'all') };
}
