/** Rows of the command table: reports of an area, for its office and leaders. */

import { command } from '../call.ts';
import { readBulletin, readMeetingPack } from '../read/report.ts';

export const REPORTS = [
  command('meeting-pack', {
    words: ['调度包', '周调度包', '调度材料', '会议材料'],
    usage: '调度包 [区域]',
    summary: '本周调度会材料,卡片和 Word',
    example: ['调度包'],
    where: 'anywhere',
    read: readMeetingPack,
  }),
  command('bulletin', {
    words: ['红黑榜', '红黄牌', '红黄牌通报', '红榜', '黑榜'],
    usage: '红黑榜 [月份] [区域]',
    summary: '统计和红黑榜的草稿或已发布的',
    example: ['红黑榜', '红黑榜 2026年11月', '红黑榜 上月'],
    where: 'anywhere',
    read: readBulletin,
  }),
];
