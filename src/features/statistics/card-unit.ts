/** The card of a unit: what is open, how it did, what happened last. Pure. */
import { encodeAction, encodeOwn } from '../../cards/actions.ts';
import { fitCard } from '../../cards/card-fit.ts';
import { figuresLine, worstLight } from '../../cards/figures.ts';
import { button, type Card, card, footnote, hr, markdown, smallButtons, textBlock } from '../../cards/kit.ts';
import { HEADER_COLORS } from '../../cards/words.ts';
import { historyText } from '../../cards/words-history.ts';
import type { HistoryRow } from '../../domain/issue.ts';
import type { Unit } from '../../domain/model.ts';
import type { Asked } from '../../domain/statistics/asked.ts';
import { NOTHING } from '../../domain/statistics/figure.ts';
import { clip, oneLine } from '../../text/escape.ts';
import type { ViewContext } from '../../text/view.ts';
import { SMALL_BUTTONS } from '../../text/words.ts';
import { lightCounts, metricText, type NamedColumn } from './card.ts';
import { valueText } from './card-figure.ts';
import type { Figures } from './figures.ts';
import { OPEN_DETAIL, SHOW } from './kinds.ts';
import type { Metric } from './metric.ts';
import { BUTTONS, DETAIL, UNIT_CARD } from './words.ts';
import type { MetricId } from './words-metrics.ts';

export interface UnitView {
  unit: Unit;
  asked: Asked;
  columns: readonly NamedColumn[];
  metrics: readonly Metric[];
  figures: Figures;
  /** Newest first. */
  rows: readonly HistoryRow[];
  /** Set: not the whole unit is counted, only what lies in this area. */
  within?: string | undefined;
}

/** Told beside the rate. */
const OTHERS: readonly MetricId[] = ['raised', 'closed', 'takenAverage', 'satisfied'];

export function unitCard(view: UnitView, ctx: ViewContext): Card {
  const { unit, figures, metrics, columns, rows, asked } = view;
  const counts = lightCounts(figures);
  const metric = (id: MetricId) => metrics.find((one) => one.id === id);
  const onTime = metric('onTime');
  const rates = columns.map(({ label }, c) => {
    const tally = figures.get('onTime')?.[c] ?? NOTHING;
    if (tally.n === 0 || !onTime) return UNIT_CARD.noRate(label);
    return UNIT_CARD.rate(label, valueText(onTime, tally), tally.n);
  });
  const name = (id: number | null) => (id === null ? undefined : ctx.people.get(id)?.name);
  const title = UNIT_CARD.title(clip(oneLine(unit.name), 60));
  const successor = unit.closed?.successorId ?? null;
  const opened = (id: MetricId) => ({ metric: id, asked, column: 'year' as const, page: 1, turn: false });
  const made = card({
    title,
    color: counts.total === 0 ? 'default' : HEADER_COLORS[worstLight(counts)],
    summary: `${title}：${UNIT_CARD.open(counts.total)}`,
    elements: [
      ...(unit.closed
        ? [
            textBlock(
              UNIT_CARD.closed(
                unit.name,
                successor === null ? undefined : ctx.directory.unit(successor)?.name,
              ),
            ),
          ]
        : [textBlock(UNIT_CARD.people(name(unit.coordinatorId), name(unit.headId)))]),
      ...(view.within === undefined ? [] : [textBlock(UNIT_CARD.within(view.within))]),
      counts.total === 0
        ? textBlock(UNIT_CARD.noneOpen, 'heading')
        : markdown(figuresLine(counts), 'heading'),
      textBlock(rates.join('\n')),
      ...OTHERS.flatMap((id) => {
        const one = metric(id);
        const tallies = figures.get(id) ?? [];
        if (!one || tallies.every(({ n }) => n === 0)) return [];
        return [markdown(`${one.name}<br>${metricText(one, tallies, columns)}`)];
      }),
      ...smallButtons([
        button(SMALL_BUTTONS.list, encodeAction({ do: 'page', filter: { unitIds: [unit.id] }, page: 1 })),
        button(`${onTime?.name ?? ''}${BUTTONS.detail}`, encodeOwn(OPEN_DETAIL, opened('onTime'))),
        button(DETAIL.all, encodeOwn(SHOW, { asked })),
      ]),
      hr,
      markdown(`**${UNIT_CARD.events}**`),
      rows.length === 0
        ? footnote(UNIT_CARD.noEvents)
        : textBlock(
            rows.map((row) => UNIT_CARD.event(row.issueId, clip(historyText(row, ctx), 90))).join('\n'),
          ),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, UNIT_CARD.cut);
}
