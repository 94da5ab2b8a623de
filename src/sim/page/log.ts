import type { ApiCall, Push } from '../types.ts';
import { api } from './api.ts';
import { fill, h } from './dom.ts';
import { describeCall, describePush } from './log-words.ts';
import type { Desk } from './session.ts';
import { splitInstant } from './zoned-time.ts';

const KEPT = 200;
const FAILURES: Record<string, string> = {
  connection: '连接失败',
  timeout: '超时',
  status: '状态码不对',
  lost: '丢失',
};

type Entry = { call: ApiCall } | { push: Push };

/** What went over the wire, newest first: the bot's calls and the platform's pushes. */
export function mountLog(desk: Desk) {
  let entries: { entry: Entry; row: HTMLElement }[] = [];
  const list = h('div', { class: 'log' });
  const box = h(
    'section',
    { class: 'panel-part log-part' },
    h('h2', {}, '往来日志'),
    h('p', { class: 'panel-hint' }, '→ 机器人调用飞书   ← 飞书推送给机器人'),
    list,
  );
  const stamp = (at: number) => {
    const { hour, minute, second } = splitInstant(at, desk.session.state.timeZone);
    return `${hour}:${minute}:${second}`;
  };
  const drawRow = (entry: Entry): HTMLElement => {
    const { good, meaning, head, words, details } =
      'call' in entry ? readCall(entry.call) : readPush(entry.push);
    const at = 'call' in entry ? entry.call.at : entry.push.at;
    const fold = h(
      'details',
      { class: good ? 'log-row' : 'log-row bad' },
      h(
        'summary',
        {},
        h('time', {}, stamp(at)),
        h('span', { class: 'log-arrow' }, 'call' in entry ? '→' : '←'),
        h('span', { class: 'log-head' }, h('b', {}, meaning), ` ${head}`),
        h('span', { class: 'log-words' }, words),
      ),
    );
    fold.addEventListener('toggle', () => {
      if (fold.open && fold.childElementCount === 1) fold.append(h('pre', {}, details()));
    });
    return fold;
  };
  const show = () =>
    fill(
      list,
      ...(entries.length > 0 ? entries.map(({ row }) => row) : [h('p', { class: 'none' }, '还没有往来')]),
    );
  const add = (entry: Entry) => {
    entries = [{ entry, row: drawRow(entry) }, ...entries].slice(0, KEPT);
    show();
  };
  const load = async () => {
    const { calls, pushes } = await api.log();
    const all: Entry[] = [
      ...calls.slice(-KEPT).map((call) => ({ call })),
      ...pushes.slice(-KEPT).map((push) => ({ push })),
    ];
    const time = (entry: Entry) => ('call' in entry ? entry.call.at : entry.push.at);
    entries = all
      .sort((a, b) => time(b) - time(a))
      .slice(0, KEPT)
      .map((entry) => ({ entry, row: drawRow(entry) }));
    show();
  };
  show();
  return { box, add, load };
}

interface Shown {
  good: boolean;
  meaning: string;
  head: string;
  words: string;
  details: () => string;
}

function readCall(call: ApiCall): Shown {
  const good = call.status >= 200 && call.status < 300 && call.code === 0;
  return {
    good,
    meaning: describeCall(call.method, call.path),
    head: `${call.method} ${call.path.replace('/open-apis', '')}`,
    words:
      call.status === 0 ? '断开' : call.code === 0 ? String(call.status) : `${call.status} · ${call.code}`,
    details: () => `请求\n${write(call.requestBody)}\n\n回答\n${write(call.response)}`,
  };
}

function readPush(push: Push): Shown {
  const good = push.failure === undefined && push.status === 200;
  const times = push.attempt > 1 ? ` · 第 ${push.attempt} 次` : '';
  return {
    good,
    meaning: describePush(push.eventType),
    head: push.eventType,
    words: `${push.failure ? (FAILURES[push.failure] ?? push.failure) : push.status}${times}`,
    details: () => `event_id ${push.eventId}\n\n回答\n${push.answer}`,
  };
}

function write(value: unknown): string {
  if (value === undefined || value === null || value === '') return '（空）';
  return typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
}
