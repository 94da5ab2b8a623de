/** Little words behind others: the ends of verbs, 的那种, 快些. */
import type { Glue } from './glue-word.ts';

const DIRECTION = '(?:上|下|进|出|过|回)(?:来|去)|起来|拢来|开来';
const RESULT = '掉|完|好(?!几|多)|妥当|妥帖|妥|清爽|清楚|清|光|干净|彻底|到底|到位|成|到手|了事|利索';
const THIS = '[这那]一?(?:种|类|批|拨|块|摊子?|档子?|些个?|号|部分|伙|堆)(?:情况|情形|问题)?';
/** Overcome, of what is hard; what others have to grant (批下来, 谈下来) is another matter. */
const CLOSE = [
  '(?:啃|拿|攻|拼|扛|磨|办|搞|弄|做|销)下来?',
  '(?:解|化|疏|打|理|掰)开',
  '(?:关|了|清|结|办|搞|弄|抹|灭|消|划|勾|处理|解决|销|消化|化解|甩|去)掉',
  '(?:搞|弄|摆|办|处理|处置)(?:掂|定|平|妥当?|妥帖|归一|利索|清爽|熨帖|清楚|圆满|到位|停当)',
  '(?:扫|抹|铲)平|收尾|(?:清|理)干净|扫清|画上?了?句号|收官|(?:交|清|了|结)账|合上|闭环|收口|关门|脱手|出手|下账',
].join('|');
const NOT = '(?:一直|迟迟|至今|始终|还|都|又)*(?:没有|没得|没|未|冇|冒)(?:能|给|人)?';
/** 延期最多的是哪一件: one problem, where groups alone are told apart. */
const ONE = /最[多少勤频].{0,3}(?:是)?(?:哪|那)一?(?:[件条桩]|个(?![单局部项企类园乡片县]))/;
const AND_NOW =
  '(?:之后|以后|过后)(?=(?:还是?|仍然?|仍旧|依然|依旧)(?:[没未]有?(?:办|销|解决|完)|[逾超红黄亮]))';
const ENDS = '(?=了|的|吗|没|呢|吧|啊|么|$|[\\s,，。;；!！?？、])';

