/** What was asked of the bot and what the platform has seen: the simulator's side of the account, kept while it runs. */
import type { ApiCall, Push, Sim, SimMessage } from '../src/sim/sim.ts';

/** A message somebody wrote to the bot. */
export interface Said {
  messageId: string;
  kind: 'log' | 'lines' | 'word';
  /** Words that occur nowhere else; of a log they are the beginning of the title. */
  marker: string;
  /** The problem a word is about. */
  issueId?: number;
  /** How many problems it asks for. */
  lines: number;
  chatId: string;
  openId: string;
  /** The bot has answered one of its pushes with 200. */
  accepted: boolean;
}

/** A button somebody pressed. */
export interface Clicked {
  messageId: string;
  issueId: number;
  openId: string;
  button: string;
  /** 'done': the bot said that it did it; 'refused': that it did not; 'unknown': no answer came through. */
  outcome: 'done' | 'refused' | 'unknown';
}

/** One posting by the bot: the uuid it named and every message the platform made of it. */
export interface Posting {
  uuid: string;
  messageIds: Set<string>;
  /** When each of them was made; platform's clock. */
  madeAt: number[];
}

/** The live card of a problem in a group, as people see it. */
export interface SeenCard {
  issueId: number;
  chatId: string;
  messageId: string;
}

const SEND = /^POST \/open-apis\/im\/v1\/messages(\/:message_id\/reply)?$/;

export class Ledger {
  readonly said = new Map<string, Said>();
  readonly clicks: Clicked[] = [];
  readonly postings = new Map<string, Posting>();
  /** When each call with a uuid reached the platform, which may carry it out much later. */
  readonly arrivals = new Map<string, number[]>();
  /** The newest card of each problem in each group. */
  readonly cards = new Map<string, SeenCard>();
  readonly pushes = { sent: 0, ok: 0, again: 0, failed: 0 };
  readonly calls = { made: 0, refused: 0, broken: 0 };
  /** When the last push was answered with 200; real time. */
  lastOk = 0;
  readonly #eventMessages = new Map<string, string>();
  readonly #acceptedEvents = new Set<string>();
  readonly #seenEvents = new Set<string>();

  /**
   * Listens to everything that happens on the platform from now on.
   * @param now the platform's clock
   */
  watch(sim: Sim, now: () => number): void {
    // A fault that never strikes: it is shown every push with its plain event before it leaves.
    sim.fault({
      push: '*',
      kind: 'latency',
      when: ({ eventId, event }) => {
        const { message } = (event ?? {}) as { message?: { message_id?: string } };
        if (eventId && message?.message_id) this.#eventMessages.set(eventId, message.message_id);
        return false;
      },
    });
    sim.fault({
      api: '*',
      kind: 'latency',
      when: ({ body }) => {
        const { uuid } = (body ?? {}) as { uuid?: string };
        if (uuid) this.arrivals.set(uuid, [...(this.arrivals.get(uuid) ?? []), now()]);
        return false;
      },
    });
    sim.onChange((change) => {
      if (change.kind === 'push') this.#push(change.push);
      if (change.kind === 'call') this.#call(change.call);
      if (change.kind === 'message') this.#message(sim.message(change.messageId));
    });
  }

  #push(push: Push): void {
    this.pushes.sent++;
    if (this.#seenEvents.has(push.eventId)) this.pushes.again++;
    this.#seenEvents.add(push.eventId);
    if (push.failure === undefined) {
      this.pushes.ok++;
      this.lastOk = performance.now();
    } else this.pushes.failed++;
    // The bot's word counts, not whether it came through: a lost 200 is a commit all the same, but nobody knows.
    if (push.status === 200) this.#acceptedEvents.add(push.eventId);
  }

  #call({ at, route, code, status, requestBody, response }: ApiCall): void {
    this.calls.made++;
    if (status === 0) this.calls.broken++;
    else if (code !== 0) this.calls.refused++;
    if (!SEND.test(route) || code !== 0) return;
    const { uuid } = requestBody as { uuid?: string };
    const messageId = (response as { data?: { message_id?: string } }).data?.message_id;
    if (!uuid || !messageId) return;
    const posting = this.postings.get(uuid) ?? { uuid, messageIds: new Set(), madeAt: [] };
    if (!posting.messageIds.has(messageId)) posting.madeAt.push(at);
    posting.messageIds.add(messageId);
    this.postings.set(uuid, posting);
  }

  #message(message: SimMessage | undefined): void {
    if (message?.senderType !== 'app' || message.msgType !== 'interactive') return;
    const issueId = issueOf(message);
    if (issueId === undefined) return;
    const { chatId, messageId } = message;
    this.cards.set(`${chatId}:${issueId}`, { issueId, chatId, messageId });
  }

  /** Fills in, once nothing is on its way any more, which messages were accepted. */
  settle(): void {
    for (const eventId of this.#acceptedEvents) {
      const said = this.said.get(this.#eventMessages.get(eventId) ?? '');
      if (said) said.accepted = true;
    }
  }
}

/** The problem whose card this is, by its head `#12 …`. */
export function issueOf(message: SimMessage): number | undefined {
  const content = message.content as { header?: { title?: { content?: string } }; body?: unknown };
  const [, number] = /^#(\d+) /.exec(content.header?.title?.content ?? '') ?? [];
  return number === undefined ? undefined : Number(number);
}

/** Every object in a card, however deep. */
function* objectsIn(node: unknown): Generator<Record<string, unknown>> {
  if (typeof node !== 'object' || node === null) return;
  if (!Array.isArray(node)) yield node as Record<string, unknown>;
  for (const inner of Object.values(node)) yield* objectsIn(inner);
}

/** Labels of the buttons of a card that can be pressed. */
export function buttonsOf(message: SimMessage): string[] {
  return [...objectsIn(message.content)]
    .filter((one) => one.tag === 'button' && one.disabled !== true)
    .map((one) => (one.text as { content?: string } | undefined)?.content ?? '');
}

/** Versions of its problem the buttons of a card were drawn from. */
export function versionsIn(message: SimMessage, issueId: number): number[] {
  return [...objectsIn(message.content)].flatMap(({ issueId: about, seen }) =>
    about === issueId && typeof seen === 'number' ? [seen] : [],
  );
}
