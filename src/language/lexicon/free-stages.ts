/** Where a problem stands on its way, as people say it: who has to do what next, and has not. */
import { type Free, of, seq, some } from './free-words.ts';
import { state, status } from './query-word.ts';

/** It has not come to it. */
const NOT = of(
  '没 没有 未 还没 还没有 尚未 还未 仍未 仍没 一直没 一直没有 一直未 迟迟没 迟迟没有 迟迟未 至今没 至今未 至今没有 都没 都还没 没能 到现在没 到现在还没',
);
const NOBODY = of('没人 没有人 还没人 还没有人 无人 一直没人 至今没人');
const WAITS = of('待 等 等着 等待');
const WHO = of('单位 责任单位 承办单位 主办单位 对方 局里 部门 责任部门');

const SIGN = of('签收 签 签字 接 接单 接收 接手 认领 领 领办 收单 回签 签领 认单 点签收');
/** Was given to the unit. */
const GIVEN = of(
  '转办 转办后 转办了 转办过去 转了 转出去 转出去了 转下去 转下去了 转过去 转过去了 派了 派单 派单后 派单了 派下去 派下去了 派过去 派出去 派出去了 交办后 分下去 分下去了 发过去 发下去 下派 下派了',
);
const BUT_NOT = of('没 没有 还没 还没有 却没 又没 但没 未 没人 还没人 没有人 一直没 一直没人 还未 尚未');

const ROUTE = of(
  '转办 转出去 转下去 转走 派 派单 派出去 派下去 分 分派 分办 分出去 分下去 分走 指派 下派 下转 流转 流转下去 分解 分派出去 分派下去 派发 派发出去 派发下去 分发 分发出去 下发 转派 转派出去 安排出去 安排下去',
);
const TO_UNIT = of(
  '转到单位 转给单位 派到单位 派给单位 派单位 分到单位 分给单位 定单位 定责任单位 明确单位 明确责任单位 落实单位 落实责任单位 安排单位 指定单位 指定责任单位 确定单位 确定责任单位',
);

/** 还躺在池子里没派出去的: where it waits. */
const LYING = of(
  '躺在池子里 在池子里 趴在池子里 放在池子里 搁在池子里 压在池子里 躺在台账里 趴在台账里 躺在库里 压在手里 捂在手里 攥在手里 放在手里 压在手上 搁在手上 放在那里 搁在那里 躺在那里 躺着 趴着 搁着 放着',
);
const LOGGED = of(
  '登记了 登记完 登记完了 登记好 登记好了 刚登记 刚登记完 刚登记了 登了记 报上来了 刚报上来 收进来 收进来了 录进来 录进来了 录了',
);

const VERIFY = of('核验 核实 验证 确认 复核 核查 核 核销');
/** It was reported done. */
const DONE = of(
  '办完 办完了 办结 办结了 办好 办好了 办了 解决 解决了 处理完 处理完了 弄完 弄完了 整改完 整改完了 报了办结 报办结 报了完成 报完成 报了完工 报完工 报了销号 申请销号 申请了销号 报结 报结了 提交办结 提交了办结 说办完了 说办好了 干完 干完了 干好了 搞完 搞完了 搞好 搞好了 做完 做完了 做好了 整完了 弄好 弄好了 忙完了 报了办好 交了卷',
);
/** By whom it was told: 报上来说, 单位说是. */
const TOLD = of(
  '报上来说 报上来说是 报上来的说 说 说是 单位说 单位说是 他们说 报说 自己说 回话说 反馈说',
).concat('');
const YET = of('但是 但 可是 可 就是 不过 却').concat('');
const UNTIL = of(
  '没 没有 还没 还没有 未 尚未 没人 还没人 没人去 还没人去 没人来 还没人来 没有人 还没有人 还没有人去 没得人 等 等着 待 等待 就等 只等 就差 只差 但没 但还没 还没人',
);

const THROUGH = of(
  '办理完毕 处理完毕 处置完毕 整改完毕 办理完成 处理完成 处置完成 整改完成 整改到位 落实到位 解决到位 办理完 办理完了 办理好 办理结束 处理结束 完结 完结了 核销 核销了 核销掉 办成功 办成 办妥 办妥当 办妥当了 销完号 销完号了 收尾了 收了尾 收完尾 化解完 化解掉 化解掉了 消化 消化了 消化掉 消化掉了 清掉 清掉了 清零了 归零 归零了 结了案 结案 结案了 完事 完事了 弄妥 弄妥了',
);

