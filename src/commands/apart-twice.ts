/** 各单位各类别几件: figures stand apart by one kind of group at a time, so each of both is offered. */
import type { Phrase } from '../language/phrase.ts';
import type { Scan } from '../language/scanned.ts';
import type { CallOf } from './call.ts';

const GROUP =
  /(?:各个?|每一?个?|按)(?:责任单位|单位|部门|委办局|局|家|项目|企业|专班|问题类别|类别|类型|类|园区|乡镇|片区)(?:分开|分)?/gu;
const MOST = 3;

/** @param isLone whether a sentence is understood to the end */
export function apartTwice(
  { text }: Phrase,
  scan: Scan,
  call: CallOf<'ask'>,
  isLone: (said: string) => boolean,
): CallOf<'ask'> | undefined {
  if (!scan.alsoBy || !call.unread) return undefined;
  const groups = [...text.matchAll(GROUP)];
  if (groups.length < 2) return undefined;
  const nearest = groups.map((kept) =>
    text.replace(GROUP, (said: string, at: number) => (at === kept.index ? said : '')).trim(),
  );
  const asked = nearest.filter(isLone).slice(0, MOST);
  return asked.length < 2 ? undefined : { ...call, filter: {}, untold: 'one-group', nearest: asked };
}
