/** What stands right before words denies them: 没有 before 跟上计划, 不是 before 晴天. */

/** 有没有, 是不是, 能不能 only ask whether. */
const DENIES =
  /(?:(?<!有)(?:没有?|冇|无)|(?<![是能会可])(?:不是|不能|不会|不可|不)|未|尚未|非|没能|没得|没法|并非|不属于|除了|除开|除去)(?:有|能|能够|完全|真正|都|全部?|怎么|太|再|按时|如期)?$/u;

/** @param before the text up to the words, as it is read */
export function isDenied(before: string): boolean {
  return DENIES.test(before.trimEnd());
}
