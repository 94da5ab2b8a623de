/** What an answer says of how the question was taken, before the figures. */
import { leftOutText } from '../cards/words-group.ts';
import { NO_PAST_PLACES, SOURCES_NOT_PEOPLE, UNITS_NOT_PEOPLE } from '../cards/words-ranks.ts';
import {
  litNowText,
  soundedText,
  THIS_WEEK_TAKEN,
  WAITS_ABOVE_TOLD,
  wholeDayText,
} from '../cards/words-reading.ts';
import { ranksPeople } from '../language/lexicon/ranking-said.ts';
import { RANK_MOVED } from '../language/lexicon/rewordings/measures.ts';
import { namesPartOfDay } from '../language/lexicon/spoken-days.ts';
import { shortProjectName } from '../text/names.ts';
import type { Call } from './call.ts';
import type { CommandContext } from './context.ts';

/** 等省里批的, 卡在上头的 */
const ABOVE = /省|上[级头面边方]/;

const NOT_PEOPLE: Record<string, string> = { unit: UNITS_NOT_PEOPLE, source: SOURCES_NOT_PEOPLE };

/** What is left out here, and what was taken for what. */
export function leadsOf(context: CommandContext, call: Call & { name: 'list' | 'ask' }): string[] {
  const parts = 'topic' in call ? call.topic.periods.map(({ heard }) => heard).filter(namesPartOfDay) : [];
  const people = 'by' in call && call.most !== undefined && NOT_PEOPLE[call.by ?? ''];
  return [
    ...(people && ranksPeople(context.said ?? '') ? [people] : []),
    ...('standing' in call && RANK_MOVED.test(context.said ?? '') ? [NO_PAST_PLACES] : []),
    ...(parts.length > 0 ? [wholeDayText(parts)] : []),
    ...('thisWeek' in call && call.thisWeek ? [THIS_WEEK_TAKEN] : []),
    ...('litNow' in call && call.litNow ? [litNowText(call.litNow)] : []),
    ...('topic' in call && call.topic.states.some(({ heard }) => ABOVE.test(heard))
      ? [WAITS_ABOVE_TOLD]
      : []),
    ...(context.chat?.kind === 'project' && call.outside
      ? [leftOutText(namesHere(context), call.outside)]
      : []),
    ...('sounded' in call && call.sounded ? [soundedText(call.sounded.names)] : []),
  ];
}

/** The projects of this group. */
export function namesHere({ chat, directory }: CommandContext): string[] {
  return (chat?.projectIds ?? []).map((id) => shortProjectName({ directory }, id));
}
