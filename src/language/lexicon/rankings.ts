/**
 * Words of orders beside those of ranks.ts: how many from the front, from which end, whose place, in which order a list stands, and what figures are
 * told apart by. Each list is joined by spaces like those of states.ts.
 */
import type { GroupBy } from '../../domain/issue-filter.ts';
import { NUMERAL, readNumeral } from '../../domain/numerals.ts';
import { each, list, of } from './compose.ts';
import { type QueryWord, state, type WordGroup } from './query-word.ts';

const sorted = (sort: (QueryWord & { tag: 'sorted' })['sort'], first?: true): QueryWord => ({
  tag: 'sorted',
  sort,
  ...(first && { first }),
});
const IN_FRONT = of(
  '在前 在前头 在前面 在上 在上面 在上头 放前面 放前头 排前面 排前头 排在前面 排在前头 靠前',
);
const front = (...words: readonly string[]) => each(words, ['的'], IN_FRONT);
const APART = (...nouns: readonly string[]) =>
  list(
    each(of('每个 每位 每一个 每一位 每名 各 各个 各位 按 分 按照'), nouns, ['', '的', '分', '看', '列']),
    each(['每'], nouns),
  );
const KEEPERS = of('项目秘书 秘书');
const LEADERS = of('分管领导 分管县长 分管市长 分管副县长 分管副市长 县领导 市领导 包保领导');

/** Behind 最多的, 超过3件的. */
const RANKED_NOUNS: readonly WordGroup[] = [
  [{ tag: 'by', by: 'area', asks: false, ranked: true }, '园区 乡镇 片区 县市区'],
  [{ tag: 'by', by: 'category', asks: false, ranked: true }, '类别 类型 问题类别'],
];

