/** Words that tell somebody to do something, wherever they stand: 催一下, 抓紧, 退回去重办, 往上报. */

const URGING =
  '催一[下哈催次遍声回道](?:子)?|催(?:[他她它]们?|这几家)一[下哈]|催催|催下|催哈|催(?=所有|全部|他们|(?:[\\p{P}\\s]|$))|(?<=^)催(?![办了过得的没不几多一下哪谁问促])(?=\\p{Script=Han}{2,10}[吧哈\\s\\p{P}]*$)|发(?:一?个|一?次|一?份|一下|一遍)?催办(?:通知单?|单|提醒)?|催办(?:一[下哈次遍])?(?![了过最得率多少几的次单数]|情况|记录)|催促(?:一[下哈])?|督促(?:一[下哈])?|督办一[下哈]|(?:给他们|帮我|替我|跟他们|去)?提醒(?!我|咱)(?:他们|她们|它们|一声|一[下哈])*(?:签收|接收|核验|办理|回复|反馈)?(?:一[下哈])?(?![了过的]|多少|几)|(?:帮我|给他们|跟他们|替我)提一[下哈嘴声]|发(?:一?个|一?次|一?条|一下)?提醒|敲打一[下哈]|(?<![给跟向]我们?|[给跟向]咱)提个醒';
const HURRYING =
  '抓紧(?:点|些|一点)?(?:办理|办|搞|弄)?|[办搞弄]?快点儿?(?:办|搞|弄)?|加快(?:点|办理|进度)?|赶[紧快](?:点|办|搞|弄|的)?|盯紧(?:点|一点)?|(?:莫|别|不要|不能|不准|不许)再拖(?:了|下去)?';
const ORDER = new RegExp(`${URGING}|${HURRYING}`, 'u');
const ALL_ORDERS = new RegExp(`(?:再|多|也|都|全|赶紧|尽快|马上|直接|统统)?(?:${URGING}|${HURRYING})`, 'gu');
/** 没签就算了莫催, 催过没有, 催了三次: no order. */
const ALL_OF_THEM =
  /^(?:那|就|把|你|给我|帮我)*(?:都|全部|全|统统|一起|一并)(?:给我|帮我)?催(?:办)?了(?:吧)?[\s\p{P}]*$/u;
export const NO_ORDER =
  /(?:莫|别|不要|不用|不必|先不)(?:再)?(?:去|给)?(?:他们|他)?催|催办?(?:了|过|得|没|有|完|发出|多少)|(?:怎么|如何|咋|没有?)(?:样|不|没|去)?催|谁.{0,3}催|(?:没|没有|有没有)提醒|提醒(?:了|过)/u;
/** When an answer is wanted, whose words it is, and that it is shown, which the card does: 今天下班前给个回话, 就说我讲的, 再列给我. */
const BESIDES =
  /(?:今天|明天|后天|今晚|上午|下午|周[一二三四五六日]|本周|这周|月底|\d{1,2}号)*(?:下班)?(?:之前|以前|前)?(?:给|回|答复|报)(?:我们?)?(?:一?个|一下)?(?:回话|答复|消息|口信|准信|个信|结果|话|信)|就说是?(?:我|领导|书记|市长|县长|主任)(?:讲|说|要求|交代)的?|(?:再|然后|之?后)(?:列|报|发)(?:一?下|出来)?(?:给我|我)?(?:看看?|一?下|一遍)?(?=[\s\p{P}]*$)/gu;
/** 没签收的单位: those of whom it is said. */
const THEIR_UNITS =
  /(?<=(?<!(?:^|[要该等])(?:核验|签收|转办|审批))的)(?:(?:[那这](?:些|几[个家])|几[个家])?(?:责任)?(?:单位|部门|局|责任人|联络员|人|家)们?|[那这]几[个家])$/u;
const AROUND_ORDER =
  /^(?:催办?(?=\p{Script=Han}{2})|通知|告诉|要求|行|好的?|嗯+|能不能|可不可以|能否|那就?|请|让|叫|给我|帮我|给|去|麻烦|把|将|对|往|向|跟|你|您|再|先|顺便|[,，\s])+|(?:(?:赶紧|就)?去?(?:请|让|叫|喊|给)?(?:他们|她们|它们|他|这几家|那几家|人家|这些单位|这几个|这些|那些|那几件|这几件)|一下|(?:好不好|可不可以|能不能|行不行|可以吗?|[行好]吗)(?=[\s\p{P}]*$)|吧|啊|呀|了|都|你|您|再|也|给我|帮我|\s|\p{P})+$/gu;

