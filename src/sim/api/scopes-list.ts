import { DEFAULT_SCOPES, GROUP_ALL_SCOPES } from '../scopes.ts';
import type { Route } from './route.ts';

/**
 * GET /application/v6/scopes: what the app has asked for and whether it was granted (1) or not (2); needs no scope.
 * Page of the platform: application-v6/scope/list.
 */
export const scopesList: Route = {
  method: 'GET',
  path: '/open-apis/application/v6/scopes',
  scopes: [],
  handle: ({ core }) => {
    const granted = new Set(core.world.scopes);
    const asked = new Set([...granted, ...DEFAULT_SCOPES, ...GROUP_ALL_SCOPES]);
    return {
      data: {
        scopes: [...asked].map((scope) => ({
          scope_name: scope,
          grant_status: granted.has(scope) ? 1 : 2,
          scope_type: 'tenant',
        })),
      },
    };
  },
};
