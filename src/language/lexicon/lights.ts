/** Words of the four lights. */
import { each, list, of } from './compose.ts';
import { color, state, type WordGroup } from './query-word.ts';
import { NEWLY_LATE } from './turning.ts';

const lit = (said: string) =>
  list(
    each(
      of('亮 挂 标 变 飘 转 成 打 吃 拿 亮起 亮了 挂了 变成 变成了 转成 挂上 亮出 报 领 得'),
      [said, `${said}灯`, `${said}牌`],
      ['', '了'],
    ),
    each(['', '全', '大'], [`${said}灯`, `${said}牌`, `${said}色`], ['预警', '警告', '警示', '告警']),
    [`${said}灯`, `${said}色`, `${said}牌的`, `${said}着`, `${said}了的`, `在${said}`, `是${said}的`],
  );

/** 刚刚超期还没红: yellow, in other words. */
const LATE_NOT_RED = each(
  ['', ...of('刚刚 刚 才 才刚 刚才')],
  of('超期 逾期 过期 超时 超期了 逾期了 过期了 超时了'),
  ['', ...of('但 但是 可 可是')],
  of(
    '还没红 没红 还没变红 没变红 还没到红 没到红 还没到红灯 没到红灯 还没亮红灯 还没红灯 还未红 没有红 还不到红',
  ),
);

export const LIGHT_WORDS: readonly WordGroup[] = [
  [color('red'), `红 红牌 红了 红灯了 严重逾期 严重超期 严重超时 严重拖期 见红 见了红 ${lit('红')}`],
  [color('yellow'), `黄 黄牌 黄了 ${lit('黄')} ${list(LATE_NOT_RED, NEWLY_LATE)}`],
  [
    color('blue'),
    `蓝 临期 快到期 快到期了 即将到期 马上到期 快要到期 快超期 快逾期 快超时 快要超期 快要逾期 快要超 快要超了 快超了 快超的 马上要超 马上要超了 马上就超 再不办就逾期 再不办就超期 再不办就要逾期 马上要逾期 马上要超期 马上要到期 马上超期 马上逾期 即将超期 即将逾期 眼看到期 眼看要到期 眼看就到期 眼看要超期 就快到期 快到时间 快到点 快到点了 快到时限 快到限 临近到期 临近时限 临近期限 要红 快红 快要红 快黄 快黄了 要亮灯 快亮灯 蓝牌 ${lit('蓝')}`,
  ],
  [color('green'), `绿 正常 ${lit('绿')}`],
  [state({ kind: 'lit' }), '亮灯 亮了灯 亮着灯'],
  // 亮 narrows nothing of its own beside a colour.
  [{ tag: 'with-color' }, '亮 亮了 亮着'],
];
