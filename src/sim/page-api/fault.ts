import type { Fault, FaultKind } from '../faults.ts';
import { FAULT_KINDS } from '../faults.ts';
import type { PageCall } from './call.ts';
import { needText, optionalText, PageError } from './reply.ts';

const NUMBERS = ['times', 'resetSeconds', 'code', 'status', 'ms', 'copies'] as const;

/** POST a Fault as JSON (without `when`). */
export function addFault({ sim, body }: PageCall): unknown {
  const kind = FAULT_KINDS.find((k: FaultKind) => k === needText(body, 'kind'));
  if (kind === undefined) throw new PageError(400, `kind: ${FAULT_KINDS.join(', ')}`);
  const fault: Fault = { kind };
  const api = optionalText(body, 'api');
  const push = optionalText(body, 'push');
  const msg = optionalText(body, 'msg');
  if (api !== undefined) fault.api = api;
  if (push !== undefined) fault.push = push;
  if (msg !== undefined) fault.msg = msg;
  if (body.concurrent === true) fault.concurrent = true;
  for (const field of NUMBERS) {
    const value = body[field];
    if (typeof value === 'number') fault[field] = value;
  }
  sim.fault(fault);
  return {};
}

/** DELETE: ends all faults and lets held pushes go. */
export function clearFaults({ sim }: PageCall): unknown {
  sim.clearFaults();
  return {};
}
