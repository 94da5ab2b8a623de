/** Errors of the database without the data: drivers and drizzle put parameters, that is people's words, into theirs. */

/**
 * SQLSTATEs whose message names only tables, servers and resources (PostgreSQL, appendix A). Of class 42 these alone:
 * a syntax error (42601) quotes what it could not read, which may be the words of a search.
 */
const HARMLESS = /^(08|53|57|58|42501$|42703$|42P01$|42P07$)/;

/** EPIPE, a broken line, has five capitals as well. */
const isSqlState = (code: string) => /^[0-9A-Z]{5}$/.test(code) && code !== 'EPIPE';

/** SQLSTATE of an error, wherever drizzle or the driver has wrapped it. */
export function sqlState(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = (cause as { code?: unknown }).code;
    if (typeof code === 'string' && isSqlState(code)) return code;
  }
  return undefined;
}

/**
 * Whether the database could not be asked at all, or had no room: the same work may well succeed later. Anything else
 * it refuses it would refuse again.
 */
export function isOutage(error: unknown): boolean {
  return (
    error instanceof DatabaseError && (/^(08|40|53|55|57|58)/.test(error.code) || !isSqlState(error.code))
  );
}

export class DatabaseError extends Error {
  /** SQLSTATE, or the code of a broken connection (ECONNREFUSED, CONNECTION_CLOSED …). */
  readonly code: string;
  constructor(code: string, about: string) {
    super(`database error ${code}: ${about}`);
    this.name = 'DatabaseError';
    this.code = code;
  }
}

/** What the driver and the system say of a connection that is not there; of no use to anybody as their own error. */
const CONNECTION =
  /^(CONNECTION_\w+|CONNECT_TIMEOUT|ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** A connection that was there is gone, or never gets through; a server that is not there refuses at once. */
const LOST = /^(CONNECTION_\w+|CONNECT_TIMEOUT|ECONNRESET|EPIPE|57P01|57P02)$/;

/** Whether an error, however wrapped, says that a connection broke. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return LOST.test(String((innermost(error) as { code?: unknown }).code));
}

function innermost(error: Error): Error {
  return error.cause instanceof Error ? innermost(error.cause) : error;
}

/** The error as it may be logged: of the database's own only code and statement are left; any other stays as it is. */
export function concealData(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseError) return error;
  const query = (error as { query?: unknown }).query;
  const state = sqlState(error);
  const cause = innermost(error);
  const connection = CONNECTION.test(String((cause as { code?: unknown }).code));
  if (typeof query !== 'string' && state === undefined && !connection) return error;
  const code = state ?? String((cause as { code?: unknown }).code ?? 'unknown');
  const said = HARMLESS.test(code) || state === undefined ? `${cause.message}; ` : '';
  const concealed = new DatabaseError(code, `${said}${typeof query === 'string' ? query.slice(0, 300) : ''}`);
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  concealed.stack = [`${concealed.name}: ${concealed.message}`, ...frames].join('\n');
  return concealed;
}
