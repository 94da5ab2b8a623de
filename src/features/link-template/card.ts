/** The cards of templates: the list of them, and what an imported file would change. */
import { encodeAction } from '../../cards/actions.ts';
import { fitCard } from '../../cards/card-fit.ts';
import {
  button,
  buttonRows,
  type Card,
  card,
  colored,
  footnote,
  hr,
  markdown,
  smallButtons,
} from '../../cards/kit.ts';
import type { LinkDefinition } from '../../domain/plan/model.ts';
import { isReviewDue } from '../../domain/plan/review.ts';
import type { Day, Instant } from '../../domain/time.ts';
import { clip, escapeMarkdown, oneLine } from '../../text/escape.ts';
import { shortInstant, today } from '../../text/moments.ts';
import type { ViewContext } from '../../text/view.ts';
import { BUTTONS } from '../../text/words.ts';
import type { LinkDifference } from './rules-diff.ts';
import { FACT_NAMES, IMPORT, LIST, PREVIEW, TEMPLATE, titleOf } from './words.ts';

export interface TemplateLine {
  name: string;
  chosen: boolean;
  links: number;
  /** Numbers of links that are 待确认. */
  open: readonly number[];
  reviewedOn: Day;
  /** null: as it was shipped. */
  changedAt: Instant | null;
  /** Of the chosen one: links for which no unit is found. */
  unmatched: readonly Pick<LinkDefinition, 'no' | 'name' | 'authorities'>[];
}

const UNMATCHED_SHOWN = 12;
const CHOICES_SHOWN = 6;

const words = (text: string, most = 60) => escapeMarkdown(clip(oneLine(text), most));

export function templatesCard(
  { lines, taken }: { lines: readonly TemplateLine[]; taken: number },
  ctx: ViewContext,
): Card {
  const unmatched = lines.flatMap((line) => line.unmatched);
  const rest = unmatched.length - UNMATCHED_SHOWN;
  const others = lines.filter(({ chosen }) => !chosen).slice(0, CHOICES_SHOWN);
  const made = card({
    title: TEMPLATE.title,
    color: 'default',
    summary: TEMPLATE.title,
    elements: [
      ...lines.map((line) => markdown(lineText(line, ctx))),
      ...(unmatched.length > 0
        ? [
            markdown(
              [
                colored('orange', escapeMarkdown(LIST.unmatched(unmatched.length))),
                ...unmatched
                  .slice(0, UNMATCHED_SHOWN)
                  .map((link) => words(LIST.unmatchedLink(titleOf(link), link.authorities.slice(0, 3)), 80)),
                ...(rest > 0 ? [LIST.more(rest)] : []),
                escapeMarkdown(LIST.howToMatch),
              ].join('<br>'),
            ),
          ]
        : []),
      footnote(LIST.taken(taken)),
      footnote(LIST.how),
      ...smallButtons([
        button(LIST.export, say(LIST.exportCommand)),
        ...(lines.some(({ chosen, open }) => chosen && open.length > 0)
          ? [button(LIST.confirmAll, say(LIST.confirmAllCommand))]
          : []),
        ...others.map(({ name }) => button(clip(LIST.choose(name), 20), say(LIST.chooseCommand(name)))),
      ]),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, TEMPLATE.cut);
}

const say = (command: string) => encodeAction({ do: 'answer', command });

function lineText(line: TemplateLine, ctx: ViewContext): string {
  const due = isReviewDue(line.reviewedOn, today(ctx));
  const reviewed = escapeMarkdown(LIST.reviewed(line.reviewedOn, due));
  return [
    `**${words(line.name)}**${line.chosen ? `（${TEMPLATE.chosen}）` : ''}`,
    escapeMarkdown(LIST.counts(line.links, line.open)),
    due ? colored('orange', reviewed) : reviewed,
    escapeMarkdown(line.changedAt === null ? LIST.shipped : LIST.changed(shortInstant(line.changedAt, ctx))),
  ].join('<br>');
}

const LINES_SHOWN = 40;

/** What a file would change, link by link; waits for 确认. */
export function importCard(
  view: {
    draftId: string;
    name: string;
    exportedFrom: string | undefined;
    differences: readonly LinkDifference[];
    taken: number;
  },
  ctx: ViewContext,
): Card {
  const { draftId, name, exportedFrom, differences, taken } = view;
  const count = (kind: LinkDifference['kind']) => differences.filter((one) => one.kind === kind).length;
  const lines = differences.map(differenceText);
  const other = exportedFrom !== undefined && exportedFrom !== name;
  const made = card({
    title: IMPORT.title(clip(oneLine(name), 30)),
    color: 'default',
    summary: IMPORT.title(clip(oneLine(name), 30)),
    elements: [
      markdown(`**${escapeMarkdown(IMPORT.counts(count('changed'), count('added'), count('removed')))}**`),
      ...(other ? [markdown(colored('orange', words(IMPORT.otherFile(exportedFrom, name), 120)))] : []),
      ...lines.slice(0, LINES_SHOWN).map((line) => markdown(line)),
      ...(lines.length > LINES_SHOWN ? [footnote(IMPORT.more(lines.length - LINES_SHOWN))] : []),
      footnote(PREVIEW.scope(clip(oneLine(name), 30), taken)),
      hr,
      ...buttonRows([
        button(BUTTONS.confirm, encodeAction({ do: 'confirm-draft', draftId }), { type: 'primary_filled' }),
        button(BUTTONS.cancel, encodeAction({ do: 'cancel-draft', draftId })),
      ]),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, IMPORT.cut);
}

function differenceText({ kind, no, name, facts }: LinkDifference): string {
  const title = `**${words(titleOf({ no, name }))}**`;
  if (kind !== 'changed') return `${title} ${colored(kind === 'added' ? 'green' : 'red', IMPORT[kind])}`;
  const changes = facts.map(
    ({ fact, before, after }) => `${FACT_NAMES[fact]}：${words(before, 80)} → ${words(after, 80)}`,
  );
  return [title, ...changes].join('<br>');
}
