/** Numbers as people write them in Chinese sentences: 12, 十二, 两, 廿五, 一百二十. */

const DIGITS = '零一二三四五六七八九';

/** Characters of a Chinese numeral, for use inside a character class. */
export const NUMERAL_CHARS = '零〇一二两三四五六七八九十百廿卅';

/** Source of a regular expression for one whole number below 10,000, Arabic or Chinese; no capture group. */
export const NUMERAL = `(?:\\d{1,4}|[${NUMERAL_CHARS}]{1,7})`;

/**
 * The value of an Arabic or Chinese whole number (0–9999), or undefined when the characters are not one number
 * (三五, 十十). 两 is 2, 廿 20, 卅 30; digits in a row are only read as years by {@link readYear}.
 */
export function readNumeral(text: string): number | undefined {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  if (!NUMERAL_CHARS.includes(text.charAt(0))) return undefined;
  const plain = text
    .replaceAll('两', '二')
    .replaceAll('〇', '零')
    .replace('廿', '二十')
    .replace('卅', '三十');
  const match =
    /^(?:([一二三四五六七八九])百)?(零)?(?:([一二三四五六七八九])?(十))?([零一二三四五六七八九])?$/.exec(
      plain,
    );
  if (!match || plain === '') return undefined;
  const [, hundreds, , tens, ten, unit] = match;
  const value = (digit: string | undefined, fallback: number) =>
    digit === undefined ? fallback : DIGITS.indexOf(digit);
  if (unit === '零' && plain !== '零') return undefined;
  return value(hundreds, 0) * 100 + (ten ? value(tens, 1) * 10 : 0) + value(unit, 0);
}

/** A year in four or two digits, Arabic or Chinese: 2026, 26, 二〇二六, 二六. Two digits mean 20xx. */
export function readYear(text: string): number | undefined {
  const digits = [...text.replaceAll('〇', '零')]
    .map((char) => (DIGITS.includes(char) ? String(DIGITS.indexOf(char)) : char))
    .join('');
  if (/^\d{4}$/.test(digits)) return Number(digits);
  return /^\d{2}$/.test(digits) ? 2000 + Number(digits) : undefined;
}
