/** What the lines above a table say: year, 截至, the meeting, the one project, the unit of money. Pure. */
import { type Day, daysInMonth, parseDay } from '../time.ts';
import { foldDate } from './date-words.ts';
import type { LedgerTitle } from './model.ts';

const AS_OF = /截[至止]到?(?:时间|日期)?:?(20\d{2})[年./-](\d{1,2})(?:[月./-](\d{1,2})日?)?/;
const DAY = /(20\d{2})[年./-](\d{1,2})[月./-](\d{1,2})/;
/** Words of every county's list: no project bears them as its name. */
const GENERIC =
  /^(?:\p{Script=Han}{0,4}[省市县区州镇])?(?:\d{4}年度?)?(?:\p{Script=Han}{0,6}[省市县区级])?(?:重点|重大|在建|工业|招商引资|招商|产业|亿元以上|续建|新开工|新建|全部|各|签约|前期|政府投资|民生|专项债)*(?:建设)?$/u;

export function readTitle(lines: readonly string[]): LedgerTitle {
  const text = lines.join('\n');
  const folded = foldDate(lines.join(';'));
  const asOf = asOfDay(folded);
  const meeting =
    /会议(?:时间|日期)?:?(?=20\d{2})|(?:会议|纪要|例会)[^;]{0,12}(?=20\d{2}[年./-]\d{1,2}[月./-]\d)/.exec(
      folded,
    );
  const meetingOn = meeting && dayIn(folded.slice(meeting.index));
  const year = /(20\d{2})年/.exec(folded.replace(AS_OF, ''))?.[1] ?? /(20\d{2})年/.exec(folded)?.[1];
  const project = projectIn(lines);
  return {
    text,
    ...(year !== undefined && { year: Number(year) }),
    ...(asOf && { asOf }),
    ...(meetingOn && { meetingOn }),
    ...(project && { project }),
  };
}

function asOfDay(folded: string): Day | undefined {
  const [found, year, month, day] = AS_OF.exec(folded) ?? [];
  if (!found) return undefined;
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
      /^(?:关于)?(.{2,30}?项目)(?:专班)?(?:存在|推进|建设|协调|工作)*的?(?:问题|困难|堵点|事项|任务|诉求)/.exec(
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
