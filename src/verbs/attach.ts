/** A picture or file sent in reply to the card; said by sending it. */
import { SEEING } from '../domain/access.ts';
import { decideAttach } from '../domain/decide/correct.ts';
import { textAt } from '../text/history-detail.ts';
import { verb } from './verb.ts';

export const attach = verb({
  verb: 'attach',
  may: SEEING,
  step: null,
  remark: true,
  decide: decideAttach,
  done: () => '附件已收下',
  history: (d) => `添加附件${textAt(d, 'name')}`,
  says: [],
});
