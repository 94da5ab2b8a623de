import type { Part } from './multipart.ts';
import type { ApiContext } from './route.ts';
import { ApiError } from './route.ts';

/** A text field of a multipart body; 234001 when missing. */
export function textField(c: ApiContext, name: string): string {
  const text = Buffer.from(filePart(c, name).bytes).toString('utf8');
  if (text === '') throw new ApiError(234001, 'Invalid request param.');
  return text;
}

/** The file of a multipart body; 234001 when missing. */
export function filePart(c: ApiContext, name: string): Part {
  const part = c.form?.get(name);
  if (!part) throw new ApiError(234001, 'Invalid request param.');
  return part;
}
