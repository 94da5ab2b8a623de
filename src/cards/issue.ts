/** The live card of one problem: understood at a glance, all of it on one screen of a phone. */
import type { NoticeReason } from '../domain/decision.ts';
import type { HistoryRow, Issue } from '../domain/issue.ts';
import { mustActNow } from '../domain/issue-people.ts';
import type { Person } from '../domain/model.ts';
import { MINUTE } from '../domain/time.ts';
import { clip, escapeMarkdown, oneLine } from '../text/escape.ts';
import { personWithUnit } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';
import { headlineFor, noticeOf } from '../verbs/notices.ts';
import { fitCard } from './card-fit.ts';
import type { CardElement } from './element.ts';
import { type HeldLink, heldLinkLine } from './held-link.ts';
import { type ButtonRight, type ButtonView, issueButtons } from './issue-buttons.ts';
import { furtherFacts, mainFacts, turnFact } from './issue-facts.ts';
import {
  buttonRows,
  type Card,
  card,
  colored,
  footnote,
  headerTag,
  hr,
  markdown,
  panel,
  smallButtons,
  textBlock,
} from './kit.ts';
import { type LightView, lightTag, viewLight } from './light.ts';
import { fullTextAt, HEADER_COLORS, ITEM_KIND_NAMES, LATE_MARK, statusName } from './words.ts';
import { historyText } from './words-history.ts';
import { mutedLine } from './words-personal.ts';

export interface IssueNotice {
  reason: NoticeReason;
  /** What was said with it: a reason, a result; written by a person. */
  note?: string;
  /** Sent later than it should have been, and still true (补发). */
  late?: boolean;
}

export interface IssueView {
  issue: Issue;
  /** The last few rows, oldest first. */
  history: HistoryRow[];
  place: 'chat' | 'person';
  /** The newest row that says how the work goes, however far back; undefined when nobody has said. */
  progress?: HistoryRow | undefined;
  /** Number of recorded attachments. */
  attachments: number;
  /** Why a private card comes; shown as a band at its top. */
  notice?: IssueNotice;
  /** A sentence before everything else: the answer to what was just said. */
  lead?: string;
  /** What helped with a similar problem before (固化措施). */
  advice?: { issueId: number; text: string };
  /** Links it holds up, or is the clock of. */
  held?: readonly HeldLink[];
  /** It may be said which link it holds up. */
  linkable?: boolean;
  /** The one reader of a private card. */
  reader?: Person;
  /** What that reader may; undefined shows every button the status has. */
  allowed?: ReadonlySet<ButtonRight>;
}

const HISTORY_SHOWN = 2;

function headlineIn({ issue, reader }: IssueView, { reason }: IssueNotice, ctx: ViewContext): string {
  return reader ? headlineFor(reason, issue, reader.id, ctx.directory) : noticeOf(reason).headline;
}

function noticeBand(view: IssueView, notice: IssueNotice, ctx: ViewContext): CardElement[] {
  const words = noticeOf(notice.reason);
  const late = notice.late ? `【${LATE_MARK}】` : '';
  const headline = `**${late}${headlineIn(view, notice, ctx)}**`;
  const note = notice.note ? [textBlock(`“${oneLine(notice.note)}”`)] : [];
  return [markdown(words.todo ? colored('red', headline) : headline, 'heading'), ...note];
}

/** Particles of facts that stand on the card: by themselves they say nothing. */
const NOTHING_MORE =
  /^(?:责任单位|牵头单位|单位|完成时限|时限|限期|[请由给交转找归于在内前]|谢谢|[\s\p{P}])*$/u;

/** The whole text in a fold, when it says more than the card does: beyond title, unit, project and deadline. */
function wholeText(issue: Issue, attachments: number, ctx: ViewContext): CardElement[] {
  const files = attachments > 0 ? [footnote(`附件 ${attachments} 个`)] : [];
  if (issue.sourceRecalledAt !== undefined) return [footnote('原消息已撤回'), ...files];
  const unit = issue.unitId === null ? undefined : ctx.directory.unit(issue.unitId);
  const project = issue.projectId === null ? undefined : ctx.directory.project(issue.projectId);
  const shown = [
    issue.title,
    issue.deadline.phrase,
    ...[unit, project].flatMap((named) => (named ? [named.name, ...named.shortNames] : [])),
    ctx.people.get(issue.assigneeId ?? 0)?.name ?? '',
  ];
  const rest = shown
    .map(oneLine)
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    .reduce((text, words) => text.replace(words, ' '), oneLine(issue.text));
  if (NOTHING_MORE.test(rest)) return files;
  return [panel(`全文（${[...issue.text].length} 字）`, [textBlock(issue.text)]), ...files];
}

