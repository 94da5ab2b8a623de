/** The clock standing still (挂账): when it ends by itself, and the deadline afterwards. */
import type { Directory } from './directory.ts';
import type { Deadline, Issue, Pause } from './issue.ts';
import { dayOf, type Instant, instantAt } from './time.ts';
import { shiftByPause } from './worktime.ts';

/** The pause that runs now; undefined when none does. */
export function openPause(issue: Issue): Pause | undefined {
  return issue.status === 'paused' ? issue.pauses.at(-1) : undefined;
}

/** When it resumes by itself: start of working time on the expected day, or on the next working day. */
export function resumesAt(pause: Pause, directory: Directory): Instant {
  const { calendar, hours, timeZone } = directory.clock;
  const day = calendar.isWorkingDay(pause.expected)
    ? pause.expected
    : calendar.nextWorkingDay(pause.expected);
  return instantAt(day, hours.start, timeZone);
}

/** The deadline moved by the working days the clock stood still; its rule and words stay those of the start. */
export function shiftDeadline(
  deadline: Deadline,
  pause: Pause,
  until: Instant,
  directory: Directory,
): Deadline {
  const at = shiftByPause(deadline.at, pause.from, until, directory.clock);
  return at === deadline.at ? deadline : { ...deadline, at, day: dayOf(at, directory.clock.timeZone) };
}

/**
 * The issue with its clock running again from `until`: back at work, deadline shifted, a new run of the ladder. What
 * nobody had signed for waits for that again, as if routed just then.
 */
export function endPause(issue: Issue, pause: Pause, until: Instant, directory: Directory): Partial<Issue> {
  const ended = Math.max(until, pause.from);
  return {
    ...(issue.signedAt === null ? { status: 'unsigned', routedAt: ended } : { status: 'working' }),
    deadline: shiftDeadline(issue.deadline, pause, ended, directory),
    pauses: issue.pauses.map((one) => (one === pause ? { ...pause, until: ended } : one)),
    ladder: {
      generation: issue.ladder.generation + 1,
      startedAt: ended,
      fired: [],
      acknowledgedAt: null,
      acknowledgedBy: null,
    },
  };
}
