/** What a question wants to know of a link, or of all links of a project: told first, before the card. */
export const LINK_ASPECTS = [
  'state',
  'day',
  'unit',
  'stuck',
  'late',
  'long',
  'materials',
  'before',
  'after',
  'fee',
  'task',
  'now',
  'rest',
  'share',
  'before-start',
  'before-production',
] as const;

export type LinkAspect = (typeof LINK_ASPECTS)[number];
