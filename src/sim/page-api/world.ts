import { asList } from '../content/json.ts';
import type { PageCall } from './call.ts';
import { needText, optionalText } from './reply.ts';

/** POST {name, note?, tenantKey?, tenantName?} */
export function addUserFromPage({ sim, body }: PageCall): unknown {
  const note = optionalText(body, 'note');
  const tenantKey = optionalText(body, 'tenantKey');
  const tenantName = optionalText(body, 'tenantName');
  return sim.addUser({
    name: needText(body, 'name'),
    ...(note === undefined ? {} : { note }),
    ...(tenantKey === undefined ? {} : { tenantKey }),
    ...(tenantName === undefined ? {} : { tenantName }),
  });
}

/** POST {name, members} */
export function addChatFromPage({ sim, body }: PageCall): unknown {
  return sim.addChat({ name: needText(body, 'name'), members: asList(body.members).map(String) });
}

/** POST {as, in} */
export async function moveBotFromPage({ sim, body, params }: PageCall): Promise<unknown> {
  const chatId = params.chatId ?? '';
  const operator = needText(body, 'as');
  if (body.in === true) await sim.addBotToChat(chatId, operator);
  else await sim.removeBotFromChat(chatId, operator);
  return {};
}
