/** 调度包 asked for. */

import type { Call, CallOf } from '../../commands/call.ts';
import type { CommandContext } from '../../commands/context.ts';
import { featureCommand } from '../../commands/feature-command.ts';
import { areaIn } from '../../commands/read/report.ts';
import { answerWith, reportArea } from '../../commands/report.ts';
import type { Answer } from '../../domain/answer.ts';
import { PACK_MESSAGES } from './message.ts';

declare module '../../commands/call.ts' {
  interface FeatureCalls {
    /** Of the area that was named, else the speaker's own. */
    'meeting-pack': { areaHeard: string };
  }
}

import type { ReadInput } from '../../language/definition.ts';

async function sendMeetingPack(
  context: CommandContext,
  call: Call & { name: 'meeting-pack' },
): Promise<Answer | null> {
  const areaId = reportArea(context, call.areaHeard);
  if (typeof areaId !== 'number') return areaId;
  return answerWith(context, PACK_MESSAGES, { areaId });
}

function readMeetingPack(input: ReadInput): CallOf<'meeting-pack'> | null {
  const area = areaIn(input, input.rest);
  return area && { name: 'meeting-pack', ...area };
}

export const COMMANDS = [
  featureCommand('meeting-pack', {
    group: '报表',
    first: true,
    words: ['调度包', '周调度包', '调度材料', '会议材料'],
    usage: '调度包 [区域]',
    summary: '本周调度会材料，卡片和 Word',
    example: ['调度包'],
    where: 'anywhere',
    read: readMeetingPack,
    run: sendMeetingPack,
  }),
];
