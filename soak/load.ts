/** People at work: they log, sign, report, verify, ask and press buttons, several at once, drawn from the seed. */
import { setTimeout as pause } from 'node:timers/promises';
import type { DemoWorld } from '../src/demo/settle.ts';
import { PROJECTS, UNITS } from '../src/demo/zone.ts';
import type { Sim, SimMessage } from '../src/sim/sim.ts';
import { buttonsOf, type Clicked, type Ledger, type SeenCard } from './ledger.ts';
import type { Chance } from './random.ts';

const THINGS = [
  '堆场防渗',
  '临时用电',
  '路口开设',
  '林地手续',
  '排污口论证',
  '塔吊备案',
  '供水管网',
  '消防水池',
];
const LIMITS = ['3个工作日', '5个工作日', '10个工作日', '两周内', ''];
const ASKING = ['清单', '我的', '红色的有几个', '本周到期的', '项目', '帮助'];
const FORM_BUTTONS: Record<string, string> = {
  办结: '已协调解决',
  退回: '不归本单位管',
  不属实: '现场还没有解决',
};

export interface Actors {
  sim: Sim;
  keys: DemoWorld;
  ledger: Ledger;
  /** Problems that may be open at once; above, people rather finish than log. */
  mostOpen: number;
}

/** One person after another acts until `stop` says so. */
export async function work(actors: Actors, chance: Chance, stop: () => boolean, rest: [number, number]) {
  while (!stop()) {
    await act(actors, chance);
    await pause(chance.whole(...rest));
  }
}

async function act(actors: Actors, chance: Chance): Promise<void> {
  const open = [...actors.ledger.cards.values()];
  const few = openCount(actors) < actors.mostOpen;
  const step = chance.weighted<() => Promise<void>>([
    [few ? 30 : 4, () => log(actors, chance)],
    [few ? 4 : 1, () => logSeveral(actors, chance)],
    [open.length > 0 ? 40 : 0, () => press(actors, chance)],
    [open.length > 0 ? 25 : 0, () => speak(actors, chance)],
    [6, () => fillForm(actors, chance)],
    [5, () => ask(actors, chance)],
    [5, () => answerDraft(actors, chance)],
  ]);
  await step();
}

function openCount({ sim, ledger }: Actors): number {
  const open = new Set<number>();
  for (const card of ledger.cards.values()) {
    const message = sim.message(card.messageId);
    if (message && buttonsOf(message).some((label) => OPEN.has(label))) open.add(card.issueId);
  }
  return open.size;
}

const OPEN = new Set(['签收', '办结', '属实', '转办', '恢复']);

let marks = 0;

async function tell(
  { sim, ledger }: Actors,
  who: { openId: string; chatId: string },
  text: string,
  about: { kind: 'log' | 'lines' | 'word'; marker: string; issueId?: number; lines?: number },
): Promise<void> {
  const private_ = sim.p2pChat(who.openId) === who.chatId;
  // Written down before the push is answered: whoever kills a process must not be faster than the account.
  const saying = sim.say(who.openId, who.chatId, text, { atBot: !private_ });
  const message = await saying;
  const { messageId } = message;
  ledger.said.set(messageId, { lines: 1, accepted: false, ...who, ...about, messageId });
}

const mark = () => `S${String(++marks).padStart(5, '0')}`;

function place({ keys }: Actors, chance: Chance) {
  const project = chance.pick(PROJECTS);
  return { project, chatId: keys.chatId[project.key]! };
}

async function log(actors: Actors, chance: Chance): Promise<void> {
  const { project, chatId } = place(actors, chance);
  const who = chance.weighted([
    [5, project.secretary],
    [2, project.contact],
    [3, chance.pick(UNITS).coordinator],
  ]);
  const marker = mark();
  const unit = chance.happens(0.85) ? ` ${chance.pick(UNITS).name}` : '';
  const text = `报 ${marker}${chance.pick(THINGS)}问题${unit} ${chance.pick(LIMITS)}`.trim();
  await tell(actors, { openId: actors.keys.openId[who]!, chatId }, text, { kind: 'log', marker });
}

async function logSeveral(actors: Actors, chance: Chance): Promise<void> {
  const { project, chatId } = place(actors, chance);
  const marker = mark();
  const lines = chance.whole(2, 4);
  const text = Array.from(
    { length: lines },
    (_, n) => `${marker}${n}${chance.pick(THINGS)} ${chance.pick(UNITS).name}`,
  );
  const openId = actors.keys.openId[project.secretary]!;
  await tell(actors, { openId, chatId }, `报\n${text.join('\n')}`, { kind: 'lines', marker, lines });
}

/** Somebody who may, mostly: the unit's own, the office, the project's secretary or its enterprise; or just anybody. */
function somebodyFor({ sim, keys }: Actors, card: SeenCard, chance: Chance): string {
  const text = sim.message(card.messageId)?.text ?? '';
  const unit = UNITS.find((one) => text.includes(one.name));
  const project = PROJECTS.find((one) => keys.chatId[one.key] === card.chatId);
  const members = sim.chats().find((chat) => chat.chatId === card.chatId)?.members ?? [];
  const of = (key: string | undefined) => keys.openId[key ?? ''];
  const wanted = chance.weighted<string | undefined>([
    [4, of(unit?.coordinator)],
    [4, of('song')],
    [2, of(project?.secretary)],
    [2, of(project?.contact)],
    [1, chance.pick(members)],
  ]);
  return wanted && members.includes(wanted) ? wanted : chance.pick(members);
}

