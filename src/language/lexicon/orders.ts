/** Words that tell somebody to do something, wherever they stand: 催一下, 抓紧, 退回去重办, 往上报. */

const URGING =
  '催一[下哈催次遍声回道](?:子)?|催(?:他们|她们|它们|他|这几家)一[下哈]|催催|催下|催哈|催(?=所有|全部|他们|(?:[\\p{P}\\s]|$))|发(?:一?个|一?次|一?份|一下|一遍)?催办(?:通知单?|单|提醒)?|催办(?:一[下哈次遍])?(?![了过最得率多少几的次单数]|情况|记录)|催促(?:一[下哈])?|督促(?:一[下哈])?|督办一[下哈]';
const HURRYING =
  '抓紧(?:点|些|一点)?(?:办理|办|搞|弄)?|[办搞弄]?快点儿?(?:办|搞|弄)?|加快(?:点|办理|进度)?|赶[紧快](?:点|办|搞|弄)?|盯紧(?:点|一点)?|(?:莫|别|不要|不能|不准|不许)再拖(?:了|下去)?';
const ORDER = new RegExp(`${URGING}|${HURRYING}`, 'u');
const ALL_ORDERS = new RegExp(`(?:再|多|也|都|全|赶紧|马上|直接|统统)?(?:${URGING}|${HURRYING})`, 'gu');
/** 没签就算了莫催, 催过没有, 催了三次: no order. */
const NO_ORDER =
  /(?:莫|别|不要|不用|不必|先不)(?:再)?(?:去|给)?(?:他们|他)?催|催办?(?:了|过|得|没)|怎么(?:不|没)催|谁.{0,3}催/u;
/** When an answer is wanted, and whose words it is: 今天下班前给个回话, 就说我讲的. */
const BESIDES =
  /(?:今天|明天|后天|今晚|上午|下午|周[一二三四五六日]|本周|这周|月底|\d{1,2}号)*(?:下班)?(?:之前|以前|前)?(?:给|回|答复|报)(?:我|我们|个|一个|一下)*(?:回话|答复|消息|口信|准信|个信|结果|话|信)|就说是?(?:我|领导|书记|市长|县长|主任)(?:讲|说|要求|交代)的?/gu;
const AROUND_ORDER =
  /^(?:行|好的?|嗯+|那就?|请|让|叫|给我|帮我|给|去|麻烦|把|将|对|往|向|跟|你|您|再|先|顺便|[,，\s])+|(?:(?:请|让|叫|喊|给我|帮我|去|你|您|再|也|赶紧|就|给)*(?:他们|她们|它们|他|这几家|那几家|人家|这些单位|这几个|这些|那些|那几件|这几件)|一下|吧|啊|呀|了|都|你|您|再|也|给我|帮我|\s|\p{P})+$/gu;

/** What an order to hurry is about, '' for what was just spoken of; undefined when nothing of the kind is said. */
export function withoutOrder(text: string): string | undefined {
  if (!ORDER.test(text) || NO_ORDER.test(text)) return undefined;
  const rest = text.replace(BESIDES, '').replace(ALL_ORDERS, '');
  return rest.replace(AROUND_ORDER, '').replace(AROUND_ORDER, '');
}

/** 那退回去叫他们重新办 */
export const SEND_BACK =
  /(?:退回|打回|返回|退|打)(?:去|给他们)?(?:让|叫|喊|要求|给)?(?:他们|人家|单位)?(?:去)?(?:重新|再|返工)(?:办|搞|弄|做|处理|整改)/u;
/** 把12号给唐县长报一下: told up by hand. */
export const TELL_UP =
  /^(?:请|麻烦|帮我|给我|你|把|将|\s)*#?(\d{1,9})号?(?:问题|那个|这个|这件|那件)?(?:给|跟|向|往)(?:\p{Script=Han}{0,4}(?:书记|市长|县长|区长|主任|领导|组长)|上面?)(?:汇)?报(?:一[下哈]|告|上去)?[吧啊哈\s\p{P}]*$/u;
