/** 挂图, 晴雨表 and 看板: the plan against what is done, as card, picture and page. */
import type { Feature } from '../../feature.ts';
import { BOARD_ANSWER, LINK_ANSWER, WEATHER_ANSWER } from './answer.ts';
import { COMMANDS } from './commands.ts';
import { BOARD_PICTURE } from './message.ts';
import { BOARD_PAGES } from './pages.ts';

export const BOARD_FEATURE: Feature = {
  name: 'board',
  commands: COMMANDS,
  answers: [BOARD_ANSWER, WEATHER_ANSWER, LINK_ANSWER],
  messages: [BOARD_PICTURE],
  pages: BOARD_PAGES,
};
