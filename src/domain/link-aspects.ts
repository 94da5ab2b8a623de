/** What a question wants to know of one link: told first, before its card. */
export const ONE_LINK_ASPECTS = [
  'state',
  'day',
  'planned',
  'unit',
  'stuck',
  'late',
  'long',
  'materials',
  'before',
  'after',
  'fee',
  'task',
] as const;
/** The same, or of all links of a project. */
export const LINK_ASPECTS = [
  ...ONE_LINK_ASPECTS,
  'now',
  'rest',
  'share',
  'before-start',
  'before-production',
  // Asked of those that were told as coming before or after it.
  'of-before',
  'of-after',
] as const;

export type LinkAspect = (typeof LINK_ASPECTS)[number];
