/** Word files the simulated platform keeps. */
import JSZip from 'jszip';
import type { Sim, SimMessage } from '../../src/sim/sim.ts';

export interface WordFile {
  name: string;
  /** Its paragraphs, a line each. */
  text: string;
  xml: string;
}

/** The Word file a message carries, opened. */
export async function wordOf(sim: Sim, message: SimMessage): Promise<WordFile> {
  const { file_key: key } = message.content as { file_key: string };
  const { files } = sim.snapshot() as { files: Record<string, { name: string; data: string }> };
  const file = files[key]!;
  const zip = await JSZip.loadAsync(Buffer.from(file.data, 'base64'));
  const xml = await zip.file('word/document.xml')!.async('string');
  const text = [...xml.matchAll(/<w:p>([\s\S]*?)<\/w:p>/g)]
    .map(([, inner]) => [...inner!.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, t]) => t).join(''))
    .join('\n');
  return { name: file.name, text, xml };
}
