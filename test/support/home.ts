/** What the deployment has learnt about its own tenant. */
import { homeTenant } from '../../src/db/setting.ts';
import type { World } from './world.ts';

export function readHome(world: World): Promise<string | undefined> {
  return world.deps.db.read((tx) => homeTenant(tx));
}
