/** 日报, 周报, 月报 and 专报 asked for. */

import { PROJECT_NOT_HERE } from '../../cards/words-group.ts';
import { REPORT_TEXTS } from '../../cards/words-reports.ts';
import type { CommandContext } from '../../commands/context.ts';
import { featureCommand } from '../../commands/feature-command.ts';
import { reportArea, warning } from '../../commands/report.ts';
import { askWhichProject, findProject } from '../../commands/which-project.ts';
import { enqueue } from '../../db/outbox.ts';
import { mayNot } from '../../domain/access.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Project } from '../../domain/model.ts';
import { rangeOf } from '../../domain/period.ts';
import { REPORT_CARD, REPORT_FILE } from './kinds.ts';
import { type Meant, readReportWords } from './read.ts';
import { type Days, mayReadReport, type ReportScope } from './rules.ts';
import { REPORT_NOTES, REPORT_WORDS } from './words.ts';

declare module '../../commands/call.ts' {
  interface FeatureCalls {
    'daily-report': ReportCall;
    'weekly-report': ReportCall;
    'monthly-report': ReportCall;
    'special-report': ReportCall;
  }
}

type ReportCall = Meant & Days;

/** Whose report is meant; or what is asked back. */
function scopeOf(context: CommandContext, call: ReportCall): ReportScope | Answer {
  const { chat, directory, actor } = context;
  if (chat?.kind === 'unbound') return { kind: 'bind', lead: 'group-not-bound' };
  if (call.projectCandidates) {
    const found = findProject(context, { projectIds: call.projectCandidates }, { archived: true });
    if ('answer' in found) return found.answer;
    if ('project' in found) return { projectIds: [found.project.id] };
    return askWhich(call, found.several);
  }
  if (chat?.kind === 'project') {
    if (call.areaHeard !== '') return warning(REPORT_TEXTS.officeOnly);
    if (call.projectId !== null && !chat.projectIds.includes(call.projectId))
      return warning(PROJECT_NOT_HERE);
    if (call.projectId !== null) return { projectIds: [call.projectId] };
    if (chat.projectIds.length === 0) return warning(REPORT_NOTES.noProjectHere);
    if (call.word !== 'special') return { projectIds: chat.projectIds };
    const [first] = chat.projectIds;
    const only = chat.defaultProjectId ?? (chat.projectIds.length === 1 ? first : undefined);
    return only == null
      ? askWhich(
          call,
          chat.projectIds.flatMap((id) => directory.project(id) ?? []),
        )
      : { projectIds: [only] };
  }
  if (call.projectId !== null) return { projectIds: [call.projectId] };
  const own = [...new Set([...actor.secretaryOf, ...actor.leaderOf])].filter(
    (id) => directory.project(id)?.archived === null,
  );
  if (call.word === 'special' && call.areaHeard === '') {
    const mine = own.length > 0 ? own : actor.contactOf;
    const [only] = mine;
    if (mine.length === 1 && only !== undefined && !chat) return { projectIds: [only] };
    const seen = directory.liveProjects.filter(
      ({ id }) => typeof mayReadReport(actor, 'special', { projectIds: [id] }, chat, directory) === 'string',
    );
    return seen.length === 0 ? refused(mayNot(['secretary', 'office', 'leader'])) : askWhich(call, seen);
  }
  const upper = actor.grants.some((grant) => grant.role !== 'administrator');
  if (!chat && !upper && call.areaHeard === '')
    return own.length > 0 ? { projectIds: own } : refused(mayNot(['secretary', 'office', 'leader']));
  const areaId = reportArea(context, call.areaHeard);
  return typeof areaId === 'number' ? { areaId } : areaId;
}

function refused({ refusal }: ReturnType<typeof mayNot>): Answer {
  return { kind: 'refusal', refusal };
}

/** Days as readers take them on whatever day a button is pressed. */
function daysText({ from, until }: Days): string {
  const month = from.slice(0, 7);
  const [first, last] = rangeOf('month', 0, from);
  if (from === first && until === last) return `${month.replace('-', '年')}月`;
  return from === until ? from : `${from}至${until}`;
}

function askWhich(call: ReportCall, projects: readonly Project[]): Answer {
  const days = call.said ? ` ${daysText(call)}` : '';
  return askWhichProject(projects, (name) => `${REPORT_WORDS[call.word]} ${name}${days}`);
}

async function runReport(context: CommandContext, call: ReportCall): Promise<Answer | null> {
  const { deps, tx, now, actor, chat, directory } = context;
  const scope = scopeOf(context, call);
  if ('kind' in scope) return scope;
  const reading = mayReadReport(actor, call.word, scope, chat, directory);
  if (typeof reading !== 'string') {
    const contact = actor.contactOf.length > 0 && call.word !== 'special';
    return contact ? warning(REPORT_NOTES.contactOnly) : refused(reading);
  }
  const { openId, id: personId } = actor.person;
  const payload = {
    word: call.word,
    from: call.from,
    until: call.until,
    ...(scope.areaId !== undefined && { areaId: scope.areaId }),
    ...(scope.projectIds && { projectIds: [...scope.projectIds] }),
    personId,
    ...(chat ? { chatId: chat.id } : { openId }),
  };
  const target = chat ? `chat:${chat.id}` : `person:${openId}`;
  const replyTo = context.via === 'message' ? { replyTo: context.messageId } : {};
  await enqueue(
    tx,
    [
      REPORT_CARD.row({ id: deps.newId(), target, payload: { ...payload, ...replyTo }, dueAt: now }),
      REPORT_FILE.row({ id: deps.newId(), target, payload, dueAt: now }),
    ],
    now,
  );
  return null;
}

const common = {
  group: '报表',
  where: 'anywhere',
  shows: true,
  afterProject: true,
  wordLast: true,
  run: runReport,
} as const;

export const COMMANDS = [
  featureCommand('daily-report', {
    ...common,
    words: ['日报', '今日日报', '昨日日报', '今天的日报', '昨天的日报', '看日报', '出日报'],
    usage: '日报 [项目|区域] [日期]',
    summary: '今天到现在的情况，卡片和 Word',
    example: ['日报', '日报 昨天', '日报 兴发'],
    read: readReportWords('daily-report'),
  }),
  featureCommand('weekly-report', {
    ...common,
    words: ['周报', '本周周报', '上周周报', '本周的周报', '上周的周报', '看周报', '出周报'],
    usage: '周报 [项目|区域] [上周]',
    summary: '本周到现在或上周的情况，卡片和 Word',
    example: ['周报', '周报 上周', '周报 兴发'],
    read: readReportWords('weekly-report'),
  }),
  featureCommand('monthly-report', {
    ...common,
    words: ['月报', '本月月报', '上月月报', '本月的月报', '上月的月报', '看月报', '出月报'],
    usage: '月报 [项目|区域] [月份]',
    summary: '本月到现在或某月的情况，卡片和 Word',
    example: ['月报', '月报 上月', '月报 10月'],
    read: readReportWords('monthly-report'),
  }),
  featureCommand('special-report', {
    ...common,
    words: [
      '专报',
      '项目专报',
      '看专报',
      '出专报',
      '今年专报',
      '本月专报',
      '上月专报',
      '本周专报',
      '上周专报',
    ],
    usage: '专报 <项目> [时段]',
    summary: '一个项目的情况，卡片和 Word',
    example: ['专报 兴发', '兴发专报', '专报 兴发 上月'],
    contact: true,
    read: readReportWords('special-report'),
  }),
];
