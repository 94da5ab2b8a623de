/** How words of ledgers are compared: NFKC, no spaces, no line breaks, one case. */

/** Full-width as half-width, without any space; for comparing only. */
export function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/** Without marks, too: what is left of a name or a sentence when only its words count. */
export function foldWords(text: string): string {
  return fold(text).replace(/[\p{P}\p{S}]+/gu, '');
}

const NOTHING =
  /^(?:[/\\|\-—–_.。、*]+|无|暂无|没有|n\/?a|null|空|不涉及问题|(?:暂|目前|本期|本月|本周|现阶段)*(?:无|没有|未发现|不存在)(?:新增|需要?|须|协调|存在|解决|其他|明显|突出|上级|县级|市级|的)*(?:问题|困难|事项|诉求|隐患|难点|堵点))$/;

/** Written where there is nothing to write: /, —, 无. */
export function isNothing(text: string): boolean {
  const folded = fold(text);
  return folded === '' || NOTHING.test(folded);
}
