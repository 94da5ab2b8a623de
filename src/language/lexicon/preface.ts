/**
 * Clauses people put beside a question that are about the speaker and their day: 我刚从工地回来, 手机快没电了, 书记打电话问我. A
 * clause is one of these only where every character of it is a word below and one of them is something people do: the
 * grammar leaves no room for a name, a state or a matter of ours.
 */
import { each, list, of } from './compose.ts';
import { ANY_SURNAME, SURNAMES } from './surnames.ts';

const WHO = of(
  '秘书 我 我这边 我这里 我这儿 我们 咱 咱们 俺 你 您 你们 自己 书记 市长 县长 区长 主任 局长 领导 大领导 主要领导 分管领导 老板 企业 企业老板 群众 老百姓 省里 市里 县里 区里 上面 上头 上级 组织上 人大 人大代表 政协 政协委员 督查组 督导组 巡视组 巡察组 审计 审计组 纪委 媒体 记者 电视台 客商 政府办 县委办 市委办 区委办 指挥部 同事 大家 人家 别人',
);
const WHEN = of(
  '今天 明天 后天 上午 下午 中午 晚上 今晚 明早 今早 一早 等下 等会 等会儿 待会 待会儿 一会 一会儿 过会 过会儿 马上 回头 稍后 下周 刚 刚刚 刚才 正 正在 现在 这会 这会儿 眼看 会前 会后 开会前 会议前 上会前 散会前 下班前 午饭前 这就 十分钟后 半小时后 一小时后 半个小时后 一个小时后 几分钟后 十分钟之后 半小时之后',
);
/** With one of these the clause must say that it is over: 昨天开会，红的几个 may ask how it was then. */
const PAST = of('昨天 前天 昨晚 上次 上周 那天 前几天 前两天 上个月 早上');
const ADVERBS = of(
  '也 又 再 先 就 都 还 很 太 挺 蛮 有点 好 要 想 得 会 准备 打算 需要 急着 等着 正好 已经 赶紧 快 一直 老 总 老是 总是 天天 反复 实在 真 确实 怕 生怕 担心 为 为了 因为 趁 趁着 省得 免得 以免 不 没 别 不要 可能 恐怕 从 在 到 去 来 跟 和 向 对 被 要是 万一 如果 只 才 快要 作为 亲自 一路 顺路 临时 突然',
);
const DOING = of(
  '要看 要听 想看 想听 等着看 等着听 急着看 摸底 摸个底 探个底 先摸个底 过一道 过一遍 捋一遍 先过一道 先过一遍 表态 作表态 表态发言 作表态发言 做表态发言 发言 作发言 讲三句 讲两句 说三句 说两句 讲几句 估一下 估个数 估一估 大致估一下 大概估一下 粗略估一下 粗估一下 预估一下 带起 带着 上会用 刚到 到会场 进会场 进会议室 见面 碰面 碰头 对接 座谈 吃个饭 要个数 缺个底 备着 备个底 备用 跑 忙 忙着 接了 漏 漏了 记错 说错 弄错 搞错 发火 发了火 发脾气 拍桌子 盯得紧 很关心 很关注 很重视 要考核 考核用 考核要用 填表 填表用 要填 填个数 缺个数 缺数 做ppt 做ppt用 发朋友圈 发朋友圈用 发通报 发通报用 写总结缺个数 打印出来用 打印出来开会用 开会用 写个材料 写个总结 写汇报材料 写汇报稿 开会 开个会 开完会 开调度会 开例会 开专题会 开碰头会 开大会 散会 汇报 作汇报 做汇报 听汇报 述职 讲话 发言 讲 说 谈 谈话 问 问我 问我们 问我的 问起 问起来 问到 追问 过问 问住 催 催我 催我们 催得紧 催得急 催得很 打电话 打电话来 打来电话 来电话 来了电话 回电话 回话 回信 接电话 发短信 发个短信 发短信用 发个短信用 写材料 写报告 写总结 写汇报 写稿子 写讲话稿 赶材料 赶稿子 交材料 报材料 报数 报数据 报个数 要数 要数据 要材料 要情况 要用 等着用 等着要 检查 督查 调研 考察 视察 接待 陪同 采访 出差 出发 动身 回来 回去 过来 过去 下去 上去 来了 来过 到了 走了 去工地 去现场 看现场 跑现场 下乡 上车 下车 开车 坐车 赶车 赶路 在路上 在车上 吃饭 下班 上班 写 要写 问下 问一下 查一下 查下 看一下 看下 问问 看了 看过 接手 刚接手 接管 上任 到任 休假 住院 上电视 上台 上节目 点名 表扬 批评 批评我 批评我们 骂我 挨批 挨骂 答不上来 答不上 说不清 说不清楚 讲不清 讲不清楚 记不清 记不清楚 记不住 记性不好 忘了 想不起来 没底 心里没底 心里有数 睡不着 着急 操心 头疼 交代 交差 回复 答复 答复人家 看不清 看不见 听不清 打字',
);
const THINGS = of(
  '一个电话 一个数 表格里 报表 报表里 述职报告里 总结里 汇报里 ppt里 日报 晨报 周报 简报 通报 会 会上 会议 会场 会议室 工地 工地上 现场 路上 车上 外面 外地 家里 办公室 手机 电脑 信号 电话 短信 微信 材料 材料里 报告 总结 稿子 话 心里 眼睛 这一摊 这摊子 这一块 这块 这个岗位 这个位置',
);
const TO_WHOM = each(
  ['给', '跟', '向', '和'],
  WHO,
  of(
    '回电话 回个电话 回话 回个话 汇报 讲 说 看 报 交差 答复 发短信 发个短信 打电话 写材料 写汇报 写汇报材料 写个材料',
  ),
);
/** What says something by itself. */
const SAID = of(
  '天冷 天热 天冷了 注意身体 注意休息 没睡好 脑子糊 脑子糊涂了 头晕 事多 不会用那个系统 不会用系统 不会用电脑 不会查 手机屏幕小 屏幕小 别发表 别发表格 不要表格 眼睛花了 眼睛花了看不清 就问一个数 只问一个数 就问一个 你们辛苦了 大家辛苦了 同志们辛苦了 拖不得了 等不得了 不能再拖了 不能再等了 这个事拖不得了 这事拖不得了 我这个月刚来 我上个月刚来 我上周刚来 我马上要上会 我要上会 我等下要上会 我待会要上会 年底要考核 年底考核要用 问个事 问你个事 打听个事 说个事 问件事 对了问个事 信号不好 信号差 没信号 网不好 网络不好 手机没电 手机快没电 手机快没电了 眼睛不好 眼花 老花眼 我是新来的 我刚来 我才来 我新来 刚调来 刚调过来 意见很大 意见大 反映很强烈 反映强烈 好说话 有话说 有个交代 好交差 下不来台 很被动 被动 没面子 等不及 等不及了 来不及了 时间紧 时间不多 没时间 没空细看 不方便看 不方便打字',
);
/** How it is to be told, and what people say to be told it straight. */
const MANNER = of(
  '快点 快些 快一点 快点说 快点讲 快点报 赶快点 麻利点 抓紧点 痛快点 别讲过程 不用讲过程 别给我讲过程 不讲过程 不用解释 别解释 不要解释 别绕 别绕弯子 不要瞒 不要瞒我 别瞒 别瞒我 莫瞒我 别糊弄 别糊弄我 别哄我 莫哄我 别骗我 讲真话 说真话 讲实话 说句实话 听句实话 听实话 听真话 实事求是 实事求是讲 实事求是地讲 实事求是地说 有一说一 如实报来 如实报 如实说 照实说 照实讲 一五一十 一五一十告诉我 一五一十说 说个数就行 报个数就行 给个数就行 只要数字 只要一个数 只要一个数字 要一个数字 先别管别的 别的先不管 别的先不说 别的不说 其他的先不说 受累 例行问一下 照例 照例问一下 老规矩 最后一个问题 换个问法 这么说吧 算了不说别的 劳您大驾 劳驾 有劳 麻烦 拜托 核对一下数字 核对下数字 帮我核对一下数字 帮我核对数字 核一下数',
);
/** How it is to be told, word by word: what beside these says something of a problem leaves the clause as it is. */
const TOLD_HOW = of(
  '一件 一条 一字 一个字 一句 一桩 件件 一样 每件 直接 一起 一块 一块儿 一口气 一次 一次性 一并 展开 详细 仔细 老实 如实 完整 原原本本 干脆 给我 跟我 帮我 替我 向我 给我们 跟我们 给咱 莫 莫要 不许 不准 不得 不能 不用 不必 不可以 甭 少 出来 清楚 明白 全 齐 听 一声 一遍 几句 完 来 着 漏掉 叫 让',
);
const TELLING = list(
  of(
    '报 念 告诉我 告诉我们 告知 瞒 瞒报 落下 落 藏 藏着掖着 藏着 遮 捂 捂着 糊弄 打折扣 打马虎眼 挑好的说 拣好听的说 报喜不报忧 打招呼 打个招呼 打声招呼 吱声 吱个声 吱一声 通个气 放过夜 放过了夜 过夜 拖过夜 点名字 说名字 报名字 自己看 自己看看 亮一亮 亮亮 漏报 漏报了 直说 我听听 听听',
  ),
  each(of('少 漏 差'), ['一'], of('件 个 条'), of('都 也'), of('不行 不可以 不中')),
  each(['一'], of('件 个 条'), of('都 也'), of('不能 不许 不准'), of('少 漏 落')),
  each(of('两 三 四 五 六 几'), ['个'], of('数 数字 大数 数据 指标')),
  each(of('单位 局 项目 大概 大致 估计'), ['也'], of('行 可以 成 好')),
  each(
    of('让 叫 给 好让 也让 也给'),
    of('各局长 各位局长 局长们 各单位 各部门 各局 大家 大伙 大伙儿 他们 各位 领导'),
    ['', ...of('都 自己 也 自己都 好好')],
    of('看看 看一看 看一眼 瞧瞧 听听 听一听 比一比 对照对照 有个数 亮一亮 亮亮'),
  ),
).split(' ');
/** How time goes by: said of now, and of no deadline. */
const PASSING = [
  ...each(
    ['', '都', '快', '马上', '眼看', '又', '这都', '转眼'],
    of('过年 年底 月底 到年底 到月底 到年关 年关 季末'),
    ['了'],
  ),
  ...each(
    ['都', '这都', '转眼', '又'],
    of('一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月 下半年'),
    ['了'],
  ),
  ...of(
    '都这个时候了 都什么时候了 这么久了 这么长时间了 都这么久了 好久了 都好久了 天天催 天天说 天天讲 说了多少遍了 说了好多遍了 催了多少遍了 催了好多遍了 前几天说得好好的 说得好好的 不晓得你统计了没有 不知道你统计了没有',
  ),
];

