/** 减负账单 of a month as the office's post. */
import { reportCard } from '../../cards/report.ts';
import { LATE_MARK } from '../../cards/words.ts';
import { receiver } from '../../engine/draw-office.ts';
import { defineMessage } from '../../engine/message.ts';
import { textMessage } from '../../engine/rendered.ts';
import { rowKind } from '../../kinds/kind.ts';
import { officeFields } from '../../kinds/messages.ts';
import { day, record } from '../../kinds/shape.ts';
import { readBurdenReport } from './view.ts';
import { BURDEN_NAME } from './words.ts';

export const BURDEN = defineMessage(rowKind('burden', record({ ...officeFields, month: day })), {
  name: BURDEN_NAME,
  office: true,
  draw: async (deps, tx, { payload }, now) => {
    const ready = await receiver(deps, tx, payload, now);
    if ('kind' in ready) return ready;
    const base = { ...ready.base, features: deps.features };
    const told = await readBurdenReport(tx, payload.areaId, payload.month, base);
    if ('missing' in told) return textMessage(told.missing, ready.to, payload.replyTo);
    const card = reportCard(told.report, { demo: deps.demo, ...(ready.late && { late: LATE_MARK }) });
    return { kind: 'message', card, text: undefined, to: ready.to, replyTo: payload.replyTo };
  },
});