export const STAGES: readonly Free[] = [
  {
    means: { tag: 'step', step: 'reported-done' },
    rows: [seq(of('提请 提请了 报请 申报 提交 提交了 要求 请求 申请 申请了'), of('销号 核验 办结'))],
  },
  {
    means: status('unsigned'),
    rows: [
      seq([...NOT, ...NOBODY], SIGN),
      seq(WAITS, of('签收 签 签字 接单 接收 认领 领办 回签 认单')),
      seq(WHO, [...NOT, '不'], of('签收 签 接 接单 认领 接手 接收 签字')),
      seq(GIVEN, BUT_NOT, of('签收 签 签字 接 接单 接收 接手 认领 领 管 理')),
      seq(
        of('该签收 该签 该接 应签收 应签 该认领 该接单 该签字 应该签收'),
        of('没 未 还没 却没 又没 不 还不 没有 迟迟没 一直没'),
        of('签收 签 接 认领 接单 签字'),
      ),
      some('不签收 不接单 拖着不签 拖着不签收 压着不签 压着没签收 压着没签 挂着没人签'),
    ],
  },
  {
    means: status('unrouted'),
    rows: [
      seq(NOT, [...ROUTE, ...TO_UNIT]),
      seq(NOBODY, ROUTE),
      seq(LYING, of('还 又 一直 都 也').concat(''), NOT.concat(NOBODY), ROUTE),
      seq(LOGGED, of('但 可 却 就是').concat(''), NOT.concat(NOBODY), ROUTE),
      seq(WAITS, [...ROUTE.filter((one) => one !== '分' && one !== '派'), ...TO_UNIT]),
      some('没有责任单位 没责任单位 无责任单位 没归口 还没归口'),
    ],
  },
  {
    means: status('verifying'),
    rows: [
      seq([...NOT, ...NOBODY], of('核验 核实 验证 复核 核查')),
      seq(WAITS, VERIFY),
      seq(of('等 等着 待 等待'), of('企业 综合办 秘书 项目秘书 登记人'), of('核验 确认 核实 验收 验证')),
      seq(
        of('企业 秘书 项目秘书 综合办'),
        of('没 还没 未 没有 还没有 一直没 迟迟没'),
        of('核验 确认 核实 验证'),
      ),
      seq(TOLD, DONE, YET, UNTIL, of('核验 核实 验收 验证 确认 复核 核查 核 验 销号')),
      some(
        '待办结确认 核验中 正在核验 在核验 核实中 走核验 差核验 只差核验 就差核验 只差销号 就差销号 办完待确认 等人核',
      ),
    ],
    // 办结了没销号: of what the office has to strike off.
    but: /^(?:办了|解决|解决了)(?:没|未|没有|还没|还没有)(?:销号)$/,
  },
  {
    means: status('working'),
    rows: [
      seq(of('正 正在 正处于'), of('办理 处理 整改 推进 协调 解决 落实 化解'), of('中 之中').concat('')),
      seq(of('办理 处理 整改 推进 协调 解决 化解'), of('中 之中 当中 过程中')),
      some('正办着 正在办着 签收了在办 签了在办 签收在办 已签收在办 接了在办 在着手办 正着手办 正在着手'),
    ],
  },
  {
    means: status('paused'),
    rows: [
      seq(of('暂停 停止 中止 暂时停止'), of('计时 办理 计算时限 计算时间')),
      seq(of('挂账 停表'), ['', '了'], of('处理 管理 状态 等待 停表 中')),
      some(
        '停着 停下来 搁置 暂缓 停摆 搁起来 停着表 表停了 表停着 停表着 暂时挂账 暂时停表 挂在账上 挂在那里 挂在那儿 不计时 不再计时 不计时限 时间停了 时限停了 停了计时 暂停中 挂起等待 挂起处理 挂起中 挂起状态',
      ),
    ],
  },
  {
    means: state({ kind: 'closed' }),
    rows: [seq(of('已 已经 都 全 全部 都已 都已经 刚 刚刚').concat(''), THROUGH)],
  },
  {
    means: state({ kind: 'open' }),
    rows: [
      seq(
        NOT,
        THROUGH.filter((one) => !one.includes('了')),
      ),
      seq(NOT, of('化解 整改 落实 处置 消化 到位 落地')),
      seq(of('没 未 还没 没有 尚未'), of('见底 了结 了断 过关')),
      seq(of('还在 仍在 一直在 还是在'), of('办 手上 手里 办理 处理 推进 整改 协调 压着 卡着')),
      seq(of('搁着 放着 压着 摆着 堆着 撂着 晾着 扔着'), of('没办 没人办 没处理 没解决 没动 没弄 没销')),
      seq(of('手上 手里 手头'), of('压着 压了 积压 积压着 攒着 堆着 压着没办 积着')),
      seq(WAITS, of('整改 解决 办理 处理 落实 化解 办 消化 突破 攻坚 清零')),
      some(
        '没结果 未有结果 没出结果 没个说法 没说法 没了 未了 未了结 没完没了 老没办 总没办 老是没办 老没解决 没头绪 解决不掉 办不出来 办不成 没搞成 没办成 没有办成',
      ),
    ],
  },
];
