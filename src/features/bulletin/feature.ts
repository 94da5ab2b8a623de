/** 红黑榜: proposed at the end of the month, edited and approved by the office, published to one group. */
import type { Feature } from '../../feature.ts';
import { COMMANDS } from './commands.ts';
import { APPROVE_FORM, DISCARD_ACTION, EDIT_FORM } from './form.ts';
import { REDRAW } from './job.ts';
import { BULLETIN_MESSAGES } from './message.ts';
import { MONTH_END } from './periodic.ts';

export const BULLETIN_FEATURE: Feature = {
  name: 'bulletin',
  commands: COMMANDS,
  actions: [DISCARD_ACTION],
  forms: [EDIT_FORM, APPROVE_FORM],
  messages: BULLETIN_MESSAGES,
  jobs: [REDRAW],
  periodics: [MONTH_END],
};
