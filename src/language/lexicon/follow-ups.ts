/** Words that go on from the question before and name nothing of their own. */
import type { Scan } from '../scanned.ts';

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
    '催他们一下 催他们 催一催他们 催催他们 催他一下 都催一下他们 催一下这几家 催一下 催办 催催 帮我催催 催催他们 催他 都催了 全催了 全部催了 都催一遍 全催一遍 都催一下吧 都帮我催一下 都帮我催一遍 催一遍 都催催 挨个催一下 挨个催 催一催 都催一下 催 催下 催一下他们 去催一下 请催一下 帮我催一下 给我催一下 催一哈 给他催一下 给他催一哈 给他们催一下 给他们催一哈 催他们一哈 再催一下 再催一次 再催一哈 都催一哈',
  ],
];
const STEPS = new Map(
  WORDS.flatMap(([step, words]) => words.split(' ').map((word) => [word, step] as const)),
);

/** 一个个报给我听, 都列出来我看看, 念一念: told one by one. */
const TELL_EACH =
  /^(?:那|你|请|就|把(?:它们|他们|这些|那些)|都|分别|全部|全|统统|再|先|给我|帮我|跟我|逐[个件条]|挨[个件]|一一|一[个件条]一?[个件条]|一[个件条]{2}|详细|具体|仔细|仔细地|地){0,6}(?:念|读|报|讲|说|列|摆|数|拉|展开|打开|过)(?:一?(?:念|读|讲|说|列|下|哈|遍|个|张|份)|给我?|来|出来|出|我|听|看|单子|清单|名单|明细|单|了|[他它]们|这些|那些){0,6}(?:吧|呀|啊|呢|嘛|哈|呗|[\s\p{P}])*$/u;
/** 那两个分别是什么问题 */
const WHAT_EACH =
  /^(?:那|这|都|分别|各自|具体){1,2}(?:几|两|三|四|些)?[个件条]?(?:都|分别|各)?是?(?:些)?(?:什么|啥|哪些|哪[几两三四][个件条])(?:问题|事情?)?[呢啊\s\p{P}]*$/u;
/** Too little to be told apart from other things: 说, 来, 讲下去. */
const TOO_BARE = /^(?:[念读报讲说列摆数拉过]|说了|报了|列了|过了|过来|说来|报来)$/u;
/** 再来几条, 还有吗, 往后翻 */
const NEXT =
  /^那?(?!还有[几多哪没])(?:还有|再|往后|往下|接着|继续|后面的?|下面|[剩余]下的|剩余的|其他的|其余的|另外的|别的){1,2}(?:也|都|接着|继续|来|看|报|列|念|说|翻|拉|发|给?我|给)*(?:几|一些|点|两|三|五|十|些)?(?:[件条个页])?(?:呢|吗|没|没有|看看|出来|我看看|一下|是哪些|有哪些|[是有]哪几?[个件]|哪些|[\s\p{P}])*$/u;
/** 剩下的, after what was struck off of some: those that are not. */
export const REST_SAID = /^(?:那么?|把|就)?(?:剩[下余]?|余下|其余)的/u;

const AROUND =
  /^(?:请|那就?|帮我|给我|现在|目前|眼下|到底|究竟|具体(?=.*哪))+|(?:一下|吧|呀|啊|呢|吗|了|给我|看看|\s|\p{P})+$/gu;

/** @param folded the whole message */
export function stepIn(folded: string): Step | undefined {
  const said = folded.replace(/[\s\p{P}]+$/u, '');
  const step = STEPS.get(said) ?? STEPS.get(said.replace(AROUND, ''));
  if (step) return step;
  if (NEXT.test(said) && said.length > 1) return 'next';
  if (WHAT_EACH.test(said)) return 'list';
  return TELL_EACH.test(said) && !TOO_BARE.test(said) ? 'list' : undefined;
}

