/** A page that a feature brings along: where it is found, and what it shows whom. */
import type { Deps } from '../deps.ts';

export interface PageRequest {
  /** What follows the last piece of the path: a secret that proves who was given the link, and perhaps more. */
  params: Readonly<Record<string, string>>;
  /** What follows the question mark. */
  query: Readonly<Record<string, string>>;
  /** What this page had the browser keep. */
  cookie: string | undefined;
  /** The page's one button was pressed. */
  pressed: boolean;
}

/** Whose request it is, before anything is asked of the database. */
export interface Visit {
  /** Of what was given to one person; requests with the same are limited together. */
  key: string;
  /** The whole document; `again`: load it anew; undefined: not, or not any more, for whoever holds the link. */
  show(): Promise<PageDocument | 'again' | undefined>;
}

export interface PageDocument {
  html: string;
  /** The one style sheet within it, for the policy that lets no other in. */
  style: string;
  /** It has a button that asks for the same address by POST. */
  button?: true;
  /** What the browser is to keep and bring along, for this path and what is below it. */
  cookie?: { value: string; path: string; seconds: number };
}

export interface FeaturePage {
  /** As Hono matches it: /board/:token */
  path: string;
  /** undefined: a link nobody was given; no query was made to find out. */
  visit(deps: Deps, request: PageRequest): Promise<Visit | undefined>;
  /** What is answered instead, always the same; `busy`: asked for too often. */
  refusal(why: 'gone' | 'busy'): PageDocument;
}
