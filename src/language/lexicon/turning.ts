/** Words of lights that turn as time goes by: 由黄转红, 这周变红的, 明天要变黄, 新冒出几个红灯. */
import { each } from './compose.ts';
import { type Free, of, seq } from './free-words.ts';
import { type FreeWord, type QueryWord, state } from './query-word.ts';

const turned = (color: 'yellow' | 'red', ahead?: true): QueryWord =>
  state({ kind: 'turned', color, ...(ahead && { ahead }) });

const TURN = of('变 转 变成 转成 转为 变为 变成了 转成了 转到 变到 跳 跳成 跳到 升 升成 升到 掉到 成 亮');
const FROM = of('由 从').concat('');
const lit = (said: string) => [said, `${said}灯`, `${said}牌`, `${said}色`];
/** It is only going to. */
const WILL = of(
  '会不会 会不会有 是不是要 是不是会 要不要 有没有要 有没有会 要 会 会有 将 将要 就要 就会 快要 快 马上 马上要 马上就要 马上就会 即将 可能 可能要 可能会 最可能 最可能要 容易 该 得 眼看 眼看要 眼看就要 快该 再不办就 再不办就要 再不办就会 不办就要 再过几天就要 再过几天就 过几天就要 过几天就会 没几天就要 再过两天就要 再不处理就 再拖就 再拖下去就',
);
const ONE = of('会 要 会要 就 就要').concat('');

const rowsTo = (to: string, froms: readonly string[]) => [
  seq(
    FROM,
    froms.flatMap((one) => lit(one)),
    TURN,
    lit(to),
    ['', '了'],
  ),
];

/** Said with what it was before, or as what is still to come. */
export const TURNING: readonly Free[] = [
  { means: turned('red'), rows: rowsTo('红', ['黄', '绿', '蓝']) },
  { means: turned('yellow'), rows: rowsTo('黄', ['绿', '蓝', '绿蓝', '蓝绿', '绿、蓝', '正常']) },
  {
    means: turned('red', true),
    rows: [
      seq(
        WILL,
        FROM,
        ['黄', '黄灯', ''],
        of('变 转 变成 转成 转为 变为 亮').concat(''),
        of('红 红灯 红牌 红色'),
        ['', '了'],
      ),
      seq(of('下一步 接下来 下面').concat(''), WILL, ONE, of('变 转 变成 转成 转为'), of('红 红灯'), [
        '',
        '了',
      ]),
    ],
    // 快红, 要红 alone are near due.
    but: /^(?:快要?|要)红了?$|^(?:会|得|该|将|可能|容易)红(?:灯|牌|色)?了?$/,
  },
  {
    means: turned('yellow', true),
    rows: [
      seq(WILL, FROM, of('绿 绿灯').concat(''), of('变 转 变成 转成 转为 变为 亮'), of('黄 黄灯 黄牌 黄色'), [
        '',
        '了',
      ]),
      seq(of('要 会 将 会不会 要不要 是不是要 该 将要 就要'), of('黄 黄灯'), ['', '了']),
    ],
  },
];

/** 又红了几件, 新红了的: it turned; which days, the words beside say, or each row. */
const NEWLY: readonly FreeWord[] = (['red', 'yellow'] as const).map((color) => [
  new RegExp(
    `(?:又新|新又|又|新近|新|刚刚|刚|才)(?:变|转)?${color === 'red' ? '红' : '黄'}(?:了|起来了?|上了|掉了)?(?=的(?!灯)|[几多哪有是没吗嘛吧啊呀哦撒咧]|好多|$|[\\s,，。?？])`,
    'y',
  ),
  turned(color),
]);

/** 新冒出几个红灯: new as lights, not as problems. */
export const NEW_LIGHTS: readonly FreeWord[] = NEWLY.concat(
  (['red', 'yellow'] as const).map((color) => [
    new RegExp(
      `(?:又|新|刚刚?(?=亮))(?:增加?|冒出?来?|冒|出现?|添|亮起?|多出?来?|来)(?:了)?(?:的)?(?:(?:几|多少|好多)(?:个|盏|件|块|张)?)?${color === 'red' ? '红' : '黄'}[灯牌]`,
      'y',
    ),
    turned(color),
  ]),
);

/** 这周新逾期的: it came then; 刚逾期的, of no days: what is yellow. */
export const NEWLY_LATE = each(['刚', '刚刚', '新'], ['逾期', '超期'], ['', '的', '了的']);

/** 这周变红的: beside days it is when, without any how it stands. */
export const TURNED_WORDS = (['red', 'yellow'] as const).map((color) => {
  const said = color === 'red' ? '红' : '黄';
  const words = of('变 转 变成 转成 变为 转为 跳').flatMap((verb) =>
    [said, `${said}灯`, `${said}牌`, `${said}色`].flatMap((one) => [verb + one, `${verb + one}了`]),
  );
  const shone = of('了 着').map((end) => said + end);
  const lamps = of('亮 亮了 亮起 亮起了 挂了 亮出').flatMap((verb) => [
    `${verb}${said}灯`,
    `${verb}${said}灯了`,
  ]);
  const came = color === 'yellow' ? NEWLY_LATE : [];
  return [turned(color), [...words, ...came, ...shone, ...lamps, `${said}灯了`].join(' ')] as const;
});
