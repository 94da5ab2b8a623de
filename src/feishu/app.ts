import type { Client } from '@larksuiteoapi/node-sdk';
import { unreadableAnswer } from './answer.ts';
import { scopesAnswer } from './wire.ts';

/** The app itself. Failures are FeishuErrors. */
export interface AppCalls {
  /** Names of the scopes that were granted to the app in its own name. */
  grantedScopes(): Promise<Set<string>>;
}

export function createAppCalls(sdk: Client): AppCalls {
  return {
    async grantedScopes() {
      const answer = await sdk.application.v6.scope.list();
      const read = scopesAnswer.safeParse(answer.data).data;
      if (read === undefined) throw unreadableAnswer('GET', '/open-apis/application/v6/scopes');
      const granted = read.scopes.filter((scope) => scope.grant_status === 1 && scope.scope_type !== 'user');
      return new Set(granted.map((scope) => scope.scope_name));
    },
  };
}
