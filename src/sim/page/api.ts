import type { ApiCall, Change, ClickResult, Push, SimChat, SimMessage, SimUser } from '../types.ts';

/** What GET /sim/api/state answers. */
export interface SimState {
  now: number;
  timeZone: string;
  bot: { openId: string; name: string };
  tenantKey: string;
  users: SimUser[];
  chats: SimChat[];
}

export interface ClickRequest {
  as: string;
  messageId: string;
  elementPath: string;
  /** What was chosen, typed or ticked. */
  value?: unknown;
  form?: Record<string, unknown>;
}

/** Why the simulator refused, in words for the person. */
export class ApiError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const form = body instanceof FormData;
  let response: Response;
  try {
    response = await fetch(`/sim/api${path}`, {
      method,
      headers: body === undefined || form ? {} : { 'content-type': 'application/json' },
      ...(body !== undefined && { body: form ? body : JSON.stringify(body) }),
    });
  } catch {
    throw new ApiError(0, '连接不上演示服务，请确认它还在运行');
  }
  const text = await response.text();
  if (response.ok) return (text ? JSON.parse(text) : undefined) as T;
  throw new ApiError(response.status, readReason(text) ?? `请求失败（${response.status}）`);
}

function readReason(text: string): string | undefined {
  try {
    const { message, msg, error } = JSON.parse(text) as Record<string, unknown>;
    return [message, msg, error].find(
      (reason): reason is string => typeof reason === 'string' && reason !== '',
    );
  } catch {
    return undefined;
  }
}

const enc = encodeURIComponent;

export const api = {
  state: () => call<SimState>('GET', '/state'),
  messages: async (chatId: string, as: string): Promise<SimMessage[]> => {
    const answer = await call<SimMessage[] | { messages: SimMessage[] }>(
      'GET',
      `/chats/${enc(chatId)}/messages?as=${enc(as)}`,
    );
    return Array.isArray(answer) ? answer : answer.messages;
  },
  say: (body: { as: string; chatId: string; text: string; replyTo?: string; atBot?: boolean }) =>
    call<unknown>('POST', '/say', body),
  click: (body: ClickRequest) => call<ClickResult>('POST', '/click', body),
  openP2p: (as: string) => call<{ chatId: string }>('POST', '/p2p', { as }),
  recall: (as: string, messageId: string) => call<unknown>('POST', '/recall', { as, messageId }),
  upload: (as: string, chatId: string, file: File, replyTo?: string) => {
    const form = new FormData();
    form.set('as', as);
    form.set('chatId', chatId);
    if (replyTo) form.set('replyTo', replyTo);
    form.set('file', file);
    return call<unknown>('POST', '/upload', form);
  },
  createChat: (body: { name: string; members: string[] }) => call<{ chatId: string }>('POST', '/chats', body),
  placeBot: (chatId: string, as: string, inside: boolean) =>
    call<unknown>('POST', `/chats/${enc(chatId)}/bot`, { as, in: inside }),
  moveClock: (body: { advanceMs: number } | { to: number } | { preset: string }) =>
    call<unknown>('POST', '/clock', body),
  addFault: (fault: { kind: string; api?: string; times?: number }) => call<unknown>('POST', '/fault', fault),
  clearFaults: () => call<unknown>('DELETE', '/faults'),
  log: () => call<{ calls: ApiCall[]; pushes: Push[] }>('GET', '/log'),
};

/** Address of an uploaded image or file. */
export function fileUrl(key: string): string {
  return `/sim/api/files/${enc(key)}`;
}

const KINDS = ['message', 'user', 'chat', 'call', 'push', 'clock', 'toast'];

/** Listens to what changes; `onOpen` also fires after every reconnection, when things may have been missed. */
export function listen(onChange: (change: Change) => void, onOpen: () => void, onLost: () => void): void {
  const source = new EventSource('/sim/api/events');
  const receive = (event: MessageEvent<string>) => onChange(JSON.parse(event.data) as Change);
  source.addEventListener('message', receive);
  for (const kind of KINDS)
    if (kind !== 'message') source.addEventListener(kind, receive as (event: Event) => void);
  source.addEventListener('open', onOpen);
  source.addEventListener('error', onLost);
}
