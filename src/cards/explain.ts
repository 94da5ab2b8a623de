/** 怎么算的 #12: how the deadline and the light came about. */
import { explainDeadline } from '../domain/deadline.ts';
import type { Issue } from '../domain/issue.ts';
import { workingDaysPaused } from '../domain/worktime.ts';
import { deadlineExplanationText } from '../text/deadline.ts';
import { clip, oneLine } from '../text/escape.ts';
import { dayText, deadlineText, recountedText, shortInstant, yearOf } from '../text/moments.ts';
import type { ViewContext } from '../text/view.ts';
import { SMALL_BUTTONS } from '../text/words.ts';
import { encodeAction } from './actions.ts';
import { fitCard } from './card-fit.ts';
import { button, type Card, card, headerTag, hr, smallButtons, textBlock } from './kit.ts';
import { lightTag, viewLight } from './light.ts';
import { HEADER_COLORS, LIGHT_NAMES, statusName } from './words.ts';

function deadlineLines(issue: Issue, ctx: ViewContext): string {
  const style = { year: yearOf(ctx) };
  const explanation = explainDeadline(issue.deadline.rule, ctx.directory.clock);
  const lines = [
    `原话：${clip(oneLine(issue.deadline.phrase), 60)}`,
    deadlineExplanationText(explanation, style),
  ];
  const moved = recountedText(issue, ctx);
  if (moved) lines.push(`${moved}。`);
  const held = issue.deadline.recounted?.counted !== undefined;
  if (explanation.result !== issue.deadline.day && !held) {
    lines.push(`停表后顺延，现时限：${deadlineText(issue.deadline, ctx)}`);
  }
  if (issue.originalDeadline) lines.push(`延期前的时限：${deadlineText(issue.originalDeadline, ctx)}`);
  return lines.join('\n');
}

function pauseLines(issue: Issue, ctx: ViewContext): string[] {
  return issue.pauses.map((pause, i) => {
    const span = { from: pause.from, ...(pause.until !== null && { until: pause.until }) };
    const days = workingDaysPaused([span], ctx.now, ctx.directory.clock);
    const until =
      pause.until === null
        ? `至今，预计 ${dayText(pause.expected, ctx)}恢复`
        : `至 ${shortInstant(pause.until, ctx)}`;
    return `第 ${i + 1} 次挂账：${shortInstant(pause.from, ctx)} ${until}，停表 ${days} 个工作日`;
  });
}

/** Which light it has and why, which is asked, comes first. */
function lightLine(issue: Issue, ctx: ViewContext): string {
  const light = viewLight(issue, ctx);
  const { nearDueDays, yellowDays } = issue.rules;
  const late = yellowDays === 0 ? '过了时限亮红灯' : `逾期 ${yellowDays} 个工作日内黄灯，超过亮红灯`;
  const repeated =
    light.reason.code === 'repeated' ? `${issue.rules.yellowRepeatDays} 天内第二次黄灯，按红灯计。` : '';
  return [
    `现在：${LIGHT_NAMES[light.color]}${light.why && `（${light.why}）`}。${repeated}`,
    `规则：到期前 ${nearDueDays} 个工作日亮蓝灯，${late}；只数工作日。`,
    ...appealLines(issue, ctx),
  ].join('\n');
}

/** 申诉: what was said and decided; an exemption (不可抗力免责) holds until a new deadline runs. */
function appealLines(issue: Issue, ctx: ViewContext): string[] {
  const { appeal } = issue;
  if (!appeal) return [];
  const reason = clip(oneLine(appeal.reason), 100);
  if (appeal.decidedAt === null) return [`申诉：${reason}，等综合办答复。`];
  const when = shortInstant(appeal.decidedAt, ctx);
  return appeal.decision === 'exempt'
    ? [`申诉：${reason}。${when} 综合办认定免责，定新时限之前不再亮灯。`]
    : [`申诉：${reason}。${when} 综合办未予支持，照常计算。`];
}

export function explainCard(issue: Issue, ctx: ViewContext): Card {
  const light = viewLight(issue, ctx);
  const pauses = pauseLines(issue, ctx);
  const made = card({
    title: `怎么算的 #${issue.id} ${oneLine(issue.title)}`,
    color: HEADER_COLORS[light.color],
    tags: [headerTag(statusName(issue), 'blue'), ...lightTag(light)],
    summary: `#${issue.id} 时限 ${deadlineText(issue.deadline, ctx)}`,
    elements: [
      textBlock(lightLine(issue, ctx)),
      hr,
      textBlock(deadlineLines(issue, ctx)),
      ...(pauses.length > 0 ? [hr, textBlock(pauses.join('\n'))] : []),
      ...smallButtons([
        button(SMALL_BUTTONS.show, encodeAction({ do: 'answer', command: `查 #${issue.id}` })),
      ]),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…');
}
