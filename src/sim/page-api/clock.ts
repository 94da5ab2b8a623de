import type { PageCall } from './call.ts';
import { optionalText, PageError } from './reply.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** China keeps one time, UTC+8, all the year. */
const OFFSET = 8 * HOUR;

/** Start of the local day that holds `now`. */
const startOfDay = (now: number): number => Math.floor((now + OFFSET) / DAY) * DAY - OFFSET;

/** Where a preset leads: '+1h', '+1d', the next 08:31 or the next Friday 15:00 after `now`. */
export function presetInstant(preset: string, now: number): number | undefined {
  const day = startOfDay(now);
  switch (preset) {
    case '+10m':
      return now + HOUR / 6;
    case '+1h':
      return now + HOUR;
    case '+1d':
      return now + DAY;
    case 'next0831': {
      const at = day + 8 * HOUR + 31 * 60_000;
      return at > now ? at : at + DAY;
    }
    case 'fri1500': {
      // 1970-01-01 was a Thursday: day number 1 is a Friday.
      const weekday = ((day + OFFSET) / DAY) % 7;
      const at = day + ((1 - weekday + 7) % 7) * DAY + 15 * HOUR;
      return at > now ? at : at + 7 * DAY;
    }
    default:
      return undefined;
  }
}

function target(body: Record<string, unknown>, now: number): number | undefined {
  if (typeof body.to === 'number') return body.to;
  if (typeof body.advanceMs === 'number') return now + body.advanceMs;
  const preset = optionalText(body, 'preset');
  return preset === undefined ? undefined : presetInstant(preset, now);
}

/** POST {advanceMs} | {to} | {preset}: moves the owner's clock forward; 409 when it cannot be moved. */
export async function moveClock({ core, body }: PageCall): Promise<unknown> {
  const move = core.options.moveClock;
  if (!move) throw new PageError(409, '时钟不能调整');
  const to = target(body, core.now());
  if (to === undefined || !Number.isFinite(to)) throw new PageError(400, '不认识的时间');
  if (to < core.now()) throw new PageError(400, '时间只能向前');
  await move(to);
  core.emit({ kind: 'clock', now: core.now() });
  return { now: core.now() };
}
