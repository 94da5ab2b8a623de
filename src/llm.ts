/**
 * An OpenAI-compatible endpoint that may help to understand a sentence. Its answer is only text: whoever asks must check
 * it. Plain fetch, at most 8 seconds and 16 KB; after three failures in a row nobody asks for a minute.
 */
import { z } from 'zod';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

export const LIMIT_MS = 8000;
const LARGEST_BYTES = 16 * 1024;
const FAILURES = 3;
const PAUSE_MS = 60_000;

export interface LlmConfig {
  /** Without a slash at its end; `/chat/completions` is added. */
  baseUrl: string;
  model: string;
  key: string | undefined;
}

/** What outlives a request: failures in a row, and until when nobody asks. */
export interface Breaker {
  failures: number;
  openUntil: number;
}

export interface Llm {
  /** false while the breaker is open. */
  ready(): boolean;
  /** The text the model answers; undefined on any failure. Nothing of either text is logged or kept. */
  complete(system: string, user: string): Promise<string | undefined>;
}

const answer = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

class Failure extends Error {
  readonly outcome: string;
  constructor(outcome: string) {
    super(outcome);
    this.outcome = outcome;
  }
}

export function createLlm(parts: {
  config: LlmConfig;
  breaker: Breaker;
  clock: () => number;
  metrics: Metrics;
  log: Log;
  /** {@link LIMIT_MS} when absent. */
  limitMs?: number;
}): Llm {
  const { config, breaker, clock, metrics, log } = parts;
  const ask = async (system: string, user: string, signal: AbortSignal): Promise<string> => {
    const response = await fetch(`${config.baseUrl}/chat/completions`, {
      method: 'POST',
      signal,
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        ...(config.key !== undefined && { authorization: `Bearer ${config.key}` }),
      },
      body: JSON.stringify({
        model: config.model,
        temperature: 0,
        max_tokens: 400,
        stream: false,
        messages: [
          { role: 'system', content: system },
          { role: 'user', content: user },
        ],
      }),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Failure(`http-${Math.floor(response.status / 100)}xx`);
    }
    const read = answer.safeParse(parsed(await textOf(response)));
    if (!read.success) throw new Failure('unreadable');
    return read.data.choices[0]?.message.content ?? '';
  };
  return {
    ready: () => clock() >= breaker.openUntil,
    async complete(system, user) {
      const began = performance.now();
      let outcome = 'answered';
      try {
        const text = await ask(system, user, AbortSignal.timeout(parts.limitMs ?? LIMIT_MS));
        breaker.failures = 0;
        return text;
      } catch (error) {
        outcome = outcomeOf(error);
        breaker.failures++;
        if (breaker.failures >= FAILURES) {
          breaker.failures = 0;
          breaker.openUntil = clock() + PAUSE_MS;
          log.warn('llm.paused', { outcome, ms: PAUSE_MS });
        } else log.warn('llm.failed', { outcome });
        return undefined;
      } finally {
        metrics.llm(outcome, (performance.now() - began) / 1000);
      }
    },
  };
}

function outcomeOf(error: unknown): string {
  if (error instanceof Failure) return error.outcome;
  const name = error instanceof Error ? error.name : '';
  return name === 'TimeoutError' || name === 'AbortError' ? 'timeout' : 'unreachable';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure('unreadable');
  }
}

/** The body, given up as soon as it is too large. */
async function textOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > LARGEST_BYTES) {
      await reader.cancel();
      throw new Failure('too-large');
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return new TextDecoder().decode(whole);
}
