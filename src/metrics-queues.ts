/** Gauges of what waits, set when somebody asks for the metrics. */
import { Gauge, type Registry } from 'prom-client';

interface QueueFact {
  due: number;
  waiting: number;
  oldestDueAt: number | null;
}

/** As db/queue.ts reads it. */
export interface QueueFacts {
  outbox: QueueFact;
  cards: QueueFact;
  deadLetters: number;
  lastTickAt: number | null;
}

/** A tick belongs to every minute. */
const TICK_SECONDS = 60;

/** @returns sets all gauges; without facts only that the database could not be asked */
export function createQueueGauges(registry: Registry): (facts: QueueFacts | undefined, now: number) => void {
  const gauge = (name: string, help: string) =>
    new Gauge({ name: `zhuanban_${name}`, help, registers: [registry] });
  const up = gauge('database_up', '1 when the database answered this scrape');
  const outbox = {
    waiting: gauge('outbox_waiting', 'Messages not sent yet, also those for later'),
    due: gauge('outbox_due', 'Messages that should have left by now'),
    oldest: gauge('outbox_oldest_due_seconds', 'How long the longest waiting message is overdue'),
  };
  const cards = {
    waiting: gauge('cards_waiting', 'Live cards to be drawn, also those for later'),
    due: gauge('cards_stale', 'Live cards that show an older state than their problem has'),
    oldest: gauge('cards_oldest_stale_seconds', 'How long the longest stale card should have been drawn'),
  };
  const dead = gauge('dead_letters', 'Messages given up and kept for the administrator');
  const lastTick = gauge('last_tick_seconds', 'Instant up to which the clock is worked off');
  const lateness = gauge('tick_lateness_seconds', 'How long the next tick is overdue');

  return (facts, now) => {
    up.set(facts ? 1 : 0);
    if (!facts) return;
    for (const [gauges, queue] of [
      [outbox, facts.outbox],
      [cards, facts.cards],
    ] as const) {
      gauges.waiting.set(queue.waiting);
      gauges.due.set(queue.due);
      gauges.oldest.set(queue.oldestDueAt === null ? 0 : (now - queue.oldestDueAt) / 1000);
    }
    dead.set(facts.deadLetters);
    if (facts.lastTickAt === null) return;
    lastTick.set(facts.lastTickAt / 1000);
    lateness.set(Math.max(0, (now - facts.lastTickAt) / 1000 - TICK_SECONDS));
  };
}
