import { api } from './api.ts';
import { describeArrivals, markMessages } from './arrivals.ts';
import { fill, h } from './dom.ts';
import { mountFaults } from './fault-switches.ts';
import { drawGlyph } from './glyph.ts';
import { mountLog } from './log.ts';
import type { Desk } from './session.ts';
import { attempt, showToast } from './toast.ts';
import { readWallClock, splitInstant, writeClock } from './zoned-time.ts';

const HOUR = 3_600_000;

/**
 * The right side: the clock one may move, what goes wrong on purpose, and the log of calls and pushes.
 * @param go `moved` is called when the clock was moved and what came of it is known
 */
export function mountPanel(desk: Desk, go: { close: () => void; moved: () => void }) {
  const { session } = desk;
  const now = h('output', { class: 'clock-now', 'aria-live': 'polite' });
  const exact = h('input', { type: 'datetime-local', class: 'field-input', 'aria-label': '自定义时间' });
  const buttons: HTMLButtonElement[] = [];
  const clockButton = (label: string, body: () => Parameters<typeof api.moveClock>[0] | undefined) => {
    const button = h('button', { type: 'button', class: 'button', onclick: () => void move(body()) }, label);
    buttons.push(button);
    return button;
  };
  const move = async (body: Parameters<typeof api.moveClock>[0] | undefined) => {
    if (!body) return showToast('warning', '请先选一个时间');
    for (const button of buttons) button.disabled = true;
    const before = markMessages(desk);
    const moved = await attempt(() => api.moveClock(body));
    for (const button of buttons) button.disabled = false;
    await attempt(desk.refreshAll);
    if (moved === undefined) return;
    go.moved();
    const now = writeClock(session.state.now, session.state.timeZone);
    showToast('info', `现在 ${now}。${describeArrivals(desk, before)}`);
  };
  const readExact = () => {
    const to = readWallClock(exact.value, session.state.timeZone);
    return to === undefined ? undefined : { to };
  };
  const clock = h(
    'section',
    { class: 'panel-part' },
    h('h2', {}, '现在'),
    now,
    h(
      'p',
      { class: 'panel-hint' },
      '机器人按这个时间做事。往后拨，看它提醒谁。晨报在工作日 08:31 起陆续发出，08:40 发完；周末和节假日不发。',
    ),
    h(
      'div',
      { class: 'clock-buttons' },
      clockButton('+1 小时', () => ({ advanceMs: HOUR })),
      clockButton('到明早 08:31', () => ({ preset: 'next0831' })),
      clockButton('到周五 15:00', () => ({ preset: 'fri1500' })),
    ),
    h('div', { class: 'clock-exact' }, exact, clockButton('拨到', readExact)),
  );
  const log = mountLog(desk);
  const box = h(
    'aside',
    { class: 'panel', 'aria-label': '时间与日志' },
    h(
      'div',
      { class: 'panel-head' },
      h('h2', {}, '演示控制台'),
      h(
        'button',
        { type: 'button', class: 'tool', 'aria-label': '收起', onclick: go.close },
        drawGlyph('close'),
      ),
    ),
    h('div', { class: 'panel-scroll' }, clock, mountFaults(), log.box),
  );
  let offered = '';
  const draw = () => {
    fill(now, writeClock(session.state.now, session.state.timeZone));
    const at = splitInstant(session.state.now, session.state.timeZone);
    const value = `${at.year}-${at.month}-${at.day}T${at.hour}:${at.minute}`;
    if (exact.value === offered) exact.value = value;
    if (exact.value === value) offered = value;
  };
  desk.subscribe(draw);
  draw();
  return { box, log };
}
