/**
 * Words people put for each other when they speak of one problem (道路 路, 许可证 证, 缺口 缺), so that what is said and what
 * is written can be compared. Only for finding a problem that is then shown with its own words; nothing is counted by it.
 */
import { NUMERAL_CHARS, readNumeral } from './numerals.ts';
import { fold } from './search.ts';

/** One meaning each, the word they are compared by first. */
const GROUPS = [
  '证 许可证 许可 证照 执照 证件 批文',
  '续 延续 续期 续证 换证 续办 续签 展期 到期换',
  '路 道路 路面 马路 公路 便道',
  '破 破损 损坏 破烂 坑坑洼洼 坑洼 坏掉 烂 坏 破了 塌陷',
  '缺 缺口 短缺 缺少 不足 不够 紧缺 欠缺 差',
  '款 资金 款项 钱 经费',
  '补贴 补助 奖补 贴息',
  '厂界 厂区边界 厂边界 边界 红线边',
  '重叠 打架 重起 冲突 压在一起 交叉 重合 撞上 碰上 重了 扯皮',
  '到账 到帐 到位 拨付 打款 拨下来 打下来 账上 拨款 发下来',
  '用工 招工 招人 招聘 劳动力 人手 缺工',
  '库 仓库 库房',
  '水压 供水压力 自来水压力 水压力 上不去水 打不上水 水压上不去 水上不去 水压不够 水压不足 水压太低 水压低 水压小 水压太小 缺水压 没水压 没得水压',
  '安评 安全评价 安全评估',
  '环评 环境影响评价 环境评价',
  '图审 图纸审查 施工图审查 审图',
  '征地 征拆 拆迁 土地征收',
  '协议 合同',
  '签 签字 签约 签订 签署 签下',
  '迁改 迁移 改迁 搬迁 改线 移线',
  '线路 电线 线缆',
  '到场 到现场 去现场',
  '同时 一块 一块儿 一起 一道 凑齐 碰头 一齐 联合 聚齐',
  '沟 排水沟 水沟 沟渠 排洪沟',
  '改 改道 改走向',
  '门口 门前 大门 门外 大门口 门头',
  '围墙 院墙 墙外',
  '塔吊 吊车 塔机 吊塔',
  '距 离 挨着 靠着',
  '危化品 危险化学品 化学品 危险品',
  '并网 接入电网 上网',
  '林地 林业用地 林子',
  '省里 省里头 省厅 省局 省上',
  '网络 网速 宽带 上网速度 wifi',
  '放不下 堆不下 堆不了 装不下 堆满 放不了 没地方放 没地方堆 堆不开',
  '堆场 料场 堆放场 堆料场',
  '路灯 照明 街灯 照明灯 没灯 没有灯 缺路灯 装灯 装路灯 黑灯瞎火 灯不亮',
  '夜间 夜里 晚上 夜晚',
  '厂区 厂子 厂里 厂内 厂区里',
  '千伏 kv',
  '变电站 变电所',
  '停水 断水 没水',
  '停电 断电 没电 缺电',
  '噪声 噪音',
  '扬尘 灰尘 灰大',
  '污水 废水',
  '燃气 天然气 煤气',
  '管网 管道 水管 管线',
  '厂房 车间',
  '材料 资料',
  '大件车 大车 大货车 货车 重车',
  '占 被占 占用 占道 堵 堵住 堵了',
  '退 退回 打回 驳回',
  '审批 批复 批准 批下来 批',
  '次 回 遍 趟',
  '坟墓迁移 迁坟 坟墓搬迁',
  '水保 水土保持',
  '产权证 不动产权证 不动产证 房产证',
  '危货 危险货物',
  '危废 危险废物',
  '子女 小孩 孩子 娃娃 娃儿',
  '入学 上学 读书',
  '外籍 老外 外国',
  '专户 户头 账户',
  '冻结 被冻 冻住 冻了',
  '高处 高空',
  '拖欠 欠着 欠款',
  '缓慢 太慢 很慢 慢得很',
  '禁行 不让走 不让过 限行',
  '绕行 绕路 绕道',
  '兑现 给付',
  '桩基 打桩',
  '邻避 居民反对 老百姓反对 群众反对',
] as const;

const SAME = new Map<string, string>();
const VARIANTS = new Map<string, readonly string[]>();
for (const group of GROUPS) {
  const [first = '', ...others] = group.split(' ');
  VARIANTS.set(first, [first, ...others]);
  // The first, too: 路灯 is not 路 and 灯.
  for (const one of [first, ...others]) if (!SAME.has(one)) SAME.set(one, first);
}
const ANY = new RegExp([...SAME.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'g');
/** 一下 and 一起 are no numbers. */
const NUMBER = new RegExp(`[${NUMERAL_CHARS}]{2,7}|[二两三四五六七八九](?=[户家次人回个件米吨台])`, 'g');

/** 百把二十号人 */
const ROUGHLY = /一?百[把来](?=[二三四五六七八九]十)/g;
const HEADS = /(?<=\d)[号口个]人/g;

/** Every word of the groups of more than one character, as written or as compared. */
export const GROUPED_WORDS: readonly string[] = [...SAME.keys()].filter((word) => word.length > 1);

/** 一百二 is 120. */
function digits(said: string): string {
  const whole = /百[一二三四五六七八九]$/.test(said) ? `${said}十` : said;
  return String(readNumeral(whole) ?? said);
}

/** The text as it is compared: numbers in digits, each word as the first of its group. Folded. */
export function alike(text: string): string {
  const counted = fold(text).replace(ROUGHLY, '一百').replace(NUMBER, digits).replace(HEADS, '人');
  return counted.replace(ANY, (word) => SAME.get(word) ?? word);
}

/** Everything the words of a compared text may be written as. */
export function variantsIn(compared: string): string[] {
  return [...VARIANTS].flatMap(([first, all]) => (compared.includes(first) ? all : []));
}

/** 没签, of what is 未签; 那条烂路修了没, of what nobody has mended. */
export const IN_EVERY: ReadonlySet<string> = new Set(
  '没 未 无 不 冇 的 了 旁 边 里 内 外 侧 前 后 上 下 头 面 那 样 人 快 小 太 很 说 弄 搞 约 齐 凑 修 补 换 装 拆 签 批 交 退 改 清 搬 接'.split(
    ' ',
  ),
);
