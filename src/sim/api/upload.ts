import type { ApiContext } from './route.ts';
import { ApiError } from './route.ts';

/** A text field of a multipart body; 234001 when missing. */
export function textField(c: ApiContext, name: string): string {
  const value = c.form?.get(name);
  if (typeof value !== 'string' || value === '') throw new ApiError(234001, 'Invalid request param.');
  return value;
}

/** The file of a multipart body; 234001 when missing. */
export async function fileField(c: ApiContext, name: string): Promise<{ bytes: Uint8Array; name: string }> {
  const value = c.form?.get(name);
  if (!(value instanceof File)) throw new ApiError(234001, 'Invalid request param.');
  return { bytes: new Uint8Array(await value.arrayBuffer()), name: value.name };
}
