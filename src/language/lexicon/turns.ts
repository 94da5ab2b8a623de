/**
 * Words that turn what stands beside them: the last of those that came back (上次反弹的), the one that stands still longest
 * (挂起最久的), with nothing done since (催了三次还没动静), from when to when (从提出来到销号), too late in the end (超了期才办完).
 * Each is cut out of the sentence, and taken only where the rest is what it turns.
 */

import type { Step } from '../../domain/issue-filter.ts';
import type { Fact } from '../../domain/reading.ts';
import type { Scan } from '../scanned.ts';
import type { QueryWord } from './query-word.ts';

const DONE = '办结|办完|办好|办掉|搞完|搞好|弄完|弄好|解决|完成|销号|销掉|销|了结|处理完|搞定';
const RAISED = '(?:问题)?(?:提出来|提出|登记|报上来|提上来|反映上来|反映|上报|接到|收到)';

export interface Turn {
  said: RegExp;
  sets: Partial<Scan>;
  /** Said as well by it. */
  tags?: readonly QueryWord['tag'][];
  fits: (rest: Scan) => boolean;
}

const befell = ({ states, step }: Scan): boolean =>
  step !== undefined ||
  states.some((s) => s.kind === 'extension') ||
  states.some((s) => s.kind === 'mark' && (s.mark === 'bounced' || s.mark === 'reopened'));
const onlyPaused = ({ states, longest, by }: Scan): boolean =>
  longest === undefined &&
  by === undefined &&
  states.every((s) => s.kind === 'open' || (s.kind === 'status' && s.status === 'paused'));

const WHEN = '(?:哪一天|哪天|哪日|什么时候|啥时候|么时候|什么时间|几时|何时|几号)';
/** Steps whose last time is asked for, what of it is told, and what people call them. */
const LAST: readonly (readonly [Step, Fact, string])[] = [
  ['urged', 'urged', '催办|催促|催'],
  ['bounced', 'bounced', '退回|退件|退单|打回|退'],
  ['reopened', 'reopened', '反弹|重开|翻出来'],
  ['progress', 'progress', '报进展|更新进展|报进度|进展更新|更新|反馈'],
  ['asked-extension', 'extension', '申请延期|提延期'],
  ['signed', 'signed', '签收'],
  ['routed', 'routed', '转办|派单'],
];
const LAST_TIMES: readonly Turn[] = LAST.map(([step, fact, said]) => ({
  said: new RegExp(
    `(?:最后|最近|上|前)(?:的)?(?:一)?[次回](?:被|挨)?(?:${said})(?:他们|它们)?(?:了)?(?:是|在)?(?:${WHEN})(?:的|啊|呀|呢)?`,
  ),
  sets: { step, fact, latest: true },
  fits: ({ step: other, states }) => other === undefined && states.length === 0,
}));

const THROUGH = `(?:${DONE}|办成|搞成|弄好|做完|办)(?:掉|完|好)?了?的?`;
const LATE = '(?:(?:超|逾|过|拖|误)了?期|超了?(?:时限|期限|时))';
const IN_TIME = '(?:按时|按期|准时|如期|及时)';
const NOT = '(?:没有?|未能?|没能)';
/** Of what was struck off, as it was said before: 办结的里面有几件是, 办了几件,其中. */
const AMONG = `(?<=(?:${DONE}|办)(?:了|掉)?(?:的问题|的)?(?:(?:几|多少|好多)[件个条])?[,，\\s]*(?:里面?|里头|当中|其中|中)[^,，]{0,8}|(?:${DONE})了?的(?:问题)?(?:都|也)?(?:有|是)?(?:没有|[哪几][些件个条]{1,2}|多少件?|百分之几|几成)?(?:是)?|(?:${DONE})了?(?:几|多少)[件个条][,，\\s]*(?:有)?几[件个条]是)`;
const NOT_IN_TIME = new RegExp(`${NOT}${IN_TIME}(?:${THROUGH}|的)`);
/** How it came out: what says that it is over, and what is late or in time only beside that. */
const OUTCOMES_SAID: readonly (readonly ['late' | 'in-time', RegExp, boolean])[] = [
  ['late', new RegExp(`(?:都?是)?${LATE}(?:了)?(?:以后|之后|后)?才?(?:给)?${THROUGH}(?!率|情况)`), false],
  ['late', NOT_IN_TIME, false],
  ['late', new RegExp(`${AMONG}(?:${LATE}(?:了?的|了)|${NOT}${IN_TIME}的)`), true],
  [
    'in-time',
    new RegExp(`(?<![没未能否会可以要得])(?:都?是)?${IN_TIME}(?:给)?${THROUGH}(?!率|情况|占|的?比)`),
    false,
  ],
  ['in-time', new RegExp(`${AMONG}(?<![没未有能否会])${IN_TIME}的`), true],
];

