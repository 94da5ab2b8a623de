/** 减负账单 as a report: lead with the figures an office is asked for, then by role, by group, quiet hours, papers. */
import type { Report, ReportLine, ReportSection } from '../../cards/report.ts';
import type { BurdenSums } from '../../domain/burden.ts';
import { percent } from '../../domain/stats.ts';
import { clockOf, type Day, datePartsOf, dayOf, formatDay } from '../../domain/time.ts';
import { clip, oneLine } from '../../text/escape.ts';
import type { ViewContext } from '../../text/view.ts';
import { totalOf } from './rules.ts';
import {
  BURDEN_METHOD,
  BURDEN_NAME,
  BURDEN_SECTIONS,
  PAPER_WORDS,
  quietReason,
  ROLE_WORDS,
} from './words.ts';

export interface BurdenView {
  areaName: string;
  /** First day. */
  month: Day;
  sums: BurdenSums;
  /** What a kind of message is called. */
  nameOf: (kind: string) => string;
}

export function monthName(month: Day): string {
  const { year, month: number } = datePartsOf(month);
  return `${year}年${number}月`;
}

function section(title: string, lines: ReportLine[], counted: string): ReportSection {
  return { title, lines, total: lines.length, counted, empty: BURDEN_SECTIONS.none };
}

const sumOf = (counts: readonly { count: number }[]) => counts.reduce((sum, one) => sum + one.count, 0);

function leadOf({ sums, month, areaName }: BurdenView, ctx: ViewContext): string[] {
  const { timeZone } = ctx.directory.settings;
  const last = dayOf(sums.until - 1, timeZone);
  const over = dayOf(sums.until, timeZone).slice(0, 7) !== month.slice(0, 7);
  const asOf = over
    ? ''
    : `（截至${formatDay(last, { weekday: false, year: datePartsOf(last).year })} ${clockOf(sums.until - 1, timeZone)}）`;
  const { people, messages, most, average } = totalOf(sums);
  const rate = percent(sums.acted, sums.asked);
  const quiet = sumOf(sums.quiet);
  return [
    messages === 0
      ? `${monthName(month)}${asOf}，${areaName}没有主动发出私聊消息。`
      : `${monthName(month)}${asOf}，${areaName}主动发出私聊消息 ${messages} 条，收到的有 ${people} 人，人均 ${average} 条，最多的一人 ${most} 条；另有问题卡片 ${sums.privateCards} 张发到个人。`,
    sums.asked === 0
      ? `还没有满 2 个工作日的问题提醒${sums.pending > 0 ? `，另有 ${sums.pending} 条没满` : ''}。`
      : `发给个人的问题提醒满 2 个工作日的 ${sums.asked} 条，其中 ${sums.acted} 条在 2 个工作日内办了（${rate}%）${
          sums.pending > 0 ? `；另有 ${sums.pending} 条没满` : ''
        }。`,
    `安静时段和休息日主动发出 ${quiet} 条${sums.quietAnswers > 0 ? `，另有 ${sums.quietAnswers} 条是当时有人发问的应答` : ''}。`,
    `系统代出材料 ${sumOf(sums.papers)} 份，单位不用另报。`,
  ];
}

export function burdenReport(view: BurdenView, ctx: ViewContext): Report {
  const { sums, areaName, month, nameOf } = view;
  const average = (messages: number, people: number) =>
    people === 0 ? '' : `，人均 ${Math.round((messages / people) * 10) / 10} 条`;
  return {
    title: `${monthName(month)}${BURDEN_NAME}`,
    subtitle: areaName,
    fileName: '',
    color: 'default',
    lead: leadOf(view, ctx),
    sections: [
      section(
        BURDEN_SECTIONS.roles,
        sums.roles.map(({ role, people, messages, most, answers }) => ({
          text: ROLE_WORDS[role],
          detail: `收到的 ${people} 人，主动 ${messages} 条${average(messages, people)}${
            people > 1 ? `，最多 ${most} 条` : ''
          }；应答 ${answers} 条`,
        })),
        '类',
      ),
      section(
        BURDEN_SECTIONS.groups,
        sums.groups.map(({ name, messages, cards, answers }) => ({
          text: clip(oneLine(name), 36),
          detail: `主动 ${messages} 条，问题卡片 ${cards} 张；应答 ${answers} 条`,
        })),
        '个',
      ),
      section(
        BURDEN_SECTIONS.quiet,
        sums.quiet.map(({ kind, count }) => ({
          text: `${nameOf(kind)} ${count} 条`,
          detail: quietReason(kind),
        })),
        '种',
      ),
      section(
        BURDEN_SECTIONS.papers,
        sums.papers.map(({ kind, count }) => ({ text: `${PAPER_WORDS[kind] ?? nameOf(kind)} ${count} 份` })),
        '种',
      ),
    ],
    note: BURDEN_METHOD,
  };
}