/** 那住建局呢, 楚能那边的呢 也说一下: goes on even where it could stand alone. */
export const MARKED =
  /^(?:那么?(?![个些件边])|还有|同期|同一时期|[这那]段时间|[这那]?期间)|呢[\p{P}\s]*$|呢[\s,，]*(?:也|都|再|就)?(?:给我|跟我)?(?:说|讲|报|念|列)(?:一?下|说|讲|一遍)?[\p{P}\s]*$/u;
/** 里头红的几个, 都是哪些单位, 住建局占几个, 每个单位分别是多少: of what was just answered, whole as it is. */
export const POINTING =
  /^(?:那|里[头面]|其中)?有(?:几|多少)[个件条]是(?![谁哪什]).{2,10}的[\p{P}\s]*$|^(?:那么?|还有)?[,，\s]*(?:[这那]?里[头面]|其中|[这那]?当中|[这那]些(?:里[头面]?|当中)?|[他它她]们|像?这[种样类]|都是(?=谁|哪))|^\p{Script=Han}{2,6}的[这那]些|^\p{Script=Han}{2,8}占了?几[个件条][\p{P}\s]*$|^(?!我(?!们)|本人)\p{Script=Han}{2,8}(?:办|管|负责|牵头)的(?:有|是|占)?(?:几|多少)[个件条]?[\p{P}\s]*$|^(?:每个|各|各个)(?:单位|局|部门|项目|园区)(?:分别|各|都)(?:是|有)?多少[\p{P}\s]*$/u;
export const LEADING =
  /^(?:那么?(?![个些件边])|还有)?[,，\s]*(?:同期|同一时期|[这那]段时间|[这那]?期间|[这那]?里[头面]|其中|[这那]?当中|[这那]些(?:里[头面]?|当中)|[他它她]们|像?这[种样类])?/u;

/** Begins with what points at something before: 其中, 这些, 只看红的. */
export const LEANING =
  /^(?:其中|这?里面|这?里头|当中|这些|那些|这几|那几|只看|光看|单看|就看|只要|他们|它们|人家)/u;
/** 只看用地的: narrows to a name, too. */
export const ONLY =
  /^(?:那|你|就|给我|再)*(?:(?:只|光|单|专|仅)(?:看|说|讲|要|算|列|留|报|数|统计|是|查|挑)|(?:就|先)(?:看|说|讲|要|算|列|报))(?!得|了|着)/u;
/** 有没有环保局的 */
export const WHOSE_AMONG =
  /^(?:那|其中|里[头面])?(?:还)?(?:有没有|有冇|有没得|有无|有)(?=.{1,12}的(?:没有?|吗|么|不)?[\s\p{P}]*$)/u;
/** 分别超了几天: of each that was told. */
export const OF_EACH =
  /^(?:它们|他们|[那这][么几些]?[个件]?|[\s,，])*(?:分别|各自|每[一]?[件个条]|各(?!单位|局|项目|家|部门))/u;
/** So it goes on where it is no whole question: 都, 分别, 到现在. */
export const LEANING_PART = /^(?:都|分别|各自|各是|有多少天|到今天|到现在|具体)/u;
/** So it may, soon after a question about somebody: 有没有过期的. */
export const PERHAPS_LEANING =
  /^(?:有没有|有冇|有没得|还有没有|有无|平均(?:每件|都)?[超逾拖]|(?:垫底|倒数|末尾|最低|最高|最差|排最后|排第一)的?(?:是|有|第.的?是|那?[几一二两三]个?[名家位个]的?是)?[谁哪])|^.{1,6}的(?:有没有|有吗|有冇|有没)[\s\p{P}]*$/u;

const DEFINITE =
  /^(?:那|把|将|你|再)*.{1,8}?的(?:那些|那几件|那几个)?(?:都|全|全部|你|再|先|给我|帮我|一件一件|一个一个|一个个|逐件|挨个|统统)*(?:是(?:哪几|哪些|哪[件个])|列|念|报|讲|说|拉|挑|摆)/u;
