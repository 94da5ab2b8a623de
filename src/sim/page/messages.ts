import type { SimMessage } from '../types.ts';
import { api } from './api.ts';
import { type BubbleTools, drawBubble } from './bubble.ts';
import { drawCardMessage } from './card-message.ts';
import { h } from './dom.ts';
import { drawGuide } from './guide.ts';
import { recall } from './memory.ts';
import type { Desk } from './session.ts';
import { attempt } from './toast.ts';
import { dayNumber, writeDay, writeMessageTime } from './zoned-time.ts';

/** Closer to the end than this, the list follows new messages. */
const NEAR_END = 120;

interface Row {
  signature: string;
  node: HTMLElement;
}

/**
 * The messages of the open chat. A row is drawn anew only when its message changed, so what is typed into another
 * card stays; rows are kept per person, so it also survives a look through somebody else's eyes.
 */
export function mountMessages(
  desk: Desk,
  tools: { reply: (message: SimMessage) => void; suggest: (text: string) => void },
): HTMLElement {
  const { session } = desk;
  const rows = new Map<string, Row>();
  const list = h('div', { class: 'message-list', role: 'log', 'aria-label': '消息', tabindex: 0 });
  const pill = h(
    'button',
    { type: 'button', class: 'new-pill', hidden: true, onclick: () => scrollToEnd() },
    '↓ 新消息',
  );
  let shownFor = '';
  let shownCount = 0;

  const scrollToEnd = () => {
    list.scrollTop = list.scrollHeight;
    pill.hidden = true;
  };
  const jump = (messageId: string) => {
    const node = list.querySelector<HTMLElement>(`[data-message="${CSS.escape(messageId)}"]`);
    node?.scrollIntoView({ block: 'center' });
    if (node) flash(node);
  };
  const bubbleTools: BubbleTools = {
    drawCard: (message) => drawCardMessage(message, desk),
    reply: tools.reply,
    recall: (message) => void attempt(() => api.recall(session.viewer, message.messageId)),
    jump,
  };

  const keepRow = (message: SimMessage): HTMLElement => {
    const key = `${session.viewer} ${message.messageId}`;
    const signature = JSON.stringify([
      message.content,
      message.recalled,
      message.reactions,
      message.urgent,
      message.pinned,
    ]);
    const known = rows.get(key);
    if (known?.signature === signature) {
      const time = known.node.querySelector('.message-meta time');
      if (time)
        time.textContent = writeMessageTime(message.createdAt, session.state.now, session.state.timeZone);
      return known.node;
    }
    const node = drawBubble(message, desk, bubbleTools);
    rows.set(key, { signature, node });
    if (known) flash(node);
    return node;
  };

  const draw = () => {
    const chatId = session.chatId ?? '';
    const messages = session.messages.get(chatId) ?? [];
    const fresh = shownFor !== `${session.viewer} ${chatId}`;
    const follow = fresh || list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END;
    const nodes: Node[] = [];
    let day = -1;
    for (const message of messages) {
      const its = dayNumber(message.createdAt, session.state.timeZone);
      if (its !== day)
        nodes.push(h('div', { class: 'day' }, writeDay(message.createdAt, session.state.timeZone)));
      day = its;
      nodes.push(keepRow(message));
    }
    // Until this browser has sent something, and in every chat that is still empty.
    if (messages.length === 0 || !recall('spoken', false)) nodes.push(drawGuide(desk, tools.suggest));
    reconcile(list, nodes);
    if (follow) requestAnimationFrame(scrollToEnd);
    else if (messages.length > shownCount && !fresh) pill.hidden = false;
    shownFor = `${session.viewer} ${chatId}`;
    shownCount = messages.length;
  };
  list.addEventListener('scroll', () => {
    if (list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END) pill.hidden = true;
  });
  desk.subscribe(draw);
  draw();
  return h('div', { class: 'messages' }, list, pill);
}

/** Makes the children exactly `nodes`, moving as few as possible: a moved field would lose its focus. */
function reconcile(list: HTMLElement, nodes: Node[]): void {
  const wanted = new Set(nodes);
  for (const child of [...list.childNodes]) if (!wanted.has(child)) child.remove();
  let at: ChildNode | null = list.firstChild;
  for (const node of nodes) {
    if (node === at) at = at.nextSibling;
    else list.insertBefore(node, at);
  }
}

function flash(node: HTMLElement): void {
  node.classList.add('flash');
  node.addEventListener('animationend', () => node.classList.remove('flash'), { once: true });
}
