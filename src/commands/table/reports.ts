/** Rows of the command table: reports of an area, for its office and leaders. */

import { command } from '../call.ts';
import { readBulletin } from '../read/report.ts';

export const REPORTS = [
  command('bulletin', {
    words: ['红黑榜', '红黄牌', '红黄牌通报', '红榜', '黑榜'],
    usage: '红黑榜 [月份] [区域]',
    summary: '统计和红黑榜的草稿或已发布的',
    example: ['红黑榜', '红黑榜 2026年11月', '红黑榜 上月'],
    where: 'anywhere',
    read: readBulletin,
  }),
];
