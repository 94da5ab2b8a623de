import type { Change } from '../types.ts';
import type { PageCall } from './call.ts';
import { SECURITY_HEADERS } from './reply.ts';

const PING_MS = 15_000;

/** GET events: every change as one server-sent event named by its kind, data the change as JSON. */
export function streamEvents({ sim, request }: PageCall): Response {
  const encoder = new TextEncoder();
  let stop = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string): void => controller.enqueue(encoder.encode(text));
      const unlisten = sim.onChange((change: Change) => {
        write(`event: ${change.kind}\ndata: ${JSON.stringify(change)}\n\n`);
      });
      // Keeps proxies from closing an idle stream.
      const ping = setInterval(() => write(': ping\n\n'), PING_MS);
      ping.unref();
      stop = () => {
        unlisten();
        clearInterval(ping);
      };
      request.signal.addEventListener('abort', () => stop());
      write(': open\n\n');
    },
    cancel: () => stop(),
  });
  return new Response(stream, {
    headers: { ...SECURITY_HEADERS, 'Content-Type': 'text/event-stream; charset=utf-8' },
  });
}
