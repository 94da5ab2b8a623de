/** One JSON line per event. Callers pass ids, codes and counts; never message text, names or secrets. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';
export type LogFields = Record<string, string | number | boolean | null | undefined>;

export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  with(fields: LogFields): Log;
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
      write(JSON.stringify({ at: new Date(clock()).toISOString(), level: own, event, ...base, ...fields }));
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
