/** Somebody who says several things in private, one after the other. */
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { World } from './world.ts';

/** What 唐志强 is answered to the last of them. */
export async function talkTo(world: World, ...said: string[]): Promise<string> {
  const tang = world.private('tang');
  let answer = '';
  for (const one of said) {
    answer = await tang.ask('tang', one);
    // Nobody types so fast that the platform's pace would hold an answer back.
    world.pass(2000);
  }
  return answer;
}

/** {@link talkTo} in a zone that stands for all stories of a file; before each, nothing is left to go on from. */
export function talkIn(open: () => Promise<World>): (...said: string[]) => Promise<string> {
  let world: World;
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world.close());
  beforeEach(() => world.pass(16 * 60_000));
  return (...said) => talkTo(world, ...said);
}
