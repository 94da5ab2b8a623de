/** Why somebody gets a private card: its line, and until when that is true. All of them: notices.ts. */
import type { Issue } from '../domain/issue.ts';

export interface Notice {
  /** At the top of the card and in the preview of the chat list; at most 26 characters. */
  headline: string;
  /** The reader must do something; shown stronger than mere news. */
  todo: boolean;
  /** Beside the issue in a list that shows it anyway. */
  tag?: string;
  /** What must be so for the call to act when it is sent; without it, news of what happened stays true. */
  holds?: (issue: Issue) => boolean;
}
