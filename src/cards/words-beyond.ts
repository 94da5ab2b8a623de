/** What is answered to questions about what no list of problems holds: what it is, and what can be told instead. */
import type { Beyond } from '../domain/beyond.ts';

interface Said {
  /** What cannot be told. */
  what: string;
  /** What comes nearest, with two questions about it. */
  instead: string;
  ask: readonly [string, string];
}

export const BEYOND_WORDS: Readonly<Record<Beyond, Said>> = {
  weather: {
    what: '天气预报',
    instead: '项目的晴雨表',
    ask: ['雨天的项目有哪些', '晴天的项目有几个'],
  },
  market: {
    what: '股价和行情',
    instead: '项目和问题办到哪一步',
    ask: ['没办完的有几个', '各项目没办完的有几个'],
  },
  'enterprise-money': {
    what: '企业的税收、产值和利润',
    instead: '企业提的问题和办理情况',
    ask: ['今年新增了几个', '各项目没办完的有几个'],
  },
  'public-money': {
    what: '补贴和经费的数',
    instead: '问题的办理情况',
    ask: ['今年新增了几个', '今年办结了几个'],
  },
  economy: { what: '经济和人口数据', instead: '问题的办理情况', ask: ['今年新增了几个', '办结率是多少'] },
  personnel: {
    what: '干部的评价和任用',
    instead: '各单位的办理数据',
    ask: ['各单位按时率', '各单位逾期的有几个'],
  },
  contact: {
    what: '电话和联系方式',
    instead: '项目由谁负责、问题办到哪一步',
    ask: ['各项目没办完的有几个', '各单位没办完的有几个'],
  },
  schedule: { what: '日程和在岗情况', instead: '今天要办的事', ask: ['今天到期的有几个', '逾期的有几个'] },
  elsewhere: { what: '别的地方的数', instead: '本地的数', ask: ['办结率是多少', '按时率是多少'] },
  visits: {
    what: '走访和接待的记录',
    instead: '企业提了哪些问题',
    ask: ['各项目没办完的有几个', '本周新增了几个'],
  },
  meetings: {
    what: '会上的讲话和纪要',
    instead: '上会的问题和办理情况',
    ask: ['要上会的有哪些', '逾期的有几个'],
  },
  rumour: {
    what: '企业经营上的传言',
    instead: '企业提的问题和办理情况',
    ask: ['各项目没办完的有几个', '逾期的有几个'],
  },
  knowledge: { what: '这类事', instead: '问题清单', ask: ['没办完的有几个', '逾期的有几个'] },
  office: {
    what: '食堂、办公设备这类事',
    instead: '问题清单',
    ask: ['没办完的有几个', '今天到期的有几个'],
  },
  finance: {
    what: '贷款和利率',
    instead: '企业提的融资问题办到哪一步',
    ask: ['没办完的有几个', '各项目没办完的有几个'],
  },
  'land-area': {
    what: '土地面积和指标',
    instead: '用地问题办到哪一步',
    ask: ['没办完的有几个', '各项目没办完的有几个'],
  },
  pay: { what: '工资和奖金', instead: '问题的办理情况', ask: ['没办完的有几个', '逾期的有几个'] },
  errand: {
    what: '派车、订票、打电话、写稿子这类事',
    instead: '问题清单',
    ask: ['没办完的有几个', '今天到期的有几个'],
  },
  utilities: {
    what: '停电停水的安排和用电用水的量',
    instead: '供电、用水问题办到哪一步',
    ask: ['没办完的有几个', '各单位没办完的有几个'],
  },
  plant: {
    what: '企业厂里的人员、设备和生产情况',
    instead: '企业提的问题和办理情况',
    ask: ['各项目没办完的有几个', '逾期的有几个'],
  },
  'rung-ahead': {
    what: '哪几件快要上报到上一级',
    instead: '红的和逾期的',
    ask: ['红色的有几个', '逾期的有几个'],
  },
};

/** Politely what cannot be told, and what can. */
export function beyondText(subject: Beyond): string {
  const { what, instead } = BEYOND_WORDS[subject];
  return ['knowledge', 'errand', 'office'].includes(subject)
    ? `${what}我办不了，我只管问题清单。要看清单，可以点下面的按钮。`
    : `${what}不在问题清单里，我答不上来。${instead}可以问我，例如：`;
}
