/**
 * Several people asked about side by side (李航和赵磊哪个手里的活多, 孙倩那里压几件 我这儿又压几件), as one question for each. They
 * are told apart, so what compares them is left out.
 */

export interface Beside {
  /** One whole question for each of them. */
  questions: string[];
  /** One figure of all together is asked for. */
  sum: boolean;
  /** They are compared: 谁多. */
  compared: boolean;
}

const MOST = 4;
const SHOWN = '(?:这|那)';
const OWN = new RegExp(
  `(?:${SHOWN}(?:里|儿|边|头|块|一?摊子?)|手[上里头]+|名下|他们|她们|他|她|局长|大队长|队长|总?经理|主任|秘书|联络员|同志|自己|本人|各自|[管带跟负责的分]{0,3}的?${SHOWN}?(?:[几两俩二三四五六七八九\\d]{1,2}个?)(?:项目|企业)|${SHOWN}[几两俩二三四五六]个?(?![工月])|的项目|的|[\\s,，])`,
  'gu',
);
const JOINS = /(?:和|跟|与|同|以及|还有|加上|对比|相比|比起|比|再|又|、|,|，|;|；|\s|vs)/giu;
/** 两个局长: what they are. */
const BOTH_OF =
  /(?:这|那|他们|她们)?(?:两|三|四|俩|[2-4])(?:个|位|名)?(?:局长|局座|专班秘书|项目秘书|秘书|联络员|同志|负责人|经理|领导|队长|主任|人|边|头)(?:里头|里面|之间|当中|中间|里)?/gu;
const COMPARES =
  /(?:相比较?|比一比|比一下|比比看|比比|比较一下|比较|对比一下|对比|放一起(?:看|比)?|比(?=[\s,，]|谁|哪|手|一))|(?:谁|哪个人|哪一个|哪个|哪位|哪边|哪头)(?:的)?(?=[^\s,，]*[多少快慢拖][些点]?(?:啊|呀|呢)?$)|谁多谁少|各自|分别|[各都](?:[管带盯跟]着?)?(?=有?(?:几|多少)|[报登录提催签办退销核反])/gu;
const MORE = /(?:还|更|要)?(?:比较)?(?:多(?!少)|(?<!多)少)(?:一?[些点])?(?:啊|呀|呢|嘛)?[\s?？。]*$/u;
/** 签收慢些, 办得快: the days of each. */
const FASTER =
  /(办结|办|处理|解决|签收|接单|接|签|回复|核验)?(?:得|的)?(?:还|更|要|比较)*(?:快|慢|拖|利索|麻利|积极|磨蹭|拖拉)(?:得)?(?:一?[些点])?(?:啊|呀|呢|嘛)?[\s?？。]*$/u;
/** 赵磊没办的多还是李航的多. */
const OR = /多?[,，\s]*还是/u;
/** Done by somebody, and not held. */
const DOES = /报|登记|录|[提催签退销批]|办结|办了|核验|反映|转/u;
const SUM = /一共|总共|拢共|统共|合计|共计|加起来|合起来|加一起|合在一起|加在一起/gu;
const ASKS = /几|多少|好多|哪些|有没有|吗|率|[列报说看]/u;
/** 我这儿, 我手上: as one of them. */
const ME = /我(?=[这那的手名自本管负带跟]|[\s,，]*(?:和|跟|与|同|比))/gu;

const LEADS_OWN = new RegExp(`^${OWN.source}+`, 'u');
const LEADS = new RegExp(`${OWN.source}+$`, 'u');

/** 活多: of what they have at all. */
const NOUN =
  /^(?:[压欠剩积攒拖挂背堆](?:着|了|下)?的?)?(?:活儿?|件|事儿?|事情|单子|问题|摊子|任务|东西|账)?的?$/u;

interface Placed {
  name: string;
  from: number;
  until: number;
}

/** @param names that certainly stand in the text */
export function peopleBeside(text: string, names: readonly string[]): Beside | undefined {
  const said = text.replace(BOTH_OF, '').replace(OR, '和').trim();
  const people = placesOf(said, names);
  const [first] = people;
  if (!first || people.length < 2 || people.length > MOST) return undefined;
  const head = bare(said.slice(0, first.from)).replace(LEADS, '');
  const parts = people.map(({ until }, i) => said.slice(until, people[i + 1]?.from));
  const own = (part: string) => part.replace(JOINS, '').replace(OWN, '');
  const shared = parts.slice(0, -1).every((part) => own(part) === '');
  const last = parts.at(-1) ?? '';
  const compared = MORE.test(bare(last)) || FASTER.test(bare(last)) || /谁|哪[个位一边头]/u.test(said);
  const asked = parts.map((part) => whatIn(shared ? last : trimJoins(part)));
  const questions = people.map(({ name }, i) => {
    // 赵磊没办完的多还是李航的多: the same of him.
    const what = asked[i] || asked.slice(0, i).findLast((one) => one !== '') || '';
    if (/平均几天/.test(what)) return `${head}${name}${what}`;
    const counted = ASKS.test(what) ? what : `${what}${/的$/.test(what) || what === '' ? '' : '的'}有几件`;
    return `${head}${name}${DOES.test(what) ? '' : '名下'}${counted}`;
  });
  return { questions, sum: SUM.test(said), compared };
}

function placesOf(text: string, names: readonly string[]): Placed[] {
  const found = names.flatMap((name) => {
    const from = text.indexOf(name);
    return from < 0 ? [] : [{ name, from, until: from + name.length }];
  });
  const inside = ({ from, until }: Placed) =>
    found.some((one) => one.from <= from && until <= one.until && one.until - one.from > until - from);
  const me = [...text.matchAll(ME)]
    .map(({ index }) => ({ name: '我', from: index, until: index + 1 }))
    .slice(-1);
  return [...found.filter((one) => !inside(one)), ...(found.length > 0 ? me : [])].toSorted(
    (a, b) => a.from - b.from,
  );
}

function bare(text: string): string {
  return text.replace(COMPARES, '').replace(SUM, '');
}

function trimJoins(text: string): string {
  return text.replace(/(?:和|跟|与|同|以及|还有|加上|[、,，;；\s])+$/u, '');
}

/** 那儿没办的, 手里的活多: what is asked of one of them, whose it is and how they compare aside. */
function whatIn(tail: string): string {
  const faster = FASTER.exec(bare(tail));
  const time = bare(tail).replace(FASTER, '').replace(LEADS_OWN, '').trim();
  if (faster) return `${time}平均几天${/签|接/.test(faster[1] ?? '') ? '签收' : '办完'}`;
  const what = bare(tail).replace(LEADS_OWN, '').replace(MORE, '').replace(LEADS_OWN, '');
  return what.replace(/^又/u, '').replace(NOUN, '').trim();
}
