import type { Change } from '../types.ts';
import { api, listen } from './api.ts';
import { mountChats } from './chats.ts';
import type { Hint } from './composer.ts';
import { fill, h } from './dom.ts';
import { recall, remember } from './memory.ts';
import { mountPanel } from './panel.ts';
import { mountPeople } from './people.ts';
import { createSession, type Desk } from './session.ts';
import { drawSkip } from './skip.ts';
import { mountTalk } from './talk.ts';
import { attempt } from './toast.ts';

/** Quick suggestions above the box. */
const hints: Hint[] = [
  { label: '报 …', text: '报 磷石膏仓库堆放不下 生态环境局 3个工作日', send: false },
  { label: '我的', text: '我的', send: true },
  { label: '红色的有几个？', text: '红色的有几个？', send: true },
  { label: '帮助', text: '帮助', send: true },
];

const GATHER_MS = 80;
/** One column at a time below this width; style.css knows the same number. */
const NARROW = '(max-width: 720px)';
/** From this width on the side panel stands open at the first visit. */
const ROOMY = '(min-width: 1100px)';
const CLOCK_MS = 20_000;

async function start(): Promise<void> {
  const app = document.getElementById('app') as HTMLElement;
  const desk = createSession(await api.state());
  await desk.refreshAll();
  desk.settleFirstVisit();
  const asked = new URLSearchParams(location.hash.slice(1));
  const { users } = desk.session.state;
  const known = [asked.get('as'), recall('viewer', '')].find((id) =>
    users.some((user) => user.openId === id),
  );
  desk.setViewer(
    known ?? users.find((user) => user.note?.includes('秘书'))?.openId ?? users[0]?.openId ?? '',
  );
  const wanted = asked.get('chat');
  if (wanted && desk.chatsOf(desk.session.viewer).some((chat) => chat.chatId === wanted))
    desk.openChat(wanted);

  const show = (screen: 'list' | 'chat' | 'panel') => {
    app.dataset.screen = screen;
    desk.session.watching = screen === 'chat' || !matchMedia(NARROW).matches;
    desk.markRead();
    desk.changed();
  };
  const togglePanel = (open = app.dataset.panel !== 'open', behind: 'list' | 'chat' = 'chat') => {
    app.dataset.panel = open ? 'open' : 'closed';
    remember('panel', open);
    if (matchMedia(NARROW).matches) show(open ? 'panel' : behind);
  };
  const panel = mountPanel(desk, {
    close: () => togglePanel(false),
    moved: () => {
      // The console hides everything else there; the list shows by its badges where something came.
      if (matchMedia(NARROW).matches) togglePanel(false, 'list');
    },
  });
  const talk = mountTalk(desk, hints, {
    back: () => show('list'),
    panel: () =>
      togglePanel(
        app.dataset.screen !== 'panel' && (matchMedia(NARROW).matches || app.dataset.panel !== 'open'),
      ),
  });
  const focusWriting = () => {
    if (matchMedia(NARROW).matches) show('chat');
    talk.focus();
  };
  const hint = h(
    'p',
    { class: 'side-hint' },
    '这是演示。点开一个群，说一句话；再点「切换」，看看别人收到了什么。',
  );
  const side = h(
    'div',
    { class: 'side' },
    mountPeople(desk, () => show('list')),
    mountChats(desk, () => show('chat')),
    hint,
  );
  fill(app, drawSkip(focusWriting), side, talk.box, panel.box);
  app.dataset.panel = recall('panel', matchMedia(ROOMY).matches) ? 'open' : 'closed';
  show(asked.has('chat') ? 'chat' : 'list');
  follow(desk, panel.log);
  closeMenusOutside();
}

/** Keeps the page true to the simulator: one refresh per chat for a burst of changes. */
function follow(desk: Desk, log: ReturnType<typeof mountPanel>['log']): void {
  const waiting = new Set<string>();
  let scheduled = false;
  const flush = async () => {
    scheduled = false;
    const chats = [...waiting];
    waiting.clear();
    if (chats.some((chatId) => !desk.chat(chatId))) await attempt(desk.refreshAll);
    else await attempt(() => Promise.all([desk.refreshState(), ...chats.map(desk.refreshChat)]));
  };
  const gather = (chatId?: string) => {
    if (chatId) waiting.add(chatId);
    if (!scheduled) setTimeout(() => void flush(), GATHER_MS);
    scheduled = true;
  };
  const onChange = (change: Change) => {
    if (change.kind === 'message' || change.kind === 'chat') gather(change.chatId);
    else if (change.kind === 'call') log.add({ call: change.call });
    else if (change.kind === 'push') log.add({ push: change.push });
    else if (change.kind !== 'toast') gather();
  };
  const onOpen = () => {
    desk.session.online = true;
    void attempt(() => Promise.all([desk.refreshAll(), log.load()]));
  };
  listen(onChange, onOpen, () => {
    desk.session.online = false;
    desk.changed();
  });
  setInterval(() => desk.session.online && void desk.refreshState().catch(() => undefined), CLOCK_MS);
  document.addEventListener('visibilitychange', () => {
    desk.markRead();
    desk.changed();
  });
}

/** Menus made of <details> close on a click elsewhere and on Esc. */
function closeMenusOutside(): void {
  const menus = () =>
    document.querySelectorAll<HTMLDetailsElement>(
      'details.multi[open], details.overflow[open], details.members[open]',
    );
  document.addEventListener('click', (event) => {
    for (const menu of menus()) if (!menu.contains(event.target as Node)) menu.open = false;
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') for (const menu of menus()) menu.open = false;
  });
}

start().catch((reason: unknown) => {
  const text = reason instanceof Error ? reason.message : String(reason);
  fill(
    document.getElementById('app') as HTMLElement,
    h('p', { class: 'failed', role: 'alert' }, `页面没能打开：${text}`),
  );
});