/** Said alone before what is asked. */
const ALONE: ReadonlySet<string> = new Set(of('好 行 好吧 行吧 好的 好嘞 那好 那行 嗯 哦 对 是'));

type Kind = 'word' | 'does' | 'past';
const KINDS = new Map<string, Kind>([
  ...[
    ...WHO,
    ...WHEN,
    ...ADVERBS,
    ...THINGS,
    ...TOLD_HOW,
    ...of('了 过 着 啊 呀 呢 吧 哈 啦 的话 一下 一趟 一个'),
  ].map((word) => [word, 'word'] as const),
  ...PAST.map((word) => [word, 'past'] as const),
  ...[...DOING, ...TO_WHOM, ...SAID, ...MANNER, ...TELLING, ...PASSING].map(
    (word) => [word, 'does'] as const,
  ),
]);
const LONGEST = Math.max(...[...KINDS.keys()].map(({ length }) => length));
/** 小刘; 沈局 wants it. Elsewhere 沈局 is whose it is. */
const SOMEBODY = new RegExp(
  `[小老][${SURNAMES}](?![总局])|[${ANY_SURNAME}](?:局长?|书记|市长|县长|区长|主任|总|处长?|科长|部长|镇长)(?=要|想|等|急|问|催|让|叫|刚|也|又|下午|上午|明天|今天|马上)`,
  'y',
);
const OVER = /[了过]$/u;

