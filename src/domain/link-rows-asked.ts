/** What a question whose rows are links (环节) asks of them, as data. */
/**
 * open: not done · working: under way, or reported done · begun: working or done · unbegun: not begun · ready: not begun,
 * and all it needs is done · next: working or ready · late: by its plan, and not done · slipped: late, or done later than
 * planned · kept: done, and no later than planned · critical: not done, and on the chain that decides 开工 or 投产 ·
 * critical-stuck: and held up, or late.
 */
export const LINK_ROW_STATES = [
  ...(['done', 'open', 'working', 'begun', 'unbegun', 'ready', 'next'] as const),
  ...(['late', 'slipped', 'kept', 'stuck', 'critical', 'critical-stuck'] as const),
] as const;
export type LinkRowState = (typeof LINK_ROW_STATES)[number];
export const LINK_GROUPS = ['unit', 'project', 'link', 'stage'] as const;
export type LinkGroup = (typeof LINK_GROUPS)[number];
/** late: the latest first · soon, last: by planned day, the first or the last of them first · long, short: by days taken. */
export const LINK_ROW_ORDERS = ['late', 'soon', 'last', 'long', 'short'] as const;
/** Codes of the stages every template begins with. */
export const LINK_STAGES = ['land', 'planning', 'construction', 'acceptance'] as const;
export type LinkStage = (typeof LINK_STAGES)[number];

/** Beside the names and days of `LinksAsked`; with no field: every link of the place. */
export interface LinkRowsAsked {
  is?: LinkRowState;
  stages?: LinkStage[];
  by?: LinkGroup;
  order?: (typeof LINK_ROW_ORDERS)[number];
  /** Of what is named: the links that come after it, however far behind. */
  after?: true;
  /** The average of the days taken. */
  mean?: true;
}
