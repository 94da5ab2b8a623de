/** What has been refused lately and concerns everything: the database takes no writes, the platform does not know us. */

export interface Trouble {
  /** SQLSTATE of the refused write: 53100 the disk is full, 25006 read-only. */
  database?: string;
  /** Why the platform lets this app in no more. */
  platform?: string;
}

const REFUSES_WRITES: ReadonlySet<string> = new Set(['53100', '25006']);

/** Reasons of calls (feishu/codes.ts) that hold for the app as a whole, until an administrator acts. */
const REFUSES_APP: ReadonlySet<string> = new Set([
  'app-id-malformed',
  'app-unknown-or-secret-wrong',
  'secret-wrong',
  'ip-not-allowed',
  'app-disabled',
  'app-not-installed',
]);

/** @param code of a DatabaseError */
export function noteRefusal(trouble: Trouble, code: string): void {
  if (REFUSES_WRITES.has(code)) trouble.database = code;
}

/** @param outcome of a call: 'ok' or the failure's reason */
export function noteCall(trouble: Trouble, outcome: string): void {
  if (outcome === 'ok') delete trouble.platform;
  else if (REFUSES_APP.has(outcome)) trouble.platform = outcome;
}
