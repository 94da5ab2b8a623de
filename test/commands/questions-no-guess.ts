/** Noun forms of commands and what is asked of them, and orders that look alike. */

/** Calls that write, or open what writes. */
export const WRITING: readonly string[] = [
  'log',
  'log-form',
  'on-the-spot',
  'project-create',
  'unit-create',
  'category-set',
  'area-create',
  'role-set',
  'setting-set',
  'verb',
];

export const NOUN_FORMS =
  '上报 项目 项目新增 项目添加 新增项目 单位 单位新增 新增单位 分类 分类新增 类别新增 区域 区域新增 当场解决 新增 转办 退回 延期 挂账 办结 销号 核验 核实 催办 进展 协办 作废 撤销 约谈 申诉 满意 评价 归档 统计 规则 节点 投资 设置'.split(
    ' ',
  );

export const ASKED_OF_NOUN =
  '了几个 几个 有几件 是哪件 多少 了吗 怎么样 进展情况 情况怎么样 谁负责 什么时候 原因 的原因 比上周多吗 清单 最多的是谁 最多的单位 的有哪些 几次了 没有 好了没 到哪一步了 快不快 的人是谁 率 一共多少 要几天 排名'.split(
    ' ',
  );

export const CREATED: readonly (readonly [string, string])[] = [
  ['项目 新建 比亚迪电池', 'project-create'],
  ['项目新增过江通道', 'project-create'],
  ['新建项目 几何科技厂房 企业 几何科技', 'project-create'],
  ['单位 新增 民政局 简称 民政', 'unit-create'],
  ['分类 新增 通信', 'category-set'],
  ['区域 新增 猇亭园区 上级 宜化高新区', 'area-create'],
  ['当场解决 协调恢复了临时用电', 'on-the-spot'],
  ['上报厂区道路破损', 'log'],
];
