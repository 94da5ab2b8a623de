/** How large a ZIP would become, read from its directory alone: nothing is inflated. */

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const DEFLATED = 8;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;
/** A comment of the greatest length, and the record itself. */
const TAIL = FULL_16 + 22;

/**
 * Bytes all entries declare to have once inflated, entries that share their bytes counted each. Whoever inflates must
 * stop at what an entry declares. undefined: no directory, a broken one, or an entry that does not say.
 */
export function declaredSize(bytes: Uint8Array): { bytes: number; entries: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = findEnd(view);
    return end === undefined ? undefined : sumEntries(view, end);
  } catch (error) {
    // A field that lies outside the file.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

interface Listed {
  at: number;
  count: number;
}

function findEnd(view: DataView): Listed | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - TAIL); at--) {
    if (view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 12, true);
    const offset = view.getUint32(at + 16, true);
    if (count !== FULL_16 && size !== FULL_32 && offset !== FULL_32) return { at: offset, count };
    return findEnd64(view, at);
  }
  return undefined;
}

function findEnd64(view: DataView, end: number): Listed | undefined {
  const locator = end - 20;
  if (view.getUint32(locator, true) !== LOCATOR_64) return undefined;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (view.getUint32(at, true) !== END_64) return undefined;
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    at: Number(view.getBigUint64(at + 48, true)),
  };
}

function sumEntries(view: DataView, { at, count }: Listed): { bytes: number; entries: number } | undefined {
  let sum = 0;
  let entry = at;
  for (let nth = 0; nth < count; nth++) {
    if (view.getUint32(entry, true) !== ENTRY) return undefined;
    const method = view.getUint16(entry + 10, true);
    const packed = view.getUint32(entry + 20, true);
    const nameLength = view.getUint16(entry + 28, true);
    const extraLength = view.getUint16(entry + 30, true);
    const size = realSize(view, entry, nameLength, extraLength);
    // One that is said to be empty, or to have no packed bytes, is inflated to whatever it holds.
    const silent = method === DEFLATED && ((size === 0 && packed > 2) || packed === 0);
    if (size === undefined || silent) return undefined;
    sum += Math.max(size, method === DEFLATED ? 0 : packed);
    entry += 46 + nameLength + extraLength + view.getUint16(entry + 32, true);
  }
  return { bytes: sum, entries: count };
}

/** Of an entry over 4 GB the size stands first in the extra field with id 1. */
function realSize(
  view: DataView,
  entry: number,
  nameLength: number,
  extraLength: number,
): number | undefined {
  const size = view.getUint32(entry + 24, true);
  if (size !== FULL_32) return size;
  const end = entry + 46 + nameLength + extraLength;
  for (let at = entry + 46 + nameLength; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return Number(view.getBigUint64(at + 4, true));
  }
  return undefined;
}
