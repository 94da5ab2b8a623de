/** The facts of a project about which nothing has been said. */
import type { Project } from '../../src/domain/model.ts';

export const NO_FACTS = {
  park: null,
  industries: [],
  bucket: null,
  level: null,
  land: null,
  investTotal: null,
  archived: null,
  weather: null,
  note: null,
} as const satisfies Partial<Project>;
