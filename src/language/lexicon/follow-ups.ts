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
  ['urge', '催一下 催办 催催 催一催 都催一下 催 催下 催一下他们 去催一下 请催一下 帮我催一下 给我催一下'],
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
  /^(?:请|让|叫|给我|帮我|去|麻烦|把|对)+|(?:[,，。;；]?\s*(?:请|让|叫|喊|给我|去|你|赶紧|就)*(?:他们|她们|它们|他|这几家|那几家|人家|这些单位|这几个|这些|那些)|一下|吧|啊|呀|了|都|\s|\p{P})+$/gu;

/** What an order to hurry is about; undefined when nothing of the kind is said. */
export function withoutOrder(text: string): string | undefined {
  if (!ORDER.test(text)) return undefined;
  return text.replace(ALL_ORDERS, '').replace(AROUND_ORDER, '').replace(AROUND_ORDER, '');
}
