/** What is kept of a failed call. */
import { FeishuError } from '../feishu/errors.ts';
import { describeError } from '../log.ts';

/** The failure as it is logged and kept with a row: reason and codes, never text of a message. */
export function describeFailure(error: unknown) {
  if (!(error instanceof FeishuError)) return describeError(error);
  return {
    reason: error.reason,
    code: error.code,
    status: error.httpStatus,
    path: error.path,
    detail: error.detail,
    logId: error.logId,
  };
}
