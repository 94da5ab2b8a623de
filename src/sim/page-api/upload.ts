import type { PageCall } from './call.ts';
import { PageError } from './reply.ts';

const MAX_BYTES = 30 * 1024 * 1024;

/** POST multipart {as, chatId, replyTo?, file} */
export async function uploadFromPage({ sim, request }: PageCall): Promise<unknown> {
  const form = await request.formData().catch(() => undefined);
  const as = form?.get('as');
  const chatId = form?.get('chatId');
  const replyTo = form?.get('replyTo');
  const file = form?.get('file');
  if (typeof as !== 'string' || typeof chatId !== 'string' || !(file instanceof File)) {
    throw new PageError(400, '缺少 as、chatId 或 file');
  }
  if (file.size === 0 || file.size > MAX_BYTES) throw new PageError(400, '文件为空或超过 30 MB');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mime = file.type === '' ? 'application/octet-stream' : file.type;
  const o = typeof replyTo === 'string' && replyTo !== '' ? { replyTo } : {};
  return sim.upload(as, chatId, { name: file.name, mime, bytes }, o);
}
