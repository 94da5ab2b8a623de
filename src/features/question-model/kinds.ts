/** What a model proposed, as it is stored until it is drawn; the sentence itself stands in the job alone (kinds/jobs.ts). */
import { z } from 'zod';
import { readingShape } from '../../cards/shape-reading.ts';
import type { Reading } from '../../domain/reading.ts';
import { storedKind } from '../../kinds/kind.ts';
import { record, trusted } from '../../kinds/shape.ts';

declare module '../../domain/answer.ts' {
  interface FeatureAnswers {
    'model-proposal': { reading: Reading };
  }
}

export const PROPOSAL = storedKind(
  'model-proposal',
  trusted<{ kind: 'model-proposal'; reading: Reading }>(
    record({ kind: z.literal('model-proposal'), reading: readingShape }),
  ),
);
