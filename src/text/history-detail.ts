/** Details of a history row as words: ids as names, days as days, whatever an older version wrote. */
import { clip, oneLine } from './escape.ts';
import { dayText } from './moments.ts';
import { personName, unitName } from './names.ts';
import type { ViewContext } from './view.ts';

export type Detail = Readonly<Record<string, unknown>>;

/** `:` and the text under the first of these keys that has one; '' when none has. */
export function textAt(detail: Detail, ...keys: string[]): string {
  for (const key of keys) {
    const value = detail[key];
    if (typeof value === 'string' && value.trim() !== '') return `：${clip(oneLine(value), 200)}`;
  }
  return '';
}

/** The id under the first of these keys that has one. */
export function idAt(detail: Detail, ...keys: string[]): number | undefined {
  for (const key of keys) {
    const value = detail[key];
    if (typeof value === 'number') return value;
  }
  return undefined;
}

/** The unit's name; '' without an id. */
export function unitText(ctx: ViewContext, id: number | undefined): string {
  return id === undefined ? '' : unitName(ctx, id);
}

/** The person's name; '' without an id. */
export function personText(ctx: ViewContext, id: number | undefined): string {
  return id === undefined ? '' : personName(ctx, id);
}

/** A day, or the day of a deadline, under one of the keys. */
export function dayAt(detail: Detail, ctx: ViewContext, ...keys: string[]): string {
  for (const key of keys) {
    const value = detail[key];
    const day = typeof value === 'object' && value !== null && 'day' in value ? value.day : value;
    if (typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day)) return dayText(day, ctx);
  }
  return '';
}
