/**
 * Little words which can never narrow a question where they stand, by closed classes. They are looked at only where a
 * sentence is not understood with them (`language/without-glue.ts`), so what is read as a word of ours stays one.
 */
import { GLUE_BEHIND } from './glue-behind.ts';
import { GLUE_BESIDE } from './glue-beside.ts';
import { GLUE_TOLD } from './glue-told.ts';
import type { Glue } from './glue-word.ts';

export const GLUE: readonly Glue[] = [...GLUE_BEHIND, ...GLUE_BESIDE, ...GLUE_TOLD];
