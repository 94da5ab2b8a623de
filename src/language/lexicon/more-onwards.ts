/** What goes on from an answer in words of its own region or age, brought to the words that follow-ups are read in. */

const AHEAD =
  '(?:那么?|哦|嗯|哎|诶|欸|行|好的?|对|就|再|也|你|您|请|麻烦|帮我|给我|跟我|替我|顺便|干脆|要不|[,，\\s])*';
const BEHIND =
  '(?:一下子?|一遍|一哈|听听?|看看?|瞧瞧?|我|吧|呢|啊|呀|嘛|哈|咯|啦|呗|哦|噻|唦|撒|了|吗|不|没|没得|没有|来着|[,，?？!！。\\s])*';
const whole = (body: string) => new RegExp(`^${AHEAD}(?:${body})${BEHIND}$`, 'u');

/** 唦, 噻, 嘞: say nothing. */
const PARTICLES = /(?:[唦撒噻咯嘞喽哟啵呗咧哩嗦哒嘎]|哈子)+[\s\p{P}]*$/u;
/** 没有的话 */
const ELSE =
  /^(?:要是|如果|要|若是)?(?:都)?(?:没有|没得|冇得|没)(?:的话|就算了)?[,，\s]+(?=.{3})|^(?:没有|没得|冇得)的话/u;
const TELLS = '(?:报|说|讲|算|列|数|念|看|摆|拎|亮)';
const WHAT = '(?:些)?(?:啥子?|什么|么子?|哪些|哪几|哪)(?:[件个条桩])?(?:事情?|问题|东西)?';
const DONE =
  '(?:延|拖|超|退|催|办|提|挂|销|报|接|收|新增|逾期|压|卡|欠|搁|停|反弹|作废)(?:了|过|期|掉|住|着|账|起)*';

const PLAIN: readonly [RegExp, string][] = [
  [whole(`(?:都|全)?(?:是)?${DONE}的(?:都|又|到底)*(?:是|有)*${WHAT}`), '列出来'],
  [
    whole(
      '(?:其他|其它|其余|剩下|余下|别|另外)的?(?:那?几?[件个家])?(?:都|又|分别|各)*(?:归|是|在|属|由)*(?:谁|哪个|哪家|哪些单位|哪几家|哪个单位|哪个局)(?:在)?(?:管|负责|办|的|手里|手上|头上|名下|牵头)*',
    ),
    '都是谁在管',
  ],
];

/** 光算楚能, 单独说红的, 只留我包的两家 */
const ONLY_OF =
  /^(?:那么?|你|就|再|给我|,|\s)*(?:光|单独|单单|单|只|专|净|仅)(?:只|给我)?(?:算|看|说|讲|要|留|列|报|数|拎|挑|问)(?:出|一下)?([^,，。;；]{2,10}?)(?:的|那边|那家|就行|就好|就够|吧|呢|[\s\p{P}])*$/u;
/** 红的单独几件, 楚能单算 */
const APART_OF =
  /^(?:那么?|,|\s)*([^,，。;；]{1,8}?)(?:的)?(?:单独|单|单列)(?:算|报|说|列|数|拎|有|是|出来)*(?:几|多少|好多)?[件个条]?(?:一下|出来|看看|呢|吧|[\s\p{P}])*$/u;
/** 刘敏那一摊子呢 */
const THEIR_LOT =
  /^(?:那么?)?(\p{Script=Han}{2,4}?)(?:手上|手里|手头|名下|管|包|跟)?的?(?:那|这)(?:一)?(?:摊子?|块|堆|些|边|头|拨|批|片)(?:事|的)?(?:呢|怎么样|咋样|如何|也说说|也报一下|咧|哩|嘞)[\s\p{P}]*$/u;
/** @param folded the whole message; undefined: it is none of these */
export function moreOnwards(folded: string): string | undefined {
  const said = folded.trim();
  for (const [pattern, means] of PLAIN) if (pattern.test(said)) return means;
  const only = ONLY_OF.exec(said)?.[1] ?? APART_OF.exec(said)?.[1];
  if (only !== undefined) return `那${only}的呢`;
  const lot = THEIR_LOT.exec(said)?.[1];
  if (lot !== undefined) return `那${lot}的呢`;
  const bare = said.replace(ELSE, '').replace(PARTICLES, '');
  return bare !== said && bare.length > 1 ? bare : undefined;
}

/** 分开报, 各报各的: each of what was named apart. */
const EACH_APART = whole(
  `(?:分开|拆开|掰开|单独|分别|各自|逐个|挨个|一[家类个]一[家类个]|各)(?:来|地|给我)?${TELLS}(?:各的|各自的|一下|清楚)*|各是各的|各归各|别混在一起|不要混在一起|不要合起来|莫混到一起|(?:[这那]?[两二三四五六七八九十几](?:样|种|类|项|家|边|头|块|摊|个(?:单位|局|项目|类别?)))?(?:各|分别|各自)(?:是|有|占|剩|还剩)*(?:几|多少)[件个条]?`,
);

export function asksEachApart(folded: string): boolean {
  return EACH_APART.test(folded.trim());
}

const OTHER_NAMES =
  /^(?:那么?)?(?:其他|其它|别的?|另外的?|其余)(?:的)?(单位|部门|局|项目|企业|类别|类)(?:的)?(.*)$/u;
const BARE_OTHERS = /^(?:呢|怎么样|情况|还|有|没|吗|的|列|一下|出来|哪些|是|多少|几[个件]|[\s\p{P}])*$/u;
/** 其他单位呢, 其他单位还有几件没办: all but those that were named, and what of them; undefined: it asks for no others. */
export function otherNames(
  folded: string,
): { kind: 'unitIds' | 'projectIds' | 'categoryIds'; rest: string } | undefined {
  const [, kind, rest = ''] = OTHER_NAMES.exec(folded) ?? [];
  if (kind === undefined) return undefined;
  const of = /类/.test(kind) ? 'categoryIds' : /项目|企业/.test(kind) ? 'projectIds' : 'unitIds';
  return { kind: of, rest: BARE_OTHERS.test(rest) ? '' : rest };
}
