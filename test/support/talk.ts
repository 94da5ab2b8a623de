/** Somebody who says several things in private, one after the other. */
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
