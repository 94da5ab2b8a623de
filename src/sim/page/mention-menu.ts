import { drawAvatar } from './avatar.ts';
import { fill, h } from './dom.ts';
import type { Desk } from './session.ts';

const MOST = 8;

/** Names offered after an @ in the box; Enter or a click takes one. */
export function attachMentionMenu(
  field: HTMLTextAreaElement,
  host: HTMLElement,
  desk: Desk,
): { choose: () => boolean } {
  const menu = h('div', {
    class: 'mention-menu',
    role: 'listbox',
    'aria-label': '选择要 @ 的人',
    hidden: true,
  });
  host.append(menu);
  let offered: string[] = [];
  let at = 0;

  const typed = () => /@([^\s@]{0,12})$/.exec(field.value.slice(0, field.selectionStart))?.[1];
  const take = (name: string) => {
    const before = field.value.slice(0, field.selectionStart).replace(/@[^\s@]{0,12}$/, `@${name} `);
    const after = field.value.slice(field.selectionStart);
    field.value = before + after;
    field.setSelectionRange(before.length, before.length);
    menu.hidden = true;
    field.dispatchEvent(new Event('input'));
    field.focus();
  };
  const draw = () => {
    const chat = desk.chat(desk.session.chatId);
    const part = typed();
    const names = chat?.type === 'group' ? listNames(desk, chat.members, chat.botIn) : [];
    offered =
      part === undefined ? [] : names.filter((name) => name.includes(part) && name !== part).slice(0, MOST);
    at = Math.min(at, Math.max(0, offered.length - 1));
    menu.hidden = offered.length === 0;
    const rows = offered.map((name, index) =>
      h(
        'button',
        {
          type: 'button',
          role: 'option',
          'aria-selected': index === at,
          class: 'mention-row',
          onmousedown: (event: Event) => event.preventDefault(),
          onclick: () => take(name),
        },
        drawAvatar(name, name, 'small'),
        name,
      ),
    );
    fill(menu, ...rows);
  };
  field.addEventListener('input', () => {
    at = 0;
    draw();
  });
  field.addEventListener('blur', () =>
    setTimeout(() => {
      menu.hidden = true;
    }, 150),
  );
  field.addEventListener('keydown', (event) => {
    if (menu.hidden) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape') menu.hidden = true;
    if (step === 0) return;
    event.preventDefault();
    at = (at + step + offered.length) % offered.length;
    draw();
  });
  return {
    choose: () => {
      const name = menu.hidden ? undefined : offered[at];
      if (name) take(name);
      return name !== undefined;
    },
  };
}

function listNames(desk: Desk, members: string[], botIn: boolean): string[] {
  const people = members.filter((id) => id !== desk.session.viewer).flatMap((id) => desk.nameOf(id) ?? []);
  return [...(botIn ? [desk.session.state.bot.name] : []), ...people, '所有人'];
}
