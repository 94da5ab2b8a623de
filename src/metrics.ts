/** What is counted, in Prometheus' text format. */
import { Counter, Gauge, Registry } from 'prom-client';

export interface Metrics {
  push(outcome: 'accepted' | 'duplicate' | 'ignored' | 'rejected' | 'failed'): void;
  sent(kind: string, outcome: 'sent' | 'dropped' | 'retry' | 'dead'): void;
  tick(at: number, issues: number): void;
  longconn(event: 'connected' | 'lost' | 'refused'): void;
  text(): Promise<string>;
}

/** A registry of its own per set of dependencies, so that tests do not share counts. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const pushes = new Counter({
    name: 'zhuanban_pushes_total',
    help: 'Pushes from the platform by outcome',
    labelNames: ['outcome'],
    registers: [registry],
  });
  const sends = new Counter({
    name: 'zhuanban_sends_total',
    help: 'Messages and cards by kind and outcome',
    labelNames: ['kind', 'outcome'],
    registers: [registry],
  });
  const lastTick = new Gauge({
    name: 'zhuanban_last_tick_seconds',
    help: 'Instant of the last completed tick',
    registers: [registry],
  });
  const ticked = new Counter({
    name: 'zhuanban_ticked_issues_total',
    help: 'Issues the clock has acted on',
    registers: [registry],
  });
  const connected = new Gauge({
    name: 'zhuanban_longconn_connected',
    help: 'Whether the long connection is up; without one it stays 0',
    registers: [registry],
  });
  const connections = new Counter({
    name: 'zhuanban_longconn_total',
    help: 'What became of the long connection',
    labelNames: ['event'],
    registers: [registry],
  });
  return {
    push: (outcome) => pushes.inc({ outcome }),
    sent: (kind, outcome) => sends.inc({ kind, outcome }),
    tick(at, issues) {
      lastTick.set(at / 1000);
      ticked.inc(issues);
    },
    longconn(event) {
      connected.set(event === 'connected' ? 1 : 0);
      connections.inc({ event });
    },
    text: () => registry.metrics(),
  };
}