function pastLines(view: IssueView, ctx: ViewContext): CardElement[] {
  const rows = view.history.slice(-HISTORY_SHOWN);
  if (rows.length === 0) return [];
  const { issue } = view;
  const source = issue.sourcePersonId;
  const said = source === null ? [] : [`原话：${personWithUnit(ctx, source)}`];
  return [footnote([...said, ...rows.map((row) => historyText(row, ctx))].join('\n'))];
}

/** How the work goes, when reminders have pushed it out of the last lines; of what is late also that nobody has said. */
function progressLine(
  { issue, progress, history }: IssueView,
  light: LightView,
  ctx: ViewContext,
): CardElement[] {
  if (issue.status !== 'working' && issue.status !== 'unsigned' && issue.status !== 'paused') return [];
  if (progress === undefined) {
    const late = light.color === 'yellow' || light.color === 'red';
    return late ? [markdown(colored('grey', '还没有进展记录'))] : [];
  }
  if (history.slice(-HISTORY_SHOWN).some((row) => row.id === progress.id)) return [];
  return [
    markdown(`${colored('grey', '最新进展')}  ${escapeMarkdown(clip(historyText(progress, ctx), 160))}`),
  ];
}

function adviceText({ issueId, text }: { issueId: number; text: string }): string {
  return `相似问题 #${issueId} 的做法：${clip(oneLine(text), 160)}`;
}

const HELD_SHOWN = 3;

function heldLines({ issue, held = [] }: IssueView): string[] {
  const lines = held.slice(0, HELD_SHOWN).map((link) => heldLinkLine(link, issue.kind === 'link'));
  return lines.filter((line) => line !== '');
}

/** What is no problem says what it is. */
function kindTag({ kind }: Issue) {
  return kind === 'problem' ? [] : [headerTag(ITEM_KIND_NAMES[kind], 'blue')];
}

/** What the chat list shows: number, status and what it is about. */
function summaryOf(view: IssueView, light: LightView, ctx: ViewContext): string {
  const { issue, notice } = view;
  const why = notice ? headlineIn(view, notice, ctx) : `${statusName(issue)} ${light.why}`;
  return `#${issue.id} ${why.trim()} · ${oneLine(issue.title)}`;
}

/** 撤销 is offered while it works; in a private card only to the one who did the last step. */
function isUndoable(view: IssueView, ctx: ViewContext): boolean {
  const last = view.history.at(-1);
  if (!last || last.actorId === null || last.verb === 'undo') return false;
  const fresh = ctx.now - last.at <= ctx.directory.settings.undoMinutes * MINUTE;
  return fresh && (view.reader === undefined || view.reader.id === last.actorId);
}

function buttonView(view: IssueView, ctx: ViewContext): ButtonView {
  const { reader, notice } = view;
  const { what, personIds } = mustActNow(view.issue, ctx.directory);
  const allowed = view.allowed && new Set(view.allowed);
  // Nobody urges themselves.
  if (reader && personIds.includes(reader.id)) allowed?.delete('urge');
  return {
    ...(notice && { reason: notice.reason }),
    ...(allowed && { allowed }),
    undoable: isUndoable(view, ctx),
    linkable: view.linkable,
    askRating: what === 'rate',
    late: ctx.now > view.issue.deadline.at,
  };
}

/**
 * The card of one problem, for a group (mentions who must act) or for one person (their own buttons, and why
 * they get it). Always within the platform's limits. Load the people of domain
 * `peopleOf` and `mustActNow` and of the history first.
 */
export function issueCard(view: IssueView, ctx: ViewContext): Card {
  const { issue } = view;
  const light = viewLight(issue, ctx);
  const turn = turnFact(issue, view.place, view.reader?.id, ctx);
  const { main, small } = issueButtons(issue, buttonView(view, ctx));
  const elements: CardElement[] = [
    ...(view.lead ? [textBlock(view.lead)] : []),
    ...(view.notice ? noticeBand(view, view.notice, ctx) : []),
    markdown(mainFacts(issue, light, ctx).join('<br>'), 'heading'),
    ...(turn ? [markdown(turn)] : []),
    ...heldLines(view).map((line) => markdown(line)),
    ...furtherFacts(issue, ctx).map((fact) => markdown(fact)),
    ...progressLine(view, light, ctx),
    ...(view.reader && issue.mutedBy.includes(view.reader.id) ? [footnote(mutedLine(issue.id))] : []),
    ...(view.advice ? [textBlock(adviceText(view.advice))] : []),
    ...wholeText(issue, view.attachments, ctx),
    ...pastLines(view, ctx),
    ...(main.length > 0 ? [hr, ...buttonRows(main)] : []),
    ...smallButtons(small),
  ];
  const made = card({
    title: `#${issue.id} ${oneLine(issue.title)}`,
    color: HEADER_COLORS[light.color],
    tags: [...kindTag(issue), headerTag(statusName(issue), 'neutral'), ...lightTag(light)],
    summary: summaryOf(view, light, ctx),
    elements,
    demo: ctx.demo,
  });
  return fitCard(made, fullTextAt(issue.id));
}