export const GLUE_BEHIND: readonly Glue[] = [
  // complement: says of what was done that it was done to the end; a light has none, for 红起来 is a change
  {
    said: new RegExp(`(?:${RESULT}|${DIRECTION})(?!一|半|的时候)`, 'y'),
    behind: ['state', 'event'],
  },
  // complement apart: the end of a verb that stands before what was done: 报了几条问题上来
  {
    said: new RegExp(`(?:${DIRECTION}|来)`, 'y'),
    behind: ['noun', 'number'],
    before: ['edge', 'of'],
    when: /[报提登录转派交分发收送递反增冒]/,
  },
  // said twice: the same verb once more: 没签字接的, 延期延得最多
  {
    said: /(?:(?<=签字?|签收)[接收认领]|(?<=期)(?:延|逾|超|拖)(?=[得的]))(?=[得的]|$)/y,
    behind: ['state', 'light', 'event'],
    unless: ONE,
  },
  // before how much: joins a state with how much of it
  {
    said: /得/y,
    behind: ['light', 'state', 'event'],
    unless: ONE,
    before: ['rank'],
  },
  // most often: the most of it
  {
    said: /[延催退]?得?最(?:勤快?|频繁|频密)/y,
    behind: ['light', 'state', 'event'],
    unless: ONE,
    as: '最多',
  },
  // through a time: 一天下来: over the time that is named
  {
    said: /(?:一[天周月年])?(?:算|忙|干|跑)?下来(?!的)/y,
    behind: ['time'],
  },
  // through a month: as above, where it would end the name of the month
  {
    said: /((?:十[一二]?|[一二三四五六七八九]|\d{1,2})月份?)(?:一个月)?(?:算|忙|干|跑)?下来(?!的)/y,
    as: '$1',
  },
  // come in, in two words: what was given or logged came
  {
    said: /(?<=登记|新增)上来的/y,
    as: '的',
  },
  // handed down: in other words given to a unit
  {
    said: /(?:派|转|分|交办|布置|安排)(?:下来|过来|到手)(?=的|了)/y,
    unless: /[没未不别还](?:有|人|给)?(?:派|转|分|交办|布置|安排)/,
    as: '转办',
    within: true,
  },
  // hurdle: what one has not got over is open
  {
    said: /(?<=[坎关槛])(?:一直|还|都)?没(?:有)?(?:能)?(?:过|迈过|跨过|翻过|闯过)(?:去)?/y,
    as: '没办完',
    within: true,
  },
  // the more: of all of them the most
  {
    said: /多(?:一些|些|一点儿?|点儿?)?的(?:是|有)?(?=哪家|哪个(?:单位|局|项目|部门|企业)|谁)/y,
    behind: ['light', 'state', 'noun'],
    as: '最多的是',
  },
  // done most often: the step that was taken most
  {
    said: /催得?最(?:勤快?|频繁|凶|多)/y,
    as: '催办最多',
  },
  // done most often, sent back: as above
  {
    said: /退得?最(?:勤快?|频繁|凶)/y,
    as: '退回最多',
  },
  // not overcome: what is hard and was not overcome is open
  {
    said: new RegExp(`${NOT}(?:${CLOSE})${ENDS}`, 'y'),
    as: '没办完',
  },
  // overcome: what was hard and was overcome is struck off
  {
    said: new RegExp(`(?:${CLOSE})${ENDS}`, 'y'),
    unless: new RegExp(`[没未冇冒不别莫非](?:有|能|得|人|给)?(?:${CLOSE})`),
    as: '办完',
  },
  // still open: in other words open
  {
    said: /(?:还|都|仍|仍然|又|正)*(?:在)?(?:开|敞|跑|走|转|吊)着(?:口子?)?(?=的|几|多少|好多|呢|吗|没|$|[\s,，。?？])/y,
    before: ['number', 'of', 'noun', 'edge', 'loose'],
    as: '没办完',
  },
  // demonstrative behind: behind 的 it points at what was just described
  {
    said: new RegExp(`${THIS}(?:的|呢)?`, 'y'),
    behind: ['of'],
  },
  // demonstrative before: points ahead at what is described behind it
  {
    said: /[这那]一?种(?=.{2,20}的)/y,
    behind: ['edge', 'loose', 'tell', 'name', 'number'],
    before: ['state', 'light', 'event', 'time', 'loose'],
  },
  // field: behind a name or a rate it is all that is of it
  {
    said: /[这那]一?(?:块儿?|摊子?|头|项|档子?|片|路|条线|盘|盘子)(?:上|里|里头)?/y,
    behind: ['name', 'rate'],
  },
  // resumed: behind 其他 or 给 it stands for whom was named
  {
    said: /(?<=其他|其它|别的|其余)家|(?<=[给派转到])(?:它|他们|她们|人家)(?=的)/y,
  },
  // part: behind what is so it is all that is so; before it (部分办结) it would be some
  {
    said: /(?:[这那]一?)?部分(?=[的有是还共都呢]|一共|总共|现在|几|多少|$)/y,
    behind: ['state', 'light', 'event'],
  },
  // inside: of a time it is all of it
  {
    said: /(?:(?<=里)头|期间|(?:的|那个?)时候|那会儿?)/y,
    behind: ['time'],
  },
  // and now: behind a step and before how it stands now both hold; 还没催 would be since then
  { said: new RegExp(`(?<!了)${AND_NOW}`, 'y'), behind: ['state', 'event'], as: '过' },
  { said: new RegExp(`(?<=了)${AND_NOW}`, 'y'), behind: ['state', 'event'] },
  // and then: behind what was done and before what came of it both hold
  {
    said: /(?:了)?(?:之后|以后|过后)(?=(?:企业|又|被|还)*(?:不满意|基本满意|满意|评|打分|重开|反弹|固化|定成|形成|写成|立了))/y,
    behind: ['state', 'event'],
    as: '的',
  },
  // degree: softens the word before it, which stays
  {
    said: /(?:一?些|一?点儿?|一丢丢|一截)(?=$|[\s,，。?？吗呢啊吧呀些的])/y,
    when: /[快慢多少高低好差久早晚重狠勤](?:一?些|一?点)/,
  },
  // unit of a rate: a rate is told in per cent
  {
    said: /(?<=几|多少)个?(?:百分)?点/y,
    when: /[率比]/,
  },
  // how many per cent: as above, where 几个 is read for itself
  {
    said: /几个?(?:百分)?点/y,
    when: /(?:率|比例)/,
    as: '多少',
    known: true,
    within: true,
  },
  // unit of a rate, bare: as above, where 个 is read for itself
  {
    said: /个?(?:百分)?点/y,
    behind: ['number', 'loose'],
    before: ['edge', 'loose'],
    when: /(?:率|比例).{0,8}(?:几|多少)个?(?:百分)?点/,
  },
  // letters: what is looked for is said to be so many characters
  {
    said: /(?:这)?(?:[一两二三四五六几]个?|俩)(?:字眼?|词|字样)/y,
    when: /[带含有写到]/,
  },
];
