/** 健康自报: one line when all is well, else what needs somebody. */
import type { Finding } from '../domain/audit.ts';
import { clip, escapeMarkdown, oneLine } from '../text/escape.ts';
import { dayText, today } from '../text/moments.ts';
import type { ViewContext } from '../text/view.ts';
import { encodeAction } from './actions.ts';
import type { HealthItem } from './admin.ts';
import { fitCard } from './card-fit.ts';
import { button, type Card, card, colored, footnote, markdown, smallButtons } from './kit.ts';
import { LATE_MARK } from './words.ts';
import { HOLIDAY_IMPORT, HOLIDAYS } from './words-health.ts';

const IMPORT_BUTTON = '导入放假安排';

const words = (text: string): string => escapeMarkdown(clip(oneLine(text), 120));

/**
 * @param report.first always shown: what became of this morning's messages
 * @param report.items the rest of 体检; those that are well are only counted
 */
export function healthReportCard(
  report: { first: HealthItem[]; items: readonly HealthItem[]; late: boolean },
  ctx: ViewContext,
): Card {
  const all = [...report.first, ...report.items];
  const bad = all.filter((item) => !item.ok);
  const shown = [...report.first, ...report.items.filter((item) => !item.ok)];
  const lines = shown.map(
    (item) =>
      `${item.ok ? '✔' : '✘'} **${words(item.name)}** ${item.ok ? words(item.value) : colored('red', words(item.value))}`,
  );
  const well = bad.length === 0;
  const holidays = bad.some((item) => item.name === HOLIDAYS);
  const title = well ? '健康自报：一切正常' : `健康自报：${bad.length} 项需要处理`;
  const made = card({
    title: `${report.late ? `【${LATE_MARK}】` : ''}${title}`,
    subtitle: dayText(today(ctx), ctx),
    color: well ? 'green' : 'red',
    summary: title,
    elements: [
      markdown(lines.join('<br>')),
      ...(holidays
        ? smallButtons([button(IMPORT_BUTTON, encodeAction({ do: 'answer', command: HOLIDAY_IMPORT }))])
        : []),
      footnote(
        well ? `另有 ${report.items.length} 项检查，都正常` : '请管理员私聊我发“体检”，看全部和处理办法',
      ),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…（其余请发“体检”查看）');
}

const FAULTS: Record<Finding['kind'], string> = {
  clock: '计时与事实不符',
  late: '提醒晚了 5 分钟以上',
  card: '卡片没有更新',
};

const FAULTS_SHOWN = 20;

/** What the auditor found and could not repair: each problem in a line. */
export function auditCard(findings: readonly Finding[], ctx: ViewContext): Card {
  const lines = findings
    .slice(0, FAULTS_SHOWN)
    .map((one) => `**#${one.issueId}** ${FAULTS[one.kind]} · ${colored('red', '需要处理')}`);
  const more = findings.length - FAULTS_SHOWN;
  const title = `巡查发现 ${findings.length} 处异常`;
  const made = card({
    title,
    subtitle: dayText(today(ctx), ctx),
    color: 'red',
    summary: title,
    elements: [
      markdown(lines.join('<br>')),
      ...(more > 0 ? [footnote(`另有 ${more} 处没有列出`)] : []),
      footnote('自动修复没有成功，请管理员查看日志中的 audit.found、audit.repair-failed、tick.issue-failed'),
    ],
    demo: ctx.demo,
  });
  return fitCard(made, '…（其余没有列出）');
}
