import { newFileKey } from '../ids.ts';
import type { Route } from './route.ts';
import { ApiError } from './route.ts';
import { filePart, textField } from './upload.ts';

const MAX_BYTES = 30 * 1024 * 1024;
const FILE_TYPES = ['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream'];

/** POST /im/v1/files: ≤ 30 MB and not empty (feishu.md §4.3). */
export const filesCreate: Route = {
  method: 'POST',
  path: '/open-apis/im/v1/files',
  scopes: ['im:resource', 'im:resource:upload'],
  multipart: true,
  handle(c) {
    const fileType = textField(c, 'file_type');
    if (!FILE_TYPES.includes(fileType)) throw new ApiError(234001, 'Invalid request param.');
    const name = textField(c, 'file_name');
    const file = filePart(c, 'file');
    if (file.bytes.length === 0) throw new ApiError(234010, "File's size can't be 0.");
    if (file.bytes.length > MAX_BYTES) throw new ApiError(234006, 'The file size exceed the max value.');
    const key = newFileKey(c.core.world.ids, 'file');
    c.core.world.files[key] = {
      key,
      kind: 'file',
      name,
      mime: 'application/octet-stream',
      data: Buffer.from(file.bytes).toString('base64'),
      size: file.bytes.length,
      by: 'app',
      fileType,
    };
    return { data: { file_key: key } };
  },
};
