/** Headers of every answer: no script, no frame, no cache, no guessing of types. */
import type { MiddlewareHandler } from 'hono';

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    // A page lets its own style sheet in, and says so itself.
    if (name === 'content-security-policy' && c.res.headers.has(name)) continue;
    c.res.headers.set(name, value);
  }
};

/** How much a connection may ask of the Node server before anything is known of it. */
export const SERVER_LIMITS = {
  /** All headers together; the platform's are below 1 KB. */
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  /** Node looks for the slow ones every so often; by default every 30 s. */
  connectionsCheckingInterval: 1_000,
} as const;

/** A connection on which nothing comes or goes that long is closed; between two requests keepAliveTimeout counts. */
export const SILENCE_MS = 30_000;
