/** One part of a multipart body. Clients may send a file without a file name, so all parts are kept as bytes. */
export interface Part {
  bytes: Uint8Array<ArrayBuffer>;
  fileName: string | undefined;
}

const CRLF2 = Buffer.from('\r\n\r\n');

function headerValue(head: string, name: string): string | undefined {
  return new RegExp(`[;\\s]${name}="([^"]*)"`, 'i').exec(head)?.[1];
}

/** Parses multipart/form-data by its boundary; undefined when the body is not that. */
export function parseMultipart(contentType: string | null, body: Uint8Array): Map<string, Part> | undefined {
  const match = /^multipart\/form-data;.*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? '');
  const boundary = match?.[1] ?? match?.[2];
  if (boundary === undefined) return undefined;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const mark = Buffer.from(`--${boundary}`);
  const parts = new Map<string, Part>();
  let at = bytes.indexOf(mark);
  while (at >= 0) {
    const start = at + mark.length + 2;
    const next = bytes.indexOf(mark, start);
    if (next < 0) return parts;
    const split = bytes.indexOf(CRLF2, start);
    if (split < 0 || split > next) return undefined;
    const head = bytes.toString('utf8', start, split);
    const name = headerValue(head, 'name');
    if (name === undefined) return undefined;
    // The line break before the next mark belongs to the mark.
    const content = Uint8Array.from(bytes.subarray(split + CRLF2.length, next - 2));
    parts.set(name, { bytes: content, fileName: headerValue(head, 'filename') });
    at = next;
  }
  return undefined;
}
