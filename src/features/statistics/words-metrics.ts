/** What each metric is called, what people also call it, and exactly what is counted (口径). */

export interface MetricWords {
  name: string;
  /** Other words for it, the longest understood first. */
  also: readonly string[];
  definition: string;
  /** Of a rate: what rows that hit are, and those that do not. */
  marks?: readonly [hit: string, miss: string];
}

const CLOSED = '现在已销号、销号日在期内的问题（反弹重开后还没再销号的不算）';
const RATED = '挂过账的、申诉认定免责的不计';

export const METRIC_WORDS = {
  raised: {
    name: '提出问题',
    also: ['提出', '登记', '新增', '登记问题', '新增问题', '问题总数', '提出的问题'],
    definition:
      '期内登记的问题件数，按登记时间算；作废的不算，环节、容缺、任务不算；从台账导入、没填提出日期的只计入累计，不算在任何一天、一周、一月、一年里。',
  },
  closed: {
    name: '办结销号',
    also: ['办结', '销号', '解决', '已销号', '已办结', '解决问题', '办结问题'],
    definition: `${CLOSED}件数，按销号（核验属实）时间算。`,
  },
  open: {
    name: '未销号',
    also: ['在办', '未办结', '未解决', '未销号问题', '在办问题'],
    definition: '现在还没有销号、也没有作废的问题件数；不分时间，以现在为准。',
  },
  red: {
    name: '红灯',
    also: ['红', '红色', '红的'],
    definition: '现在亮红灯的未销号问题件数；灯按每件自己的规则和现行时限算。',
  },
  yellow: {
    name: '黄灯',
    also: ['黄', '黄色', '黄的'],
    definition: '现在亮黄灯的未销号问题件数；灯按每件自己的规则和现行时限算。',
  },
  blue: {
    name: '蓝灯',
    also: ['蓝', '蓝色', '蓝的', '临期'],
    definition: '现在亮蓝灯（临近时限）的未销号问题件数。',
  },
  green: {
    name: '正常在办',
    also: ['绿灯', '绿', '绿色', '正常'],
    definition: '现在没有亮灯、也没有挂账的未销号问题件数。',
  },
  paused: {
    name: '挂账中',
    also: ['挂账', '停表', '已挂账'],
    definition: '现在挂账停表的问题件数。',
  },
  onTime: {
    name: '按时率',
    also: ['按时办结率', '按期办结率', '按期率', '及时率', '按时', '按时销号率'],
    definition: `按时报办结的 ÷ ${CLOSED}；按时指报办结不晚于最后认可的时限（批准延期的按新时限），核验花的时间不算；${RATED}。红黑榜的按时率还把眼下逾期、没报办结的算进分母，所以会低一些。`,
    marks: ['按时', '未按时'],
  },
  routedSameDay: {
    name: '当日转办率',
    also: ['转办率', '当天转办率', '当日转办', '当天转办'],
    definition:
      '登记当天已转到责任单位的 ÷ 期内登记的问题；登记时写明单位的算当天，转错又撤销的不算，后来退回、改派、重开的不影响；作废的、当场解决的不计（当场解决又反弹重开的照常计）；从台账导入的不计。',
    marks: ['当日转办', '未当日转办'],
  },
  satisfied: {
    name: '满意率',
    also: ['满意度', '企业满意率', '企业满意度', '满意'],
    definition: `企业评“满意”和“基本满意”的 ÷ 有评价的${CLOSED}；没有评价的不计，按销号时间算。`,
    marks: ['满意', '不满意'],
  },
  takenAverage: {
    name: '平均用时',
    also: ['平均办结用时', '平均办理天数', '平均用时天数', '平均办结天数', '平均'],
    definition: `从登记次日到报办结当天的工作日平均数，按现行日历（含调休）数，含挂账时间；只算${CLOSED}；从台账导入、不知道登记日或办结日的不计。`,
  },
  takenMedian: {
    name: '用时中位数',
    also: ['中位数', '中位用时', '办结用时中位数'],
    definition: `同“平均用时”，取排在正中间的一件；一半比它快，一半比它慢。`,
  },
  projects: {
    name: '服务项目',
    also: ['项目数', '项目个数', '服务项目数'],
    definition: '期内在册的项目个数：期末以前建档、期初以前没有归档的；累计含已归档的。',
  },
  landToPermit: {
    name: '拿地到发证',
    also: ['拿地发证', '拿地→发证', '拿地至发证'],
    definition:
      '从拿地到发证的自然日平均数，按发证日在期内的项目算。拿地：节点“拿地”的实际日期，没有的用“土地供应与出让合同”环节完成日；发证：节点“发证”，没有的用“建筑工程施工许可证”环节完成日；两个日子不全、先后颠倒的项目不计。',
  },
  signToStart: {
    name: '签约到开工',
    also: ['签约开工', '签约→开工', '签约至开工'],
    definition:
      '从节点“签约”到“开工”的实际日期相隔的自然日平均数，按开工日在期内的项目算；两个日子不全、先后颠倒的不计。',
  },
  startToProduction: {
    name: '开工到投产',
    also: ['开工投产', '开工→投产', '开工至投产'],
    definition:
      '从节点“开工”到“投产”的实际日期相隔的自然日平均数，按投产日在期内的项目算；两个日子不全、先后颠倒的不计。',
  },
  linksKept: {
    name: '承诺兑现率',
    also: ['承诺时限兑现率', '兑现率', '环节兑现率', '承诺兑现'],
    definition:
      '不超过承诺时限办完的 ÷ 期内办完、开始和完成日都有的环节；开始、完成当天都算一天，按环节自己的工作日或自然日数，挂账不扣除；不涉及的不算。',
    marks: ['兑现', '超时'],
  },
  linksShortened: {
    name: '前期手续平均压缩',
    also: ['平均压缩', '手续压缩', '压缩', '前期手续压缩', '环节压缩'],
    definition:
      '每个环节压缩 = 1 − 实际用时 ÷ 法定时限（同按工作日或自然日），再对各环节平均；超过法定的按负数计。只算期内办完、开始和完成日都有、有法定最长时限的环节（公告期等法定最短期限不计）。',
  },
  investment: {
    name: '投资完成率',
    also: ['投资', '投资完成', '完成投资', '投资计划完成率'],
    definition:
      '实际完成 ÷ 计划投资（万元），只算期内填了计划的项目。整年：有年度计划的用年度计划，否则用各月计划之和；不是整年的：只算整月落在期内的月份。',
  },
  batches: {
    name: '批次完成',
    also: ['批次', '批次完成率'],
    definition: '任务已全部销号的批次 ÷ 有任务的批次；以现在为准，作废的任务不算。',
    marks: ['已完成', '未完成'],
  },
  batchTasks: {
    name: '批次任务完成',
    also: ['批次任务', '任务', '任务完成率', '批次任务完成率'],
    definition: '已销号的批次任务 ÷ 全部批次任务；以现在为准，作废的不算。',
    marks: ['已销号', '未销号'],
  },
  deferralsMade: {
    name: '容缺承诺',
    also: ['容缺', '容缺受理', '容缺材料'],
    definition: '期内作出的容缺承诺件数，按承诺时间算；作废的不算。',
  },
  deferralsKept: {
    name: '容缺按时补齐率',
    also: ['容缺补齐率', '容缺补齐', '补齐率'],
    definition: '期限内补齐的 ÷ 期内已补齐（销号）的容缺承诺，按销号时间算。',
    marks: ['按时补齐', '逾期补齐'],
  },
  deferralsOpen: {
    name: '容缺未补齐',
    also: ['未补齐', '容缺未补'],
    definition: '现在还没有补齐的容缺承诺件数。',
  },
  deferralsOverdue: {
    name: '容缺逾期',
    also: ['容缺超期', '逾期容缺'],
    definition: '现在已过承诺期限、还没有补齐的容缺承诺件数。',
  },
  appeals: {
    name: '申诉',
    also: ['申诉件数', '申诉数'],
    definition: '期内提出的申诉件数，按申诉时间算；每件只算现在这一次办理中的申诉，作废的不算。',
  },
  appealsGranted: {
    name: '申诉认定率',
    also: ['申诉认定', '申诉免责', '免责'],
    definition: '综合办认定免责的 ÷ 期内提出、已经裁定的申诉，按申诉时间算。',
    marks: ['认定免责', '不予认定'],
  },
} as const satisfies Record<string, MetricWords>;

export type MetricId = keyof typeof METRIC_WORDS;

/** Below every list of definitions. */
export const GENERAL_DEFINITION = [
  '都按现在的记录算：重开、改派、改时限之后，数字随之变化，和“明细”列出的件数始终一致。',
  '单位只算主办，协办的不计；并入别的单位以后，已办结的仍记在原来的单位名下，没办完的随承办单位走。',
  '归档的项目照样计入；工作日按现行日历数，放假安排改了随之重算。',
  '不统计个人，不给个人排名。走访、会议、议定事项的数字等这几项功能做好后再加。',
].join('\n');
