/** Why a cell of a ledger is named as one nobody is sure of. Types only. */

export type UnreadWhy =
  | 'date'
  /** Its year is not written and can be meant in two ways. */
  | 'year'
  | 'state'
  /** Told to be done elsewhere in the row, while 是否销号 is blank. */
  | 'done-beside'
  | 'amount'
  | 'link-value'
  | 'no-item'
  | 'no-name'
  | 'outside'
  | 'holiday'
  /** It says more than one thing (立行立改 and a day; not closed, and a day of closing). */
  | 'two-meanings'
  /** A deadline merged down over rows of other items: it counts for the first. */
  | 'merged';
