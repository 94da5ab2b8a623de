/** The cards of 批次 and 批次 3. */
import { encodeAction } from '../../cards/actions.ts';
import { fitCard } from '../../cards/card-fit.ts';
import { type Counts, figuresLine, worstLight } from '../../cards/figures.ts';
import { issueRow } from '../../cards/issue-row.ts';
import {
  button,
  type Card,
  card,
  colored,
  footnote,
  markdown,
  rowWithButton,
  smallButtons,
} from '../../cards/kit.ts';
import { HEADER_COLORS, LIGHT_DOTS } from '../../cards/words.ts';
import type { Issue } from '../../domain/issue.ts';
import { lightOf } from '../../domain/lights.ts';
import type { Project } from '../../domain/model.ts';
import { clip, escapeMarkdown, oneLine } from '../../text/escape.ts';
import type { ViewContext } from '../../text/view.ts';
import { SMALL_BUTTONS } from '../../text/words.ts';
import type { Batch } from './store.ts';
import { BATCH } from './words.ts';

export const TASKS_PER_PAGE = 20;
const BATCHES_SHOWN = 25;

function countsOf(tasks: readonly Issue[], ctx: ViewContext): Counts {
  const counts: Counts = { total: 0 };
  for (const task of tasks) {
    const { color } = lightOf(task, ctx.directory, ctx.now);
    if (color === 'done') continue;
    counts[color] = (counts[color] ?? 0) + 1;
    counts.total++;
  }
  return counts;
}

function progressOf(tasks: readonly Issue[]): string {
  return BATCH.progress(tasks.filter((task) => task.status === 'closed').length, tasks.length);
}

const command = (project: Project, rest: string) => `批次 ${clip(oneLine(project.name), 100)} ${rest}`;

export function batchesCard(
  view: { project: Project; batches: readonly Batch[]; tasks: readonly Issue[] },
  ctx: ViewContext,
): Card {
  const { project, batches, tasks } = view;
  const rows = batches.slice(-BATCHES_SHOWN).map(({ id, no, name }) => {
    const own = tasks.filter((task) => task.batchId === id);
    const counts = countsOf(own, ctx);
    const light = counts.total === 0 ? 'green' : worstLight(counts);
    const dot = colored(HEADER_COLORS[light], LIGHT_DOTS[light]);
    const second = counts.total === 0 ? '' : `<br>${figuresLine(counts)}`;
    const head = escapeMarkdown(BATCH.head(no, clip(oneLine(name), 30)));
    return rowWithButton(
      [markdown(`${dot} **${head}** ${progressOf(own)}${second}`)],
      button(SMALL_BUTTONS.show, encodeAction({ do: 'answer', command: command(project, String(no)) })),
    );
  });
  const title = BATCH.title(clip(oneLine(project.name), 60));
  const made = card({
    title,
    color: 'default',
    summary: title,
    elements: rows.length > 0 ? rows : [footnote(BATCH.none)],
    demo: ctx.demo,
  });
  return fitCard(made, BATCH.cut);
}

export function batchCard(
  view: { project: Project; batch: Batch; tasks: readonly Issue[]; page: number },
  ctx: ViewContext,
): Card {
  const { project, batch, tasks } = view;
  const last = Math.max(1, Math.ceil(tasks.length / TASKS_PER_PAGE));
  const page = Math.min(view.page, last);
  const shown = tasks.slice((page - 1) * TASKS_PER_PAGE, page * TASKS_PER_PAGE);
  const counts = countsOf(tasks, ctx);
  const to = (label: string, n: number) =>
    button(label, encodeAction({ do: 'answer', command: command(project, `${batch.no} 第${n}页`) }));
  const title = `${BATCH.head(batch.no, clip(oneLine(batch.name), 40))} ${progressOf(tasks)}`;
  const made = card({
    title,
    subtitle: clip(oneLine(project.name), 60),
    color: counts.total === 0 ? 'default' : HEADER_COLORS[worstLight(counts)],
    summary: title,
    elements: [
      ...(counts.total > 0 ? [markdown(figuresLine(counts), 'heading')] : []),
      ...(shown.length > 0 ? shown.map((task) => issueRow(task, ctx)) : [footnote(BATCH.empty)]),
      ...(last > 1 ? [footnote(BATCH.page(page, last))] : []),
      ...smallButtons([
        ...(page > 1 ? [to(SMALL_BUTTONS.previous, page - 1)] : []),
        ...(page < last ? [to(SMALL_BUTTONS.next, page + 1)] : []),
      ]),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, BATCH.cut);
}
