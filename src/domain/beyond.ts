/** Subjects people ask about that no list of problems can tell of: a closed table, each with its own answer. */
export const BEYOND = [
  'weather',
  'market',
  'enterprise-money',
  'public-money',
  'economy',
  'personnel',
  'contact',
  'schedule',
  'elsewhere',
  'visits',
  'meetings',
  'rumour',
  'knowledge',
  'errand',
  'office',
  'finance',
  'land-area',
  'pay',
  'utilities',
  'plant',
  'rung-ahead',
] as const;

export type Beyond = (typeof BEYOND)[number];
