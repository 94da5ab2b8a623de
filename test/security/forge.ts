/** Pushes as nobody's client would send them: any click by anybody, straight behind the verified door. */
import { receive } from '../../src/commands/receive.ts';
import type { Incoming, IncomingClick, Sender } from '../../src/feishu/incoming.ts';
import { Place, type World } from '../support/world.ts';

let count = 0;

/** The person as the platform names them; `tenantKey` '' is a push that does not say it. */
export function senderOf(world: World, key: string, tenantKey?: string): Sender {
  const user = world.sim.users().find((one) => one.openId === world.openId(key));
  return { openId: world.openId(key), tenantKey: tenantKey ?? user?.tenantKey ?? '' };
}

/** A click whose card, value and form are all made up; answered like a true one. */
export async function forgeClick(
  world: World,
  key: string,
  place: Place,
  value: Record<string, unknown>,
  rest: Partial<IncomingClick> = {},
) {
  const reply = await forgeClickUnsettled(world, key, place, value, rest);
  await world.settle();
  return reply;
}

/** The same without waiting for what it causes to be sent: for many in a row. */
export async function forgeClickUnsettled(
  world: World,
  key: string,
  place: Place,
  value: Record<string, unknown>,
  rest: Partial<IncomingClick> = {},
) {
  const click: IncomingClick = {
    kind: 'click',
    eventId: `forged-${++count}`,
    messageId: `om_forged_${count}`,
    chatId: place.chatId,
    operator: senderOf(world, key),
    createdAt: world.now,
    value: { v: 1, ...value },
    tag: 'button',
    ...rest,
  };
  const { reply } = await receive(world.deps, click, world.sim.tenantKey, click.eventId);
  return reply ?? {};
}

/** Takes a push as parsed and lets everything it caused happen. */
export async function take(world: World, incoming: Incoming) {
  const receipt = await receive(world.deps, incoming, world.sim.tenantKey, `forged-${count}`);
  await world.settle();
  return receipt;
}

/** A further group with the bot in it and no project, with people of other tenants. */
export function strangeGroup(world: World, keys: string[], name = '陌生群'): Place {
  const { chatId } = world.sim.addChat({
    name,
    members: keys.map((key) => world.openId(key)),
    external: true,
    bot: true,
  });
  return new Place(world, chatId);
}
