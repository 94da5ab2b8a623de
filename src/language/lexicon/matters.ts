/** What people say for a kind of matter (缺钱, 招工难), where the deployment has a category that is called so. */
import type { Directory } from '../../domain/directory.ts';

/** Behind one character that is a kind of matter there: 电的事, 水的、路的, 路什么时候通. */
const ALONE =
  '(?=的(?:事|问题|[^\\p{Script=Han}]*$|[几这那还都有没]|[水电路地]的)|(?:什么时候|几时|啥时候|何时)(?:能|才|可以)?[修通弄搞])';
/** 跟水有关的, 涉电的, 路上头的事: one character that only beside these means a kind of matter. */
const ONE_WORD: readonly (readonly [string, readonly string[]])[] = [
  ['电', ['供电', '用电', '电力']],
  ['水', ['用水', '供水', '水利', '水务']],
  ['路', ['道路', '交通']],
  ['地', ['用地', '征地', '土地', '征迁']],
  ['钱', ['资金', '融资', '金融', '财政']],
  ['环保', ['环评', '环保', '生态环境']],
];
const NEAR_ONE_WORD = ONE_WORD.map(([word, names]): readonly [RegExp, readonly string[]] => [
  new RegExp(
    `(?:(?:跟|和|与|同)${word}(?:有关系|有关|相关|沾边|搭界|挂钩|搭边|沾点边|打交道)|(?:牵扯到?|牵涉到?|涉及到?|关系到|沾|涉)${word}(?=的|有|[\\s,，]|$)|(?<![工用土林征产基场园各本当外内网线思半发充墨口薪])${word}(?:这一?块儿?|这一摊子?|这方面|这头|这一?项|这一?类|上头|上面|方面|上(?=的(?:问题|事)))(?=的|[还有现还共一剩几多\\s,，]|$))`,
    'y',
  ),
  names,
]);

const MATTERS: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /那笔钱|这笔钱|拨款|款项|款子|钱的事情?|钱上的事情?|钱方面的事?|缺钱|没钱|差钱|钱不够|缺资金|要钱|融资难|贷款难/y,
    ['资金', '融资', '金融', '财政'],
  ],
  [
    /招工难|招不[到来](?:工人|工|人手|人|员工)|招不满|招不齐|缺(?:少)?(?:工人|人手|员工|劳动力|劳力|工|人)(?!难)|少人手|用[工人](?:荒|难|紧张|不足|缺口)|招人难|招(?:工|聘)(?:不足|困难|不到)?|没人(?:干活|上班|做工)|工人不够|人手(?:不够|不足|紧张)/y,
    ['用工', '人力资源', '人社', '就业'],
  ],
  [
    /没电|缺电|断电|电不够|电压(?:不稳|不够|低)|拉闸|拉电|接电|电力不足|电容量|跳闸/y,
    ['供电', '用电', '电力'],
  ],
  [/没水|缺水|水压(?:不够|不足|低)|停水|断水|接水/y, ['用水', '供水', '水利', '水务']],
  [/没气|缺气|断气|停气|接气|天然气|燃气/y, ['用气', '供气', '燃气']],
  [/修路|路不通|路太烂|进场路/y, ['道路', '交通']],
  [/征地拆迁|征拆|拆迁|缺地|没地|征收|土地征收/y, ['用地', '征地', '土地', '征迁']],
  [
    /(?:水电路|水路电|路水电|路电水|电水路|电路水)(?!费)/y,
    ['供电', '用电', '电力', '用水', '供水', '水利', '水务', '道路', '交通'],
  ],
  // One character where a matter follows: 电的事, 路的问题.
  [new RegExp(`电${ALONE}`, 'uy'), ['供电', '用电', '电力']],
  [new RegExp(`水${ALONE}`, 'uy'), ['用水', '供水', '水利', '水务']],
  [new RegExp(`路${ALONE}`, 'uy'), ['道路', '交通']],
  [/钱(?=的(?:事|问题))/y, ['资金', '融资', '金融', '财政']],
  ...NEAR_ONE_WORD,
  [/那块地|(?<!工|用|土|林|征)地(?=的(?:事|问题))/y, ['用地', '征地', '土地', '征迁']],
  [/环保手续|环保方面|污染/y, ['环评', '环保', '生态环境']],
];

/** The longest of these that begins at `at`, with the categories that have one of the names or keywords. */
export function matterAt(
  folded: string,
  at: number,
  { data }: Directory,
): { name: string; ids: number[] } | undefined {
  for (const [pattern, names] of MATTERS) {
    pattern.lastIndex = at;
    const said = pattern.exec(folded)?.[0];
    if (said === undefined) continue;
    const ids = data.categories
      .filter(({ name, keywords }) => [name, ...keywords].some((one) => names.includes(one)))
      .map(({ id }) => id);
    if (ids.length > 0) return { name: said, ids };
  }
  return undefined;
}
