/** 减负账单 asked for: by office and leaders, of a month. */
import type { CallOf } from '../../commands/call.ts';
import { featureCommand } from '../../commands/feature-command.ts';
import { areaIn } from '../../commands/read/report.ts';
import { answerWith, reportArea, warning } from '../../commands/report.ts';
import { monthStart } from '../../domain/meeting-day.ts';
import { type Day, dayOf } from '../../domain/time.ts';
import { misuse, type ReadInput } from '../../language/definition.ts';
import { periodAt } from '../../language/lexicon/periods.ts';
import { cut, trimMarks } from '../../language/phrase.ts';
import type { Misuse } from '../../language/said.ts';
import { monthName } from './card.ts';
import { BURDEN } from './message.ts';
import { BURDEN_NAME, futureText, NO_SUCH_MONTH } from './words.ts';

declare module '../../commands/call.ts' {
  interface FeatureCalls {
    /** `month`: its first day. */
    burden: { areaHeard: string; month: Day };
  }
}

function readBurdenWords(input: ReadInput): CallOf<'burden'> | Misuse | null {
  const { directory, now } = input.context;
  const today = dayOf(now, directory.settings.timeZone);
  const rest = trimMarks(input.rest);
  const said = periodAt(rest.folded, 0, today);
  const month = said ? monthStart(said.period.from) : monthStart(today);
  if (said && (said.period.from !== month || said.period.until.slice(0, 7) !== month.slice(0, 7)))
    return misuse(input, NO_SUCH_MONTH);
  const area = areaIn(input, said ? cut(rest, said.length) : rest);
  return area && { name: 'burden', month, ...area };
}

export const COMMANDS = [
  featureCommand('burden', {
    group: '报表',
    wordLast: true,
    words: [BURDEN_NAME, '减负账', '减负台账'],
    usage: '减负账单 [上月|本月] [区域]',
    summary: '系统发了多少消息、多少办了、代出多少材料',
    example: ['减负账单', '减负账单 上月'],
    where: 'anywhere',
    shows: true,
    read: readBurdenWords,
    run: async (context, { areaHeard, month }) => {
      const areaId = reportArea(context, areaHeard);
      if (typeof areaId !== 'number') return areaId;
      if (month > dayOf(context.now, context.directory.settings.timeZone))
        return warning(futureText(monthName(month)));
      return answerWith(context, [BURDEN], { areaId, month });
    },
  }),
];
