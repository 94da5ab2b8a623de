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
