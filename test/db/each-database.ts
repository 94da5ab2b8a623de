/** Runs a suite on real PostgreSQL and on PGlite: the code promises the same on both. */
import { afterAll, beforeAll, describe } from 'vitest';
import type { Db } from '../../src/db/open.ts';
import { DATABASE_KINDS, type TestDatabase, testDatabase } from '../support/database.ts';
import { makeWorld, type World } from './world.ts';

export interface Fixture {
  readonly db: Db;
  readonly world: World;
}

/** @param tests declares the tests; the fixture is ready inside them */
export function describeOnBoth(name: string, tests: (on: Fixture) => void): void {
  describe.each(DATABASE_KINDS)(`${name} on %s`, (kind) => {
    let own: TestDatabase | undefined;
    let world: World | undefined;
    beforeAll(async () => {
      own = await testDatabase(kind);
      world = await makeWorld(own.db);
    });
    afterAll(() => own?.drop());
    tests({
      get db() {
        return own!.db;
      },
      get world() {
        return world!;
      },
    });
  });
}
