import { safeHref } from '../markdown/links.ts';
import type { Action, Place } from './context.ts';
import { type Json, readContent, readList, readObject, readString } from './read.ts';

/** Address of an open_url behaviour on a desktop; a platform marked unsupported opens nothing. */
export function readOpenUrl(element: Json): string | undefined {
  const open = readList(element.behaviors).find((behavior) => behavior.type === 'open_url');
  return open && safeHref(readString(open.pc_url) || readString(open.default_url) || '');
}

export function hasCallback(element: Json): boolean {
  return readList(element.behaviors).some((behavior) => behavior.type === 'callback');
}

/**
 * One interaction: asks when the element wants confirmation, then sends it and shows `trigger` as waiting until
 * it was answered. A second press while waiting does nothing. Resolves false when the person said no.
 */
export async function press(
  element: Json,
  place: Place,
  trigger: HTMLElement,
  extra: Omit<Action, 'path'> = {},
): Promise<boolean> {
  if (trigger.getAttribute('aria-busy') === 'true') return false;
  const ask = readObject(element.confirm);
  if (element.confirm && !(await place.card.confirm(readContent(ask.title), readContent(ask.text))))
    return false;
  trigger.setAttribute('aria-busy', 'true');
  try {
    await place.card.act({ path: place.path, ...extra });
  } finally {
    trigger.removeAttribute('aria-busy');
  }
  return true;
}
