import type { SimUser } from '../types.ts';
import { drawAvatar } from './avatar.ts';
import { fill, h } from './dom.ts';
import type { Desk } from './session.ts';
import { mentions } from './summary.ts';

const GROUPS: [label: string, note: RegExp][] = [
  ['领导', /领导|书记|县长|市长|区长|主任委员|组长/],
  ['综合办', /综合办|项目中心|专班办|办公室|管理员|信息中心/],
  ['项目秘书', /秘书/],
  ['企业', /企业|公司联系人/],
];

/** Group of the switcher a person belongs to, from the note and the tenant. */
export function groupOf(user: Pick<SimUser, 'note' | 'tenantKey'>, homeTenant: string): string {
  if (user.tenantKey !== homeTenant) return '企业';
  return GROUPS.find(([, note]) => note.test(user.note ?? ''))?.[0] ?? '责任单位';
}

/** A badge counts no further, so no more messages are looked at. */
const MOST = 99;

const ORDER = ['项目秘书', '责任单位', '企业', '综合办', '领导'];

/** 我是: the person one acts as, and the list to become somebody else. */
export function mountPeople(desk: Desk, onPick: () => void): HTMLElement {
  const { session } = desk;
  const list = h('div', { class: 'people-list', id: 'people-list', hidden: true });
  const button = h('button', {
    type: 'button',
    class: 'me',
    'aria-expanded': 'false',
    'aria-controls': 'people-list',
    onclick: () => toggle(),
  });
  const box = h('section', { class: 'people', 'aria-label': '我是谁' }, button, list);
  const toggle = (open = list.hidden) => {
    list.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    draw();
  };
  /** What waits for a person: private messages and calls by name. Ordinary group talk would light up everybody. */
  const dots = (openId: string) =>
    desk.chatsOf(openId).flatMap((chat) =>
      desk
        .unread(openId, chat.chatId)
        .slice(-MOST)
        .filter((one) => chat.type === 'p2p' || mentions(one, openId)),
    ).length;

  const drawPerson = (user: SimUser) => {
    const waiting = dots(user.openId);
    const chosen = user.openId === session.viewer;
    return h(
      'button',
      {
        type: 'button',
        class: chosen ? 'person-row chosen' : 'person-row',
        'aria-current': chosen ? 'true' : undefined,
        'data-person': user.openId,
        onclick: () => {
          toggle(false);
          desk.setViewer(user.openId);
          onPick();
        },
      },
      drawAvatar(user.name, user.openId),
      h(
        'span',
        { class: 'grow' },
        h('b', {}, user.name),
        h('small', {}, describe(user, session.state.tenantKey)),
      ),
      waiting > 0 &&
        h('span', { class: 'badge', 'aria-label': `${waiting} 条未读` }, String(Math.min(MOST, waiting))),
    );
  };

  const draw = () => {
    const me = desk.user(session.viewer);
    const others = session.state.users.filter(
      (user) => user.openId !== session.viewer && dots(user.openId) > 0,
    ).length;
    fill(
      button,
      h('span', { class: 'me-label' }, '我是'),
      me && drawAvatar(me.name, me.openId),
      h(
        'span',
        { class: 'grow' },
        h('b', {}, me?.name ?? '请选择'),
        h('small', {}, me ? describe(me, session.state.tenantKey) : ''),
      ),
      h(
        'span',
        { class: 'switch' },
        list.hidden ? '切换' : '收起',
        others > 0 && h('i', { class: 'dot', title: '其他人有新消息' }),
      ),
    );
    if (list.hidden) return fill(list);
    const groups = ORDER.map((label) => {
      const members = session.state.users.filter(
        (user) => !user.resigned && groupOf(user, session.state.tenantKey) === label,
      );
      return (
        members.length > 0 &&
        h('div', { class: 'people-group' }, h('h3', {}, label), ...members.map(drawPerson))
      );
    });
    fill(list, h('p', { class: 'people-hint' }, '换一个人，看看同一件事在他那里是什么样'), ...groups);
  };
  desk.subscribe(draw);
  draw();
  return box;
}

function describe(user: SimUser, homeTenant: string): string {
  const outside = user.tenantKey === homeTenant ? undefined : (user.tenantName ?? '外部单位');
  const said = outside && user.note?.includes(outside);
  return [user.note, said ? undefined : outside].filter(Boolean).join(' · ');
}
