/** Rows of the command table: what somebody settles for themselves (product.md §6, §7). */

import { command } from '../call.ts';
import { readHandover, readHandoverCancel } from '../read/handover.ts';
import { readDigestRhythm, readMuteMe } from '../read/personal.ts';

export const PERSONAL = [
  command('mute-me', {
    words: ['静默', '免打扰', '勿扰', '取消静默', '结束静默', '解除静默', '取消免打扰'],
    usage: '静默 [到 <时间>|<时长>|取消]',
    summary: '暂停自动提醒，最长 7 天',
    example: ['静默 到 14:00', '静默 2小时', '静默 到 明天', '静默 取消', '静默'],
    where: 'anywhere',
    glued: true,
    read: readMuteMe,
  }),
  command('handover', {
    words: ['交接', '工作交接'],
    usage: '交接 [@本人] <日期>[-<日期>] 给 @某人',
    summary: '出差休假由他人代办，到期收回',
    example: [
      '交接 10/8-10/15 给 @李四',
      '交接 今天到周五 给 @李四',
      '交接 给 @李四 到 12月5日',
      '交接 @张三 10/8-10/15 给 @李四',
      '交接',
    ],
    where: 'anywhere',
    glued: true,
    read: readHandover,
  }),
  command('handover-cancel', {
    words: ['交接', '工作交接', '取消交接', '收回交接', '结束交接'],
    usage: '交接 取消 [日期]',
    summary: '提前收回或取消交接',
    example: ['交接 取消', '交接 取消 10/8'],
    where: 'anywhere',
    read: readHandoverCancel,
  }),
  command('digest-rhythm', {
    words: ['快报'],
    usage: '快报 [每天|每周]',
    summary: '领导、综合办选快报频次',
    example: ['快报 每周', '快报 每天', '快报'],
    where: 'anywhere',
    read: readDigestRhythm,
  }),
];
