/** 日报, 周报, 月报 and 专报 in words: whole sentences an office may forward as they are. */
import type { LightColor } from '../../domain/lights.ts';
import type { Weather } from '../../domain/plan/model.ts';
import { LISTED, type PeriodProblem, type ReportWord } from './rules.ts';

export const REPORT_WORDS: Record<ReportWord, string> = {
  daily: '日报',
  weekly: '周报',
  monthly: '月报',
  special: '专报',
};

/** Of messages that could not be sent. */
export const REPORT_NAMES = { card: '日报周报', file: '日报周报文件' } as const;

export const REPORT_NOTES = {
  fileFollows: '同样内容的 Word 文件随后发出。',
  shortened: `新增、推进落实、已办结销号最多各列 ${LISTED.news} 件，红黄灯和将到期的各 ${LISTED.beside} 件，最急的在前；全部的请发“清单”或“导出”。`,
  fileRefused:
    'Word 文件没有发出：飞书没有接收这个文件，多半是应用缺少 im:resource 权限，请联系管理员。内容与上面的卡片相同。',
  contactOnly: '日报、周报、月报给项目秘书、综合办和领导看；贵公司的项目请发“专报”。',
  noProjectHere: '本群还没有绑定项目，出不了报告。',
} as const;

/** How the figures are counted. */
export const METHOD =
  '口径：只计问题，作废的不计。“新增”为本期登记、至期末未报办结也未销号的，台账里没填提出日期的不在内；“推进落实”为本期已报办结待核验的，以及以前登记、本期有人办理的；“已办结销号”为本期核验销号的。同一问题只列入一个清单。累计数自启用以来计，与本期数分列，不相加。状态和灯色以出报时为准。';

export const SECTION_TITLES = {
  logged: '新增问题清单',
  pushed: '推进落实问题清单',
  closed: '已办结销号问题清单',
  red: '红灯问题',
  yellow: '黄灯问题',
  linksDone: '本期完成的环节',
  linksLate: '目前滞后的环节',
  projects: '项目情况',
  reached: '本期到达的节点',
} as const;

/** Lights as a paper names them. */
export const LEAD_LIGHTS: Partial<Record<LightColor, string>> = { red: '红灯', yellow: '黄灯', blue: '蓝灯' };

/** 本期完成环节 2 个，目前没有滞后的环节。 */
export function linksText(done: number, late: number): string {
  const finished = done > 0 ? `本期完成环节 ${done} 个` : '本期没有完成的环节';
  return `${finished}，${late > 0 ? `目前滞后 ${late} 个` : '目前没有滞后的环节'}。`;
}

export const PERIOD_PROBLEMS: Record<PeriodProblem, (word: string) => string> = {
  future: (word) => `这段时间还没有到，出不了${word}。`,
  'not-a-day': () => '日报只出一天的，请写成：日报、日报 昨天、日报 11月25日；一周的请发“周报”。',
  'not-a-week': () => '周报出一周的，请写成：周报、周报 上周、周报 11月16日至11月22日；一个月的请发“月报”。',
  'not-a-month': () => '月报出整月的，请写成：月报、月报 上月、月报 10月；其他时段请发“专报 项目 时段”。',
  'too-long': () => '这段时间超过一年，太长了，请写短一些。',
};

export const READING_TEXTS = {
  twoPeriods:
    '一次只出一段时间的报告，请分开说，如：专报 兴发 上月；连着的几天请写成：专报 兴发 10月1日至10月20日',
  twoPlaces: '一次只出一个项目或一个区域的报告，请分开说，如：周报 兴发',
} as const;

/** What stands after the word and is neither a project, an area nor a time. */
export function notReadText(word: string, heard: string): string {
  return `没认出“${heard}”：它不是项目、区域或时间。请写成：${word}、${EXAMPLES[word] ?? `${word} 上周`}`;
}

const EXAMPLES: Record<string, string> = {
  日报: '日报 昨天、日报 兴发',
  周报: '周报 上周、周报 兴发',
  月报: '月报 上月、月报 10月',
  专报: '专报 兴发、专报 兴发 上月',
};

export const WEATHER: Record<Weather, string> = { sun: '进度正常', cloud: '进度有风险', rain: '进度滞后' };

/** 兴发、美利信等 5 个项目 */
export function projectsText(names: readonly string[]): string {
  const shown = names.slice(0, 3).join('、');
  return names.length > 3 ? `${shown}等 ${names.length} 个项目` : names.length > 1 ? `${shown}项目` : shown;
}

/** The one sentence of a period in which nothing was. */
export function nothingText(span: string, place: string, open: number): string {
  const rest = open > 0 ? `在办 ${open} 件，均未逾期` : '没有在办的问题';
  return `${span}，${place}没有新登记、办理或销号的问题，也没有红黄灯、滞后的环节和近期到期的事项；目前${rest}，不另出文件。`;
}

/** Old problems of a ledger are said apart: nobody raised them in this period. */
export const broughtInText = (n: number) => `另从台账导入原有问题 ${n} 件（没填提出日期，不算本期登记）。`;
