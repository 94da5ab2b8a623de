/** Words of steps that were taken, and to whom a problem was told up. */
import { each, list, of } from './compose.ts';
import { FINISHED } from './parts.ts';
import { type FreeWord, state, type WordGroup } from './query-word.ts';

/** 红过, 亮过红灯: whatever light it has now. */
const onceLit = (said: string) => [
  ...each(
    ['', '曾', '曾经', '有', '有过'],
    [`${said}过`, `${said}灯过`, `${said}牌过`],
    ['', '的', '灯', '灯的'],
  ),
  ...each(
    ['', '曾', '曾经'],
    of('亮 亮出 挂 变 转 出 吃 领 得 上 成 有 出现 变成 转成'),
    ['过'],
    [said, `${said}灯`, `${said}牌`],
    ['', '的'],
  ),
];

export const STEP_WORDS: readonly WordGroup[] = [
  [
    { tag: 'step', step: 'routed' },
    list(
      of('转办 转办了 转办过 转走 转走了 转给了 派走 派走了'),
      each(of('转 派 分 转办 发 交'), of('出去 下去'), ['', '了', '过']),
      of(
        '新转办 新转办了 新转出去 新派出去 刚转办 刚转出去 刚派下去 派新件 派了新件 派过新件 转新件 转了新件',
      ),
    ),
  ],
  // 转来的: to the speaker's unit, where no other is named (scan.ts).
  [
    { tag: 'step', step: 'routed' },
    list(
      each(
        of('新 刚 刚刚 新近').concat(''),
        of('转 派 分 交办 转办'),
        of('来 过来 下来 进来 入 到我们这 到我们这里 到我们局'),
        ['', '了'],
      ),
    ),
  ],
  [
    { tag: 'step', step: 'signed' },
    list(
      of('签收 签收了 签收过 签了 接了单 认领了 签收掉'),
      each(of('新 刚 刚刚 才 才刚'), of('签收 签 接单 认领'), ['', '了']),
      of('刚接 刚接了 刚刚接了'),
    ),
  ],
  [
    { tag: 'step', step: 'progress' },
    list(
      of(
        '报了进展 报进展 报过进展 有进展的 更新了 更新过 更新了进展 有更新 反馈了 反馈过 反馈了进展 报了进度 填了进展 写了进展',
      ),
      each(of('有 有新的 有了 有了新的'), of('进展更新 更新进展 进展反馈'), ['', '的', '了']),
      each(of('更新 更新了 更新过 写 写过 填过 报过 报'), of('进展 进度 办理进展 办理情况'), [
        '',
        '的',
        '了',
      ]),
    ),
  ],
  [
    { tag: 'step', step: 'reported-done' },
    '交差 交差了 交了差 交差的 交过差 交账了 交了账 交卷了 交了卷 报办结 报了办结 报完工 申请核验 申请销号 报了完成 报办结了 报完成 报了完工 报结 报结了 报完了工 报的办结 报的完成 报的完工 报过办结 报上来的办结 申请的核验 提的办结',
  ],
  [
    { tag: 'step', step: 'urged' },
    list(
      of('催了 催过 催过了 催办了 催办过 催办过了 督办过'),
      each(of('被 挨 挨了 被人'), of('催 催办 督办 催促'), ['', '过', '了', '着']),
    ),
  ],
  [
    { tag: 'step', step: 'told-up' },
    list(
      each(of('升级 上报领导 惊动领导 报领导'), ['', '了', '过']),
      of('往上报 往上报了 报上去 报上去了 升了级 升上去了 升了'),
    ),
  ],
  [{ tag: 'step', step: 'handled' }, '经手办理过 经手办理过的'],
  ...(
    [
      ['turned-red', '红'],
      ['turned-yellow', '黄'],
    ] as const
  ).map(([step, said]): WordGroup => [{ tag: 'step', step }, list(onceLit(said))]),
  [{ tag: 'step', step: 'paused' }, '挂过账 挂过账的 停过表 停过表的 挂起过 挂起过的 暂停过 暂停过的'],
  [
    { tag: 'step', step: 'asked-extension' },
    '申请过延期 申请过延期的 申请过展期 提过延期 要过延期 申请了延期 提了延期',
  ],
  [
    { tag: 'step', step: 'refused-extension' },
    list(
      each(
        of('延期 延期申请 申请延期 延期被 延期申请被'),
        of('驳回 驳回了 被驳 被驳回 被驳了 驳了 不同意 没同意 没通过 被否 被退 否了 没批准'),
        ['', '的'],
      ),
      each(of('驳回 驳了 驳回了 不同意 没同意 否了'), of('延期 的延期 延期申请 的延期申请'), ['', '的']),
    ),
  ],
  [
    { tag: 'step', step: 'refuted' },
    list(
      each(
        of('核验 核实'),
        of(
          '没通过 不通过 未通过 没过 不过 不过关 没过关 没核过 没有通过 不属实 打回 打回来 打回去 退回 不合格 被打回',
        ),
        [
          '',
          '打回',
          '打回去',
          '打回来',
          '又打回去',
          '又打回来',
          '被打回',
          '被打回去',
          '退回',
          '退回去',
          '退回来',
          '重办',
          '打回去重办',
          '打回重办',
        ],
        ['', '了', '过'],
      ),
      each(
        of('办结 报办结 报了办结 报的办结 报完办结 办结申请 报完工 办结又 办结后 办结后又 报办结又 报办结后'),
        of(
          '被打回 被打回来 被打回去 被退回 被退回来 被退回去 打回 打回来 打回去 没通过 未通过 没有通过 不通过 没过 被驳回 被否',
        ),
        ['', '了', '过'],
      ),
    ),
  ],
  // 宋丽批的延期, 同意了的挂账: by whom it was approved.
  ...(
    [
      ['extended', '延期 延期申请 展期'],
      ['paused', '挂账 挂账申请 停表 挂起'],
    ] as const
  ).map(
    ([step, what]): WordGroup => [
      { tag: 'step', step },
      list(each(of('批 批出去 批下去'), of('的 了的 过的'), of(what))),
    ],
  ),
  [
    { tag: 'step', step: 'resumed' },
    list(
      each(of('恢复 重新开始 解除 取消 结束'), of('计时 挂账 停表 挂起'), ['', '了', '过', '的']),
      of('恢复的 恢复了 恢复过 复了表 复表的'),
    ),
  ],
  [
    { tag: 'step', step: 'verified' },
    list(each(of('核验 核实 复核 核查'), ['了', '过', '过了', '的']), of('核过 核过了 核了 验过 验过了')),
  ],
  // In front of somebody's name.
  [
    { tag: 'told-to' },
    list(each(of('上报 报 升级 升 捅 呈报 呈 递 送'), of('到 给 到了 给了 至')), of('上报 惊动 惊动了')),
  ],
];

