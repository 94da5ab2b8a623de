/** An endpoint like OpenAI's on the loopback, which answers as it is told. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeLlm {
  url: string;
  /** What it was asked, newest last. */
  asked: {
    path: string;
    key: string | undefined;
    body: { model: string; messages: { content: string }[] };
  }[];
  /** How the next questions are answered. */
  answers: (how: How) => void;
  close(): Promise<void>;
}

export type How =
  | { content: string }
  | { status: number }
  | { raw: string }
  /** Bytes without an end. */
  | { endless: true }
  /** Never. */
  | { silent: true };

export async function fakeLlm(): Promise<FakeLlm> {
  let how: How = { content: '{}' };
  const asked: FakeLlm['asked'] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const key = request.headers.authorization;
      asked.push({ path: request.url ?? '', key, body: JSON.parse(body) });
      if ('silent' in how) return;
      if ('status' in how) {
        response.writeHead(how.status).end('sorry');
        return;
      }
      response.writeHead(200, { 'content-type': 'application/json' });
      if ('raw' in how) response.end(how.raw);
      else if ('content' in how)
        response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: how.content } }] }));
      else {
        const timer = setInterval(() => response.write('x'.repeat(8192)), 1);
        response.on('close', () => clearInterval(timer));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    answers: (next) => {
      how = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