export const ORDER_WORDS: readonly WordGroup[] = [
  ...RANKED_NOUNS,
  [{ tag: 'top' }, '前几个 前几名 前几家 前几件 前几位'],
  [
    { tag: 'least' },
    '最少 最少的 数量最少 件数最少 少到多 从少到多 由少到多 从少往多 从少的到多的 从少到多排 从少到多排一下 从少到多列',
  ],
  [
    { tag: 'least', late: true },
    '最省心 最让人省心 最让人放心 最放心 最不让人操心 最清爽 最干净 最不拖 最守时',
  ],
  [
    { tag: 'most' },
    list(
      of(
        '最忙 最忙的 任务最重 担子最重 活最多 活儿最多 最累 最集中 最扎堆 占大头 是大头 排头一个 头一位 事最多 事情最多 件数最多 数量最多 第一多',
      ),
      each(of('喊 叫 嚷 反映 诉苦 抱怨 反映问题'), ['得', '的'], of('最凶 最响 最厉害 最狠 最多 最勤')),
    ),
  ],
  [
    { tag: 'most', late: true },
    list(
      of(
        '最糟 最糟糕 最差劲 最拉胯 最拉垮 最掉链子 最不像话 最让人头大 最不让人放心 最难啃 最磨人 最恼火 最烦人 最不给力 最要盯 最该盯 最该批评',
      ),
      each(['最'], of('拖后腿 拖全县后腿 拖全县的后腿 拖大家后腿 拉后腿'), ['', '的']),
    ),
  ],
  [{ tag: 'highest' }, '最大 最大的 排第一 排名第一 位列第一 第一名 头名 榜首'],
  [{ tag: 'lowest' }, '最小 最小的 排最后 排在最后 排名最后 最后一名 末位 排名末位 排末位'],
  [
    { tag: 'more', less: true },
    '少 更少 少些 少一些 少一点 少点 要少 少吗 少吧 要少些 更少些 更少一些 少得多',
  ],
  [
    { tag: 'duration', of: 'fastest' },
    list(
      each(
        ['', '办事', '办得', '办理', '做事', '干活', '办件', '手脚'],
        ['', '更', '要', '最', '比较'],
        of('利索 麻利 利落 快当 爽快 雷厉风行'),
        ['', '些', '一些', '一点', '点'],
      ),
    ),
  ],
  [
    { tag: 'standing' },
    list(
      each(
        of('排 排在 排名 排到 排名在 位列 位居 名列 排行 能排 能排到 算 在全县排 在全区排 在全市排'),
        of('第几 第几名 第几位 老几 多少名 多少位 几名 几位'),
        ['', '呢', '了'],
      ),
      of('第几名 第几位 名次 名次多少 什么名次 位次 位次多少 排名多少 排名情况怎么样 是第几名 是第几'),
    ),
  ],
  [
    sorted('deadline'),
    list(
      each(
        ['', '按', '按照', '依', '照'],
        of('到期 期限 时限 截止 到期日期 到期时间 到期日 完成时限 办理期限 办理时限 截止日期 截止时间'),
        of(
          '先后 的先后 先后顺序 的先后顺序 顺序 的顺序 早晚 的早晚 远近 的远近 由近及远 由近到远 从近到远 从早到晚 从先到后',
        ),
        ['', '排', '排一下', '排个序', '排序', '排列', '列', '列一下', '来排', '排好', '排一排', '给我排'],
      ),
      each(
        of('按 按照'),
        of('到期 期限 时限 到期日期 到期时间 到期日 紧急程度 轻重缓急 急缓 缓急'),
        of('排 排一下 排个序 排序 排列 列 列一下 来排 排好 排一排 给我排'),
      ),
      front('急', '最急', '紧急', '最紧急', '先到期', '快到期', '最早到期', '先到时限', '要紧'),
      of('先到期的先说 先到期的先报 急的先说 急的先报 急的先念 先说急的 先报急的 先念急的'),
    ),
  ],
  [
    sorted('deadline', true),
    '最急 最急的 最紧急 最紧急的 最紧迫 最紧迫的 最先到期 最先到期的 最快到期 最早到期 最早到期的',
  ],
  [
    sorted('overdue'),
    list(
      each(
        of('按 按照'),
        of('超期 逾期 超时 拖 拖的 拖期 超的 过期'),
        of('天数 时间 长短 时长 多少 久不久 久的程度'),
        of(
          '排 排一下 排个序 排序 排列 列 列一下 来排 从多到少排 从长到短排 从长到短 从多到少 倒着排 由长到短排',
        ),
      ),
      front('超得久', '超得最久', '拖得久', '拖得最久', '逾期久', '超期久', '超得多', '拖得长', '超期最久'),
      of('从拖得最久的说起 拖得最久的先说 超得最久的先说 从最久的开始'),
    ),
  ],
  [
    sorted('newest'),
    list(
      front('最新', '新', '后登记', '新登记', '刚报', '最近登记', '最近'),
      of('按登记时间倒序 登记时间倒序 按登记时间从近到远 按登记时间从新到旧 从新到旧 由新到旧 倒序排 倒序'),
    ),
  ],
  [
    sorted('longest'),
    list(
      front('老', '先登记', '最早登记', '登记早', '登记得早', '早登记', '最老'),
      each(
        of('按 按照'),
        of('登记 登记时间 登记日期 上报时间'),
        ['', '的'],
        of('先后 早晚 顺序 先后顺序 从早到晚 从旧到新'),
        of(' 排 排一下 排个序 排序 列 列一下'),
      ),
      of('从旧到新 由旧到新 按登记时间排 按登记时间排一下'),
    ),
  ],
  [
    sorted('rising'),
    list(
      each(of('从低到高 由低到高 从低往高 从小到大 由小到大 升序'), [
        '',
        '排',
        '排一下',
        '列',
        '排列',
        '排序',
      ]),
      front('低', '小', '最低', '最小'),
    ),
  ],
  [
    sorted('falling'),
    list(
      each(of('由高到低 从高往低 从大到小 由大到小 由多到少 降序'), [
        '',
        '排',
        '排一下',
        '列',
        '排列',
        '排序',
      ]),
      front('高', '多', '最高', '最多', '大'),
    ),
  ],
  [
    { tag: 'nothing-done' },
    list(
      each(['', '打', '剃', '推', '吃'], ['光头'], ['', '的', '了']),
      of(
        '交白卷 交了白卷 交白卷的 挂零 挂了零 挂零的 颗粒无收 零办结 零销号 零办结的 零销号的 办结为零 销号为零',
      ),
    ),
  ],
  [
    { tag: 'except-end' },
    list(
      each(
        of('不用 就不用 不必 不需要 不要 就不要 别 就别 先不 就不 先别'),
        of('念 报 说 讲 看 管 列 算 数 提'),
        ['', '了', '他', '它', '给我了'],
      ),
    ),
  ],
  [{ tag: 'and' }, '加 加上 再加上 连同'],
  [
    { tag: 'elsewhere' },
    list(each(of('其他 其它 别的 其余 另外'), of('地方 园区 片区 乡镇 区域 地儿'), ['', '的'])),
  ],
  [{ tag: 'by', by: 'unit', asks: true }, '哪一家 哪一家单位 哪一个局 哪一个部门'],
  [{ tag: 'more' }, '提高 提高了 提升 提升了 好转 好转了 高 高些 高一些 高一点 更高 更高些 要高'],
  [{ tag: 'more', less: true }, '低 低些 低一些 低一点 更低 更低些 要低'],
  [{ tag: 'portion' }, '百分之几 百分之多少 几成 几分之几 是多少成 有几成 是几成 的几成 的百分之几'],
  [
    { tag: 'rate', rate: 'on-time' },
    list(
      each(
        of('按时 按期 准时 如期 及时'),
        ['', '办结', '办完', '完成', '销号'],
        ['的', ''],
        of(
          '占几成 占多少 占百分之几 占多大比例 占的比例 占比 有几成 有百分之几 是几成 占了几成 比例 能占几成',
        ),
      ),
    ),
  ],
  [
    state({ kind: 'mark', mark: 'joint' }),
    list(
      each(
        of('一起 共同 合伙 联手 联合 一块 一块儿 一道 合起来 同时'),
        of('办 办理 在办 负责 牵头 搞 弄 承办 处理 管 参与 管着 负责着'),
        ['', '的', '着'],
      ),
      each(
        ['都'],
        of('牵扯到 牵涉到 涉及到 涉及 牵扯 牵涉 参与 参与了 有份 沾边 沾着边 要管 管 有责任 要办'),
        ['', '的'],
      ),
      of('合办 合办的 联手的 都有关系 都有关系的 都脱不了干系'),
    ),
  ],
  [{ tag: 'by', by: 'secretary', asks: false }, APART(...KEEPERS)],
  [{ tag: 'by', by: 'leader', asks: false }, APART(...LEADERS)],
  [{ tag: 'by', by: 'industry', asks: false }, APART('产业', '行业', '产业链')],
  [
    { tag: 'by', by: 'industry', asks: true },
    list(each(of('哪个 哪些 哪几个 哪条 什么'), of('产业 行业 产业链'), ['', '的', '里'])),
  ],
  [
    { tag: 'by', by: 'status', asks: false },
    list(each(of('每种 每个 各 各个 各种 按 分 按照'), of('状态 办理状态 办理阶段'))),
  ],
  [
    { tag: 'by', by: 'status', asks: true },
    list(
      each(
        of('哪种 哪个 哪些 分别是什么 分别在什么 各是什么 各在什么 都是什么 都在什么'),
        of('状态 办理状态'),
        ['', '的'],
      ),
    ),
  ],
  [
    { tag: 'by', by: 'color', asks: false },
    list(
      each(
        of('每种 各 各个 各种 按 分 按照 每个'),
        of('灯色 灯 颜色 色灯 色 灯号 预警等级 预警级别 预警 级别 等级'),
      ),
      of('各级预警 各级 分级 按级 各个级别 各色'),
    ),
  ],
  [
    { tag: 'by', by: 'source', asks: false },
    list(
      each(of('按 各 各个 分 按照'), of('来源 问题来源 登记来源 反映来源')),
      of('分谁报的 按谁报的 按谁登记的'),
    ),
  ],
  [
    { tag: 'by', by: 'source', asks: true },
    list(
      each(
        of(
          '企业报的和干部报的 企业提的和干部提的 企业反映的和干部登记的 企业登记的和工作人员登记的 企业报的和我们报的 企业自己报的和干部报的 企业报的和秘书报的 企业提的和秘书提的',
        ),
        of('各 各有 分别 分别有 分别是'),
      ),
    ),
  ],
];

