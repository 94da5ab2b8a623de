/** `node pglite-dump.ts FILE` writes a new, empty PGlite to FILE: making one takes seconds, beginning with it does not. */
import { writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('which file?');
const made = await PGlite.create();
const dump = await made.dumpDataDir('none');
writeFileSync(file, Buffer.from(await dump.arrayBuffer()));
await made.close();
