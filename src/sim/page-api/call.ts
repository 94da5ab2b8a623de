/** One call of the page to its server. */
import type { Core } from '../core.ts';
import type { Sim } from '../types.ts';

export interface PageCall {
  core: Core;
  sim: Sim;
  request: Request;
  params: Record<string, string>;
  query: URLSearchParams;
  /** Parsed JSON body; {} when there is none or it is a form. */
  body: Record<string, unknown>;
}
