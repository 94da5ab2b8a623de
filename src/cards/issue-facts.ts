/** The lines of a problem's card, one function per fact. All return markdown or nothing. */

import type { Issue, PendingRequest } from '../domain/issue.ts';
import { mustActNow } from '../domain/issue-people.ts';
import { workingDaysPaused } from '../domain/worktime.ts';
import { clip, escapeMarkdown } from '../text/escape.ts';
import {
  dayText,
  deadlineText,
  provisionalDayText,
  provisionalText,
  recountedText,
} from '../text/moments.ts';
import { personName, personOnDuty, personWithUnit, projectName, unitName } from '../text/names.ts';
import type { ViewContext } from '../text/view.ts';
import { SATISFACTION_NAMES } from '../text/words.ts';
import { VERBS } from '../verbs/verbs.ts';
import { colored, mention } from './kit.ts';
import type { LightView } from './light.ts';
import { MOVES, OTHERWISE } from './words-facts.ts';

const TEXT = 160;

const label = (text: string): string => `${colored('grey', text)}  `;
const quote = (text: string): string => escapeMarkdown(clip(text, TEXT));

/** 责任单位(签收人) · 完成时限 · 项目: the three obligatory facts, large. */
export function mainFacts(issue: Issue, light: LightView, ctx: ViewContext): string[] {
  return [unitFact(issue, ctx), deadlineFact(issue, light, ctx), projectFact(issue, ctx)];
}

function unitFact(issue: Issue, ctx: ViewContext): string {
  const name = escapeMarkdown(unitName(ctx, issue.unitId));
  const who = issue.assigneeId === null ? '' : ` · ${escapeMarkdown(personOnDuty(ctx, issue.assigneeId))}`;
  return `${label('责任单位')}**${name}**${who}`;
}

function deadlineFact(issue: Issue, light: LightView, ctx: ViewContext): string {
  const now = `**${escapeMarkdown(deadlineText(issue.deadline, ctx))}**`;
  const left = light.reason.code === 'paused' ? '计时已停' : light.why;
  const color = light.color === 'yellow' ? 'orange' : light.color;
  const painted =
    color === 'red' || color === 'orange' || color === 'blue' ? colored(color, `**${left}**`) : left;
  const why = [recountedText(issue, ctx), provisionalText(issue, ctx)]
    .filter((text) => text !== '')
    .map((text) => `<br>${colored('grey', escapeMarkdown(text))}`)
    .join('');
  if (issue.originalDeadline === null) return `${label('完成时限')}${now}${left && `  ${painted}`}${why}`;
  const before = escapeMarkdown(deadlineText(issue.originalDeadline, ctx));
  return `${label('完成时限')}原 ${before}<br>${label('　　　　')}现 ${now}${left && `  ${painted}`}${why}`;
}

function projectFact(issue: Issue, ctx: ViewContext): string {
  return `${label('项　　目')}${escapeMarkdown(projectName(ctx, issue.projectId))}`;
}

/** 等 @张三 签收; in a private card to the one who must act: 轮到您签收. */
export function turnFact(
  issue: Issue,
  place: 'chat' | 'person',
  readerId: number | undefined,
  ctx: ViewContext,
): string {
  const { what, personIds, standIns } = mustActNow(issue, ctx.directory);
  if (what === 'none') return '';
  const away = (deputyId: number) => {
    const names = standIns.flatMap((one) =>
      one.deputyId === deputyId ? [escapeMarkdown(personName(ctx, one.personId))] : [],
    );
    return names.length > 0 ? `（代${names.slice(0, 3).join('、')}）` : '';
  };
  if (readerId !== undefined && personIds.includes(readerId))
    return `**轮到您${away(readerId)}${MOVES[what]}**`;
  const people = personIds.flatMap((id) => ctx.people.get(id) ?? []).slice(0, 3);
  const names = people.map(
    (person) => `${place === 'chat' ? mention(person) : escapeMarkdown(person.name)}${away(person.id)}`,
  );
  const who = names.length > 0 ? names.join(place === 'chat' ? ' ' : '、') : (OTHERWISE[what] ?? '综合办');
  return `等 ${who} **${MOVES[what]}**`;
}

function pendingFact(pending: PendingRequest, ctx: ViewContext): string {
  const who = escapeMarkdown(personWithUnit(ctx, pending.byId));
  const why = quote(pending.reason);
  if (pending.kind === 'extension') {
    const past = pending.to.at < ctx.now ? colored('red', '（已过）') : '';
    return `**申请延期**到 **${escapeMarkdown(deadlineText(pending.to, ctx))}**${past}，等综合办批准<br>${who}：${why}`;
  }
  const chaser = escapeMarkdown(personName(ctx, pending.chaserId));
  const until = escapeMarkdown(dayText(pending.expected, ctx));
  return `**申请挂账**到 **${until}**，盯办人 ${chaser}，等综合办批准<br>${who}：${why}`;
}

