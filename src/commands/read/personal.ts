/** Readers of personal control: 静默, 快报. */
import { MUTE_UNTIL_NEEDED, RHYTHM_NEEDED } from '../../cards/words-reading.ts';
import { readDeadline } from '../../domain/deadline.ts';
import { NUMERAL, readNumeral } from '../../domain/numerals.ts';
import { addDays, datePartsOf, dayOf, type Instant, instantAt } from '../../domain/time.ts';
import { misuse, type ReadContext, type ReadInput } from '../../language/definition.ts';
import { deadlineContext } from '../../language/lexicon/deadline.ts';
import { trimMarks } from '../../language/phrase.ts';
import type { Misuse } from '../../language/said.ts';
import { deadlineProblemText } from '../../text/deadline.ts';
import type { CallOf } from '../call.ts';

const OFF = /^(?:取消|结束|关闭|解除|停止|关掉|恢复|关)(?:静默|免打扰|勿扰)?$/;
const DURATION = new RegExp(`^(?:(半)个?|(${NUMERAL})个?(半)?)(小时|钟头|分钟)(?:半)?(?:内|后)?$`);

/** 静默 到 14:00, 静默 2小时, 静默 到 明天, 静默 取消, 静默. */
export function readMuteMe(input: ReadInput): CallOf<'mute-me'> | Misuse | null {
  const words = spaceless(trimMarks(input.rest).folded);
  if (/^(?:取消|结束|解除)/.test(input.word)) return words === '' ? { name: 'mute-me', until: 'off' } : null;
  if (words === '') return { name: 'mute-me', until: 'state' };
  if (OFF.test(words)) return { name: 'mute-me', until: 'off' };
  const until = muteUntil(
    words.replace(/^(?:一直)?[到至]/, '').replace(/(?:为止|之前|前)$/, ''),
    input.context,
  );
  if (typeof until === 'number') return { name: 'mute-me', until };
  return input.separated || until ? misuse(input, until ?? MUTE_UNTIL_NEEDED) : null;
}

/** The instant; what is wrong with the words, in Chinese; undefined when they are no time. */
function muteUntil(words: string, context: ReadContext): Instant | string | undefined {
  const { now, directory } = context;
  const { timeZone, hours, quiet } = directory.settings;
  const lasting = DURATION.exec(words);
  if (lasting) {
    const minutes = lasting[4] === '分钟' ? 1 : 60;
    const whole = lasting[1] ? 0.5 : readNumeral(lasting[2] ?? '');
    const half = lasting[3] || /半(?:内|后)?$/.test(words) ? 0.5 : 0;
    return whole === undefined || whole + half === 0 ? undefined : now + (whole + half) * minutes * 60_000;
  }
  const reading = readDeadline(words, deadlineContext(context));
  if (reading.kind === 'none' || reading.span[0] !== 0 || reading.span[1] !== words.length) return undefined;
  if (reading.kind === 'unclear') {
    return deadlineProblemText(reading, { year: datePartsOf(dayOf(now, timeZone)).year });
  }
  const { day, hour } = reading;
  if (hour !== undefined) return reading.at;
  if (words.endsWith('下班')) return instantAt(day, hours.end, timeZone);
  // A day means its morning, so that its 晨报 comes; today means the rest of it.
  return day === dayOf(now, timeZone)
    ? instantAt(addDays(day, 1), '00:00', timeZone)
    : instantAt(day, quiet.until, timeZone);
}

function spaceless(text: string): string {
  return text.replace(/\s+/g, '');
}

/** 快报 每周, 快报 每天, 快报. */
export function readDigestRhythm(input: ReadInput): CallOf<'digest-rhythm'> | Misuse | null {
  const words = spaceless(trimMarks(input.rest).folded);
  if (words === '') return { name: 'digest-rhythm', rhythm: null };
  if (/^(?:改为|改成|设为)?(?:每周|一周|周报|每星期)(?:一次|一份)?$/.test(words))
    return { name: 'digest-rhythm', rhythm: 'weekly' };
  if (/^(?:改为|改成|设为)?(?:每天|每日|天天|每个工作日)(?:一次|一份)?$/.test(words))
    return { name: 'digest-rhythm', rhythm: 'daily' };
  return input.separated ? misuse(input, RHYTHM_NEEDED) : null;
}
