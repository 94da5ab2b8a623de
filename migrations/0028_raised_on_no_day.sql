-- Brought in by a ledger that does not say when they were raised: logged at the moment of the import (db/issue-scope.ts).
create index issue_raised_on_no_day on issue (id)
  where facts -> 'imported' is not null
    and logged_at = to_timestamp((facts -> 'imported' ->> 'at')::float8 / 1000);
