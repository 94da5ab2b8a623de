/** Words of the task force that people ask the meaning of. */
export const TERMS = [
  ...(['green', 'blue', 'yellow', 'red', 'overdue', 'workdays'] as const),
  ...(['routed', 'signed', 'verified', 'closed', 'who-closes', 'paused', 'void', 'reopened'] as const),
  ...(['joint', 'long-term', 'measure', 'on-the-spot', 'weather', 'link'] as const),
  ...(['closed-rate', 'on-time-rate', 'satisfied-rate', 'reopened-rate', 'days-taken'] as const),
] as const;
export type Term = (typeof TERMS)[number];
