/** One JSON line per event. Callers pass ids, codes and counts; never message text, names or secrets. */
import { AsyncLocalStorage } from 'node:async_hooks';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';
export type LogFields = Record<string, string | number | boolean | null | undefined>;

export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  with(fields: LogFields): Log;
}

const ambient = new AsyncLocalStorage<LogFields>();

/** Runs `work`; every line it causes, however deep, carries `fields`. Inner fields win, undefined takes one away. */
export function within<T>(fields: LogFields, work: () => T): T {
  return ambient.run({ ...ambient.getStore(), ...fields }, work);
}

/** What people are told of a request id (错误码): short enough to read out, long enough to find it in the log. */
export function codeOf(requestId: string): string {
  return requestId.slice(0, 8);
}

const ORDER: LogLevel[] = ['debug', 'info', 'warn', 'error', 'silent'];

/**
 * A logger that writes lines of JSON.
 * @param write receives each line without its newline
 * @param clock ms since epoch, for the `at` field
 */
export function createLog(
  level: LogLevel,
  write: (line: string) => void,
  clock: () => number,
  base: LogFields = {},
): Log {
  const threshold = ORDER.indexOf(level);
  const at =
    (own: LogLevel) =>
    (event: string, fields: LogFields = {}) => {
      if (ORDER.indexOf(own) < threshold) return;
      const head = { at: new Date(clock()).toISOString(), level: own, event };
      // The head twice: its place is first, and no field takes its name away.
      write(JSON.stringify({ ...head, ...base, ...ambient.getStore(), ...fields, ...head }));
    };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    with: (fields) => createLog(level, write, clock, { ...base, ...fields }),
  };
}

/** What may be said of an unknown error in a log: its class, code and place, never its message's data. */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as { code?: unknown }).code;
  const frame = error.stack?.split('\n').find((line) => line.includes('/src/'));
  return {
    error: error.name,
    code: code === undefined ? undefined : String(code),
    where: frame?.trim().slice(0, 160),
  };
}
