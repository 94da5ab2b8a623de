/** 机构改革: units are merged and abolished, and bear new names; what is open moves, what is done stays theirs. */
import type { Feature } from '../../feature.ts';
import { COMMANDS } from './commands.ts';
import { REFORM_DRAFT } from './draft.ts';

export const UNIT_REFORM_FEATURE: Feature = {
  name: 'unit-reform',
  commands: COMMANDS,
  drafts: [REFORM_DRAFT],
};

export { describeUnit } from './commands.ts';
