/** Reading card JSON, of which nothing is certain but that it is JSON. */

export type Json = Record<string, unknown>;

export function readObject(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

export function readList(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(readObject) : [];
}

export function readString(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function readNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Content of a text object `{tag, content}`, in Chinese when it has several languages. */
export function readContent(value: unknown): string {
  const object = readObject(value);
  return readString(readObject(object.i18n_content).zh_cn) ?? readString(object.content) ?? '';
}
