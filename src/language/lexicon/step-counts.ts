/** How often a step was taken: 退过几次, 一共有几次延期申请, 退回次数最多的, 催得最多的. */
import type { Step } from '../../domain/issue-filter.ts';

const TIMES = '(?:几|多少|好多|几多)(?:次|回|道|遍|人次)';
/** Of requests that were decided problems are counted as well: 延期批了几个; 没批的几个 wait. */
const ITEMS = '(?:几|多少|好多|几多)(?:个|件|条)(?!月|星期|礼拜|季度|工作日|单位|项目)';
const DECIDED: Partial<Record<Step, string>> = {
  extended: `延期(?:申请)?(?:被)?批(?:了|过)?${ITEMS}|批(?:了|过)?${ITEMS}延期`,
  'refused-extension': `延期(?:申请)?(?:被)?(?:驳回|驳|不同意|拒绝|拒)(?:了|过)?${ITEMS}|(?:驳回?|拒)(?:了|过)?${ITEMS}延期`,
};
/** 退单最多, 挨催最多, 谁退的最多: by how often it was done, where no 的 makes it what they are. */
const BY_TIMES: Partial<Record<Step, string>> = {
  bounced: '退的',
  urged: '被催的|挨催的|催的(?=最多的?(?:又)?是)',
  'asked-extension': '申请的延期',
};
const ALWAYS = '(?:老是|总是|老爱|动不动就?|经常|老|总)';
/** 哪个单位老申请延期 */
const OFTEN: Partial<Record<Step, string>> = {
  bounced: `${ALWAYS}(?:退单|退件|退回)(?!的)`,
  urged: `${ALWAYS}(?:被|挨)催(?:办)?(?!的)`,
  'asked-extension': `${ALWAYS}(?:申请|要求|要|提)延期(?!的)`,
};
const STEPS: readonly (readonly [Step, string])[] = [
  ['asked-extension', '(?:提出?|申请|报)?(?:了)?延期申请|申请(?:了|过)?延期|延期的申请'],
  ['extended', '批准?(?:了|过)?(?:的)?延期|延期(?:申请)?(?:被)?(?:批准|批|通过)(?:了|过)?|延(?:过|了)?期'],
  [
    'refused-extension',
    '(?:驳回?|退|不批|没批|不同意|没同意)(?:了|过)?延期|延期(?:申请)?(?:被)?(?:驳回?|不同意|没批|没同意)(?:了|过)?',
  ],
  ['refuted', '核验(?:不属实|没通过|不通过|没过)|(?:被)?打回去?重(?:新)?办|核验打回'],
  ['bounced', '(?:被)?(?:退回|打回)(?:来|去)?|(?:被)?退(?:件|单|过|了)?'],
  ['urged', '(?:被|挨)?(?:催办|催促|督办|催)(?:了|过)?'],
  ['reopened', '反弹|重开|重新打开|翻出来'],
  ['rerouted', '改派|换(?:了)?(?:责任)?单位|改(?:了)?(?:责任)?单位|转手|倒手'],
  ['told-up', '(?:往上)?升级|(?:被)?上报(?:领导|分管领导)|被上报|往上报|升(?:上去|级)'],
  ['paused', '挂账|挂起|停表|挂过账'],
  ['turned-red', '(?:亮|挂|变|吃)(?:了|过)?红灯?|红(?:过|了)'],
  ['turned-yellow', '(?:亮|挂|变|吃)(?:了|过)?黄灯?|黄(?:过|了)'],
  ['routed', '转办|派单|交办'],
  ['signed', '签收'],
  ['progress', '报进展|报(?:了|过)?进度|更新进展'],
];
const GO = '(?:一共|总共|共|有|发生|搞|提|出现|被|都|已经|总计|累计|合计|到底|给|申请)?';
const RANK = '(?=最[多少]|排|多少|是多少|有多少|怎么|[\\s,，。?？]|$|从[多高])';

/** Matched all over a folded text; one sentence may ask for several. */
export const COUNTED: readonly (readonly [Step, RegExp])[] = STEPS.map(([step, words]) => {
  const said = `(?:${words})`;
  const often = BY_TIMES[step] === undefined ? `${said}得` : `${said}得?|${BY_TIMES[step]}`;
  const items = DECIDED[step] === undefined ? '' : `|${DECIDED[step]}`;
  return [
    step,
    new RegExp(
      `${GO}${GO}${said}(?:了|过|的|来|去)?${GO}(?:他们|人家)?${TIMES}(?:件)?(?:了)?|${GO}${GO}${TIMES}${said}(?:的)?|${said}(?:了|过)?的?(?:次数|回数|频次)${RANK}|(?:${often})(?=最[多狠凶勤])|${OFTEN[step] ?? '(?!)'}${items}`,
      'g',
    ),
  ] as const;
});

/** 批了几次, 驳了几次: of extensions, where one was spoken of. */
export const OF_REQUESTS: readonly (readonly [Step, RegExp])[] = [
  [
    'extended',
    new RegExp(
      `(?:其中)?(?:又)?(?:被)?(?:(?:批准|批|同意|通过)(?:了|过)?${TIMES}|(?<![没未待等不在])批(?:了|过)?${ITEMS})`,
      'g',
    ),
  ],
  [
    'refused-extension',
    new RegExp(
      `(?:其中)?(?:又)?(?:被)?(?:(?:驳回|驳|不同意|没同意|没批|不批|拒)(?:了|过)?${TIMES}|(?:驳回|驳|拒)(?:了|过)?${ITEMS})`,
      'g',
    ),
  ],
];
