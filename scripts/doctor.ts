/** `npm run doctor`: is everything as it should be? Exit code 1 when something is not. */
import { readConfig } from '../src/config.ts';
import { examine, report } from '../src/ops/doctor.ts';
import { runTool, say } from '../src/ops/tool.ts';

runTool(async () => {
  const items = await examine({ config: readConfig(process.env), clock: Date.now });
  say(report(items));
  return items.every((item) => item.ok) ? 0 : 1;
});
