/** What officials call items that come from an instruction or a meeting: 批示, 议定. */
import type { FreeWord } from './query-word.ts';

const CHIEF = '(?:主要领导|分管领导|县领导|市领导|领导|书记|[县市区]长|上级|县里|市里|省里|区里)';
const WHEN = '(?:上次|上回|最近|亲自|专门|已经|都)*';
const THING = '(?:的)?(?:事项|任务件|件(?![数总]))?(?:的)?';
const MEETING = '(?:上次|上回|最近一次)?(?:专班|调度|专题|联席|推进|办公|例)?(?:会上|会议上|会议|会)';

export const ITEM_KIND_FREE: readonly FreeWord[] = [
  [new RegExp(`(?:${CHIEF}${WHEN})?批示(?:过|了|下来)?${THING}`, 'y'), { tag: 'kind', kind: 'instruction' }],
  // 领导批过的几件; 领导批的延期 is another matter.
  [
    new RegExp(
      `${CHIEF}${WHEN}批(?:过|了|下来)*(?:的|(?=[那这]?[几些件]))(?:那|这)?(?:几|些)?(?:[件个份条])?(?:事项|事)?(?![^,，。]{0,6}(?:延期|挂账|申请)|[示准复评没吗冇不])`,
      'y',
    ),
    { tag: 'kind', kind: 'instruction' },
  ],
  [new RegExp(`(?:${MEETING})?议定(?:过|了|下来)*${THING}`, 'y'), { tag: 'kind', kind: 'decision' }],
  [
    new RegExp(
      `${MEETING}(?:上)?(?:定下来|定|决定|明确|布置|交办)(?:过|了|下来)*的(?:事项|任务)?(?![,，。;；])`,
      'y',
    ),
    { tag: 'kind', kind: 'decision' },
  ],
];
