/** A sheet as a picture, with the font that ships with the program: a bare server has none. Node only. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('./font/', import.meta.url);
const FONT = fileURLToPath(new URL('noto-sans-sc.otf', FOLDER));
/** Of an A3 sheet 240 dots per inch come out at this width. */
const WIDTH = 3360;
/** Drawn instead of what the font does not have. */
const BOX = '□';

export interface Picture {
  png: Uint8Array<ArrayBuffer>;
  /** Characters drawn as boxes. */
  missing: number;
}

let covered: Promise<ReadonlySet<string>> | undefined;

function readCovered(): Promise<ReadonlySet<string>> {
  covered ??= readFile(new URL('characters.txt', FOLDER), 'utf8').then((all) => new Set(all));
  return covered;
}

/** @throws when the document is no SVG, or the renderer is not installed for this machine */
export async function pictureOf(svg: string): Promise<Picture> {
  const known = await readCovered();
  let missing = 0;
  let drawable = '';
  for (const char of svg) {
    const there = known.has(char) || char === '\n';
    drawable += there ? char : BOX;
    if (!there) missing++;
  }
  // Loaded when it is needed: a deployment that never makes one never pays for it.
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(drawable, {
    font: { fontFiles: [FONT], loadSystemFonts: false, defaultFontFamily: 'Noto Sans CJK SC' },
    fitTo: { mode: 'width', value: WIDTH },
  });
  return { png: new Uint8Array(image.asPng()), missing };
}