/** What an order to hurry is about, '' for what was just spoken of; undefined when nothing of the kind is said. */
export function withoutOrder(text: string): string | undefined {
  if (ALL_OF_THEM.test(text)) return '';
  if (!ORDER.test(text) || NO_ORDER.test(text)) return undefined;
  const rest = text.replace(BESIDES, '').replace(ALL_ORDERS, '');
  const bare = rest.replace(AROUND_ORDER, '').replace(AROUND_ORDER, '');
  return bare.replace(THEIR_UNITS, '').replace(/(?<=[局委办会司队])(?:把|将)(?=.)/u, '');
}

/** 有的话让他们抓紧 */
export const IF_ANY =
  /^(?:那|就|嗯|哦|好|[\s,，])*(?:要是|如果|假如)?(?:还|真)?有(?:的话|就|的就|了就)[\s,，]*(?:就|那就|都|你|请)*(?:让|叫|催|喊|转|请|通知|要求|给我)/u;

/** 把12号给唐县长报一下: told up by hand. */
export const TELL_UP =
  /^(?:请|麻烦|帮我|给我|你|把|将|\s)*#?(\d{1,9})号?(?:问题|那个|这个|这件|那件)?(?:(?:给|跟|向|往)(?:\p{Script=Han}{0,4}(?:书记|市长|县长|区长|主任|领导|组长)|上面?)(?:汇)?报(?:一[下哈]|告|上去)?|(?:上|汇)?报(?:给|到|送)\p{Script=Han}{2,4}(?:那里|那儿)?)[吧啊哈\s\p{P}]*$/u;

const ROUTE = '转给|转交给?|转到|转办给|转办到|移交给?|交给|派给|分给|推给';
/** 把那件转给水利局蒋平; 转给谁了 asks. */
export const HANDS_ON = new RegExp(`(?:${ROUTE})(?!谁|哪|了|过|什么|啥|我|咱)`, 'u');
const AROUND_WHAT =
  /^(?:请|麻烦|帮我|给我|你|把|将|那|就|\s)+|(?:能不能|可不可以|可以|都|全|就|再|直接|赶紧|马上|尽快|\s|\p{P})+$/gu;
const JUST_SPOKEN_OF = /^(?:这|那)?(?:件|个|一件|一个|事|事情|问题|它)*$/u;

/** What is handed on, '' for what was just spoken of, and to whom. */
export function handedOn(text: string): { what: string; to: string } {
  const found = new RegExp(ROUTE, 'u').exec(text);
  const at = found?.index ?? 0;
  const what = text.slice(0, at).replace(AROUND_WHAT, '');
  const [to = '', behind = ''] = text.slice(at + (found?.[0].length ?? 0)).split(/[,，]/u);
  // 转给交通局吧，边界重叠那件
  const named = /[那这]一?[件个条]/u.test(behind) ? behind : '';
  return { what: JUST_SPOKEN_OF.test(what) ? named : what, to };
}

/** 让孙倩盯着点, 叫他们给个说法: somebody is told to see to it. */
export const TELLS_SOMEBODY =
  /^(?:那个谁|那|就|你|请|麻烦|赶紧|马上|行|好的?|嗯|[\s,，])*(?:让|叫|喊|要求|通知|安排|责成|责令|告诉|交代|督促|请)(?![我咱您你谁哪问]).{1,16}(?:盯|抓|说法|答复|回话|回[个我]|回一[声下]|吱一?声|给个|报个|准信|交代|交待|回复|反馈|说明|解释|协调|对接|加快|推进|落实|整改|完成|尽快|办|处理|解决|搞|弄|跟进|重视|上心|上点心|报|去看)/u;
/** The same within a question: 三户征地那件让李航办了, 到哪了. */
export const TELLS_INSIDE =
  /(?:让|叫|喊|要求|通知|安排|责成|督促)(?![我咱您你人])\p{Script=Han}{2,4}.{0,12}(?:盯|抓|办了|办掉|处理|解决|跟进|给个|搞|弄)/u;
