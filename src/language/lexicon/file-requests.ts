/** What of a sentence only asks for a file: the sheet, to whom it goes, what it is for. What is left is which problems. */

/** The sheet itself; 清单 and 明细 are shown here where no verb of sending stands by them. */
const SHEET =
  '(?:excel表格?|excel|xlsx?|台[账帐]表?格?|电子表格?|电子版|电子档|(?:excel|表格)?文件|表格|明细表|汇总表|统计表|清单表|总表)';
const LISTED = '(?:问题清单|清单|明细|单子|名单|底册)';
const TABLE = '表(?![态示现扬达面决])';
const QUANTITY = '(?:一?下|一?[份个张套本])';
const TO = '(?:(?:我们?|咱们?)(?![局单这那])(?:手机上?|微信|邮箱)?|过来|出来|回来|来)';
const MAKE = '(?:导出|导|拉|整|弄|搞|做|生成|打印|打|下载|拷贝?|出|调|制作|制|汇总)';
const GIVE = '(?:发|传|给|来|要|拿|转)';
const SEEN = '(?:看一?[看下]|看看|瞧瞧)';
const MANNER =
  '(?:(?:我想?要|我们要|能不能|能否|可不可以|可以|麻烦|请|帮忙|帮我|帮|给我|替我|你|您|再|也|都|就|先|直接|顺便|统一|单独|一起|一并|一同|重新|只要|光要|就要|全(?![部区市县])|打包|打个包|那|把|好吧|好的|好|行|嗯|来)[,，\\s]*)';

/** Each asks for a file by itself. */
const ASKS: readonly string[] = [
  `${MAKE}(?:成|出|个|为)?${QUANTITY}?${TO}?的?(?:${SHEET}|${TABLE})`,
  `导出?(?:成|个)?${QUANTITY}?${TO}?的?(?:问题)?${LISTED}`,
  `${GIVE}(?:给)?${TO}?${QUANTITY}?${TO}?的?${SHEET}`,
  `${GIVE}(?:给)?${TO}?${QUANTITY}${TABLE}`,
  // 给我一份住建局的台账
  `(?:${MAKE}|${GIVE})(?:给)?${TO}?${QUANTITY}${TO}?(?=[^,，。]{2,16}的(?:问题)?(?:${SHEET}|${TABLE})(?:[呗吧啊呢\\s\\p{P}]|$))`,
  `导(?:出)?${QUANTITY}?(?:出来|给我|过来|${QUANTITY})`,
  `(?:${SHEET}|(?<=的)${TABLE})[呢啊,，\\s]*(?:麻烦|帮我|给我|请|再|也|都|一起|单独|直接|先|发我|我|,|，|\\s)*(?:${MAKE}|${GIVE})(?:给)?${TO}?${QUANTITY}?${TO}?`,
];
/** Cut out with them, wherever it stands; 导出 in front is a command of its own where nothing else is said. */
const BESIDE: readonly string[] = [
  '^导出(?=.)',
  '的表(?=[呗吧啊呢\\s\\p{P}]|$)',
  `(?:${MAKE}|${GIVE})(?:给)?${TO}?${QUANTITY}?${TO}?${SEEN}?(?=[呗吧啊呢哈\\s\\p{P}]|$)`,
  `的?(?:问题)?${SHEET}(?:版|格式)?(?:就行|就好|就可以|即可|也行|的)?`,
  `(?:问题|事项)?${LISTED}(?=[呗吧啊呢\\s\\p{P}]|$)`,
];
/** 周例会用, 沈局要看: for what, and for whom. */
const PURPOSE =
  /^[^,，]{1,6}(?:等着|急着|催着)?要(?:看|用)?[,，\s]+|[,，\s]+(?:我|领导|书记|县长|主任|\p{Script=Han}局)?(?:们)?(?:明天|下午|上午|晚上|周[一二三四五六日]|等下|马上|待会儿?)*(?:要)?(?:周|月|早|晚|调度|专题)?(?:例会|开会|上会|会上|汇报|调度|备查|存档|带着?走?|要)(?:会)?(?:的时候)?(?:要)?(?:用|带起?|带着|看|要|用的)?$/u;
