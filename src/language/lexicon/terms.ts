/** 按时率怎么算的, 超几天算红, 什么叫挂账: what a word means, and no figure. */
import type { Term } from '../../domain/term.ts';

const WORDS: readonly (readonly [Term, string])[] = [
  ['closed-rate', '办结率|销号率|完成率|办理率'],
  ['on-time-rate', '按时率|按期率|按时办结率|及时率'],
  ['satisfied-rate', '满意率|满意度'],
  ['reopened-rate', '反弹率'],
  ['days-taken', '平均用时|办理用时|用时'],
  ['red', '红灯|红牌|亮红灯?|变红|转红|红'],
  ['yellow', '黄灯|黄牌|亮黄灯?|变黄|转黄|黄'],
  ['blue', '蓝灯|亮蓝灯?|快到期|临期'],
  ['green', '绿灯|正常'],
  ['overdue', '逾期天数|逾期|超期|超时'],
  ['paused', '挂账|停表|挂起'],
  ['closed', '销号|销了号'],
  ['verified', '核验'],
  ['signed', '签收'],
  ['routed', '转办'],
  ['void', '作废'],
  ['reopened', '反弹|重开'],
  ['joint', '联合攻坚|协办'],
  ['long-term', '长期事项|长期'],
  ['measure', '固化措施|固化'],
  ['on-the-spot', '当场解决|当场办结'],
  ['weather', '晴雨表?|项目天气'],
  ['link', '环节'],
];
const END = '[呢啊呀嘛吧的\\s\\p{P}]*$';
const FRONT = '^(?:请问|那|所谓的?|你们?的?|这个|这里的?|系统里?的?)*';
const MEANS =
  '(?:是|是指|指的是|指|到底是)?(?:个)?(?:什么|啥|何)(?:意思|概念|含义|定义)|(?:是指|指的是|指)(?:什么|啥)|的?(?:含义|定义|标准|口径)(?:是)?(?:什么|啥)?|(?:的)?(?:天数|时间)?(?:是)?(?:怎么|咋|如何|怎样)(?:算|定|计算|统计|界定|认定|判)(?:出来|下来)?(?:的)?(?:天数)?';
const SO =
  '(?:怎么样?|怎样|如何|咋|什么情况|啥情况|什么样|多久|几天|多少天|超几天|超多少天|过几天|逾期几天)(?:才|就|会|下)*(?:算|叫|亮|变|转|是)(?:作|做)?';
/** Bare 是啥 asks which they are, but for these. */
const NO_LIST = '挂账|销号|核验|固化|晴雨|办结率|按时率|满意率|反弹率|联合攻坚';

const PATTERNS = WORDS.map(([term, words]) => ({
  term,
  asks: new RegExp(
    `${FRONT}(?:(?:${words})(?:${MEANS})|(?:什么|啥|何)(?:是|叫|叫做|谓)(?:${words})|${SO}(?:${words}))${END}`,
    'u',
  ),
  bare: new RegExp(`${FRONT}(?=(?:${NO_LIST})(?:是|叫))(?:${words})(?:是|叫)(?:什么|啥)${END}`, 'u'),
}));
const WORKDAYS =
  /^(?:请问|那)*(?:(?:周末|双休日|节假日|放假|法定假日|假期|国庆|春节|星期[六天日]|礼拜[六天日])(?:那?几?天)?(?:算不算|算在|算|计不计|计)(?:进?(?:时限|工作日|天数|期限|逾期))?(?:里|内)?(?:吗|么|不|没)?|工作日(?:是)?(?:怎么|咋|如何)算的?|时限(?:是)?(?:怎么|咋|如何)(?:算|定)的?|(?:什么|啥)是工作日|(?:几个工作日|时限)从(?:什么时候|哪天|几号)(?:开始)?算起?)[呢啊呀\s\p{P}]*$/u;
const WHO_CLOSES =
  /^(?:请问|那)*(?:问题)?(?:谁|哪个|什么人)(?:能|可以|有权|来|才能)?(?:给)?(?:销号|核验)(?:问题)?(?:的)?(?:权限)?[呢啊呀\s\p{P}]*$/u;

const LONGEST = 24;

/** @param folded the whole message; undefined: no meaning is asked for */
export function termAsked(folded: string): Term | undefined {
  const said = folded.trim();
  if (said.length > LONGEST) return undefined;
  if (WORKDAYS.test(said)) return 'workdays';
  if (WHO_CLOSES.test(said) && /能|可以|有权|来|才能/.test(said)) return 'who-closes';
  return PATTERNS.find(({ asks, bare }) => asks.test(said) || bare.test(said))?.term;
}
