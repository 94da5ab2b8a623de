/** What every answer carries, and what a connection may ask before anything is known of it. */
import { request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { route, waitingPage } from '../../src/demo/start.ts';
import { MAX_BODY_BYTES } from '../../src/feishu/verify.ts';
import { SERVER_LIMITS, SILENCE_MS } from '../../src/http/security-headers.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe('headers', () => {
  test.each([
    ['GET', '/healthz'],
    ['GET', '/readyz'],
    ['GET', '/metrics'],
    ['GET', '/nowhere'],
    ['POST', '/webhook/event'],
    ['POST', '/webhook/card'],
  ])('%s %s: no script, no frame, no guessing, no cache', async (method, path) => {
    const { headers } = await world.app.request(path, { method, ...(method === 'POST' && { body: '{}' }) });
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test.each([
    '/',
    '/sim',
    '/sim/assets/main.ts',
    '/sim/assets/style.css',
    '/sim/api/state',
    '/sim/api/none',
    '/healthz',
  ])('the demo, %s', async (path) => {
    const demo = { sim: world.sim, app: world.app };
    const answer = await route(demo, new Request(`http://127.0.0.1:3000${path}`));
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src '(self|none)'/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src|unsafe-eval|\*/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    await answer.body?.cancel();
  });

  test('the page that waits, and the refusal of other hosts', async () => {
    for (const host of ['127.0.0.1:3000', 'evil.example']) {
      const { headers } = waitingPage(new Request(`http://${host}/`));
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});

describe('limits on a real socket', () => {
  let port: number;
  let server: ReturnType<typeof serve>;
  beforeAll(async () => {
    await new Promise<void>((resolve) => {
      server = serve(
        { fetch: world.app.fetch, port: 0, hostname: '127.0.0.1', serverOptions: SERVER_LIMITS },
        () => resolve(),
      );
    });
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const send = (headers: Record<string, string>, body: Buffer[], path = '/webhook/event') =>
    new Promise<number | string>((resolve) => {
      const sent = request(
        { host: '127.0.0.1', port, path, method: 'POST', headers, agent: false },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        },
      );
      sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
      for (const chunk of body) sent.write(chunk);
      sent.end();
    });

  test('headers of more than 16 KB are refused', async () => {
    expect(await send({ 'x-long': 'x'.repeat(20_000) }, [])).toBe(431);
    expect(await send({ 'x-long': 'x'.repeat(8_000) }, [Buffer.from('{}')])).toBe(401);
  });

  test('a body of more than 1 MB is refused, whether or not it says its length', async () => {
    const size = MAX_BODY_BYTES + 1;
    const refused = [413, 'ECONNRESET', 'EPIPE'];
    expect(refused).toContain(await send({ 'content-length': String(size) }, [Buffer.alloc(size)]));
    const chunks = Array.from({ length: 17 }, () => Buffer.alloc(64 * 1024));
    expect(refused).toContain(await send({ 'transfer-encoding': 'chunked' }, chunks));
    expect(await send({}, [Buffer.alloc(1000)])).toBe(401);
  });

  /** What the server says to somebody who sends a part and then nothing, until it hangs up. */
  const hangUp = (to: number, part: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(to, '127.0.0.1', () => socket.write(part));
      let heard = '';
      socket.on('data', (data) => {
        heard += data;
      });
      socket.on('error', reject);
      socket.on('close', () => resolve(heard));
    });

  test('somebody who sends slowly is cut off, in the headers and in the body', async () => {
    expect(server).toMatchObject({ headersTimeout: 10_000, requestTimeout: 30_000 });
    // So often it looks: a limit is passed by no more than that.
    expect(SERVER_LIMITS.connectionsCheckingInterval).toBeLessThanOrEqual(1_000);
    expect(SILENCE_MS).toBeLessThanOrEqual(30_000);
    // The same limits a hundred times as fast; silence ten times, so that a busy machine keeps their order.
    const { headersTimeout, requestTimeout, ...others } = SERVER_LIMITS;
    const fast = await new Promise<ReturnType<typeof serve>>((resolve) => {
      const opened = serve(
        {
          fetch: world.app.fetch,
          port: 0,
          hostname: '127.0.0.1',
          serverOptions: {
            ...others,
            headersTimeout: headersTimeout / 100,
            requestTimeout: requestTimeout / 100,
            connectionsCheckingInterval: 20,
          },
        },
        () => resolve(opened),
      );
    });
    if ('setTimeout' in fast) fast.setTimeout(SILENCE_MS / 10);
    try {
      const to = (fast.address() as AddressInfo).port;
      const head = 'POST /webhook/event HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n';
      expect(await hangUp(to, head)).toMatch(/^HTTP\/1\.1 408 /);
      // Somebody who says nothing at all holds no connection either.
      expect(await hangUp(to, '')).toMatch(/^(HTTP\/1\.1 408 |$)/);
      // A machine that halts here for as long as a head may take ends it before its body: then once more.
      let bodies = 0;
      fast.on('request', () => bodies++);
      while (bodies === 0) expect(await hangUp(to, `${head}\r\n{`)).toMatch(/^HTTP\/1\.1 408 /);
      // The body was being read, so the log says that this request came to nothing.
      world.expectFailures(1);
    } finally {
      await new Promise((resolve) => fast.close(resolve));
    }
  });
});
