import type { SimChat, SimMessage, SimUser } from '../types.ts';
import { api, type SimState } from './api.ts';
import { recall, remember } from './memory.ts';

/** What the page knows, who is looking, and what they have read. Views redraw on every `changed`. */
export interface Session {
  state: SimState;
  viewer: string;
  chatId: string | undefined;
  messages: Map<string, SimMessage[]>;
  replyTo: SimMessage | undefined;
  online: boolean;
  /** Whether the open chat is on the screen (a phone may show the list instead). */
  watching: boolean;
}

type Listener = () => void;

export function createSession(state: SimState) {
  const session: Session = {
    state,
    viewer: '',
    chatId: undefined,
    messages: new Map(),
    replyTo: undefined,
    online: true,
    watching: true,
  };
  const listeners: Listener[] = [];
  const read: Record<string, number> = recall('read', {});
  const asked = new Map<string, number>();

  const changed = () => {
    for (const listener of listeners) listener();
  };
  const user = (openId: string): SimUser | undefined =>
    session.state.users.find((one) => one.openId === openId);
  const chat = (chatId: string | undefined): SimChat | undefined =>
    session.state.chats.find((one) => one.chatId === chatId);
  const lastOf = (chatId: string) => session.messages.get(chatId)?.at(-1)?.createdAt ?? 0;
  const key = (openId: string, chatId: string) => `${openId} ${chatId}`;

  /** Chats a person is in; groups first, then the private chat with the bot. */
  const chatsOf = (openId: string): SimChat[] =>
    session.state.chats
      .filter((one) => one.members.includes(openId))
      .sort(
        (a, b) => Number(a.type === 'p2p') - Number(b.type === 'p2p') || lastOf(b.chatId) - lastOf(a.chatId),
      );

  const unread = (openId: string, chatId: string): SimMessage[] => {
    const since = read[key(openId, chatId)] ?? 0;
    return (session.messages.get(chatId) ?? []).filter(
      (m) => m.createdAt > since && m.senderId !== openId && !m.recalled,
    );
  };

  const markRead = (openId = session.viewer, chatId = session.chatId) => {
    if (!chatId || document.hidden || !session.watching) return;
    read[key(openId, chatId)] = Math.max(read[key(openId, chatId)] ?? 0, lastOf(chatId));
    remember('read', read);
  };

  /** Reads a chat again; of several answers under way only the newest counts. */
  const running = new Map<string, Promise<void>>();
  /** Resolves when the newest answer is shown, also when another question has overtaken this one. */
  const refreshChat = (chatId: string): Promise<void> => {
    const work = loadChat(chatId);
    running.set(chatId, work);
    return work;
  };

  const loadChat = async (chatId: string): Promise<void> => {
    const turn = (asked.get(chatId) ?? 0) + 1;
    asked.set(chatId, turn);
    const members = chat(chatId)?.members ?? [];
    const as = members.includes(session.viewer) ? session.viewer : (members[0] ?? session.viewer);
    const messages = await api.messages(chatId, as);
    if (asked.get(chatId) !== turn) return running.get(chatId);
    session.messages.set(chatId, messages);
    if (chatId === session.chatId) markRead();
    changed();
  };

  const refreshAll = async (): Promise<void> => {
    session.state = await api.state();
    await Promise.all(session.state.chats.map((one) => refreshChat(one.chatId)));
    changed();
  };

  /** At the first visit everything there is counts as read, so that dots mean something new. */
  const settleFirstVisit = () => {
    for (const one of session.state.chats)
      for (const member of one.members) read[key(member, one.chatId)] ??= lastOf(one.chatId);
    remember('read', read);
  };

  const openChat = (chatId: string | undefined) => {
    session.chatId = chatId;
    session.replyTo = undefined;
    markRead();
    remember(`chat ${session.viewer}`, chatId ?? '');
    changed();
  };

  const setViewer = (openId: string) => {
    session.viewer = openId;
    remember('viewer', openId);
    const mine = chatsOf(openId);
    const last = recall(`chat ${openId}`, '');
    const next =
      mine.find((one) => unread(openId, one.chatId).length > 0) ??
      mine.find((one) => one.chatId === last) ??
      mine[0];
    openChat(mine.some((one) => one.chatId === session.chatId) ? session.chatId : next?.chatId);
  };

  return {
    session,
    subscribe: (listener: Listener) => listeners.push(listener),
    changed,
    user,
    chat,
    chatsOf,
    unread,
    markRead,
    refreshChat,
    refreshAll,
    refreshState: async () => {
      session.state = await api.state();
      changed();
    },
    settleFirstVisit,
    openChat,
    setViewer,
    /** Name behind an id: a person, the bot (open or app id), or undefined. */
    nameOf: (id: string): string | undefined =>
      id === session.state.bot.openId ? session.state.bot.name : user(id)?.name,
  };
}

export type Desk = ReturnType<typeof createSession>;
