/** What classes of words around a question are made of. */

/** One kind of such words. `why`: what makes it safe to skip them there. */
export interface Framing {
  name: string;
  why: string;
  /** Matched against a folded text; what it covers is blanked. */
  said: RegExp;
  /** What it covers is kept where this is found in it. */
  but?: RegExp;
}

export const MARK = '[\\s,。;、!?:~…—-]';
export const START = `(?<=^|${MARK})`;
export const END = `(?=${MARK}|$)`;

export const all = (...parts: string[]) => new RegExp(parts.join('|'), 'gu');