/** 住建局 报主要领导 几个: which problems, and for nobody. */
const TOLD_UP = /^(?:上|呈)?报(?:给|到)?(?:主要|分管)(?:领导)?(?:的|了|过)*$/u;

/** Whether a clause is wholly of such words and somebody does something in it. Costs its length times that of a word. */
export function isPreface(clause: string): boolean {
  if (ALONE.has(clause)) return true;
  if (clause.length < 2 || clause.length > 24 || TOLD_UP.test(clause)) return false;
  /** What was said on a way through the clause to each place: nothing yet, or whether somebody did something, when. */
  const ways: Set<number>[] = Array.from({ length: clause.length + 1 }, () => new Set<number>());
  ways[0]?.add(0);
  for (let at = 0; at < clause.length; at++) {
    const here = ways[at];
    if (!here || here.size === 0) continue;
    for (let length = 1; length <= LONGEST && at + length <= clause.length; length++) {
      const kind = KINDS.get(clause.slice(at, at + length));
      if (kind === undefined) continue;
      const more = kind === 'does' ? 1 : kind === 'past' ? 2 : 0;
      for (const way of here) ways[at + length]?.add(way | more);
    }
    SOMEBODY.lastIndex = at;
    const name = SOMEBODY.exec(clause)?.[0].length ?? 0;
    if (name > 0) for (const way of here) ways[at + name]?.add(way);
    if (clause.startsWith('用的', at)) for (const way of here) ways[at + 2]?.add(way | 1);
  }
  const ends = ways[clause.length] ?? new Set<number>();
  return ends.has(1) || (ends.has(3) && OVER.test(clause));
}

