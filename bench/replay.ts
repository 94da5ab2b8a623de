/** The raw ceiling: the statements of real requests, noted as the driver sends them and sent again by themselves. */
import { randomUUID } from 'node:crypto';
import postgres, { type Sql } from 'postgres';

export interface Statement {
  text: string;
  params: readonly unknown[];
}

/** One request as the database saw it. */
export interface Recording {
  eventId: string;
  messageId: string;
  issueId: number;
  statements: Statement[];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const CONTROL = /^(begin|commit)/i;
const INSERTS_ISSUE = /^insert into "issue" /;

export function replaySize(recording: Recording): number {
  return recording.statements.length;
}

/** A pool like the product's own. */
export function openRaw(url: string, max: number): Sql {
  return postgres(url, { max, fetch_types: false, onnotice: () => {} });
}

/** The statements between begin and commit; both must be there exactly once, or the shape is not what we think. */
export function statementsOf(noted: Statement[]): Statement[] {
  const control = noted.filter(({ text }) => CONTROL.test(text)).map(({ text }) => text.toLowerCase());
  const [first, last] = [noted.at(0), noted.at(-1)];
  if (control.length !== 2 || !/^begin/i.test(first?.text ?? '') || !/^commit/i.test(last?.text ?? '')) {
    throw new Error(`not one transaction: ${noted.map(({ text }) => text.slice(0, 40)).join(' | ')}`);
  }
  return noted.slice(1, -1);
}

/**
 * Sends a recording again, one statement after the other in one transaction, with new ids where rows must be new. The
 * number of the new issue takes the place of the recorded one wherever it was used.
 */
export async function replay(sql: Sql, recording: Recording): Promise<void> {
  const eventId = randomUUID().replaceAll('-', '');
  const messageId = `om_${randomUUID().replaceAll('-', '')}`;
  await sql.begin(async (tx) => {
    let issueId: number | undefined;
    const renew = (param: unknown): unknown => {
      if (param === recording.eventId) return eventId;
      if (param === recording.messageId) return messageId;
      if (issueId !== undefined && (param === recording.issueId || param === String(recording.issueId)))
        return issueId;
      if (typeof param !== 'string') return param;
      if (UUID.test(param)) return randomUUID();
      return issueId === undefined
        ? param
        : param.replace(`notice:${recording.issueId}:`, `notice:${issueId}:`);
    };
    for (const { text, params } of recording.statements) {
      const rows = await tx.unsafe(text, params.map(renew) as never[], { prepare: params.length > 0 });
      if (INSERTS_ISSUE.test(text)) issueId = Number(rows[0]?.id);
    }
  });
}

/** Statements that only read, one after the other in one transaction. */
export async function replayAll(sql: Sql, statements: readonly Statement[]): Promise<void> {
  await sql.begin(async (tx) => {
    for (const { text, params } of statements)
      await tx.unsafe(text, [...params] as never[], { prepare: params.length > 0 });
  });
}
