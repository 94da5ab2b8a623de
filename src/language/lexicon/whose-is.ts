/** Whose the one problem is that somebody describes: 路灯不归我们吧, 派给住建了还是交通了. */

const US = '(?:我们|咱们|我局|本局)(?:这边|局|单位|公司)?';
const TO = '(?:算是?|归|派?给|转给|属于|在|是)';
const NAME = '(?:(?![谁哪])\\p{Script=Han}){2,8}?';
const LED = '[,，\\s]*(?:主办|牵头|责任|承办)?(?:单位)?(?:到底|究竟)?(?:应该|应当|是|该)?';
/** 路灯不归我们吧, 主办到底算我们还是算资规, 派给住建了还是交通了: whose the one described is. */
const WHOSE_IS = new RegExp(
  `^(?!.*(?:[几多]少?[个件]|哪[些个几家件]|各))(.{2,24}?)(?:[那这][一]?[个件]?(?:事|问题)?的?)?${LED}(?:(?:不归|归不归|不该归|不算|算不算|轮不到|不是)${US}(?:管|的)*(?:的?吧|吗|么)|${TO}(?:${US}|${NAME})(?:了|的|管)*还是${TO}?(?:${US}|${NAME})(?:了|的|管)*)[呢啊呀\\s\\p{P}]*$`,
  'u',
);

/** The question whose a problem is, in the words that are read; all else as it is. */
export const asksWhose = (text: string): string => text.replace(WHOSE_IS, '$1那件归谁管');
