import type { Client } from '@larksuiteoapi/node-sdk';
import { unreadableAnswer } from './answer.ts';
import { uploadAnswer } from './wire.ts';

export interface Download {
  bytes: Uint8Array<ArrayBuffer>;
  contentType?: string;
}

/** Files and pictures. Failures are FeishuErrors. */
export interface FileCalls {
  /** ≤10 MB, not empty. Resolves to the image_key. */
  uploadImage(bytes: Uint8Array<ArrayBuffer>, name?: string): Promise<string>;
  /** ≤30 MB, not empty. Resolves to the file_key. */
  uploadFile(
    name: string,
    type: 'opus' | 'mp4' | 'pdf' | 'doc' | 'xls' | 'ppt' | 'stream',
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<string>;
  /** An attachment a person sent; more than `maxBytes` is refused while reading (kind 'give-up', 'too-large'). */
  download(messageId: string, key: string, type: 'image' | 'file', maxBytes: number): Promise<Download>;
}

const TRANSFER_TIMEOUT_MS = 60_000;

export function createFileCalls(sdk: Client): FileCalls {
  // The SDK's own upload and download want Buffers and Node streams; its plain request does not.
  const upload = async (url: string, data: Record<string, string | File>): Promise<string> => {
    const headers = { 'content-type': 'multipart/form-data' };
    const answer = await sdk.request({ method: 'POST', url, data, headers, timeout: TRANSFER_TIMEOUT_MS });
    const key = uploadAnswer.safeParse(answer).data?.data;
    if (key === undefined) throw unreadableAnswer('POST', url);
    return key.image_key ?? key.file_key ?? '';
  };
  return {
    uploadImage: (bytes, name = 'image.png') =>
      upload('/open-apis/im/v1/images', { image_type: 'message', image: new File([bytes], name) }),
    uploadFile: (name, type, bytes) =>
      upload('/open-apis/im/v1/files', { file_type: type, file_name: name, file: new File([bytes], name) }),
    download: (messageId, key, type, maxBytes) =>
      sdk.request<Download>({
        method: 'GET',
        url: `/open-apis/im/v1/messages/${encodeURIComponent(messageId)}/resources/${encodeURIComponent(key)}`,
        params: { type },
        responseType: 'arraybuffer',
        maxContentLength: maxBytes,
        timeout: TRANSFER_TIMEOUT_MS,
      }),
  };
}
