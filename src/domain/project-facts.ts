/** Facts of a project as people write them (六个一批, 级别, 用地, money in 万元), and what they are kept as. Pure. */

/** What is said to take a fact away. */
const NONE = /^(?:无|没有|空|清空|清除|取消|删除|-)$/;
const BUCKET_STEMS = new Set(
  '签约 储备 谋划 开工 新开工 在建 建设 续建 竣工 投产 投产达效 达产 达效 增资 纳规 入库'.split(' '),
);
const LAND = ['出让', '划拨', '存量', '改扩建'] as const;
const LEVEL = /^([国省市县区])(?:家)?级?(?:重点)?(?:项目)?$/;
/** Of the column: fourteen digits, two of them decimals. */
const MOST = 999_999_999_999;

/** Whether the words take the fact away instead of setting it. */
export function isNone(said: string): boolean {
  return NONE.test(said.trim());
}

/** 开工一批; undefined when it is no bucket (六个一批). */
export function bucketOf(said: string): string | undefined {
  const word = said.replace(/\s/g, '');
  if (BUCKET_STEMS.has(word)) return `${word}一批`;
  return /^\p{Script=Han}{2,6}一批$/u.test(word) ? word : undefined;
}

/** Whether somebody speaks of a bucket, also of one no project is in. */
export function isBucket(said: string): boolean {
  return /^\p{Script=Han}{2,6}一批$/u.test(said);
}

/** 省重点 of 省级重点, 省重点项目, 省级. */
export function levelOf(said: string): string | undefined {
  const word = LEVEL.exec(said.replace(/\s/g, ''))?.[1];
  return word && `${word === '国' ? '国家' : word}重点`;
}

export function landOf(said: string): string | undefined {
  const word = said.replace(/\s|用地|方式|土地/g, '');
  return LAND.find((one) => one === word);
}

/** 万元 of 1.2亿, 12000万元, 12,000, 3500000元; undefined when it is no amount, or finer than 0.01万元. */
export function moneyOf(said: string): number | undefined {
  const read = /^(\d{1,15}(?:,\d{3})*(?:\.\d{1,8})?)(亿|千万|百万|万)?元?(?:人民币)?$/.exec(
    said.normalize('NFKC').replace(/[\s约]/g, ''),
  );
  if (!read) return undefined;
  const [whole, digits = '', scale] = read;
  const number = Number(digits.replaceAll(',', ''));
  const plain = scale === undefined && whole.includes('元');
  const times = plain ? 0.0001 : { 亿: 10_000, 千万: 1000, 百万: 100, 万: 1 }[scale ?? '万'];
  const amount = Math.round(number * (times ?? 1) * 1e6) / 1e6;
  const kept = Math.round(amount * 100) / 100;
  return Math.abs(kept - amount) < 1e-9 && kept <= MOST ? kept : undefined;
}

/** 12000 → 12000; 1234.5 → 1234.5: never with needless zeros. */
export function amountText(amount: number): string {
  return String(Math.round(amount * 100) / 100);
}
