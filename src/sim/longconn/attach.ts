import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Core } from '../core.ts';
import { SOCKET_PATH } from './endpoint.ts';
import { type Line, MAX_CONNECTIONS } from './hub.ts';

/** Lets a server take the handshakes of long connections; the answer ends all of them. */
export function attachLongconn(core: Core, server: Server): () => void {
  const hub = core.longconn;
  const sockets = new WebSocketServer({ noServer: true });
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = new URL(request.url ?? '/', 'ws://platform');
    if (url.pathname !== SOCKET_PATH) return refuse(socket, 404, {});
    const key = url.searchParams.get('ticket') ?? '';
    const ticket = hub.tickets.get(key);
    hub.tickets.delete(key);
    if (!ticket || ticket.expiresAt < core.now()) {
      return refuse(socket, 200, { 'Handshake-Status': '514', 'Handshake-Msg': 'auth failed' });
    }
    if (hub.lines.size >= MAX_CONNECTIONS) {
      return refuse(socket, 200, {
        'Handshake-Status': '514',
        'Handshake-Msg': 'exceed connection limit',
        'Handshake-Autherrcode': '1000040350',
      });
    }
    sockets.handleUpgrade(request, socket, head, (ws) => openLine(core, ws, ticket));
  };
  server.on('upgrade', onUpgrade);
  return () => {
    server.off('upgrade', onUpgrade);
    for (const client of sockets.clients) client.terminate();
    sockets.close();
  };
}

function openLine(core: Core, ws: WebSocket, ticket: { deviceId: string; serviceId: number }): void {
  const { longconn: hub } = core;
  const line: Line = {
    deviceId: ticket.deviceId,
    serviceId: ticket.serviceId,
    openedAt: core.now(),
    silent: false,
    send: (bytes) => ws.send(bytes, () => {}),
    close: (code) => ws.close(code),
  };
  hub.lines.add(line);
  ws.on('error', () => {});
  ws.on('message', (data: Buffer) => hub.hear(line, data));
  ws.on('close', () => hub.gone(line));
}

function refuse(socket: Duplex, status: number, headers: Record<string, string>): void {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} Refused\r\nContent-Length: 0\r\n${lines.join('')}Connection: close\r\n\r\n`);
}
