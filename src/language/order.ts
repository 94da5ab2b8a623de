/** Orders inside a sentence (把45号的期限改到月底): recognised to be offered, never to be run. */

const EXTEND =
  /^(?:请|麻烦|帮我|给我|你|把|将|\s)*#?(\d{1,9})号?的?(?:这个|那个)?(?:完成|办理|办结)?(?:期限|时限|时间|日期|日子)?(?:再|都|也|给我|给他|帮我|往后)*(?:改到|改成|改为|延到|延长到|推到|推迟到|顺延到|放宽到|展期到|拖到|挪到)([^?吗呢谁哪几]{2,12})$/u;

/** 把45号的期限改到月底: an extension has its own way. */
export function extensionIn(folded: string): { issueId: number; until: string } | undefined {
  const [, issueId, until = ''] = EXTEND.exec(folded) ?? [];
  return issueId === undefined ? undefined : { issueId: Number(issueId), until };
}

/** 我交办的, 我上次批示的: what a leader asked for, which is not kept apart yet. */
export function asksInstructions(folded: string): boolean {
  return /我.{0,4}(?:交办|批示|签批|批|交代|布置|安排)(?:过?的|下去的|了的)|我的?批示(?:件|事项|任务|[尚还未没])/.test(
    folded,
  );
}
