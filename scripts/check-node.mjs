/** Says which Node is needed before one that is too old fails over the first TypeScript file; plain JavaScript. */

/** The first version that runs TypeScript as it is. */
const NEEDED = [22, 18];

const version = process.versions.node;
const [major = 0, minor = 0] = version.split('.').map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  process.stderr.write(
    `Node ${version} 太旧：需要 ${NEEDED.join('.')} 以上。在本目录运行 npm ci（会装好合适的 Node），再用 npm start 启动；或者升级系统的 Node。\n`,
  );
  process.exit(1);
}
