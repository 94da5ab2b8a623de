/**
 * What stands in the address of a board: the number of a link, and the deployment's signature under it. And what tells one
 * browser from another: a secret it was given, of which a hash is kept.
 */
import type { Tx } from '../../db/open.ts';
import { readState, saveState } from '../../db/setting.ts';
import type { Deps } from '../../deps.ts';

const KEY = 'board-key';
const encoder = new TextEncoder();
/** 128 bits, as base64url. */
const LENGTH = 22;

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** A number nobody can guess: of a link, or a browser's secret. */
export function newSecret(): string {
  return base64url(globalThis.crypto.getRandomValues(new Uint8Array(16)));
}

/** What is kept of the browser that shows this secret for a link; undefined: it shows none. */
export async function browserOf(id: string, secret: string | undefined): Promise<string | undefined> {
  if (secret === undefined || !/^[\w-]{22}$/.test(secret)) return undefined;
  const bytes = await globalThis.crypto.subtle.digest('SHA-256', encoder.encode(`board:${id}:${secret}`));
  return base64url(new Uint8Array(bytes));
}

/** The deployment's own key; drawn at random and stored when it is first needed. */
export async function boardKey(tx: Tx): Promise<string> {
  const stored = await readState(tx, KEY);
  if (typeof stored === 'string') return stored;
  const drawn = base64url(globalThis.crypto.getRandomValues(new Uint8Array(32)));
  await saveState(tx, KEY, drawn);
  return drawn;
}

async function sign(id: string, key: string): Promise<string> {
  const secret = await globalThis.crypto.subtle.importKey(
    'raw',
    encoder.encode(key),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const mac = await globalThis.crypto.subtle.sign('HMAC', secret, encoder.encode(`board:${id}`));
  return base64url(new Uint8Array(mac)).slice(0, LENGTH);
}

export async function tokenOf(id: string, key: string): Promise<string> {
  return `${id}.${await sign(id, key)}`;
}

/** The number in a token this deployment signed; undefined for anything else. Asks the database for the key at most once. */
export async function readToken(deps: Deps, token: string): Promise<string | undefined> {
  const [, id, mac] = /^([\w-]{22})\.([\w-]{22})$/.exec(token) ?? [];
  if (id === undefined || mac === undefined) return undefined;
  // Committed before any link was, it never changes.
  const key = deps.cache.boardKey ?? (await deps.db.read((tx) => readState(tx, KEY)));
  if (typeof key !== 'string') return undefined;
  deps.cache.boardKey = key;
  const wanted = await sign(id, key);
  let different = 0;
  for (let i = 0; i < LENGTH; i++) different |= mac.charCodeAt(i) ^ wanted.charCodeAt(i);
  return different === 0 ? id : undefined;
}
