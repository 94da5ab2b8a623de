/**
 * Patterns whose alternatives overlap (正|正在|刚|刚刚, again and again): all ways through are walked at once, so the time
 * grows with the text and never with the number of ways. Literals, groups `(?:)`, `|`, `* + ? {1,2}`, `.`, `[ ]`, `\p{ }`.
 */

interface State {
  takes?: (char: string) => boolean;
  next: State[];
  /** The states that take a character, or the end, reached from here without one. */
  reached?: readonly State[];
}

/** Given what comes behind, where to begin. */
type Part = (behind: State) => State;

const END: State = { next: [] };
const COUNTED = /\{(\d+),(\d+)\}/y;
const CHAR = /\\p\{[^}]*\}|\\.|\[[^\]]*\]|[^()|*+?{}[\]\\]/uy;

const one = (takes: (char: string) => boolean): Part => {
  return (behind) => ({ takes, next: [behind] });
};
const all = (parts: readonly Part[]): Part => {
  return (behind) => parts.reduceRight((next, part) => part(next), behind);
};
const either = (parts: readonly Part[]): Part => {
  return (behind) => ({ next: parts.map((part) => part(behind)) });
};
const maybe = (part: Part): Part => {
  return (behind) => ({ next: [part(behind), behind] });
};
const anyTimes = (part: Part): Part => {
  return (behind) => {
    const loop: State = { next: [] };
    loop.next = [part(loop), behind];
    return loop;
  };
};

function readAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function charPart(said: string): Part {
  if (!/^[\\.[]/.test(said)) return one((char) => char === said);
  const pattern = new RegExp(`^${said}$`, 'su');
  return one((char) => pattern.test(char));
}

function parse(pattern: string): Part {
  let at = 0;
  const many = (part: Part): Part => {
    const counted = readAt(COUNTED, pattern, at);
    if (counted) {
      at = COUNTED.lastIndex;
      const [least, most] = [Number(counted[1]), Number(counted[2])];
      return all(Array.from({ length: most }, (_, i) => (i < least ? part : maybe(part))));
    }
    const sign = pattern.charAt(at);
    if (!/^[*+?]$/.test(sign)) return part;
    at++;
    return sign === '?' ? maybe(part) : sign === '*' ? anyTimes(part) : all([part, anyTimes(part)]);
  };
  const single = (): Part => {
    if (pattern.startsWith('(?:', at)) {
      at += 3;
      const inside = alternatives();
      if (pattern.charAt(at++) !== ')') throw new Error(`no end of a group: ${pattern}`);
      return inside;
    }
    const char = readAt(CHAR, pattern, at);
    if (!char) throw new Error(`not read at ${at}: ${pattern}`);
    at = CHAR.lastIndex;
    return charPart(char[0]);
  };
  const alternatives = (): Part => {
    const ways: Part[][] = [[]];
    while (at < pattern.length && pattern.charAt(at) !== ')') {
      if (pattern.charAt(at) !== '|') ways.at(-1)?.push(many(single()));
      else {
        at++;
        ways.push([]);
      }
    }
    return either(ways.map(all));
  };
  const whole = alternatives();
  if (at < pattern.length) throw new Error(`a group too many ends: ${pattern}`);
  return whole;
}

function reachedFrom(state: State): readonly State[] {
  if (state.reached) return state.reached;
  const seen = new Set<State>([state]);
  for (const each of seen) if (!each.takes) for (const next of each.next) seen.add(next);
  state.reached = [...seen].filter((each) => each.takes !== undefined || each === END);
  return state.reached;
}

/** Whether a text is wholly as the pattern says. */
export function wholly(pattern: string): (text: string) => boolean {
  const start = parse(pattern)(END);
  return (text) => {
    let states = new Set(reachedFrom(start));
    for (const char of text) {
      const next = new Set<State>();
      for (const { takes, next: behind } of states)
        if (takes?.(char)) for (const each of behind) for (const one of reachedFrom(each)) next.add(one);
      if (next.size === 0) return false;
      states = next;
    }
    return states.has(END);
  };
}
