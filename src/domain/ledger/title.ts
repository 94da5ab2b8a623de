/** What the lines above a table say: year, 截至, the meeting, the one project, the unit of money. Pure. */
import { type Day, daysInMonth, parseDay } from '../time.ts';
import { foldDate } from './date-words.ts';
import type { LedgerTitle } from './model.ts';

const AS_OF =
  /(?:截[至止]到?|(?:填报|填表|更新|调度|汇总|制表|统计|报送|编制)(?=时间|日期))(?:时间|日期)?:?(20\d{2})[年./-](\d{1,2})(?:[月./-](\d{1,2})日?)?/;
const UPDATED = /(20\d{2})年(\d{1,2})月(\d{1,2})日(?:更新|汇总|统计)/;
/** Its year stands in the title. */
const AS_OF_DAY = /截[至止]到?(?:时间|日期)?:?(\d{1,2})月(\d{1,2})日/;
const DAY = /(20\d{2})[年./-](\d{1,2})[月./-](\d{1,2})/;
/** Words of every county's list: no project bears them as its name. */
const GENERIC =
  /^(?:\p{Script=Han}{0,4}[省市县区州镇])?(?:\d{4}年度?)?(?:第?\d{1,2}(?:月份?|季度|期|周))?(?:\p{Script=Han}{0,6}[省市县区级])?(?:重点|重大|在建|工业|招商引资|招商|产业|亿元以上|续建|新开工|新建|全部|各|签约|前期|政府投资|民生|专项债)*(?:建设)?$/u;

export function readTitle(lines: readonly string[]): LedgerTitle {
  const text = lines.join('\n');
  const folded = foldDate(lines.join(';'));
  const heading = lines.filter((line) => !isForm(line)).join(';');
  const asOf = asOfDay(folded, foldDate(heading));
  const meeting =
    /会议(?:时间|日期)?:?(?=20\d{2})|(?:会议|纪要|例会)[^;]{0,12}(?=20\d{2}[年./-]\d{1,2}[月./-]\d)/.exec(
      folded,
    );
  const meetingOn = meeting && dayIn(folded.slice(meeting.index));
  const said = YEAR.exec(foldDate(heading).replace(AS_OF, ''))?.[1] ?? asOf?.slice(0, 4);
  const year = said ?? YEAR.exec(folded)?.[1];
  const project = projectIn(lines) ?? filledIn(lines, /^(?:项目|项目名称|工程名称)$/);
  const leader = filledIn(lines, /^(?:包联|包保|责任|分管|挂钩|联系|牵头|挂点)(?:市|县|区)?(?:级)?领导$/);
  const unit = filledIn(lines, /^(?:责任|牵头|主办|承办|主责)(?:单位|部门)$/);
  return {
    text,
    ...(year !== undefined && { year: Number(year) }),
    ...(asOf && { asOf }),
    ...(meetingOn && { meetingOn }),
    ...(project && { project }),
    ...(leader && { leader }),
    ...(unit && { unit }),
  };
}

const YEAR = /(20\d{2})年/;
const piecesOf = (line: string) =>
  line
    .normalize('NFKC')
    .split(/\s{2,}|\t/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

/** A line of a form above the table: 项目名称 | … | 建设单位 | …. */
function isForm(line: string): boolean {
  const pieces = piecesOf(line);
  return (
    pieces.length > 1 &&
    pieces.length % 2 === 0 &&
    pieces.every((piece, at) => at % 2 > 0 || piece.length <= 8)
  );
}

/** What stands right of a label in such a line. */
function filledIn(lines: readonly string[], label: RegExp): string | undefined {
  for (const line of lines.filter(isForm)) {
    const pieces = piecesOf(line);
    const at = pieces.findIndex((piece, nth) => nth % 2 === 0 && label.test(piece.replace(/[::]$/, '')));
    if (at >= 0) return pieces[at + 1];
  }
  return undefined;
}

function asOfDay(folded: string, heading: string): Day | undefined {
  const [found, year, month, day] = AS_OF.exec(folded) ?? UPDATED.exec(folded) ?? [];
  if (!found) {
    const [, ofMonth, date] = AS_OF_DAY.exec(folded) ?? [];
    const ofTitle = YEAR.exec(heading)?.[1];
    return ofMonth && ofTitle ? parseDay(Number(ofTitle), Number(ofMonth), Number(date)) : undefined;
  }
  const [y, m] = [Number(year), Number(month)];
  return parseDay(y, m, day === undefined ? (m >= 1 && m <= 12 ? daysInMonth(y, m) : 0) : Number(day));
}

function dayIn(text: string): Day | undefined {
  const found = DAY.exec(text);
  return found ? parseDay(Number(found[1]), Number(found[2]), Number(found[3])) : undefined;
}

function projectIn(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const labelled = /项目(?:名称)?\s*[::]\s*(.+?)(?:\s{2,}|[;；\n]|$)/
      .exec(line.normalize('NFKC'))?.[1]
      ?.trim();
    if (labelled) return labelled;
    const titled =
      /^(?:关于)?(.{2,30}?项目)(?:专班|存在|推进|建设|协调|工作|施工|现场|安全|生产|质量|排查|整改|攻坚|销号)*的?(?:问题|困难|堵点|事项|任务|诉求|隐患|难题|卡点)/.exec(
        line.trim(),
      )?.[1];
    if (titled && !GENERIC.test(titled.replace(/项目$/, ''))) return titled;
  }
  return undefined;
}

/** 单位：万元 above the table. */
export function moneyUnitIn(lines: readonly string[]): string | undefined {
  return /(?:金额)?单位[::]\s*(万元|亿元|千元|元)/.exec(lines.join('\n'))?.[1];
}
