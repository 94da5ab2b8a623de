/** What people ask of the one problem they have just seen, without naming it: by meaning, in whatever words. */
import type { Fact } from '../../domain/reading.ts';

export type OneAsked =
  /** What its card tells: how it stands, whose it is. */
  | { one: 'card' }
  | { one: 'history' }
  | { one: 'why' }
  | { one: 'fact'; fact: Fact }
  /** Whom to turn to in the enterprise. */
  | { one: 'contact' }
  /** 他们家还有别的事没解决的吗: what else its project has. */
  | { one: 'others' }
  /** 换七号 */
  | { one: 'number'; said: string };

const LONGEST = 26;
const AHEAD =
  '(?:那么?|哦|嗯|啊|哎|行|好|它|[这那][个件条桩](?:事情?|问题|件)?|[这那]事儿?|他们|现在|目前|眼下|如今|这会儿|到底|究竟|具体|是|该|应该|我们?|还|又|都|已经|后来|最后|给我|帮我|跟我|你|您|把|请|再|就|说说|讲讲|讲下|看看|问下|[,，\\s])*';
const BEHIND =
  '(?:这[个件]?(?:事|问题)|[这那]事|了|的|得|啊|呀|呢|吗|嘛|吧|没|有|冇|不|么|咯|哈|来着|一下|一哈|给我|跟我|我|听听?|看看?|说说|讲讲|说一?下|讲一?下|捋一?捋|捋捋|念念|问|[,，?？!！。\\s])*';
const whole = (body: string) => new RegExp(`^${AHEAD}(?:${body})${BEHIND}$`, 'u');

const WHO =
  '(?:谁|哪个|哪位|哪家|哪一个|哪个人|哪些人|哪个同志|哪位同志|哪个单位|哪个局|哪个部门|哪家单位|什么人|哪里)';
const HOLD =
  '(?:负责|牵头|主办|承办|经办|管着?|办着?|跟着?|盯着?|弄|搞|抓|处理|接手|操办|经手|落实|对接|联系)';
const MATTER = '(?:动静|进展|动作|消息|更新|反馈|变化|情况|回音|下文|响动|说法)';
const SAYS_WHEN = '(?:哪天|哪一天|几号|几时|什么时候|啥时候|多久|好久)';

const ASKED: readonly [RegExp, OneAsked][] = [
  [
    whole(
      `(?:他们家|这家|那家|这家企业|那家企业|这个项目|那个项目|企业|项目)(?:手里|那边|那头|上)?(?:还|另外|别处)*有(?:没有|冇|无)?(?:什么|啥|哪些|几个|几件|多少)?(?:别的|其他|其它|另外)(?:的)?(?:事情?|问题)?(?:还)?(?:没|没有|未)?(?:解决|办完?|了结|处理|弄完|搞完)?`,
    ),
    { one: 'others' },
  ],
  [
    whole(
      `(?:企业|公司|厂里|厂家|项目)(?:那边|那头|那里|那儿|方面|方|上)?的?(?:(?:该)?(?:找|跟|和|是)?${WHO}(?:在)?(?:对接|联系|负责|接洽)?|(?:联系人|对接人|接头人|负责人|电话)(?:是|叫)?(?:谁|哪个|哪位|什么|啥|多少)?)`,
    ),
    { one: 'contact' },
  ],
  [
    whole(
      `(?:走|办|经过|过)(?:了)?(?:几|多少|哪些|哪几)(?:步|道|个?环节|手)|(?:整个|全部|办理|处理|前后|来回)?(?:的)?(?:过程|经过|来龙去脉|前因后果|前前后后|步骤|流程|历史|轨迹|怎么来的|怎么走的|怎么办的)(?:有哪些|是什么|是怎样|怎么样)?|有哪些步骤|从头到尾`,
    ),
    { one: 'history' },
  ],
  [
    whole(
      `(?:最近|最后|上|近来|最新|新近)(?:的)?(?:一?次|一回|一趟)?(?:有|的|个)?(?:什么|啥|哪些|么子?)?(?:新)?${MATTER}(?:(?:是|在)?${SAYS_WHEN}|怎么样|如何|是什么|是啥)?|上[次回](?:动|报|更新|有人动)(?:是|在)?${SAYS_WHEN}|(?:有没有|有冇|有没得|有无|有)(?:什么|啥|么子?)?(?:新的?|点)?${MATTER}|多久没动(?:静)?`,
    ),
    { one: 'fact', fact: 'progress' },
  ],
  [
    whole('(?:为什么|为啥|为何|怎么|咋)(?:又|会|被|给|老)*(?:退|打回|退回)(?:来|回来|回去|去)?'),
    { one: 'fact', fact: 'bounced' },
  ],
  [
    whole(
      `(?:为什么|为啥|为何|怎么|咋)(?:会)?(?:停|挂|挂账|停表|挂起)|(?:在|等着?|还在)*等(?:什么|啥|么子?|谁|哪个|哪家|哪里)(?:批|回|点头|同意|表态)?|(?:停|挂)(?:了)?(?:几天|多久|多长时间|多少天|好久)`,
    ),
    { one: 'fact', fact: 'paused' },
  ],
  [
    whole(
      `(?:期限|时限|限期|截止|到期日?|日子)(?:是|到|在|给到|定在|卡在)*(?:${SAYS_WHEN}|几月几号)|${SAYS_WHEN}(?:到期|截止|到日子|期满|到时间|是最后期限)|(?:还|只|就)?(?:剩|有|差|余)(?:下)?(?:几天|多少天|多久|好久|好多天|多少时间|几个工作日|多少日子)(?:时限|期限|时间|到期|可以办|可办)?|(?:离|距)(?:到期|期限|截止)(?:还)?(?:有|剩|差)?(?:几天|多久|多少天)`,
    ),
    { one: 'fact', fact: 'deadline' },
  ],
  [
    whole(
      `(?:哪个|哪家)(?:单位|局)的?(?:联络员|负责人|经办人|人)|(?:责任|经办|承办|主办|负责|联络|盯办|对口|牵头|管事)(?:单位|人|员|的人|的)?(?:是|叫|在)?(?:${WHO}|什么名字|啥)|(?:该)?(?:找|问|联系|催)${WHO}|${WHO}(?:的人)?在?${HOLD}|(?:归|由|属于|属|该|在)${WHO}${HOLD}?(?:手里|手上|那里|那儿|那边|名下|头上)?|(?:卡|压|到|落|停|搁|放|转|传|交|派)(?:在|到|给)?(?:了)?${WHO}(?:的)?(?:手里头?|手上|那里|那儿|那边|名下|头上|里)?`,
    ),
    { one: 'fact', fact: 'who' },
  ],
  [
    whole(
      `(?:怎么|咋|为什么|为啥|凭什么)(?:就|会|又|还)?(?:红|黄|超期|逾期|超时|拖|亮灯|亮红灯|拖成这样|拖成这个样子|拖成这个样|搞成这样|这么慢|这么久|拖这么久)|卡壳的原因|原因(?:在哪|是什么|何在|是啥)|(?:卡|慢|拖)(?:的)?(?:原因|理由)(?:是什么|在哪)?`,
    ),
    { one: 'why' },
  ],
  [
    whole(
      `办到(?:什么|啥|哪种)(?:程度|地步|份上)|(?:什么|啥|么子?)(?:颜色|灯|状态|情形|进度|光景|样子)|(?:红|黄|蓝|绿)(?:灯|色|的)?(?:还是|或者)(?:红|黄|蓝|绿)(?:灯|色|的)?|(?:超期|逾期|超时|过期|红|黄|销号|挂账|停表|批|批准|解决|搞定|办完|办好|办结|了结|办妥|弄好|签收)(?:了)?(?:没有|没得|没|冇|不|吗)|是不是(?:红|黄|超期|逾期|销号|挂账)|(?:有没有|有冇|有没得)(?:超期|逾期|超时|销号|挂账|办完|办好|解决)|(?:严不严重|急不急|要不要紧|重不重要)|报到(?:哪一?级|哪里|谁那里|哪个领导那里)|协办(?:单位|的)?(?:是)?(?:${WHO}|有哪些)|(?:有没有)?(?:别的|其他)单位(?:一起|一块|配合|协办)(?:办|搞)?|(?:是|属于)?(?:哪家|哪个|哪一家)(?:企业|项目|公司|单位)?的(?:事情?|问题)?|(?:谁|哪个|哪位|哪家)(?:最先|先|给)?(?:提|报|登记|反映|录|上报|捅)(?:上来|出来|的)*`,
    ),
    { one: 'card' },
  ],
];
/** 是归周正管吗, 是不是住建局的事: the card says whose it is. */
const IS_THEIRS =
  /^(?:那|这个?|它|到底)*(?:(?:是不是|是|应该是|该)(?:归|由|属于|给|在)?|归|由|属于)\p{Script=Han}{2,8}(?:的事|的活|的责任|的|在?管|在?负责|在办|办|牵头|手上|手里|名下)(?:吗|么|不|吧|没|啊|[\s\p{P}])*$/u;
