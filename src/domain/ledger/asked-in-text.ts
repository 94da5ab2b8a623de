/** Who is to do it and by when, where no column asks and the matter itself says it: 需自然资源局12月10日前解决. Pure. */
import { readLedgerDay } from './date.ts';
import type { DayContext } from './day-context.ts';
import { fold } from './fold.ts';
import type { LedgerDay } from './model.ts';
import { type KnownNames, readNameCell } from './name-cell.ts';

export interface AskedInText {
  deadline?: LedgerDay & { kind: 'day' };
  unit?: string;
  co?: string[];
}

/** Somebody is asked; 原定11月20日前完成 tells a story and asks nobody. */
const ASKS = '(?:请|需要?|须|要求|望|恳请|建议|督促|责成|限|力争|确保|务必|争取)(?:由|于|在)?';
const DAY =
  '(?:(?:20\\d{2}年)?\\d{1,2}月(?:\\d{1,2}[日号]|底|[上中下]旬)|(?:20\\d{2}|今|本|明)?年底|(?:本|当|下)?月底|[本下]周[一二三四五六日天末]|\\d{1,2}[日号])';
const BY = `(${DAY}(?:之前|以前|前))`;
const ASKED = new RegExp(`${ASKS}([^。；;，,\\n]{0,20}?)(?:于|在)?${BY}`, 'g');
const NAME = '[省市县区]?\\p{Script=Han}{2,10}?(?:局|委|办|公司|中心|管委会|委员会|政府|大队|支队)';
/** Names stand apart: without a mark between them a long word has as many readings as it has letters. */
const UNIT = new RegExp(`^由?(${NAME}(?:[、和及]${NAME}){0,9})(?:牵头|负责|尽快|抓紧|协调|督促)?$`, 'u');
const BRACKET = /[（(]([^（()）]{2,40})[)）]\s*[。；;]?$/;
const LABELS = /^(?:责任|牵头|承办|办理)?(?:单位|部门)[:：]|^(?:完成|整改|解决|办结)?(?:时限|期限|时间)[:：]/;

/** What exactly one place of the text asks; a second day, or a piece nobody understands, leaves it open. */
export function askedInText(text: string, days: DayContext, known?: KnownNames): AskedInText {
  const inBracket = ofBracket(text, days, known);
  if (inBracket) return inBracket;
  const found = [...text.normalize('NFKC').matchAll(ASKED)];
  const [only] = found;
  if (!only || [...text.normalize('NFKC').matchAll(new RegExp(BY, 'g'))].length > 1) return {};
  const deadline = dayOf(only[2] ?? '', days);
  const named = UNIT.exec(fold(only[1] ?? ''))?.[1];
  return { ...(deadline && { deadline }), ...(named !== undefined && unitsOf(named, known)) };
}

/** （交通运输局，12月5日前）at the end. */
function ofBracket(text: string, days: DayContext, known?: KnownNames): AskedInText | undefined {
  const pieces = BRACKET.exec(text.trim())?.[1]
    ?.split(/[，,；;]\s*/)
    .map((piece) => piece.trim().replace(LABELS, ''));
  if (!pieces || pieces.length < 2) return undefined;
  const asked: AskedInText = {};
  for (const piece of pieces) {
    const deadline = dayOf(piece, days);
    const named = deadline ? undefined : UNIT.exec(fold(piece))?.[1];
    if (deadline && !asked.deadline) asked.deadline = deadline;
    else if (named !== undefined && asked.unit === undefined) Object.assign(asked, unitsOf(named, known));
    else return undefined;
  }
  return asked;
}

function dayOf(text: string, days: DayContext): (LedgerDay & { kind: 'day' }) | undefined {
  const { day, several } = readLedgerDay(text, text, days);
  return day.kind === 'day' && !several ? day : undefined;
}

function unitsOf(text: string, known?: KnownNames): Pick<AskedInText, 'unit' | 'co'> {
  const { lead, co } = readNameCell(text.replace(/[和及]/g, '、'), known);
  return lead === undefined ? {} : { unit: lead, co };
}
