/** Why there is no long connection: fit for logs, free of secrets and addresses. */

export type RefusalReason =
  /** App ID or App Secret is wrong (514). */
  | 'wrong-credentials'
  /** The app may not: disabled, no self-built app, banned (403). */
  | 'forbidden'
  /** Fifty connections are the most (1000040350). */
  | 'too-many-connections'
  /** Another code of the platform; see `code`. */
  | 'refused'
  | 'busy'
  | 'unreachable'
  | 'unreadable-answer'
  | 'handshake-timeout'
  | 'handshake-failed';

/** A try to connect failed. */
export class ConnectRefusal extends Error {
  override readonly name = 'ConnectRefusal';
  readonly reason: RefusalReason;
  /** Code of the platform, HTTP status, or 0. */
  readonly code: number;
  /** A word of the network, such as ECONNREFUSED. */
  readonly detail: string | undefined;

  constructor(reason: RefusalReason, code = 0, detail?: string) {
    super(`${reason}${code === 0 ? '' : ` ${code}`}`);
    this.reason = reason;
    this.code = code;
    this.detail = detail;
  }
}

const REASONS: Record<number, RefusalReason> = {
  1: 'busy',
  403: 'forbidden',
  514: 'wrong-credentials',
  10003: 'wrong-credentials',
  10014: 'wrong-credentials',
  10015: 'wrong-credentials',
  1000040343: 'busy',
  1000040350: 'too-many-connections',
};

export function refusalOf(code: number): ConnectRefusal {
  return new ConnectRefusal(REASONS[code] ?? 'refused', code);
}
