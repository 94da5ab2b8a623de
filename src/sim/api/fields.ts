import { isRecord } from '../content/json.ts';
import type { ApiContext } from './route.ts';
import { ApiError } from './route.ts';

/** 99992402: a field is missing or not among its options. */
export function fieldViolation(field: string, description: string): ApiError {
  return new ApiError(99992402, 'field validation failed', {
    details: { field_violations: [{ field, description }] },
  });
}

/** 9499: a field is of another JSON type. */
export function typeError(field: string, value: unknown): ApiError {
  return new ApiError(
    9499,
    `Invalid parameter type in json: ${field}. Invalid parameter value: ${JSON.stringify(value)}. Please check and modify accordingly.`,
  );
}

/** 230001 with the reason after `ext=`. */
export function invalidParameter(reason: string): ApiError {
  return new ApiError(230001, `Your request contains an invalid request parameter, ext=${reason}`);
}

/** A required, non-empty string of the body. */
export function needString(c: ApiContext, field: string): string {
  const value = optionalString(c, field);
  if (value === undefined || value === '') throw fieldViolation(field, `${field} is required`);
  return value;
}

/** A string of the body, or undefined when it is absent. */
export function optionalString(c: ApiContext, field: string): string | undefined {
  const value = c.body[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw typeError(field, value);
  return value;
}

/** A required list of strings with between 1 and `max` entries. */
export function needStrings(c: ApiContext, field: string, max: number): string[] {
  const value = c.body[field];
  if (value === undefined || value === null) throw fieldViolation(field, `${field} is required`);
  if (!Array.isArray(value)) throw typeError(field, value);
  const strings = value.filter((v): v is string => typeof v === 'string');
  if (strings.length !== value.length) throw typeError(field, value);
  if (strings.length === 0) throw fieldViolation(field, 'the min len is 1');
  if (strings.length > max) throw fieldViolation(field, `the max len is ${max}`);
  return strings;
}

/** A required object of the body. */
export function needRecord(c: ApiContext, field: string): Record<string, unknown> {
  const value = c.body[field];
  if (value === undefined || value === null) throw fieldViolation(field, `${field} is required`);
  if (!isRecord(value)) throw typeError(field, value);
  return value;
}

/** A query parameter out of a fixed set; without a fallback it is required. */
export function queryOption<T extends string>(
  c: ApiContext,
  name: string,
  options: readonly T[],
  fallback?: T,
): T {
  const given = c.query.get(name);
  if (given === null || given === '') {
    if (fallback !== undefined) return fallback;
    throw fieldViolation(name, `${name} is required`);
  }
  const found = options.find((option) => option === given);
  if (found === undefined) throw fieldViolation(name, `${name} is optional, options: [${options.join(',')}]`);
  return found;
}

/** page_size between 1 and `max`. */
export function pageSize(c: ApiContext, fallback: number, max: number): number {
  const given = c.query.get('page_size');
  if (given === null) return fallback;
  const size = Number(given);
  if (!Number.isInteger(size) || size < 1 || size > max) {
    throw fieldViolation('page_size', `the max value is ${max}`);
  }
  return size;
}

/** Cuts one page out of a list; tokens are opaque to the caller. */
export function cutPage<T>(c: ApiContext, all: readonly T[], size: number): { items: T[]; next: object } {
  const token = c.query.get('page_token') ?? '';
  const start = token === '' ? 0 : Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isInteger(start) || start < 0) throw invalidParameter('invalid page_token');
  const end = start + size;
  const more = end < all.length;
  return {
    items: all.slice(start, end),
    next: { has_more: more, page_token: more ? Buffer.from(String(end)).toString('base64url') : '' },
  };
}
