/** The command table with the rows of all features, for tests that need no world. */
import { CORE } from '../../src/core.ts';
import { createRegistry } from '../../src/feature.ts';
import { FEATURES } from '../../src/features/features.ts';

export const REGISTRY = createRegistry([...FEATURES, CORE]);
export const TABLE = REGISTRY.table;
export const COMMANDS = TABLE.rows;
