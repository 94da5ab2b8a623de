const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  sim: '\u223c',
  copy: '©',
  reg: '®',
  middot: '·',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  times: '×',
  deg: '°',
  yen: '¥',
  rarr: '→',
  larr: '←',
};

const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,30}));/y;

/** The character(s) an entity at `at` stands for and its length in the source; undefined if there is none. */
export function readEntity(source: string, at: number): { text: string; length: number } | undefined {
  ENTITY.lastIndex = at;
  const found = ENTITY.exec(source);
  if (!found) return undefined;
  const [whole, decimal, hex, name] = found;
  const text = name ? readNamed(name) : fromCode(decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16));
  return text === undefined ? undefined : { text, length: whole.length };
}

/** Own names only: `&constructor;` is no entity. */
function readNamed(name: string): string | undefined {
  return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
}

/** CommonMark 2.5: zero and impossible code points become the replacement character. */
function fromCode(code: number): string {
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return valid ? String.fromCodePoint(code) : '\ufffd';
}

/** Decodes every entity of an attribute or a link target. */
export function decodeEntities(source: string): string {
  let out = '';
  for (let at = 0; at < source.length; ) {
    const entity = source[at] === '&' ? readEntity(source, at) : undefined;
    out += entity ? entity.text : source[at];
    at += entity ? entity.length : 1;
  }
  return out;
}
