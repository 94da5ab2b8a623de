import { randomInt } from 'node:crypto';
import type { Server } from 'node:http';
import { clickCard } from './click.ts';
import type { Core } from './core.ts';
import { createFaultBox } from './faults.ts';
import { attachLongconn } from './longconn/attach.ts';
import { createHub } from './longconn/hub.ts';
import { addMembers, disbandChat, moveBot, removeMember, renameChat } from './membership.ts';
import { sayText, sendContent, sendForward, sendUpload } from './people.ts';
import { pruneWorld } from './prune.ts';
import { pushChallenge } from './push/challenge.ts';
import { pushMenu, pushP2pEntered } from './push/chat-events.ts';
import { deliverDue } from './push/event.ts';
import { pushRecalled } from './push/note-events.ts';
import { addReaction } from './reaction.ts';
import { recallMessage } from './recall.ts';
import { DEFAULT_SCOPES } from './scopes.ts';
import { serve } from './serve.ts';
import type { Change, Sim, SimOptions, Strict } from './types.ts';
import { viewMessage } from './view.ts';
import type { World } from './world.ts';
import {
  addChat,
  addUser,
  createWorld,
  DEFAULT_STRICT,
  findP2pChat,
  getChat,
  getMessage,
  getUser,
} from './world.ts';

export { BrokenConnection } from './api/route.ts';
export { DEFAULT_SCOPES } from './scopes.ts';
export type * from './types.ts';

function createCore(options: SimOptions, listeners: Set<(change: Change) => void>): Core {
  const seed = options.seed ?? randomInt(2 ** 47);
  return {
    options,
    world: createWorld(seed, options.scopes ?? DEFAULT_SCOPES, options),
    now: options.clock,
    faults: createFaultBox(),
    windows: new Map(),
    longconn: createHub(),
    calls: [],
    pushes: [],
    flights: new Set(),
    held: [],
    locked: new Map(),
    emit(change) {
      for (const listener of listeners) listener(change);
    },
    timer: options.setTimer ?? ((fn, ms) => setTimeout(fn, ms).unref()),
  };
}

/** A Feishu tenant in memory: Open Platform API, pushes, people and a page to play them (see types.ts). */
export function createSim(options: SimOptions): Sim {
  const listeners = new Set<(change: Change) => void>();
  const core = createCore(options, listeners);
  const view = (messageId: string) => viewMessage(core.world, getMessage(core.world, messageId));

  const sim: Sim = {
    fetch: (request) => serve(core, sim, request),
    get bot() {
      return { openId: core.world.bot.openId, name: core.world.bot.name };
    },
    get tenantKey() {
      return core.world.tenantKey;
    },
    longconn: Object.assign(core.longconn, { attach: (server: Server) => attachLongconn(core, server) }),
    get strict(): Strict {
      return core.world.strict;
    },

    addUser(u) {
      const user = addUser(core.world, u);
      core.emit({ kind: 'user', openId: user.openId });
      return user;
    },
    addChat(c) {
      const chat = addChat(core.world, c);
      core.emit({ kind: 'chat', chatId: chat.chatId });
      return chat;
    },
    setUser(openId, change) {
      Object.assign(getUser(core.world, openId), change);
      core.emit({ kind: 'user', openId });
    },
    setChat(chatId, change) {
      Object.assign(getChat(core.world, chatId), change);
      core.emit({ kind: 'chat', chatId });
    },
    setScopes(scopes) {
      core.world.scopes = [...scopes];
    },
    scopes: () => [...core.world.scopes],
    addBotToChat: (chatId, operator) => moveBot(core, chatId, operator, true),
    removeBotFromChat: (chatId, operator) => moveBot(core, chatId, operator, false),
    addMembers: (chatId, operator, openIds) => addMembers(core, chatId, operator, openIds),
    removeMember: (chatId, operator, openId) => removeMember(core, chatId, operator, openId),
    renameChat: (chatId, operator, name) => renameChat(core, chatId, operator, name),
    disbandChat: (chatId, operator) => disbandChat(core, chatId, operator),
    p2pChat: (openId) => findP2pChat(core.world, openId).chatId,
    users: () => Object.values(core.world.users).map((u) => ({ ...u })),
    chats: () => Object.values(core.world.chats).map((c) => ({ ...c, members: [...c.members] })),

    say: async (openId, chatId, text, o = {}) =>
      view((await sayText(core, openId, chatId, text, o)).messageId),
    send: async (openId, chatId, msgType, content, o = {}) =>
      view((await sendContent(core, openId, chatId, msgType, content, o.replyTo)).messageId),
    forward: async (openId, chatId, messageIds) => {
      const children = messageIds.map((id) => ({ ...getMessage(core.world, id) }));
      return view((await sendForward(core, openId, chatId, children)).messageId);
    },
    upload: async (openId, chatId, file, o = {}) =>
      view((await sendUpload(core, openId, chatId, file, o.replyTo)).messageId),
    click: (openId, messageId, pick, form = {}) => clickCard(core, openId, messageId, pick, form),
    async recall(openId, messageId) {
      const message = getMessage(core.world, messageId);
      recallMessage(core, message);
      await pushRecalled(core, message, message.senderId === openId);
    },
    react(openId, messageId, emoji) {
      addReaction(core, getMessage(core.world, messageId), 'user', openId, emoji);
      return sim.settled();
    },
    openP2p: (openId) => pushP2pEntered(core, findP2pChat(core.world, openId), openId),
    menu: (openId, eventKey) => pushMenu(core, openId, eventKey),
    challenge: (path) => pushChallenge(core, path),

    messages(chatId, viewer) {
      const chat = getChat(core.world, chatId);
      if (viewer !== undefined && !chat.members.includes(viewer)) return [];
      return (core.world.timelines[chatId] ?? []).map(view);
    },
    message: (messageId) => (Object.hasOwn(core.world.messages, messageId) ? view(messageId) : undefined),
    calls: () => [...core.calls],
    pushes: () => [...core.pushes],
    clearLogs() {
      core.calls = [];
      core.pushes = [];
    },

    fault(fault) {
      const remove = core.faults.add(fault);
      return () => {
        remove();
        if (fault.kind === 'delayPush') sim.release();
      };
    },
    clearFaults() {
      core.faults.clear();
      sim.release();
    },
    release() {
      for (const open of core.held.splice(0)) open();
    },
    expireTokens() {
      core.world.tokens = [];
    },
    runDue() {
      pruneWorld(core);
      return deliverDue(core);
    },
    async settled() {
      while (core.flights.size > 0) await Promise.allSettled([...core.flights]);
    },

    snapshot: () => structuredClone(core.world),
    restore(snapshot) {
      const saved = structuredClone(snapshot) as World;
      core.world = { ...core.world, ...saved, strict: { ...DEFAULT_STRICT, ...saved.strict } };
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return sim;
}
