/** Traditional characters and the numerals of cheques. */
const TRADITIONAL =
  '週個點號後內兩禮節慶時間結辦開會從還連續發現電產萬億這國請務須盡馬讓責處復報給過應當鐘頭準勞陽聖誕裡餘貳參陸佰儘達壹贰叁伍陆柒捌玖拾';
const SIMPLIFIED =
  '周个点号后内两礼节庆时间结办开会从还连续发现电产万亿这国请务须尽马让责处复报给过应当钟头准劳阳圣诞里余二三六百尽达一二三五六七八九十';
const OTHER: Record<string, string> = {
  '　': ' ',
  '\u00a0': ' ',
  '—': '-',
  '–': '-',
  '―': '-',
  '−': '-',
  '〜': '~',
  '○': '〇',
};

function foldChar(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  const at = TRADITIONAL.indexOf(char);
  return at >= 0 ? SIMPLIFIED.charAt(at) : (OTHER[char] ?? char);
}

/** Stands for every character of a link in folded text: a link is one word and holds no facts. */
export const LINK = '\uE001';

const LINKS = /(?:https?:\/\/|www\.)[!-~]+/gi;

/** Full-width to half-width, the few traditional characters dates need to simplified; links masked; every index stays the same. */
export function foldText(text: string): string {
  return text
    .replace(/[\u00a0\u2010-\u2212\u25cb\u3000-\uff5e]/g, foldChar)
    .replace(LINKS, (link) => LINK.repeat(link.length));
}
