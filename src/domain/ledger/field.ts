/** What tables and columns of a ledger are about. */

/** What a table is about. One may hold several: a table of projects with procedures and problems is three. */
export type LedgerKind =
  | 'problems'
  | 'projects'
  | 'units'
  | 'people'
  | 'links'
  | 'investment'
  | 'tasks'
  | 'holidays';

/** What a column says. A link bears the number of the template's link, or 0 with its own name as header. */
export type LedgerField =
  | 'serial'
  | 'project'
  | 'item'
  /** A second text of the same item: 二级标题, 措施 of a goal, 具体表述; joined to its text. */
  | 'itemMore'
  | 'unit'
  | 'coUnit'
  | 'person'
  | 'leader'
  | 'deadline'
  | 'secondDeadline'
  | 'measure'
  | 'progress'
  | 'state'
  | 'closedOn'
  /** 已解决 and 未解决 side by side: a mark in the one or the other says the state. */
  | 'closedTick'
  | 'openTick'
  | 'verifier'
  | 'source'
  | 'category'
  | 'raisedOn'
  | 'batch'
  | 'note'
  /** 工作模块, 一级目标任务: the group an item stands in. */
  | 'module'
  /** Y/N beside each unit of the same cell: only to be read. */
  | 'readOnly'
  /** Weeks between two reminders (督办频次). */
  | 'rhythm'
  // of projects
  | 'area'
  | 'level'
  | 'industry'
  | 'land'
  | 'scale'
  | 'enterprise'
  | 'secretary'
  | 'bucket'
  | 'park'
  | 'startOn'
  | 'productionOn'
  | 'endOn'
  /** 开工（竣工）时间: start and end in one cell. */
  | 'buildSpan'
  // of investment
  | 'investTotal'
  | 'investPlan'
  | 'investActual'
  | 'investRate'
  // of links
  | `link:${number}`
  | 'linkName'
  | 'linkState'
  | 'linkDoneOn'
  // of units and people
  | 'unitName'
  | 'unitShort'
  | 'personName'
  | 'duty'
  | 'head'
  | 'coordinator'
  // of holidays
  | 'holidayName'
  | 'holidayDay'
  | 'holidayUntil'
  | 'holidayKind'
  /** Known and left out on purpose: telephones, ids, computed columns (剩余天数). */
  | 'ignored'
  /** Not in the dictionary: kept with each row under its own header. */
  | 'unrecognised';
