/** Colour of an issue: a pure function of facts and now (product.md §5). */
export type LightColor = 'green' | 'blue' | 'yellow' | 'red' | 'paused' | 'done';