const RAISE = '(?:[提报呈]请|上?报|升级?|上升|捅|呈报?|汇报|反映|上交|递|送|惊动|提级|提交|提(?=[到给至]))';
const UP = `${RAISE}(?:到了|给了|到|给|至|了)?`;
const PLACE =
  '(?:那里去|那里|那儿|那边|那一级|那级|那|这里来|这里|这儿|这边|这一级|这级|这个层面|这一层|层级|这|手上|手里|一级|层面|跟前|面前|案头|桌上)';
const THERE = `${PLACE}?(?:来|出面)?(?:协调|处理|解决|研究|拍板)*`;
const AT = '(?:的?来了|去了|去|的问题|了)?的?';
const toldTo = (whom: string) => new RegExp(`(?:${UP}|到了?)(?:${whom})${THERE}${AT}`, 'y');

/** 报到我这里的, 报给我的; 报我, 报给我 and 报一下我 ask to be told. */
const TOLD_ME = new RegExp(
  `(?:${RAISE}(?:到了|到|至)|到了?)我${THERE}${AT}|${UP}我(?:${PLACE}${AT}|(?:的?来了|去了|的问题|的)的?)|升级上来的?(?:等着?|需要?|找|让|要)我们?(?:来|这边)?(?:协调|拍板|定夺|解决|处理|出面|研究|过问)?的?|我(?:手上|手里|这儿|这里|这边)的?升级(?:上来|过来)的?`,
  'y',
);

const LEVEL =
  '(?:这一级|那一级|一级|这级|那级|层面|这个层面|这一层|那一层|层级|那里|那儿|那边|这里|手上|手里|案头|桌上)';
const atLevel = (whom: string) => new RegExp(`(?:${whom})${LEVEL}(?!的?项目|分管|包保)(?:来了|的)?`, 'y');

/** Told up to a leader: 报到分管领导那里的, 升级到书记的, 惊动了主要领导的. */
export const STEP_FREE: readonly FreeWord[] = [
  // 接了几件 is what came.
  [/接了(?!(?:新的?|一共|总共)*(?:几|多少|好多|哪))/y, { tag: 'step', step: 'signed' }],
  [
    toldTo('分管(?:的)?(?:市|县)?领导|分管副?[市县区]长|分管|我?这个分管(?:的)?(?:领导)?'),
    state({ kind: 'told-up', to: 'leader' }),
  ],
  [atLevel('分管(?:的)?(?:市|县)?领导|分管副?[市县区]长'), state({ kind: 'told-up', to: 'leader' })],
  [atLevel('主要领导(?:同志)?|主要负责同志|一把手|主官'), state({ kind: 'told-up', to: 'principal' })],
  [toldTo('主要领导(?:同志)?|主要负责同志|一把手|主官'), state({ kind: 'told-up', to: 'principal' })],
  [TOLD_ME, state({ kind: 'told-up', to: 'me' })],
  // 被领导盯上的
  [
    /(?:被|让|给)?(?:分管|主要|县|市|区)?(?:的)?领导们?(?:给|都|也)?(?:盯上|盯着|盯住|盯到|盯)(?:了|过)?的?/y,
    state({ kind: 'told-up', to: 'leader' }),
  ],
  // 说是办好了企业没认又打回去的
  [
    new RegExp(
      `(?:${'说是?|报是?|讲是?'})?(?:${FINISHED}|办|干完)了?(?:的|之?后)?[,，\\s]?(?:企业|秘书|项目秘书|对方|人家|核验|核验人)?(?:没|不|未|没有)(?:认可|认账|认|同意|通过|点头|过关|过)(?:又|被|给|就|再)*(?:打|退|踢)(?:回|了回)?(?:去|来|过去|过来)?(?:重办|重新办)?(?:了)?的?`,
      'y',
    ),
    { tag: 'step', step: 'refuted' },
  ],
  // 上报件 have been told up; 上报的 alone may have been logged.
  [/上报(?:上来的?|上去的?|的)?件/y, state({ kind: 'told-up', to: 'leader' })],
  [
    new RegExp(`(?:${UP}(?:(?:市|县|区)?领导|上级|上面)${THERE}${AT}|升级(?:了|过|上来|上去)*的?)`, 'y'),
    state({ kind: 'told-up', to: 'leader' }),
  ],
];
