import type { Core } from '../core.ts';
import { newTenantToken } from '../ids.ts';
import type { Route } from './route.ts';
import { ApiError } from './route.ts';

const LIFE_MS = 7_200_000;
const KEEP_MS = 1_800_000;

/** The token the platform hands out now: the newest while it has 30 min left, else a new one beside it. */
function currentToken(core: Core): { token: string; expiresAt: number } {
  const now = core.now();
  core.world.tokens = core.world.tokens.filter((t) => t.expiresAt > now);
  const newest = core.world.tokens.at(-1);
  if (newest && newest.expiresAt - now >= KEEP_MS) return newest;
  const fresh = { token: newTenantToken(core.world.ids), expiresAt: now + LIFE_MS };
  core.world.tokens.push(fresh);
  return fresh;
}

/** POST /auth/v3/tenant_access_token/internal: flat answer, and failures under HTTP 200 (feishu.md §5). */
export const tokenInternal: Route = {
  method: 'POST',
  path: '/open-apis/auth/v3/tenant_access_token/internal',
  scopes: [],
  open: true,
  handle({ core, body }) {
    const { app_id: appId, app_secret: secret } = body;
    if (
      typeof appId !== 'string' ||
      typeof secret !== 'string' ||
      secret === '' ||
      !/^cli_\w+$/.test(appId)
    ) {
      throw new ApiError(10003, 'invalid param', { status: 200, details: { data: {} } });
    }
    if (appId !== core.options.appId) throw new ApiError(10014, 'app id not exists', { status: 200 });
    if (secret !== core.options.appSecret) throw new ApiError(10015, 'wrong app secret', { status: 200 });
    const { token, expiresAt } = currentToken(core);
    return {
      msg: 'ok',
      flat: { tenant_access_token: token, expire: Math.floor((expiresAt - core.now()) / 1000) },
    };
  },
};

/** Refuses a call without a valid tenant token. */
export function checkToken(core: Core, header: string | null): void {
  const status = core.world.strict.tokenErrorStatus;
  const token = /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1];
  if (token === undefined) {
    throw new ApiError(
      99991661,
      'Missing access token for authorization. Please make a request with token attached.',
      {
        status,
      },
    );
  }
  if (!/^[tu]-/.test(token)) {
    throw new ApiError(
      99991671,
      "Invalid access token for authorization. The token must start with 't-' or 'u-'.",
      {
        status,
      },
    );
  }
  const now = core.now();
  if (!core.world.tokens.some((t) => t.token === token && t.expiresAt > now)) throw invalidToken(status);
}

/** 99991663: the token is unknown or has run out. */
export function invalidToken(status: number): ApiError {
  return new ApiError(
    99991663,
    'Invalid access token for authorization. Please make a request with token attached.',
    {
      status,
    },
  );
}