const NOUNS: readonly (readonly [GroupBy, string])[] = [
  ['unit', '责任单位|单位|委办局|科局|局|部门|责任部门'],
  ['project', '项目|企业|专班|厂子|厂家|厂'],
  ['category', '类别|类问题|类|方面'],
  ['area', '园区|乡镇|镇|片区|区域'],
];
const NOUN = NOUNS.map(([, words]) => words).join('|');
const TIMES = '(?![\\p{Script=Han}]?(?:月|季度|星期|礼拜|工作日|小时|钟头|年|周|天|日|旬|次|回|遍))';
const COUNTER = '(?:个|名|位|家|件|条|强|甲|项|桩)';

function byOf(noun: string | undefined): { by?: GroupBy } {
  const found = NOUNS.find(([, words]) => noun !== undefined && words.split('|').includes(noun));
  return found ? { by: found[0] } : {};
}

const PATTERNS: readonly (readonly [RegExp, (count: number, noun: string | undefined) => QueryWord[]])[] = [
  // 逾期前十, 排前五的单位
  [
    new RegExp(
      `(?:排|排在|排名|位列|位居|居|列|在)?前(${NUMERAL})${COUNTER}?${TIMES}(${NOUN})?的?(?:${NOUN})?`,
      'uy',
    ),
    (count, noun) => [{ tag: 'top', count, ...byOf(noun) }],
  ],
  // 能排进前三吗
  [
    new RegExp(
      `(?:能不能|能否|能|可以|可不可以|有没有|在不在|是不是|是否|够不够)(?:排|进|入|挤|冲|跻身|排到|挤得|排得)?(?:进|到|入|在)?前(${NUMERAL})${COUNTER}?(?:里|以内|之内|名里)?(?:没有|没|吗|不)?`,
      'uy',
    ),
    (count) => [
      { tag: 'standing', top: count },
      { tag: 'top', count },
    ],
  ],
  [
    new RegExp(
      `(?:排进|挤进|进|冲进|跻身|排得进|进了|进入)(?:了)?前(${NUMERAL})${COUNTER}?(?:没有|没|吗|不|里)?`,
      'uy',
    ),
    (count) => [
      { tag: 'standing', top: count },
      { tag: 'top', count },
    ],
  ],
  // 倒数第一, 后三名
  [
    new RegExp(
      `(?:排名|排在|排)?(?:倒数|末尾|后)(?:的)?第?(${NUMERAL})(?:个|名|位|家)?${TIMES}(${NOUN})?的?`,
      'uy',
    ),
    (count, noun) => [{ tag: 'top', count, bottom: true, ...byOf(noun) }],
  ],
  // 三个单位, 哪五家: beside an order.
  [
    new RegExp(
      `(?:这|那|哪|是哪|的)?(${NUMERAL})(?:个|名|位|家|件|条|桩|大)(${NOUN})?(?:事情|事|问题)?${TIMES}`,
      'uy',
    ),
    // 一件 is a word of others; 那两个 points at what is named beside it.
    (count, noun) =>
      count > 1
        ? [{ tag: 'top', count, ...byOf(noun) }, ...(noun === undefined ? [{ tag: 'pointed' } as const] : [])]
        : [],
  ],
  [
    new RegExp(`(?:排名|排|位列)?第一(?:名|位)?的?(${NOUN})?(?!季|周|次|个|批|期|线|时|责)`, 'uy'),
    (_, noun) => [{ tag: 'top', count: 1, ...byOf(noun) }],
  ],
  // 跨了两个单位以上的
  [
    new RegExp(
      `(?:跨|跨了|跨着|涉及|涉及到|牵扯|牵扯到|牵扯了|牵涉|牵涉到|牵涉了|要)(${NUMERAL})(?:个|家)?(?:以上)?(?:的)?(?:单位|部门|局)(?:以上|一起办|联合办)?的?`,
      'uy',
    ),
    (count) => (count > 1 ? [state({ kind: 'units', least: count })] : []),
  ],
  [
    new RegExp(
      `(?:跨|跨了|涉及|涉及到|牵扯|牵扯到|牵涉|牵涉到)?(?:超过|多于|不止)(${NUMERAL})(?:个|家)?(?:单位|部门|局)(?:的|一起办的|联合办的)`,
      'uy',
    ),
    (count) => [state({ kind: 'units', least: count + 1 })],
  ],
  // 住建局占全部逾期的几成
  [
    /占(?:了|到)?(?:全部|所有|总数|整个|全[县市区])(?:的)?/uy,
    () => [{ tag: 'rate', rate: 'share', whole: true }],
  ],
  // 是不是都在我们头上
  [
    /(?:是不是|是否)(?:基本|几乎|差不多)?(?:都|全)(?:是|在|压在|堆在|归|落在|集中在)/uy,
    () => [{ tag: 'rate', rate: 'share', whole: true }],
  ],
  [/(?:我们|咱们)(?:局|单位)?(?:头上|名下|身上|这儿|这里|这边|手上|手里)/uy, () => [{ tag: 'our-unit' }]],
  [
    /(?:我们|咱们|咱)(?:局|单位)?(?=[和跟与同])|(?<=[和跟与同])(?:我们|咱们)(?:局|单位)?(?=比|相比|哪|谁)/uy,
    () => [{ tag: 'our-unit', beside: true }, { tag: 'filler' }],
  ],
  [
    new RegExp(
      `(?:平均|平均到|平均下来|平均算下来)(?:每|一)(?:个|家|位)?(${NOUN})?(?:平均)?(?:手上|手里|大概|有|是)?(?=几|多少|好多|压)`,
      'uy',
    ),
    (_, noun) => [{ tag: 'told', told: 'average', ...byOf(noun) }],
  ],
  [
    new RegExp(`(?:每|一)(?:个|家)?(${NOUN})(?:平均)`, 'uy'),
    (_, noun) => [{ tag: 'told', told: 'average', ...byOf(noun) }],
  ],
];

/** What is put together freely at `at`, the longest; several meanings where it depends on what stands beside it. */
export function orderAt(
  folded: string,
  at: number,
): { word: string; meanings: readonly QueryWord[] } | undefined {
  let found: { word: string; meanings: readonly QueryWord[] } | undefined;
  for (const [pattern, meant] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    const word = match?.[0] ?? '';
    if (!match || word.length <= (found?.word.length ?? 0)) continue;
    const numbers = match.slice(1).filter((one) => one !== undefined && !NOUN.split('|').includes(one));
    const count = readNumeral(numbers[0] ?? '0') ?? 0;
    const noun = match.slice(1).find((one) => one !== undefined && NOUN.split('|').includes(one));
    const meanings = count > 100 || (numbers.length > 0 && count < 1) ? [] : meant(count, noun);
    if (meanings.length > 0) found = { word, meanings };
  }
  return found;
}
