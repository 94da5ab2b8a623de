/** `npm run audit`: the rules of supply-chain.ts over this checkout. Known holes need the registry: see SECURITY.md. */
import { readFileSync } from 'node:fs';
import { auditPackages } from './supply-chain.ts';

const read = (name: string) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
const faults = auditPackages(read('package-lock.json'), read('package.json'));
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stdout.write(
  faults.length === 0
    ? '依赖检查通过：校验和、来源、安装脚本、许可证。\n'
    : `依赖检查：${faults.length} 处问题。\n`,
);
process.stdout.write('已知漏洞请在能访问 npm 官方源的机器上另查：npm audit --omit=dev\n');
process.exitCode = faults.length === 0 ? 0 : 1;
