/** Failure injection: what goes wrong, where, and how many times. */

export const FAULT_KINDS = [
  'http429',
  'rate230020',
  'http500',
  'code',
  'resetAfterCommit',
  'resetBefore',
  'latency',
  'tokenExpired',
  'duplicatePush',
  'delayPush',
  'dropPush',
  'redeliverAfterSuccess',
  'newEventIdSameMessage',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface FaultContext {
  /** 'POST /open-apis/im/v1/messages/:message_id/reply' for an API call. */
  route?: string;
  path?: string;
  body?: unknown;
  eventType?: string;
  eventId?: string;
  /** Plain event object of a push. */
  event?: unknown;
  attempt?: number;
}

export interface Fault {
  /** Method and path pattern of an API, parameters as :anything; '*' = every API. */
  api?: string;
  /** Event type of a push; '*' = every push. */
  push?: string;
  kind: FaultKind;
  /** How often it strikes; default without end. */
  times?: number;
  when?: (context: FaultContext) => boolean;
  /** http429, rate230020: seconds in x-ogw-ratelimit-reset; default 1. */
  resetSeconds?: number;
  /** code: the answer. */
  code?: number;
  msg?: string;
  status?: number;
  /** latency: real milliseconds. */
  ms?: number;
  /** duplicatePush: deliveries in all; default 2. */
  copies?: number;
  /** duplicatePush: all at once rather than one after another. */
  concurrent?: boolean;
}

const PUSH_ONLY: readonly FaultKind[] = [
  'duplicatePush',
  'delayPush',
  'dropPush',
  'redeliverAfterSuccess',
  'newEventIdSameMessage',
];

const normalise = (pattern: string): string => pattern.replace(/:[A-Za-z_]\w*/g, ':_');

function matches(fault: Fault, context: FaultContext): boolean {
  if (context.route !== undefined) {
    if (fault.push !== undefined || PUSH_ONLY.includes(fault.kind)) return false;
    const api = fault.api ?? '*';
    if (api !== '*' && normalise(api) !== normalise(context.route)) return false;
  } else {
    if (fault.api !== undefined) return false;
    if (fault.push === undefined && !PUSH_ONLY.includes(fault.kind)) return false;
    if (fault.push !== undefined && fault.push !== '*' && fault.push !== context.eventType) return false;
  }
  return fault.when?.(context) ?? true;
}

export interface FaultBox {
  add(fault: Fault): () => void;
  /** All faults that strike now; each is counted once. */
  take(context: FaultContext): Fault[];
  clear(): void;
  list(): Fault[];
}

/** Holds the faults injected so far, oldest first. */
export function createFaultBox(): FaultBox {
  const entries: { fault: Fault; left: number }[] = [];
  return {
    add(fault) {
      const entry = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
      entries.push(entry);
      return () => {
        const at = entries.indexOf(entry);
        if (at >= 0) entries.splice(at, 1);
      };
    },
    take(context) {
      const struck = entries.filter((entry) => entry.left > 0 && matches(entry.fault, context));
      for (const entry of struck) entry.left -= 1;
      return struck.map((entry) => entry.fault);
    },
    clear() {
      entries.length = 0;
    },
    list: () => entries.filter((entry) => entry.left > 0).map((entry) => entry.fault),
  };
}
