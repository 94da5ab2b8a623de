/** 他们还有别的没办完的吗: whose others are asked for, and which. */

export interface OthersSaid {
  /** As said, where it is a name; '' where nobody is. */
  who: string;
  /** Of what was shown: its project, its unit, who has it. */
  whom?: 'project' | 'unit' | 'person';
  /** 用电问题, 没签收的; '' where nothing more is said. */
  kind: string;
}

const LONGEST = 24;
const BESIDES =
  /^(?:那么?|[,，\s])*((?:除[了开去]?|不算|抛开|撇开|刨[去开])(?:它(?!们)|[这那]一?[个件条](?:事情?|问题)?)(?:以外|之外|外)?[,，\s]*)?/u;
/** 除了这个项目: no problem; 除了这个住建局的以外: a name is pointed at. */
const NO_PROBLEM = /^(?:$|的|项目|企业|单位|部门|局|家|环节|类|人|月|周|季|[^还有]{1,9}(?:以外|之外|[,，]))/u;
const OTHER = /别的|(?<!其)(?:其他|其它|另外)的?/u;
const HAS = /还|有|[吗没呢]|几|多少/u;
/** 还有没有, 手上还管着. */
const BEFORE =
  /(?:手[上里头]|名下|那[边里儿]|上|里|现在|另外|[管办压]着|负责|什么|哪些|[还也都管办压有没啥])+$/u;
const BEHIND = /(?:几[个件]|多少|哪些|(?<=[有是])(?:什么|啥)|[还再有吗么没不冇呢\s\p{P}])+$/u;
/** 他手里还有几件 */
const OF_PERSON = /(?<=^[他她](?:手[上里头]|名下|那[边里儿])?)(?:现在|一共|总共|还)*有(?:没有|没得|无|冇)?/u;
const NOUN = /^(?:的|还有|还|事情?|问题|[个件])+(?=没|$|\p{Script=Han}+的$)/u;
/** 用电问题, 没签收的; 为什么没办 asks of them. */
const KIND = /^(?:(?!谁|哪|什么|怎|为|几|多少).){1,10}(?:的|问题|事)$/u;
const WHOM = [
  ['project', /^(?:(?:他们|[这那该]个?|同一个)?的?(?:项目|企业|厂)|(?:他们|[这那])家(?:企业|公司)?)$/u],
  ['unit', /^(?:(?:他们|它们)(?:单位|局)?|[这那该]个?(?:单位|局|部门))$/u],
  ['person', /^[他她]$/u],
] as const;

/** 我们还有挂着的吗, of 除了这个我们还有挂着的吗: what is asked beside that one problem. */
export function besidesIn(folded: string): string | undefined {
  const [said = '', but] = BESIDES.exec(folded) ?? [];
  return but && !NO_PROBLEM.test(folded.slice(said.length)) ? folded.slice(said.length) : undefined;
}

/** undefined: no others are asked for. 其他单位, 其他项目 are others of another kind. */
export function othersIn(folded: string): OthersSaid | undefined {
  if (folded.length > LONGEST || !HAS.test(folded)) return undefined;
  const said = folded.replace(BESIDES, '');
  const found =
    OTHER.exec(said) ??
    OF_PERSON.exec(said) ??
    (/^(?:那么?|[,，\s])*除/u.test(folded) ? /^还有(?:没有)?/u.exec(said) : null);
  if (!found) return undefined;
  const { index: at, 0: other } = found;
  const behind = said.slice(at + other.length);
  if (OTHER.test(other) && /^(?:单位|部门|局|项目|企业|类|人|家|[那这]?几)/u.test(behind)) return undefined;
  const before = said.slice(0, at);
  const who = before.replace(BEFORE, '');
  const kind = behind.replace(BEHIND, '').replace(NOUN, '');
  // 环保局还退过别的没有: what was done to others.
  if ((kind !== '' && !KIND.test(kind)) || /[过了]$/u.test(who)) return undefined;
  if (who === before && before !== '' && !HAS.test(behind)) return undefined;
  if (who === '') return /还|有/u.test(said) ? { who, kind } : undefined;
  const whom = WHOM.find(([, said]) => said.test(who))?.[0];
  return whom ? { who, whom, kind } : { who, kind };
}
