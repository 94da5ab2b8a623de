/** What is counted, in Prometheus' text format. docs/alerts.yaml and docs/operate/slo-and-alerts.md are written in these names. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { createQueueGauges, type QueueFacts } from './metrics-queues.ts';
import { VERSION } from './version.ts';

export type PushOutcome = 'accepted' | 'duplicate' | 'ignored' | 'rejected' | 'failed' | 'limited';
export type SendOutcome = 'sent' | 'dropped' | 'retry' | 'dead';

export interface Metrics {
  /** @param seconds from the verified push to its answer; not given for what is refused at the door */
  push(outcome: PushOutcome, seconds?: number): void;
  /** @param delay seconds from when it was first to go out; only of what was sent */
  sent(kind: string, outcome: SendOutcome, delay?: number): void;
  /** A message or card was put off to keep the platform's limits. */
  paced(lane: string): void;
  /** One call of the platform. `outcome`: 'ok' or the reason of the failure. */
  called(outcome: string, seconds: number): void;
  /** One question put to the model; counted only where one is set up. `outcome`: 'answered' or why not. */
  llm(outcome: string, seconds: number): void;
  tick(at: number, issues: number, seconds: number): void;
  longconn(event: 'connected' | 'lost' | 'refused'): void;
  /** An issue was worked off by the clock so many seconds after it was due. */
  reminded(delay: number): void;
  /** `code`: SQLSTATE or the code of a broken connection. */
  databaseError(code: string): void;
  /** The queues as they stand; undefined: the database could not be asked. */
  queues(facts: QueueFacts | undefined, now: number): void;
  text(): Promise<string>;
}

/** Kinds, outcomes and classes are few and ours; ids and names never become labels. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10];
const DELAYS = [1, 2, 5, 10, 30, 60, 120, 300, 900, 3600, 14_400];

/**
 * A registry of its own per set of dependencies, so that tests do not share counts.
 * @param options.llm whether a model is asked
 * @param options.process also memory, CPU, event loop and garbage collection of this process; Node only
 */
export function createMetrics(options: { process?: boolean; llm?: boolean } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (options.process) collectDefaultMetrics({ register: registry, prefix: 'zhuanban_' });
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Counter({ name: `zhuanban_${name}`, help, labelNames, registers });
  const histogram = <L extends string>(
    name: string,
    help: string,
    buckets: number[],
    labelNames: readonly L[] = [],
  ) => new Histogram({ name: `zhuanban_${name}`, help, buckets, labelNames, registers });

  new Gauge({ name: 'zhuanban_build_info', help: 'Always 1', labelNames: ['version'], registers }).set(
    { version: VERSION },
    1,
  );
  const pushes = counter('pushes_total', 'Pushes from the platform by outcome', ['outcome']);
  const pushSeconds = histogram('push_seconds', 'From a verified push to its answer', SECONDS);
  const sends = counter('sends_total', 'Messages and cards by kind and outcome', ['kind', 'outcome']);
  const sendDelay = histogram('send_delay_seconds', 'From when it was to go out until sent', DELAYS, [
    'kind',
  ]);
  // Without a model nothing of it is shown.
  const llmCalls = options.llm
    ? counter('llm_calls_total', 'Questions put to the model by outcome', ['outcome'])
    : undefined;
  const llmSeconds = options.llm
    ? histogram('llm_seconds', 'One question put to the model', SECONDS)
    : undefined;
  const waits = counter('pacing_waits_total', 'Sends put off to keep the limits of the platform', ['lane']);
  const calls = counter('platform_calls_total', 'Calls of the platform by outcome', ['outcome']);
  const callSeconds = histogram('platform_call_seconds', 'Duration of calls of the platform', SECONDS);
  const tickSeconds = histogram('tick_seconds', 'Duration of a tick', SECONDS);
  const ticked = counter('ticked_issues_total', 'Issues the clock has acted on');
  const reminderDelay = histogram('reminder_delay_seconds', 'How late the clock acted on an issue', DELAYS);
  const errors = counter('database_errors_total', 'Refusals of the database by class of SQLSTATE', ['class']);
  const connected = new Gauge({
    name: 'zhuanban_longconn_connected',
    help: 'Whether the long connection is up; without one it stays 0',
    registers,
  });
  const connections = counter('longconn_total', 'What became of the long connection', ['event']);
  const queueGauges = createQueueGauges(registry);
  // A first value of everything an alert asks for: a series that begins with its first fault shows no increase.
  for (const outcome of ['accepted', 'duplicate', 'ignored', 'rejected', 'failed', 'limited'])
    pushes.inc({ outcome }, 0);
  for (const outcome of ['sent', 'dropped', 'retry', 'dead']) sends.inc({ kind: 'notice', outcome }, 0);
  for (const lane of ['send', 'patch', 'read']) waits.inc({ lane }, 0);
  calls.inc({ outcome: 'ok' }, 0);
  errors.inc({ class: '08' }, 0);
  return {
    push(outcome, seconds) {
      pushes.inc({ outcome });
      if (seconds !== undefined) pushSeconds.observe(Math.max(0, seconds));
    },
    sent(kind, outcome, delay) {
      sends.inc({ kind, outcome });
      if (delay !== undefined) sendDelay.observe({ kind }, Math.max(0, delay));
    },
    paced: (lane) => waits.inc({ lane }),
    llm(outcome, seconds) {
      llmCalls?.inc({ outcome });
      llmSeconds?.observe(seconds);
    },
    called(outcome, seconds) {
      calls.inc({ outcome });
      callSeconds.observe(Math.max(0, seconds));
    },
    tick(_at, issues, seconds) {
      ticked.inc(issues);
      tickSeconds.observe(Math.max(0, seconds));
    },
    longconn(event) {
      connections.inc({ event });
      connected.set(event === 'connected' ? 1 : 0);
    },
    reminded: (delay) => reminderDelay.observe(Math.max(0, delay)),
    databaseError: (code) => errors.inc({ class: /^[0-9A-Z]{5}$/.test(code) ? code.slice(0, 2) : 'other' }),
    queues: queueGauges,
    text: () => registry.metrics(),
  };
}