function pauseFact(issue: Issue, ctx: ViewContext): string {
  const open = issue.pauses.find((pause) => pause.until === null);
  if (!open) return '';
  const days = workingDaysPaused([{ from: open.from }], ctx.now, ctx.directory.clock);
  const until = escapeMarkdown(dayText(open.expected, ctx));
  const provisional = provisionalDayText(open.expected, ctx);
  const chaser = escapeMarkdown(personOnDuty(ctx, open.chaserId));
  const nth = issue.pauses.length > 1 ? `（第 ${issue.pauses.length} 次）` : '';
  return [
    `**挂账中**${nth} · 在上级 **${days}** 个工作日`,
    `预计 ${until}恢复 · 盯办人 ${chaser}`,
    ...(provisional ? [colored('grey', escapeMarkdown(provisional))] : []),
    quote(open.reason),
  ].join('<br>');
}

function bounceFacts(issue: Issue, ctx: ViewContext): string[] {
  if (issue.bounces.length === 0) return [];
  const count = issue.bounces.length;
  const decided = issue.frozen && issue.status !== 'void' ? '，综合办已定' : '';
  if (issue.status !== 'unrouted' && issue.status !== 'unsigned') {
    const units = [...new Set(issue.bounces.slice(-3).map((bounce) => unitName(ctx, bounce.unitId)))];
    return [colored('grey', escapeMarkdown(`曾退回 ${count} 次（${units.join('、')}）${decided}`))];
  }
  const lines = issue.bounces
    .slice(-3)
    .map((bounce) => `${escapeMarkdown(unitName(ctx, bounce.unitId))}退回：${quote(bounce.reason)}`);
  const waits = issue.frozen && issue.status === 'unrouted';
  const head = waits
    ? colored('red', `**已退回 ${count} 次，暂停流转，由综合办定责**`)
    : `**曾退回 ${count} 次${decided}**`;
  return [[head, ...lines].join('<br>')];
}

function coUnitFact(issue: Issue, ctx: ViewContext): string {
  if (issue.coUnits.length === 0) return '';
  const shown = issue.coUnits.slice(0, 12).map((co) => {
    const name = escapeMarkdown(unitName(ctx, co.unitId));
    return co.doneAt === null ? `☐ ${name}` : `☑ ${name}`;
  });
  const rest = issue.coUnits.length > 12 ? ` 等 ${issue.coUnits.length} 家` : '';
  return `${label('协办单位')}${shown.join(' ')}${rest}`;
}

function appealFact(issue: Issue, ctx: ViewContext): string {
  if (!issue.appeal) return '';
  const { appeal } = issue;
  const decided = { exempt: '同意免责', refused: '未予支持' };
  // The buttons 同意 and 不同意 then belong to the request.
  const waiting = issue.pending ? '等综合办答复（先批上面的申请）' : '等综合办答复';
  const state = appeal.decision === null ? waiting : decided[appeal.decision];
  return `**申诉** ${state}<br>${escapeMarkdown(personWithUnit(ctx, appeal.byId))}：${quote(appeal.reason)}`;
}

function marksFact(issue: Issue): string {
  const marks = [
    issue.falseCloses > 0 ? `核验不属实 **${issue.falseCloses}** 次` : '',
    issue.reopens > 0 ? `反弹重开 **${issue.reopens}** 次` : '',
    issue.onAgenda ? '已列入上会' : '',
    issue.greenChannel ? '绿色通道' : '',
    issue.onTheSpot ? '当场解决' : '',
  ];
  return marks.filter((mark) => mark !== '').join(' · ');
}

/** Whatever else is true of it, most pressing first; empty when it is an ordinary item. */
export function furtherFacts(issue: Issue, ctx: ViewContext): string[] {
  const { satisfaction } = issue;
  const facts = [
    issue.pending ? pendingFact(issue.pending, ctx) : '',
    pauseFact(issue, ctx),
    ...bounceFacts(issue, ctx),
    coUnitFact(issue, ctx),
    issue.result ? `${label('办理结果')}${quote(issue.result)}` : '',
    appealFact(issue, ctx),
    satisfaction
      ? `${label('企业评价')}**${SATISFACTION_NAMES[satisfaction.score]}**${satisfaction.reason ? ` · ${quote(satisfaction.reason)}` : ''}`
      : '',
    issue.measure ? `${label('固化措施')}${quote(issue.measure)}` : '',
    ...VERBS.map((verb) => verb.fact?.(issue, ctx) ?? ''),
    marksFact(issue),
  ];
  return facts.filter((fact) => fact !== '');
}