async function press(actors: Actors, chance: Chance): Promise<void> {
  const { sim, ledger } = actors;
  const card = chance.pick([...ledger.cards.values()]);
  const message = sim.message(card.messageId);
  const labels = message ? buttonsOf(message).filter((label) => !label.startsWith('怎么')) : [];
  if (!message || labels.length === 0) return;
  const button = chance.happens(0.6) ? labels[0]! : chance.pick(labels);
  await click(actors, somebodyFor(actors, card, chance), message, card.issueId, button);
}

async function click(
  { sim, ledger }: Actors,
  openId: string,
  message: SimMessage,
  issueId: number,
  button: string,
  form?: Record<string, unknown>,
): Promise<void> {
  const { messageId } = message;
  const chat = sim.chats().find((one) => one.chatId === message.chatId);
  if (!chat?.members.includes(openId)) return;
  const clicked: Clicked = { messageId, issueId, openId, button, outcome: 'unknown' };
  ledger.clicks.push(clicked);
  try {
    const { toast, card } = await sim.click(openId, messageId, button, form);
    if (toast?.type === 'success') clicked.outcome = 'done';
    else if (toast?.type === 'warning' || toast?.type === 'info' || card) clicked.outcome = 'refused';
  } catch {
    // The card was redrawn meanwhile and has this button no more.
    clicked.outcome = 'refused';
  }
}

async function speak(actors: Actors, chance: Chance): Promise<void> {
  const card = chance.pick([...actors.ledger.cards.values()]);
  const { issueId } = card;
  const marker = mark();
  const openId = somebodyFor(actors, card, chance);
  const words = chance.weighted<string>([
    [8, `进展 #${issueId} ${marker}已经现场踏勘`],
    [5, `办结 #${issueId} ${marker}已经解决`],
    [4, `核验 #${issueId} 属实 ${marker}`],
    [2, `核验 #${issueId} 不属实 ${marker}还没有好`],
    [2, `转办 #${issueId} ${chance.pick(UNITS).name}`],
    [2, `退回 #${issueId} ${marker}不归我们管`],
    [2, `协办 #${issueId} ${chance.pick(UNITS).name}`],
    [2, `延期 #${issueId} 到下月20号 ${marker}等材料`],
    [2, `挂账 #${issueId} 到下月20号 ${marker}等上级`],
    [1, `重开 #${issueId} ${marker}又反弹了`],
    [1, `作废 #${issueId} ${marker}误报`],
    [3, `催办 #${issueId}`],
    [2, `查 #${issueId}`],
    [1, `历史 #${issueId}`],
    [1, `怎么算的 #${issueId}`],
    [1, `上会 #${issueId}`],
    [1, `撤销`],
  ]);
  await tell(actors, { openId, chatId: card.chatId }, words, { kind: 'word', marker, issueId });
}

/** The private forms a button has opened: whoever got one fills it in. */
async function fillForm(actors: Actors, chance: Chance): Promise<void> {
  const { sim, keys } = actors;
  const openId = keys.openId[chance.pick(Object.keys(keys.openId))]!;
  const form = sim
    .messages(sim.p2pChat(openId))
    .filter((one) => one.senderType === 'app' && JSON.stringify(one.content).includes('"tag":"form"'))
    .at(-1);
  const [, number] = /"issueId":(\d+)/.exec(JSON.stringify(form?.content ?? '')) ?? [];
  if (!form || number === undefined) return;
  const reason = `${mark()}${chance.pick(Object.values(FORM_BUTTONS))}`;
  await click(actors, openId, form, Number(number), '确认', { reason });
}

async function ask(actors: Actors, chance: Chance): Promise<void> {
  const { sim, keys } = actors;
  const openId = keys.openId[chance.pick(['wang', 'liu', 'song', 'tang', 'li', 'sun'])]!;
  await tell(actors, { openId, chatId: sim.p2pChat(openId) }, chance.pick(ASKING), {
    kind: 'word',
    marker: '',
  });
}

/** 确认 on a preview of several lines, or on what was missed in an outage; sometimes twice. */
async function answerDraft(actors: Actors, chance: Chance): Promise<void> {
  const { sim, keys } = actors;
  const { project, chatId } = place(actors, chance);
  const waiting = sim
    .messages(chatId)
    .slice(-60)
    .filter((one) => one.senderType === 'app' && !one.recalled && buttonsOf(one).includes('确认'));
  if (waiting.length === 0) return;
  const message = chance.pick(waiting);
  const button = chance.happens(0.8) ? '确认' : '取消';
  const openId = keys.openId[chance.happens(0.8) ? project.secretary : 'song']!;
  await click(actors, openId, message, 0, button);
  if (chance.happens(0.2)) await click(actors, openId, message, 0, button);
}