/** 换七号, 换成7号看看 */
const NUMBER =
  /^(?:那|再|就|你|给我|请|行|好|[,，\s])*(?:换成?|改成?|改看|换到|再看看?|再说说?|再讲讲?)(?:一下)?(#?\s?\d{1,6}|[一二三四五六七八九十百]{1,5})号?(?:那?[个件条])?(?:事|问题)?(?:的)?(?:看看?|说说|讲讲|呢|吧|[\s\p{P}])*$/u;

/** @param folded the whole message; undefined: it asks nothing of one problem, or names what it asks about */
export function oneAskedIn(folded: string): OneAsked | undefined {
  const said = folded.trim();
  if (said.length > LONGEST) return undefined;
  const number = NUMBER.exec(said)?.[1];
  if (number !== undefined) return { one: 'number', said: number };
  const clauses = said.split(/[,，。;；?？!！\s]+/).filter((clause) => clause !== '');
  // 走了几步了 给我说说过程: twice the same, else the first of them.
  const found = [said, ...(clauses.length > 1 ? clauses.slice(0, 1) : [])].flatMap(
    (one) => lookUp(one) ?? [],
  );
  const rest = clauses.slice(1).every((one) => lookUp(one) !== undefined || NOTHING.test(one));
  const [first] = found;
  if (!first) return undefined;
  return lookUp(said) !== undefined || rest ? first : undefined;
}

/** 我好提前敲打敲打, 你给我说说: asks nothing more. */
const NOTHING =
  /^(?:你|您|给我|跟我|帮我|说说|讲讲|讲一?下|说一?下|报一?下|听听|看看|一下|吧|呢|啊|快点|呗|哈|叫什么|叫啥|什么名字|来着)+$/u;

function lookUp(said: string): OneAsked | undefined {
  for (const [pattern, asked] of ASKED) if (pattern.test(said)) return asked;
  return IS_THEIRS.test(said) ? { one: 'card' } : undefined;
}

/** The same asked of several that were listed, in words that are understood; undefined: it has no such question. */
export function ofEach(asked: OneAsked): string | undefined {
  if (asked.one === 'why') return '为什么';
  if (asked.one !== 'fact') return undefined;
  const said: Partial<Record<Fact, string>> = {
    who: '联络员是谁',
    deadline: '几号到期',
    paused: '为什么停',
    progress: '最近一次进展是哪天',
  };
  return said[asked.fact];
}
