/**
 * 等省里批的, 卡在上头的: what waits for those above stands still (挂账), with the days it has been with them. For whom it
 * waits is not kept, which the answer says; of the city or the ministry alone nothing is told.
 */
import { type FreeWord, status } from './query-word.ts';

const ABOVE =
  '(?:省里头?|省上|省厅|省局|省级|省直|省电力公司|省公司|省|上级|上头|上面|上边|上方)(?:部门|单位|公司|那边|那里|那头|领导)?';
const BOTH = `${ABOVE}(?:[、和跟或]?${ABOVE})?`;
const ANSWER =
  '(?:批复|审批|批准|批文|批示|批下来|来批|批|回复|答复|回音|回话|回函|点头|同意|拍板|表态|松口|出面|协调|意见|文件)';
const WHY = '(?:(?:都)?是)?(?:因为|由于|为了)?';
const STILL = '(?:都|还|又|全|一直|正|现在)?';
const NOTHING = `(?:还|都|又|一直|迟迟)?(?:没有?|冇得?|未|不)(?:批|回|答|动|有)?(?:${ANSWER}|动静|下文|消息|下来)?`;
const END = '(?:才能办|才办得了|才动得了|而没办|没办|没动|才没办)?(?:的)?';
/** More is said of it than that it waits: 等省里批的钱. */
const ENDS = '(?=$|[\\s,，。?？、]|的|有|还|到底|一共|总共|共|几|多少|哪|是|都|呢|吗|拉|列|导|发|给|把)';

export const WAITS_ABOVE: readonly FreeWord[] = [
  [
    new RegExp(
      `${WHY}${STILL}(?:要|在|得|需要)?等着?(?:要)?${BOTH}(?:的|给|去|来)?${ANSWER}${END}${ENDS}`,
      'y',
    ),
    status('paused'),
  ],
  [
    new RegExp(
      `${WHY}${STILL}(?:卡|压|停|堵|搁|挂)(?:住)?(?:在|到)了?${BOTH}(?:手[里上])?(?:${NOTHING})?${END}${ENDS}`,
      'y',
    ),
    status('paused'),
  ],
  [
    new RegExp(
      `${STILL}(?:(?:报|送|递|交|呈)(?:到|给|去|往)了?${BOTH}(?:去|了|那)?${NOTHING}的?${ENDS}|${BOTH}${NOTHING}的(?=事项|问题|有|几|哪|列))`,
      'y',
    ),
    status('paused'),
  ],
  [
    new RegExp(`${WHY}${STILL}(?:差|缺|欠)着?${BOTH}的?(?:批复|批文|审批|答复|回复|手续)${END}${ENDS}`, 'y'),
    status('paused'),
  ],
];
