import { readOwn } from '../world.ts';
import type { PageCall } from './call.ts';
import { PageError, SECURITY_HEADERS } from './reply.ts';

const TIME_ZONE = 'Asia/Shanghai';

/** GET state: who and what there is. A private chat goes by the bot's name. */
export function showState({ core, sim }: PageCall): unknown {
  return {
    now: core.now(),
    timeZone: TIME_ZONE,
    bot: sim.bot,
    tenantKey: sim.tenantKey,
    users: sim.users(),
    chats: sim
      .chats()
      .map((c) => ({ ...c, name: c.type === 'p2p' ? sim.bot.name : c.name, owner: c.ownerId })),
    strict: sim.strict,
    scopes: sim.scopes(),
    faults: core.faults.list().map(({ when: _when, ...fault }) => fault),
    canMoveClock: core.options.moveClock !== undefined,
  };
}

/** GET messages of a chat as one person sees them. */
export function showMessages({ sim, params, query }: PageCall): unknown {
  return sim.messages(params.chatId ?? '', query.get('as') ?? undefined);
}

/** GET log: the last 500 calls and pushes, newest last. */
export function showLog({ core }: PageCall): unknown {
  return { calls: core.calls.slice(-500), pushes: core.pushes.slice(-500) };
}

/** GET the bytes of an uploaded image or file. */
export function showFile({ core, params }: PageCall): Response {
  const file = readOwn(core.world.files, params.key ?? '');
  if (!file) throw new PageError(404, '没有这个文件');
  return new Response(Uint8Array.from(Buffer.from(file.data, 'base64')), {
    headers: {
      ...SECURITY_HEADERS,
      'Content-Type': file.kind === 'image' ? file.mime : 'application/octet-stream',
      'Content-Disposition': `${file.kind === 'image' ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    },
  });
}
