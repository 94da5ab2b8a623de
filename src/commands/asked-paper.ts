/** 供电台账，发来; 今天的日报有了没 发我看下; 日报里有没有点到交通: a file, a report, what stands in one. */
import type { ReadContext } from '../language/definition.ts';
import { fileRequest } from '../language/file-request.ts';
import { insideReport } from '../language/lexicon/report-asked.ts';
import { inSimplified } from '../language/lexicon/traditional.ts';
import { type Phrase, readPhrase } from '../language/phrase.ts';
import type { Call } from './call.ts';
import { readQuestion } from './question.ts';
import { LEDGER } from './word-first.ts';

const SHEETS = /台[账帐]|表|清单|明细|单子|文件|电子|excel|xls/iu;
const REPORTS = /(?:日报|周报|月报|专报)/u;

/** null: none of them, or not understood to the end. @param report what is read with the word of a report in front */
export function askedPaper(
  phrase: Phrase,
  context: ReadContext,
  report: () => Call | undefined,
): Call | null {
  const file = fileRequest(phrase, context);
  // 导个台账 and 导出来 have their own way, after an answer and without one.
  if (file?.before && (LEDGER.test(phrase.folded) || !SHEETS.test(phrase.folded))) return null;
  const inside = insideReport(inSimplified(phrase.folded));
  const said = file?.asked ?? (inside === undefined ? undefined : readPhrase(inside));
  const call = said && !file?.points ? readQuestion(said, context) : null;
  const whole = call?.name === 'ask' && !call.unread && !call.doubt && (!file || call.measure === 'file');
  if (whole) return call;
  return !file && REPORTS.test(phrase.folded) ? (report() ?? null) : null;
}
