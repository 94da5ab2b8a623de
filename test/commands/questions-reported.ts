/** Words behind 报 that ask of what was reported, and problems written together with it. */

export const REPORTING = ['报', '上报', '登记'];

export const ASKED_OF_REPORTED = [
  '得最早的是哪个',
  '得最多的是谁',
  '得快不快',
  '得及时吗',
  '的是谁',
  '的都有谁',
  '的理由是什么',
  '是哪天',
  '最久的是谁',
  '上来多久了',
  '之后谁在管',
  '为什么这么慢',
  '几次了',
  '下去几天了',
  '成了没有',
  '好了没',
  '第一个的是谁',
  '不及时的有哪些',
  '和没报的各几个',
];

export const LOGGED = [
  '报得不到补贴的企业有三家 财政局',
  '报厂区门口没有路灯',
  '报 谁来管门口的路灯',
  '报 为什么还没有通水',
  '报最近三天停水两次 水利局',
  '登记厂区道路破损 交通局',
];
