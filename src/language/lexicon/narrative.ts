/** What is told beside a question and narrows nothing: whom it was heard from, where the speaker goes, how to put it. */

import { all, END, type Framing, START } from './frame.ts';
import { SURNAMES } from './surnames.ts';

const ME = '(?:我们|咱们|我|咱|俺)';
const WHEN =
  '(?:今天|明天|后天|上午|下午|晚上|今晚|明早|一早|中午|等下|待会儿?|马上|回头|下周|周[一二三四五六日])';
const GOING = `${START}(?:因为)?${ME}(?:${WHEN}|[一过]会儿?|这?就|要|准备|打算|得|想|先){1,5}(?:去|到|下)(?:一?趟)?`;
const THERE =
  '(?:那边|那里|他们)?(?:的)?(?:现场|工地|厂里|车间|调研|督查|检查|视察|座谈|走访|办公|看看|走走|转转|开会|谈事){1,3}(?:一下|一趟|去|了)?';
const ONCE_AGO = '(?:刚刚|刚才|刚|今天|昨天|前天|前几天|早上|上午|下午|上次|上回|那天|开会时|会上)';

export const NARRATIVE: readonly Framing[] = [
  {
    name: 'hearsay',
    why: 'from whom it was heard; what was heard follows and is read like anything else',
    said: all(
      `${START}[小老][${SURNAMES}](?:同志)?${ONCE_AGO}?(?:[跟给和对]我)?(?:说|讲)(?:是|过)?(?![的一下了])`,
      `${START}${ME}?(?:也|都|老|总|一直|${ONCE_AGO})?(?:听说|听讲|据说|听人(?:家)?[说讲]|听(?:他们|她们|大家|下面|底下|外面)[说讲]|外面(?:都)?[说传])(?![的过])(?:了|啊)?`,
      // 反正总说他们快: what they say of themselves is no measure.
      `(?:反正|倒是)?(?:总|老|老是|总是|一直|天天|动不动就)(?:说|讲)(?:他们|自己|我们)?(?:快|好|忙|难|没问题|不错|在办|快了)(?:得很)?${END}`,
      // 光听他们说在办在办: no state is meant by it.
      `${START}(?:光|老|总|天天|一直)*听(?:他们|你们|下面)[说讲](?:在办|快了|没问题|在推进|在弄|在搞|马上){1,3}${END}`,
      `(?<=\\p{Script=Han})${ONCE_AGO}?(?:跟|和|对|向)(?:我们|我|咱|领导|书记|市长)(?:说|讲|汇报说|保证说)(?![的过了一下说讲听看几清明])(?:是)?`,
    ),
  },
  {
    name: 'promise',
    why: 'what somebody promised on the whole; how it stands is what is asked, and when it was to be is not kept',
    said: all(
      `${ONCE_AGO}?(?:在会上)?(?:表了?态|拍了?胸脯|打了?包票|保证|承诺|答应)(?:过|说|的)*(?:${ME})?(?:的)?(?:说)?(?:在)?(?:本周|这周|这个星期|月底|本月|这个月|年底|下周|周五)?(?:之?内|以?前|之前)?(?:一定|肯定|要)*(?:全部|都|全)*(?:清零|办完|办结|解决|销号|搞定|到位)(?:了)?${END}`,
    ),
  },
  {
    name: 'trip',
    why: 'where the speaker goes and when; the place that is named stays and is read',
    said: all(
      `${GOING}(?=\\p{Script=Han}{2,8}(?:[,。;]|${THERE}${END}))`,
      `${THERE}${END}(?<=${GOING}\\p{Script=Han}{2,8}?${THERE})`,
    ),
  },
  {
    name: 'manner',
    why: 'a clause of its own about how short or how full the answer should be',
    said: all(
      `${START}(?:你|您)?(?:就|只|先)*(?:[捡拣挑选](?:要紧|重要|重点|主要|关键)的|长话短说|言简意赅|简短(?:点|些|一点)|简要(?:点|些)?|简明(?:点|扼要)?|详细(?:点|些|一点)|具体(?:点|些|一点)|说重点|讲重点)(?:说|讲|报|汇报|念)?(?:一下|说|讲|就行|就好)?${END}`,
      `${START}(?:我)?(?:不看数字|不要听那么多|不想听(?:那么多|细节)|数字不用太多)${END}`,
    ),
  },
];
