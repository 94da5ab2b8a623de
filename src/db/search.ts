/** Search tokens (domain/search.ts) as PostgreSQL's tsvector and tsquery literals, cast without a parser. */

/** PostgreSQL refuses lexemes of 2 KB; a token this long is noise, and 500 UTF-16 units fit in any script. */
const LONGEST = 500;

function quote(token: string): string {
  return `'${token.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

function usable(tokens: string[]): string[] {
  return [...new Set(tokens.map((token) => token.replaceAll('\0', '').trim()))]
    .filter((token) => token !== '' && token.length <= LONGEST && token.isWellFormed())
    .map(quote);
}

/** Literal for `::tsvector`; '' when no token is usable. */
export function tsvectorOf(tokens: string[]): string {
  return usable(tokens).join(' ');
}

/** Literal for `::tsquery` that finds what holds every token; '' finds nothing. */
export function tsqueryOfAll(tokens: string[]): string {
  return usable(tokens).join(' & ');
}

/** Literal for `::tsquery` that finds what holds any token; '' finds nothing. */
export function tsqueryOfAny(tokens: string[]): string {
  return usable(tokens).join(' | ');
}
