import type { Core } from '../core.ts';
import type { RateRule } from '../rate-windows.ts';
import { takePlace } from '../rate-windows.ts';
import { hasScope } from '../world.ts';
import type { Route } from './route.ts';
import { ApiError } from './route.ts';

/** The headers of a refusal for frequency; reset in whole seconds. */
export function rateHeaders(limit: number, resetSeconds: number): Record<string, string> {
  return { 'x-ogw-ratelimit-limit': String(limit), 'x-ogw-ratelimit-reset': String(resetSeconds) };
}

/** 429 with 99991400 and the headers that tell how long to wait (feishu.md §4.8). */
export function tooManyRequests(limit: number, resetSeconds: number): ApiError {
  return new ApiError(99991400, 'request trigger frequency limit', {
    status: 429,
    headers: rateHeaders(limit, resetSeconds),
  });
}

/** 230020: a chat or person has had its 5 messages this second. */
export function chatTooBusy(limit: number, resetSeconds: number): ApiError {
  return new ApiError(230020, 'This operation triggers the frequency limit.', {
    headers: rateHeaders(limit, resetSeconds),
  });
}

/** 99991672 unless one of the route's scopes was granted. */
export function checkScope(core: Core, { scopes }: Pick<Route, 'scopes'>): void {
  if (scopes.length === 0 || hasScope(core.world, scopes)) return;
  const list = scopes.join(', ');
  const link = `https://open.feishu.cn/app/${core.options.appId}/auth?q=${scopes.join(',')}`;
  throw new ApiError(
    99991672,
    `Access denied. One of the following scopes is required: [${list}].应用尚未开通所需的应用身份权限：[${list}]，点击链接申请并开通任一权限即可：${link}`,
    {
      details: {
        permission_violations: scopes.map((subject) => ({ type: 'action_scope_required', subject })),
      },
    },
  );
}

/** Per app and API: 50/s and 1000/min unless the route says otherwise. */
export function checkApiRate(core: Core, route: Route): void {
  if (!core.world.strict.rateLimits || route.open) return;
  const key = `${route.method} ${route.path}`;
  const rules: RateRule[] = [
    { key: `s ${key}`, limit: route.perSecond ?? 50, windowMs: 1_000 },
    { key: `m ${key}`, limit: route.perMinute ?? 1_000, windowMs: 60_000 },
  ];
  const full = takePlace(core.windows, rules, core.now());
  if (full) throw tooManyRequests(full.limit, full.resetSeconds);
}

/** 5 a second per chat, user or message. `target` is the chat id, open id or message id. */
export function checkTargetRate(core: Core, target: string): void {
  if (!core.world.strict.rateLimits) return;
  const full = takePlace(core.windows, [{ key: `t ${target}`, limit: 5, windowMs: 1_000 }], core.now());
  if (!full) return;
  throw core.world.strict.chatLimit === 'http429'
    ? tooManyRequests(full.limit, full.resetSeconds)
    : chatTooBusy(full.limit, full.resetSeconds);
}
