/** The buttons of 统计: whoever clicks gets what they may see, privately out of a group. */
import { toast } from '../../cards/toast.ts';
import { featureAction } from '../../commands/feature-action.ts';
import { tell, viewerOf } from '../../commands/reply.ts';
import { OPEN_DEFINITIONS, OPEN_DETAIL, SHOW } from './kinds.ts';
import { drawDetail } from './view.ts';

export const SHOW_ACTION = featureAction(SHOW, {
  run: (context, { asked }) => tell(context, { kind: 'statistics', asked }),
});

export const DETAIL_ACTION = featureAction(OPEN_DETAIL, {
  async run(context, { turn, ...wanted }) {
    if (!turn) return tell(context, { kind: 'statistics-detail', ...wanted });
    const drawn = await drawDetail(context.tx, wanted, viewerOf(context));
    if (drawn.kind === 'text') return { toast: toast('warning', drawn.text.slice(0, 100)) };
    return { card: { type: 'raw', data: drawn.card } };
  },
});

export const DEFINITIONS_ACTION = featureAction(OPEN_DEFINITIONS, {
  run: (context, { metric }) => tell(context, { kind: 'statistics-definitions', metric }),
});