const CLAUSE = /[^\s,。;!?:、…]+/gu;
/** 书记刚才打电话问我 in front of what is asked, without a mark between. */
const OPENING =
  /^.{0,16}?(?:问我们|问我|问起来?|(?:叫|让|要|喊)(?:我们?|咱们?)?(?:问|查|报|说|讲|列|统计|汇总|算|看|理|捋|了解)(?:一下|下|查|看|报|一遍|个数)?|想问下|想问一下|我想问下)(?![的们了过到])/u;
/** 周局要我们超期的, 唐志强要的红灯单子: who wants it; 周局要签的 is whose. */
const WANTED = new RegExp(
  `^(?:[${ANY_SURNAME}](?:局长?|书记|市长|县长|区长|主任|总|处长?|科长|部长|镇长)|领导|书记|主任|办公室|综合办|专班办|政府办|督查[室组办]|督导组|[省市县区]里|上面|上级|上头)(?:今天|明天|下午|上午|也|又|正|都|急着|催着|等着|点名|专门)*(?:要|想要)(?:看|听|了解|知道)?(?=(?:我们|各|全|本|红|黄|逾期|超期|没|未|问题|这[周月]|上[周月])(?!.{0,6}(?:办|签|核|转|批)的))`,
  'u',
);

/** The text with such clauses blanked, of the same length. */
export function withoutPrefaces(folded: string): string {
  return folded.replace(CLAUSE, (clause) => {
    if (isPreface(clause)) return ' '.repeat(clause.length);
    const wanted = WANTED.exec(clause)?.[0].length ?? 0;
    if (wanted > 0) return ' '.repeat(wanted) + clause.slice(wanted);
    const opening = OPENING.exec(clause)?.[0];
    // 领导叫我查查我们局红的: as one who asks.
    const errand = opening?.replace(/(?<=.)(?:叫|让|要|喊)(?:我们?|咱们?)?(?!问)\p{Script=Han}{1,5}$/u, '问');
    return opening !== undefined && (isPreface(opening) || isPreface(errand ?? ''))
      ? ' '.repeat(opening.length) + clause.slice(opening.length)
      : clause;
  });
}
