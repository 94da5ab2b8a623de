import type { StoredFile, World } from '../world.ts';
import { invalidParameter } from './fields.ts';
import { ApiError } from './route.ts';

function needUpload(world: World, key: unknown, field: string): StoredFile {
  if (typeof key !== 'string' || key === '') throw invalidParameter(`${field} is required`);
  const file = world.files[key];
  if (!file) throw invalidParameter(`invalid ${field}`);
  if (file.by !== 'app') throw new ApiError(230017, 'Bot is NOT the owner of the resource.');
  return file;
}

/** What an upload declared as file_type may be sent as. */
function fitsAs(file: StoredFile, msgType: string): boolean {
  if (file.fileType === 'opus') return msgType === 'audio';
  if (file.fileType === 'mp4') return msgType === 'media';
  return msgType === 'file';
}

/**
 * Checks the key of an image, file, audio, media or sticker message.
 * @returns the name the file was uploaded under, where there is one
 */
export function checkMedia(
  world: World,
  msgType: string,
  content: Record<string, unknown>,
): string | undefined {
  if (msgType === 'image') {
    if (needUpload(world, content.image_key, 'image_key').kind !== 'image') {
      throw invalidParameter('invalid image_key');
    }
    return undefined;
  }
  if (msgType === 'sticker') {
    const received = Object.values(world.messages).some(
      (m) => m.msgType === 'sticker' && m.content.includes(`"${String(content.file_key)}"`),
    );
    if (!received) throw new ApiError(230017, 'Bot is NOT the owner of the resource.');
    return undefined;
  }
  const file = needUpload(world, content.file_key, 'file_key');
  if (!fitsAs(file, msgType)) {
    throw new ApiError(230055, 'The type of file upload does not match the type of message being sent.');
  }
  if (msgType === 'media' && content.image_key !== undefined) {
    needUpload(world, content.image_key, 'image_key');
  }
  return file.name;
}