const DONE = '(?:已?销号?|办结|办完|销掉|关闭|了结|解决)了?';
const OPEN = '(?:没|未)(?:有)?(?:销号?|办结|办完|销掉|关闭|了结|解决)|在办';
/** Struck off or not. */
const WHOLE = new RegExp(
  `[,，\\s]*(?:(?:不管|无论|不论)?(?:销没销|办没办)(?:完|号|掉)?的?|(?:不管|无论|不论)?${DONE}的?[和跟与、,，\\s]*(?:${OPEN})的?|(?:不管|无论|不论)?(?:${OPEN})的?[和跟与、,，\\s]*${DONE}的?)[,，\\s]*(?:都|全|一起|全都)(?:要|发|导|算上|给我|打进去)?|[,，\\s]*(?:连|含|包括|包含|带上?|加上)(?:着)?${DONE}的?(?:也|都|一起|一并)*(?:要|算上|带上|在内|导出?|发)*|[,，\\s]*(?:已经)?${DONE}的(?:也|也都|都)(?:要|带上|算上|导出来?|发我?)|(?:从)?(?:系统)?(?:上线|启用|开始用|开头|最开始)(?:到|至)(?:现在|今天|目前|如今)(?:为止)?的?|(?:自|自打|打|从)?(?:系统)?(?:上线|启用|开始用|开张)(?:以来|起)的?|(?:全套|完整|全量|整套|齐全|历史)的?`,
  'gu',
);
/** 刚才那些, 这几件: what was told before. */
const POINTS =
  /^(?:[这那]|刚才|上面|上述|以上|前面)(?:[这那])?(?:[几两三些]?[个件条批份]?|些)?(?:问题|事)?(?:都|全部|的)?$/u;
/** It is asked about, or to be put in: 台账里有几件, 导入台账. */
const OTHER =
  /几[件个条]|多少|怎么|咋|如何|为什么|为啥|谁|什么|导入|录入|上传|更新|补到|填|写进|核对|里[头面]?(?:有|没|是|写)|日报|周报|月报|专报|材料|附件|照片|图片|视频|版式|格式是|红黑榜|看板|纪要|通知/u;

export interface FileAsked {
  /** Which problems; '' none, of all there are; undefined: those that were told before. */
  of: string | undefined;
  /** With what is struck off. */
  whole: boolean;
}

const ASKED = ASKS.map((one) => new RegExp(`${MANNER}*${one}`, 'gu'));
const SENT = new RegExp(`^导出|${SHEET}`, 'u');
const BESIDES = BESIDE.map((one) => new RegExp(`${MANNER}*${one}`, 'gu'));
const EDGES = new RegExp(
  `^(?:${MANNER}|[的,，、。\\s])+|(?:[的呗吧啊呢哈吗么,，、。!?\\s]|一起|一并|单独|统一|都|全|也|${SEEN}|的?就(?:行|好|可以)|即可)+$|的(?:问题|事项)$`,
  'gu',
);

/** undefined: no file is asked for, or something else besides. @param folded the whole message, simplified */
export function fileAskedIn(folded: string): FileAsked | undefined {
  if (folded.length > 60 || OTHER.test(folded)) return undefined;
  let said = folded.replace(PURPOSE, '');
  const bare = said.replace(WHOLE, ' ');
  const whole = bare !== said;
  said = bare.replace(/的 (?=[台表清明])/u, '的');
  const asks = ASKED.some((one) => said.search(one) >= 0) || (whole && SENT.test(said));
  if (!asks) return undefined;
  for (const one of [...ASKED, ...BESIDES]) said = said.replace(one, ' ');
  said = said.replace(/\s+/gu, ' ').trim();
  for (let before = ''; before !== said; ) {
    before = said;
    said = said
      .replace(EDGES, '')
      .replace(/(?<=[^这那])[这那](?:一?块儿?|边儿?|头)$/u, '')
      .trim();
  }
  if (POINTS.test(said)) return { of: undefined, whole };
  return { of: said.replace(/\s+/gu, '，'), whole };
}
