import { newFileKey } from '../ids.ts';
import { readImageSize } from './image-size.ts';
import type { Route } from './route.ts';
import { ApiError } from './route.ts';
import { filePart, textField } from './upload.ts';

const MAX_BYTES = 10 * 1024 * 1024;

/** POST /im/v1/images: ≤ 10 MB; GIF ≤ 2000×2000, others ≤ 12000×12000 (feishu.md §4.3). */
export const imagesCreate: Route = {
  method: 'POST',
  path: '/open-apis/im/v1/images',
  scopes: ['im:resource', 'im:resource:upload'],
  multipart: true,
  handle(c) {
    const type = textField(c, 'image_type');
    if (type !== 'message' && type !== 'avatar') throw new ApiError(234001, 'Invalid request param.');
    const file = filePart(c, 'image');
    if (file.bytes.length === 0) throw new ApiError(234010, "File's size can't be 0.");
    if (file.bytes.length > MAX_BYTES) throw new ApiError(234006, 'The file size exceed the max value.');
    const size = readImageSize(file.bytes);
    if (!size) throw new ApiError(234011, "Can't regonize image format.");
    const side = size.format === 'gif' ? 2_000 : 12_000;
    if (size.width > side || size.height > side) {
      throw new ApiError(234039, 'Image resolution exceeds limit.');
    }
    const key = newFileKey(c.core.world.ids, 'img');
    c.core.world.files[key] = {
      key,
      kind: 'image',
      name: file.fileName ?? 'image',
      mime: `image/${size.format}`,
      data: Buffer.from(file.bytes).toString('base64'),
      size: file.bytes.length,
      by: 'app',
    };
    return { data: { image_key: key } };
  },
};
