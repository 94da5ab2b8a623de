/** Words to find an issue by. The index holds them as they are; no dictionary of the database is involved. */

const TOKEN_LIMIT = 3000;
const LONGEST_TOKEN = 64;
const RUNS = /\p{Script=Han}+|[^\P{L}\p{Script=Han}]+|\p{N}+/gu;
const HAN = /^\p{Script=Han}/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Full-width to half-width, compatibility forms to plain ones, lower case: Ａ㎡ → am2. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function runsOf(text: string): string[] {
  return fold(text).match(RUNS) ?? [];
}

function bigrams(run: string): string[] {
  const characters = [...run];
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}

/**
 * Tokens of a text: every run of letters or digits, and of Chinese its words, pairs and single characters, so that any
 * part of a phrase is found. Folded, each once, at most 3,000, in order of the text.
 */
export function searchTokens(text: string): string[] {
  const tokens = new Set<string>();
  for (const run of runsOf(text)) {
    if (!HAN.test(run)) {
      tokens.add(run.slice(0, LONGEST_TOKEN));
      continue;
    }
    for (const { segment } of segmenter.segment(run)) {
      if (segment.length <= LONGEST_TOKEN) tokens.add(segment);
    }
    for (const pair of bigrams(run)) tokens.add(pair);
    for (const character of run) tokens.add(character);
  }
  return [...tokens].slice(0, TOKEN_LIMIT);
}

/**
 * Tokens all of which a text must hold to be found by these words: pairs of Chinese characters (one alone when it
 * stands alone), whole runs of letters or digits. Empty when the words hold nothing to look for.
 */
export function queryTokens(words: string): string[] {
  const tokens = runsOf(words).flatMap((run) => {
    if (!HAN.test(run)) return [run.slice(0, LONGEST_TOKEN)];
    return [...run].length === 1 ? [run] : bigrams(run);
  });
  return [...new Set(tokens)].slice(0, TOKEN_LIMIT);
}
