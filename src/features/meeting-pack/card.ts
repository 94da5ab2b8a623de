/** 调度包 in words: what the weekly meeting hears, red first, with the reason of every light. */

import { type LightView, viewLight } from '../../cards/light.ts';
import type { Report, ReportLine, ReportSection } from '../../cards/report.ts';
import { HEADER_COLORS, LIGHT_NAMES, statusName } from '../../cards/words.ts';
import type { Issue } from '../../domain/issue.ts';
import { addDays, daysBetween } from '../../domain/time.ts';
import { clip, oneLine } from '../../text/escape.ts';
import { countdownText, dayText, shortInstant, today } from '../../text/moments.ts';
import { personName, projectName, shortProjectName, shortUnitName } from '../../text/names.ts';
import type { ViewContext } from '../../text/view.ts';
import type { LeaderReason, MeetingPack, ProjectLine, Some } from './rules.ts';

const REASONS: Record<LeaderReason['code'], (days: number) => string> = {
  'still-red': (days) => `已 ${days} 个工作日没有变动`,
  frozen: () => '多次退回，已暂停流转，待综合办裁定',
  appeal: () => '申诉待裁定',
  paused: () => '挂账中',
};

const SHORT_REASONS: Record<LeaderReason['code'], string> = {
  'still-red': '红灯且多日没有变动的',
  frozen: '多次退回、待裁定的',
  appeal: '申诉待裁定的',
  paused: '挂账中的',
};

function reasonText(reason: LeaderReason): string {
  return REASONS[reason.code]('days' in reason ? reason.days : 0);
}

/** 生态环境局(孙倩) */
function whoText(issue: Issue, ctx: ViewContext): string {
  if (issue.unitId === null) return '责任单位未定';
  const unit = shortUnitName(ctx, issue.unitId);
  return issue.assigneeId === null ? unit : `${unit}（${personName(ctx, issue.assigneeId)}）`;
}

function headOf(issue: Issue): string {
  return `#${issue.id} ${oneLine(issue.title)}`;
}

function lightText(light: LightView): string {
  return light.why || LIGHT_NAMES[light.color];
}

/** One issue with why it stands where it stands. */
function issueLine(issue: Issue, pack: MeetingPack, ctx: ViewContext, why?: string): ReportLine {
  const light = viewLight(issue, ctx);
  const progress = pack.progress.get(issue.id);
  const facts = [
    whoText(issue, ctx),
    issue.projectId === null ? '' : shortProjectName(ctx, issue.projectId),
    lightText(light),
    why ?? '',
    issue.status === 'working' || why || light.why.includes('核验') ? '' : statusName(issue),
    issue.bounces.length > 0 ? `退回 ${issue.bounces.length} 次` : '',
    issue.originalDeadline ? `原时限 ${dayText(issue.originalDeadline.day, ctx)}` : '',
    progress
      ? `${shortInstant(progress.at, ctx).slice(0, -6)} 进展：${clip(oneLine(progress.note), 60)}`
      : '',
  ];
  return {
    text: headOf(issue),
    detail: facts.filter((fact) => fact !== '').join(' · '),
    color: light.color,
    issueId: issue.id,
  };
}

function agendaLines({ agenda }: MeetingPack, ctx: ViewContext): ReportLine[] {
  const undone = agenda.undone.map((issue) => ({
    text: `未办结 ${headOf(issue)}`,
    detail: `${whoText(issue, ctx)} · ${lightText(viewLight(issue, ctx))} · ${statusName(issue)}`,
    color: viewLight(issue, ctx).color,
    issueId: issue.id,
  }));
  const done = agenda.done.map((issue) => ({
    text: `已办结 ${headOf(issue)}`,
    detail: [whoText(issue, ctx), issue.result ? `结果：${clip(oneLine(issue.result), 80)}` : '']
      .filter((fact) => fact !== '')
      .join(' · '),
    color: 'done' as const,
    issueId: issue.id,
  }));
  return [...undone, ...done];
}

function dueLine(issue: Issue, ctx: ViewContext): ReportLine {
  return {
    text: headOf(issue),
    detail: `${dayText(issue.deadline.day, ctx)} · ${issue.unitId === null ? '责任单位未定' : shortUnitName(ctx, issue.unitId)}`,
    color: viewLight(issue, ctx).color,
  };
}

/** On request it may be asked for early in the week; then the rest of this week is in it, too. */
function dueTitle(pack: MeetingPack, ctx: ViewContext): string {
  const nextWeek = addDays(pack.dueTo, -6);
  const early = daysBetween(today(ctx), nextWeek) > 3;
  return `${early ? '本周和下周' : '下周'}到期`;
}

