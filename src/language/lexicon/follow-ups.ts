/** Words that go on from the question before and name nothing of their own. */
export type Step = 'next' | 'previous' | 'list' | 'why' | 'urge';

const WORDS: readonly [Step, string][] = [
  ['next', '下一页 下页 后一页 再来一页 继续 接着 往下 往下看 后面的 还有呢 剩下的 翻页 下一批'],
  ['previous', '上一页 上页 前一页'],
  [
    'list',
    '列出来 列一下 列个单子 列个清单 哪些 是哪些 有哪些 都有哪些 哪几件 是哪几件 哪几个 是哪几个 具体 具体哪些 具体是哪些 具体的 详细 清单 明细 都是哪些 列表 列给我 列个表',
  ],
  [
    'why',
    '为什么 为啥 为何 怎么回事 什么原因 啥原因 原因 原因是什么 为什么红 为什么没办 为什么逾期 这是为什么 为什么会这样 咋回事',
  ],
  [
    'urge',
    '催他们一下 催他们 催一催他们 催催他们 催他一下 都催一下他们 催一下这几家 催一下 催办 催催 催一催 都催一下 催 催下 催一下他们 去催一下 请催一下 帮我催一下 给我催一下',
  ],
];
const STEPS = new Map(
  WORDS.flatMap(([step, words]) => words.split(' ').map((word) => [word, step] as const)),
);

const AROUND = /^(?:请|那就?|帮我|给我)|(?:一下|吧|呀|啊|呢|吗|了|给我|看看|\s|\p{P})+$/gu;

/** @param folded the whole message */
export function stepIn(folded: string): Step | undefined {
  const said = folded.replace(/[\s\p{P}]+$/u, '');
  return STEPS.get(said) ?? STEPS.get(said.replace(AROUND, ''));
}

/** 那住建局呢: goes on even where it could stand alone. */
export const MARKED = /^(?:那么?(?![个些件边])|还有)|呢[\p{P}\s]*$/u;
/** 里头红的几个, 他们手里几件, 都是哪些单位: of what was just answered, whole as it is. */
export const POINTING =
  /^(?:那么?|还有)?[,，\s]*(?:[这那]?里[头面]|其中|[这那]?当中|[这那]些(?:里[头面]?|当中)?|[他它她]们|像?这[种样类]|都是(?=谁|哪))/u;
export const LEADING =
  /^(?:那么?(?![个些件边])|还有)?[,，\s]*(?:[这那]?里[头面]|其中|[这那]?当中|[这那]些(?:里[头面]?|当中)|[他它她]们|像?这[种样类])?/u;

const ORDER =
  /催一[下哈]|催一催|催催|催办|催下|督促一下|督促|抓紧(?:点|些|一点)?(?:办理|办|搞|弄)?|[办搞弄]?快点儿?(?:办|搞|弄)?|加快(?:点|办理|进度)?|赶[紧快](?:点|办|搞|弄)?|盯紧(?:点|一点)?|(?:莫|别|不要|不能|不准|不许)再拖(?:了|下去)?/;
const ALL_ORDERS = new RegExp(ORDER.source, 'g');
const AROUND_ORDER =
  /^(?:请|让|叫|给我|帮我|去|麻烦|把|对)+|(?:(?:请|让|叫|喊|给我|去|你|赶紧|就)*(?:他们|她们|它们|他|这几家|那几家|人家|这些单位|这几个|这些|那些)|一下|吧|啊|呀|了|都|\s|\p{P})+$/gu;

/** What an order to hurry is about; undefined when nothing of the kind is said. */
export function withoutOrder(text: string): string | undefined {
  if (!ORDER.test(text)) return undefined;
  return text.replace(ALL_ORDERS, '').replace(AROUND_ORDER, '').replace(AROUND_ORDER, '');
}

/** Begins with what points at something before: 其中, 这些, 只看红的. */
export const LEANING =
  /^(?:其中|这?里面|这?里头|当中|这些|那些|这几|那几|只看|光看|单看|就看|只要|他们|它们|人家)/u;
/** So it goes on where it is no whole question: 都, 分别, 到现在. */
export const LEANING_PART = /^(?:都|分别|各自|各是|有多少天|到今天|到现在|具体)/u;
/** So it may, soon after a question about somebody: 有没有过期的. */
export const PERHAPS_LEANING = /^(?:有没有|有冇|有没得|还有没有|有无)/u;

const NTH =
  /^(?:那|把|看|说说|打开)*(?:第([一二三四五12345])|(最后一))(?:个|件|条|项)(?:详细|具体|仔细)?(?:是哪个|是哪件|是什么|是啥|怎么样了?|什么情况|啥情况|说说|说一下|看看|讲讲|情况|打开|呢|的|啊|吧|\s|\p{P})*$/u;

/** 第二个是哪件: which row of the list, from 0; -1: the last. */
export function nthIn(folded: string): number | undefined {
  const match = NTH.exec(folded);
  if (!match) return undefined;
  const [, said = ''] = match;
  return match[2] ? -1 : '一二三四五'.includes(said) ? '一二三四五'.indexOf(said) : Number(said) - 1;
}

const POINTED =
  '(?:[那这](?:[个件条项桩]|一[个件条项])?(?:事情?|问题|活儿?)?|它|现在|目前|如今|到底|究竟|之前|以前|中途|是|还|又|都|已经)*';

/** Where it hangs, until when, what became of it: asked of one thing, and of nothing where none was shown. */
const HANGS = new RegExp(
  `^${POINTED}(?:(?:卡|堵|压|停|挂|放|搁)在?(?:了)?(?:谁|哪(?:个单位|个局|个部门|个环节|一家|家|一步|个)?)(?:那里|那儿|那边|手里|手上|里|儿|头上)?|在(?:谁|哪个|哪位|哪家)(?:那里|那儿|那边|手里|手上)|(?:离|距)(?:到期|截止)(?:还有)?(?:几天|多久|多少天)|还有几天|还剩几天|(?:超|拖|逾)(?:期)?了(?:几|多少)天|(?:什么时候|啥时候|几时|几号|哪天)(?:能|可以)?(?:到期|办完|办好|搞完|销号?)|到期(?:没|了没|吗))[了的啊呀呢吗\\s\\p{P}]*$`,
  'u',
);

/** @param folded the whole message */
export function hangsInTheAir(folded: string): boolean {
  return HANGS.test(folded.trim());
}

/** 为啥拖这么久, 咋回事, 什么原因: of the one problem that was shown. */
export const WHY_THE_ONE = new RegExp(
  `^${POINTED}(?:为什么|为啥|为何|为么子?|咋(?!样)|怎么(?!样|办)|凭什么|什么原因|啥原因|原因|来龙去脉|经过)`,
  'u',
);

/** What is asked of the one problem that was shown: who, until when, how far, since when, told to whom. */
export const OF_THE_ONE = new RegExp(
  `^${POINTED}(?:(?:谁|哪个|哪家|哪个单位|哪个局)(?:在)?(?:负责|管|办|牵头|提|报|登记)|责任单位|什么时候到期|几时到期|几号到期|哪天到期|还有几天|还剩几天|超了几天|拖了多久|拖了几天|多少天了|到今天多少天|怎么样了|什么情况|啥情况|办到哪|到哪一步|进展|办完没|解决没|搞完没|领导(?:晓得|知道)|哪天(?:提|报|登记)|什么时候(?:提|报|登记)|延过期|催过|是哪个项目|哪个项目|哪个企业)(?:一步|[了过没有冇不的呢吗吧啊呀些]|[几多]少?次|怎么样|如何|\\s|\\p{P})*$`,
  'u',
);
