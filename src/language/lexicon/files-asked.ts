/** What was sent to a problem, asked for. */
const FILES = /材料|附件|佐证|照片|图片|视频|文件|资料/g;
const WANTS =
  /给我|发我|发给我|发过来|发一下|发来|传我|传给我|传过来|看看|看一下|调出来|拿来|拿给|找出来|找一下|要一份|在哪|有哪些|有没有|齐|传了|上传/;

/** The words of a sentence that asks for what was sent to a problem; empty: it asks for none. */
export function filesAsked(folded: string): string[] {
  return WANTS.test(folded) ? (folded.match(FILES) ?? []) : [];
}
