/** A problem told without 报: 工地上今天停了三次电，请供电公司抓紧解决. */
import { isQuestioning } from './mood.ts';

const ASKED_FOR =
  /(?:请|麻烦|望|希望|恳请|要求|需要?|让|盼|求|帮忙|帮我们?)[^,。;!?]{0,16}?(?:解决|处理|协调|帮助|支持|落实|整改|修|疏通|恢复|安排|办理|推进|清理|抓紧|尽快|加快|过来|看一下|看看|到场|出具|批复|拿)/;
const TROUBLE =
  /停电|停了?.{0,4}电|停水|断电|断水|跳闸|不足|不够|不通|不到位|不上|不下|不了|不让|堵|漏水|渗|积水|塌|裂|坏了?|破损|故障|故障|缺|没有?(?:人|电|水|到|通|批|给|办|来|收到)|未(?:批|到|通|办|交|给|完成)|无法|迟迟|一直[没不]|拖|卡在|卡住|影响|困难|受阻|阻工|阻挠|堆放|扰民|污染|噪[声音]|扬尘|超标|隐患|事故|欠|纠纷|投诉|太慢|很慢|急需|难以|难题|不肯|不配合|违停|占道|超负荷/;

/**
 * Whether the words tell of a problem. @param folded the whole message
 * @param named a responsible unit is named in it
 */
export function isComplaint(folded: string, named: boolean): boolean {
  const han = folded.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han < 8 || isQuestioning(folded)) return false;
  const trouble = TROUBLE.test(folded);
  return named ? trouble || ASKED_FOR.test(folded) : trouble;
}
