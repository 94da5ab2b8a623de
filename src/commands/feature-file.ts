/** What a feature can do with a file that somebody sent privately without a word. */
import type { Answer } from '../domain/answer.ts';
import type { Attachment } from '../feishu/incoming.ts';
import type { CommandContext } from './context.ts';

export interface FeatureFile {
  /** What it asks or offers; undefined: this file is none of its business. Writes nothing but drafts. */
  offer(context: CommandContext, file: Attachment): Promise<Answer | undefined>;
}

/** What the first feature that can use the file offers. */
export async function offerForFile(context: CommandContext): Promise<Answer | undefined> {
  const file = context.attachments.find(({ kind }) => kind === 'file');
  if (!file || context.chatType !== 'p2p') return undefined;
  for (const one of context.deps.features.files) {
    const offered = await one.offer(context, file);
    if (offered) return offered;
  }
  return undefined;
}