/** 没解决的是哪几个, 把红的念给我听: of a set that was spoken of; 红的有哪些 asks of all. */
export function isDefinite(folded: string, scan: Scan): boolean {
  const ids = [scan.unitIds, scan.projectIds, scan.areaIds, scan.personOpenIds, scan.categoryIds, scan.texts];
  const more = ids.reduce((sum, list) => sum + list.length, 0) + scan.periods.length + scan.ages.length;
  const bare = more === 0 && scan.someone === undefined && !scan.by && scan.basis === undefined;
  return (
    DEFINITE.test(folded) &&
    bare &&
    scan.states.length > 0 &&
    scan.left.length === 0 &&
    !/有|全部|所有|问题|事项|^(?:现在|目前|眼下|当前)/.test(folded)
  );
}

const POINTED =
  '(?:[那这](?:[个件条项桩]|一[个件条项])?(?:事情?|问题|活儿?)?|它|现在|目前|如今|到底|究竟|之前|以前|中途|是|还|又|都|已经)*';

/** Where it hangs, until when, what became of it: asked of one thing, and of nothing where none was shown. */
const HANGS = new RegExp(
  `^${POINTED}(?:(?:卡|堵|压|停|挂|放|搁)在?(?:了)?(?:谁|哪(?:个单位|个局|个部门|个环节|一家|家|一步|个)?)(?:那里|那儿|那边|手里|手上|里|儿|头上|上头|上面|上|这头|那头)?|在(?:谁|哪个|哪位|哪家)(?:那里|那儿|那边|手里|手上)|(?:离|距)(?:到期|截止)(?:还有)?(?:几天|多久|多少天)|还有几天|还剩几天|(?:超|拖|逾)(?:期)?了(?:几|多少)天|(?:什么时候|啥时候|几时|几号|哪天)(?:能|可以)?(?:到期|办完|办好|搞完|销号?)|到期(?:没|了没|吗))[了的啊呀呢吗\\s\\p{P}]*$`,
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
  `^${POINTED}(?:(?:谁|哪个|哪家|哪个单位|哪个局)(?:在)?(?:负责|管|办|牵头|提|报|登记|盯|跟|搞|弄|联系|落实|经办)|责任单位|联络员|盯办人|经办人|(?:后[来头]|最后|上[次回])?(?:那个|这个|那次)?(?:延期|挂账|停表|退回|转办)(?:申请)?(?:是)?(?:谁|哪个|哪位)(?:同意|批准?|退|转|挂)|(?:延|推迟|展期|顺延)(?:期)?到(?:哪一?天|几号|什么时候|几时)|什么时候到期|几时到期|几号到期|哪天到期|还有几天|还剩几天|超了几天|拖了多久|拖了几天|多少天了|到今天多少天|怎么样了|什么情况|啥情况|办到哪|到哪一步|进展|办完没|解决没|搞完没|领导(?:晓得|知道)|(?:办|走|搞|弄|处理)?到(?:了)?(?:哪里|哪儿|哪一?步|哪个环节)|(?:企业|人家)?(?:满意|认可)(?:不满意|不|吗|没|度)|哪一?家企业|(?:我)?(?:该|应该|要)?(?:找|问|联系)(?:哪个|哪家)(?:局|单位|部门)的?(?:谁|哪个|哪位)?(?:问|办)?|(?:归|属于)(?:哪个|哪家|谁)(?:单位|局|部门)?(?:管|负责|办)?|哪天(?:提|报|登记)|什么时候(?:提|报|登记)|延过期|催过|是哪个项目|哪个项目|哪个企业)(?:一步|这个事|这件事|这事|那个事|这个|那个|是谁|是哪个|着|[了过没有冇不的呢吗吧啊呀些]|[几多]少?次|怎么样|如何|\\s|\\p{P})*$`,
  'u',
);
