/** How much room the disk of a folder has. Node only. */
import { statfs } from 'node:fs/promises';

export async function diskOf(folder: string): Promise<{ free: number; total: number }> {
  const { bsize, bavail, blocks } = await statfs(folder);
  return { free: bsize * bavail, total: bsize * blocks };
}
