/** What made the process end, in words for the person at the console. */

/** ENOSPC as the system, WebAssembly (PGlite's file system) and PostgreSQL name it. */
const NO_ROOM = new Set<unknown>(['ENOSPC', '53100', 51]);
const NO_ROOM_WORDS = /no space left on device|ENOSPC|disk full/i;

/** Also of what is thrown and is no Error, as the embedded database does. */
export function describeThrown(thrown: unknown): string {
  if (isNoRoom(thrown)) return '磁盘已满：DATA_DIR 所在的磁盘没有空间了，请腾出空间后重新启动';
  if (thrown instanceof Error) return thrown.message;
  if (typeof thrown !== 'object' || thrown === null) return String(thrown);
  const { name, message, code, errno, status } = thrown as Record<string, unknown>;
  const told = [name, message, code, errno, status].filter(
    (one) => (typeof one === 'string' && one !== '') || typeof one === 'number',
  );
  return told.length > 0 ? `启动失败：${told.join(' ')}` : '启动失败：没有说明原因';
}

function isNoRoom(thrown: unknown): boolean {
  for (let cause = thrown, depth = 0; typeof cause === 'object' && cause !== null && depth < 10; depth++) {
    const { code, errno, message, cause: next } = cause as Record<string, unknown>;
    if (NO_ROOM.has(code) || (NO_ROOM.has(errno) && !(cause instanceof Error))) return true;
    if (typeof message === 'string' && NO_ROOM_WORDS.test(message)) return true;
    cause = next;
  }
  return false;
}
