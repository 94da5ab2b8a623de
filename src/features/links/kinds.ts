/** What buttons and forms on cards of links carry. Names stand in chats and never change. */
import { z } from 'zod';
import { actionShape, formShape, id } from '../../cards/actions.ts';
import type { Day } from '../../domain/time.ts';

const code = z.string().min(1).max(80);
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullable() as z.ZodType<Day | null>;

/** A link of a project; project 0: of the template alone. */
const link = { projectId: z.int().min(0).max(2_147_483_647), code };

export const SHOW = actionShape('link-show', link);
export const SHOW_MAP = actionShape('link-map', { projectId: link.projectId });
export const START = actionShape('link-start', link);
export const FINISH = actionShape('link-finish', { ...link, day, allThere: z.boolean() });
export const SHOW_MATERIALS = actionShape('link-materials', link);
export const TICK = actionShape('link-tick', {
  ...link,
  material: z.string().min(1).max(200),
  on: z.boolean(),
});

export const SHOW_PARTS = actionShape('link-parts', link);
export const TICK_PART = actionShape('link-part', {
  ...link,
  part: z.int().min(1).max(9999),
  on: z.boolean(),
});

export const FORCE_FORM = formShape('link-force', { projectId: id, code, day });
export const DEFER_FORM = formShape('link-defer', { projectId: id, code });
export const PROBLEM_FORM = formShape('link-problem', { projectId: id, code });