/** 兴发: 未销号 3(红 1、黄 1),本周新增 2、销号 1;距开工还有 24 天(18 个工作日) */
function projectLine({ project, counts, raised, closed }: ProjectLine, ctx: ViewContext): ReportLine {
  const lights = (['red', 'yellow', 'blue', 'none', 'paused'] as const).flatMap((color) =>
    counts[color] ? [`${LIGHT_NAMES[color]} ${counts[color]}`] : [],
  );
  const nodes = (
    [
      ['开工', project.startOn],
      ['投产', project.productionOn],
    ] as const
  ).flatMap(([name, day]) => {
    const countdown = day === null ? undefined : countdownText(day, ctx);
    return countdown ? [`${name}${countdown}`] : [];
  });
  const figures = [
    `未销号 ${counts.open}${lights.length > 0 ? `（${lights.join('、')}）` : ''}`,
    `本周新增 ${raised}、销号 ${closed}`,
    ...nodes,
  ];
  const worst = (['red', 'yellow', 'blue'] as const).find((color) => counts[color]) ?? 'green';
  return {
    text: clip(projectName(ctx, project.id), 36),
    detail: figures.join(' · '),
    color: worst,
  };
}

/** Why an issue needs a leader; undefined when it does not. */
function whyLeader(issue: Issue, { leader }: MeetingPack): string | undefined {
  return leader
    .find((one) => one.issue.id === issue.id)
    ?.reasons.map(reasonText)
    .join('；');
}

function some(title: string, { issues, total }: Some, pack: MeetingPack, ctx: ViewContext): ReportSection {
  return {
    title,
    lines: issues.map((issue) => issueLine(issue, pack, ctx, whyLeader(issue, pack))),
    total,
    counted: '件',
    empty: '无。',
  };
}

function section(title: string, lines: ReportLine[], counted = '件'): ReportSection {
  return { title, lines, total: lines.length, counted, empty: '无。' };
}

/** The coming agenda: what was put there since the last pack; what is left of earlier ones stays on it. */
function agendaSection(pack: MeetingPack, ctx: ViewContext): ReportSection {
  const { coming, undone } = pack.agenda;
  return section('本次会议议题', [
    ...coming.map((issue) => issueLine(issue, pack, ctx)),
    ...undone.map((issue) => ({
      text: `续议 ${headOf(issue)}`,
      detail: whoText(issue, ctx),
      issueId: issue.id,
    })),
  ]);
}

/** What the lists above say in full is named by its number alone. */
function leaderSection(pack: MeetingPack, ctx: ViewContext): ReportSection {
  const listed = new Set([...pack.reds.issues, ...pack.yellows.issues].map((issue) => issue.id));
  const other = pack.leader.filter(({ issue }) => !listed.has(issue.id));
  const byReason = new Map<string, number[]>();
  for (const { issue, reasons } of pack.leader.filter((one) => listed.has(one.issue.id))) {
    for (const reason of reasons) {
      const why = SHORT_REASONS[reason.code];
      byReason.set(why, [...(byReason.get(why) ?? []), issue.id]);
    }
  }
  const lines = [
    ...[...byReason].map(([why, ids]) => ({
      text: `${why} ${ids.length} 件`,
      detail: `见上：${ids.map((id) => `#${id}`).join('、')}`,
    })),
    ...other.map(({ issue, reasons }) => issueLine(issue, pack, ctx, reasons.map(reasonText).join('；'))),
  ];
  const title = pack.leader.length > 0 ? `需领导协调 ${pack.leader.length} 件` : '需领导协调';
  return { title, lines, total: lines.length, empty: '无。' };
}

function leadOf(pack: MeetingPack): string {
  const { counts } = pack;
  if (counts.total === 0) return '目前没有未销号的问题。';
  const lights = (['red', 'yellow', 'blue', 'green', 'none', 'paused'] as const).flatMap((color) =>
    counts[color] ? [`${LIGHT_NAMES[color]} ${counts[color]}`] : [],
  );
  return `未销号 ${counts.total} 件：${lights.join('、')}`;
}

export function meetingPackReport(pack: MeetingPack, ctx: ViewContext): Report {
  const area = ctx.directory.area(pack.areaId)?.name ?? '';
  const { counts, agenda } = pack;
  const lists = [
    section('上次上会事项', agendaLines(pack, ctx)),
    some('红灯', pack.reds, pack, ctx),
    some('黄灯', pack.yellows, pack, ctx),
    leaderSection(pack, ctx),
    {
      title: dueTitle(pack, ctx),
      lines: pack.dueNext.issues.map((issue) => dueLine(issue, ctx)),
      total: pack.dueNext.total,
      counted: '件',
      empty: '无。',
    },
  ];
  const quiet = lists.every((list) => list.lines.length === 0) && agenda.coming.length === 0;
  return {
    title: '调度包',
    subtitle: `${area} ${dayText(today(ctx), ctx)}`.trim(),
    fileName: `调度包 ${area} ${today(ctx)}`.replaceAll(/[\\/:*?"<>|]/g, ''),
    lead: [
      leadOf(pack),
      ...(quiet ? ['没有红黄灯、上会事项和下周到期的问题，也没有需领导协调的事项。'] : []),
    ],
    sections: [
      ...lists,
      section(
        '项目情况',
        pack.projects.map((line) => projectLine(line, ctx)),
        '个',
      ),
      agendaSection(pack, ctx),
    ],
    color: HEADER_COLORS[(['red', 'yellow', 'blue'] as const).find((color) => counts[color]) ?? 'green'],
  };
}
