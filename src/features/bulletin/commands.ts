/** 红黑榜 asked for. */

import type { CallOf } from '../../commands/call.ts';
import type { CommandContext } from '../../commands/context.ts';
import { featureCommand } from '../../commands/feature-command.ts';
import { answerWith, reportArea } from '../../commands/report.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Day } from '../../domain/time.ts';
import { areasBelow } from '../../views/place.ts';
import { BULLETIN } from './kinds.ts';
import { readBulletin } from './read.ts';
import { findBulletin } from './store.ts';
import { BULLETIN_TEXTS, monthText } from './words.ts';

declare module '../../commands/call.ts' {
  interface FeatureCalls {
    /** `month`: its first day; the newest without one. */
    bulletin: { areaHeard: string; month?: Day };
  }
}

/** 红黑榜 [月份]: the newest of the area, else of those below it. */
async function showBulletin(context: CommandContext, call: CallOf<'bulletin'>): Promise<Answer | null> {
  const areaId = reportArea(context, call.areaHeard);
  if (typeof areaId !== 'number') return areaId;
  const areaIds = areasBelow(areaId, context.directory);
  const found =
    (await findBulletin(context.tx, [areaId], call.month)) ??
    (await findBulletin(context.tx, areaIds, call.month));
  if (!found) {
    const text = call.month ? BULLETIN_TEXTS.noBulletin(monthText(call.month)) : BULLETIN_TEXTS.noneYet;
    return { kind: 'text', text };
  }
  return answerWith(context, [BULLETIN], { areaId: found.areaId, bulletinId: found.id });
}

export const COMMANDS = [
  featureCommand('bulletin', {
    group: '报表',
    words: ['红黑榜', '红黄牌', '红黄牌通报', '红榜', '黑榜'],
    usage: '红黑榜 [月份] [区域]',
    summary: '统计和红黑榜的草稿或已发布的',
    example: ['红黑榜', '红黑榜 2026年11月', '红黑榜 上月'],
    where: 'anywhere',
    read: readBulletin,
    run: showBulletin,
  }),
];
