/** Whether a reform makes sense among the units there are. */
import type { Answer } from '../../domain/answer.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Reform } from './rules.ts';
import { alreadyClosedText, REFORM_USAGE, SAME_UNIT } from './words.ts';

const warn = (text: string): Answer => ({ kind: 'text', tone: 'warning', text });

/** Why this reform cannot be; undefined when it can. */
export function refuseReform(directory: Directory, reform: Reform): Answer | undefined {
  const from = directory.unit(reform.unitId);
  const to = reform.successorId === null ? undefined : directory.unit(reform.successorId);
  if (!from || (reform.successorId !== null && !to)) return warn(REFORM_USAGE);
  for (const unit of to ? [from, to] : [from]) {
    if (!unit.closed) continue;
    const { successorId } = unit.closed;
    const successor = successorId === null ? undefined : directory.unit(successorId)?.name;
    return warn(alreadyClosedText(unit.name, successor));
  }
  return from === to ? warn(SAME_UNIT) : undefined;
}