/** Nothing but what is struck off, of which it is asked how many, which or whether there are some. */
function isOutcome(
  { states, rate, basis, step, fact, tags, bound, top, duration }: Scan,
  closed: boolean,
): boolean {
  const asks = (['count', 'which', 'by', 'tell', 'each', 'ask'] as const).some((tag) => tags.has(tag));
  return (
    (asks || rate === 'share') &&
    (rate === undefined || rate === 'share') &&
    [basis, step, fact, bound, top, duration].every((one) => one === undefined) &&
    states.every(({ kind }) => kind === 'closed') &&
    (!closed || states.length > 0)
  );
}

/** 催了三次还没动静, 签收以后没动过. */
const STILL_SINCE =
  /(?<=[次回遍收签催办](?:过了|[了过])?|(?:出|下|过)去了?|以上)(?:以后|之后|后)?(?:就|还|都|却|又|老|一直|始终|仍|也|是){0,3}(?:不见?动静?|没(?:有|得)?(?:动静|动过|动|进展|反应|回音|回应|回话|响动|下文|人理|人动))的?/;

export const TURNS: readonly Turn[] = [
  // 自然资源局最后一次催是哪天
  ...LAST_TIMES,
  {
    said: /我们上[次回](?:报|提|申请)的(?=[那这]?[个条件]?延期)/,
    sets: { latest: true },
    tags: ['our-unit'],
    fits: befell,
  },
  {
    said: /(?:最近|最后|上)的?一?[次回](?:(?:报|提|申请)的(?=[那这]?[个条件]?延期)|(?=的?(?:被|被人)?(?:退|打回|反弹|重开|催|转办|延期|挂|翻)))/,
    sets: { latest: true },
    fits: befell,
  },
  // 李航最近回了啥进展
  {
    said: /(?:最近|近来)(?:都|又)?(?:回|报|写|填|更新|反馈|提交)(?:了|过)?(?:啥子?|什么|哪些|么子?|些什么)?(?:新)?进展(?:了)?/,
    sets: { step: 'progress', fact: 'progress', latest: true },
    fits: ({ step, states }) => step === undefined && states.length === 0,
  },
  // 领导点名催过的
  {
    said: /(?:被|由|让)?(?:区里?|县里?|市里?|上面的?|分管|主要|各位|两位){0,2}领导们?(?:们|有没有|点名|亲自|专门|直接|当面|又|都|有){0,3}(?=(?:催|督办))/,
    sets: { byLeaders: true },
    fits: ({ step }) => step === 'urged',
  },
  // 退回又重办的
  {
    said: /(?<=退回|打回|退了|退过)(?:了|的|来|过|以后|之后|后){0,2}[,，\s]?(?:又|再|重新|后来|现在){1,2}(?:重新办理?|重新办|重办|办理|办|重新转办|转办|转出去|派出去|派下去|派)(?:了|过)?的?(?![了过]?[没吗冇不结好完])/,
    sets: { after: { step: 'routed', taken: true } },
    fits: ({ states, step }) =>
      step === 'bounced' ||
      (step === undefined && states.some((s) => s.kind === 'mark' && s.mark === 'bounced')),
  },
  {
    said: /(?:停表|停|挂起|挂账|挂|暂停)(?:的)?(?:时间|得|了)?(?:最长|最久)/,
    sets: { fact: 'paused', longestPaused: true },
    fits: onlyPaused,
  },
  {
    said: STILL_SINCE,
    sets: { after: { step: 'worked', taken: false } },
    fits: ({ step }) => step === 'signed',
  },
  {
    said: STILL_SINCE,
    sets: { after: { step: 'moved', taken: false } },
    fits: ({ step }) => step === 'urged' || step === 'routed',
  },
  {
    said: new RegExp(`(?:从|自)?${RAISED}(?:开始|算起)?(?:到|至)(?:真正|最后|最终|全部)?(?:销号|销掉)`),
    sets: { taken: 'closing' },
    fits: ({ duration, taken }) => duration === 'average' && taken === undefined,
  },
  {
    said: new RegExp(`(?:从|自)?${RAISED}(?:开始|算起)?(?:到|至)(?:真正|最后|最终|全部)?(?:${DONE})`),
    sets: {},
    fits: ({ duration, taken }) => duration !== undefined && taken === undefined,
  },
  {
    said: new RegExp(
      `(?:从|自)?${RAISED}(?:开始|算起)?(?:到|至)(?:我们|咱们|综合办|专班)?(?:真正)?(?:转办|转|派|分)(?:给|到|出去|下去)?(?:责任单位|单位)?`,
    ),
    sets: { taken: 'routing' },
    fits: ({ duration, taken }) => duration === 'average' && taken === undefined,
  },
  ...OUTCOMES_SAID.map(
    ([among, said, closed]): Turn => ({
      said,
      sets: { among },
      fits: (rest) =>
        isOutcome(rest, closed) &&
        (among === 'late' || rest.rate === undefined) &&
        (said !== NOT_IN_TIME || rest.periods.length + rest.states.length > 0),
    }),
  ),
  // 没按时办结的, of no time: done since or not.
  {
    said: new RegExp(`${NOT}${IN_TIME}(?:${DONE})了?的?`),
    sets: { states: [{ kind: 'mark', mark: 'late' }] },
    tags: ['state'],
    fits: (rest) => isOutcome(rest, false) && rest.periods.length + rest.states.length === 0,
  },
];
