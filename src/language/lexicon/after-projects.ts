/** What people say right after a list of projects: 误得最狠的, 有哪个已经误了, 为什么下, 落后的那个为什么落后, 卡哪个环节; and 刘敏那几个呢. */
import { ANY_SURNAME } from './surnames.ts';

const LEAD = '(?:那么?|其中|里头|里面|这里头|这里面|它们|他们|这几个|那几个|这些|嗯|[\\s,，])*';
const WHICH = '(?:有没有|有没得|有|是|哪一个|哪个|哪些|哪几个|哪家|几个|谁|都){0,3}';
const END =
  '(?:的)?(?:那个|那一个|那家|一个|项目|是哪个|是哪一个|是哪家|是谁|有哪些|有几个|有没有|哪个|谁){0,2}[的了呢吗啊呀\\s?？。,，]*$';
/** 逾期 alone may be of problems. */
const SLIP = '(?:误|拖|晚|延|耽误|耽搁|延误|滞后|误期|推迟|拖延)';
const SLIP_OR_PAST = '(?:过|超|晚|误|拖|延|耽误|耽搁|延误|滞后|推迟)';

const UNABLE =
  '(?:赶不上|来不及|赶不赢|搞不赢|完不成|按不了期|开不了工|投不了产|保不住|达不到|不能按期|不能按时)';

/** 为什么, 卡在哪儿才成了雨; beside it how the weather is, or that it is so. */
const WHY =
  '(?:为什么|为啥|为何|为么子?|咋会?|怎么(?:回事[,，\\s]*怎么)?|因为(?:啥|什么)|(?:啥|什么)(?:原因|缘故)|[卡堵拖]在哪[儿里]?(?=才|就|[变成]))';
const SO =
  '(?:会|就|都|又|还|才|给|被|判|亮|挂|转|变|成|定|下|落|起|来|为|上|了|的){0,4}(?:雨天?|阴天?|多云|滞后|落后|是雨天?|这样|那样|不好|差|是这个?天气|[这那]个样子)?';
const REASON = '(?:原因|缘由|缘故|理由)';
const TELL = '(?:(?:给我)?(?:说|讲|报)(?:一?下|说|讲|清楚)?)?';

const PATTERNS = {
  worst: new RegExp(
    `^${LEAD}${WHICH}(?:项目)?${SLIP}(?:了|后|期)?(?:得|的)?最(?:厉害|狠|久|多|长|严重|凶|远|离谱)${END}|^${LEAD}(?:最严重|最离谱|最晚|拖得最久)${END}`,
    'u',
  ),
  missed: new RegExp(
    `^${LEAD}${WHICH}(?:项目)?(?:已经|都已经|早就|都)(?:开工)?(?:过了|过期|${SLIP})(?:期|日子|点|后)?(?:了)?${END}`,
    'u',
  ),
  late: new RegExp(
    `^${LEAD}${WHICH}(?:项目)?(?:要|会|可能|得)?${SLIP}(?:期|后)?(?:了)?${END}|^${LEAD}${WHICH}(?:项目)?(?:有点|比较|最)?(?:悬|玄|危险|够呛|不保险|没把握|有风险|靠不住)(?:的)?(?:[,，\\s]*(?:怕|估计|可能)?(?:是)?${UNABLE})?${END}|^${LEAD}${WHICH}(?:项目)?(?:怕|估计|可能|恐怕|要|会)?(?:是)?${UNABLE}${END}`,
    'u',
  ),
  days: new RegExp(
    `^${LEAD}(?:都|各|各自|分别|已经|一共)*${SLIP_OR_PAST}(?:了|期|掉)?(?:多少天|几天|几多天|好多天|多久|多长时间)${END}`,
    'u',
  ),
  sky: new RegExp(
    `^${LEAD}(?:(?:在|现在)?(?:下雨|雨天?|阴天?|多云|天气(?:不好|差))的(?:那?(?:几|[一二两三])?[个家])?(?:项目)?)?(?:都|就|又|还|是|这么|这个){0,2}(?:${WHY}${SO}|${TELL}${SO}的?${REASON}(?:是|在|有)*(?:什么|啥|哪些|哪)?${TELL}|(?:问题|毛病|症结|根子|原因)(?:主要|到底|究竟|都)?(?:出在|出|在)+(?:哪[儿里]?|什么|啥)(?:地方)?)(?:的|了|呢|啊|呀|[\\s\\p{P}])*$`,
    'u',
  ),
  behind:
    /(?:落后|最慢|垫底|最后面|最差|落在后(?:面|头)|走得慢|走得最慢|最少|拖后腿)(?:的)?(?:那个|那一个|那家|一个|项目|是)?/u,
  stuck:
    /^(?:那|它|现在|到底)*(?:卡|堵|拖|差)(?:住)?(?:在|到|了)?(?:哪个|哪一个|哪几个|什么|哪一?道|哪|哪里|哪儿)(?:环节|手续|关|步|地方)?(?:上头|上面|上|里)?(?:了|呢|啊|[\s?？])*$/u,
} as const;

export type AfterProjects = keyof typeof PATTERNS;

/** The first of them the whole message says. @param folded simplified */
export function afterProjects(folded: string): AfterProjects | undefined {
  const said = folded.trim();
  return (Object.keys(PATTERNS) as AfterProjects[]).find((one) => PATTERNS[one].test(said));
}

const THEIRS = new RegExp(
  `^(?:那么?|换成)?\\s*([${ANY_SURNAME}][\\u4e00-\\u9fff]{1,2}?)(?:同志)?(?:管的|跟的|带的|手里的|手上的|名下的|手里|手上|名下|那边的?|那里的?|的)?(?:那|这)?(?:几|[两二三四五六七八九十\\d]{1,2})(?:个|家)(?:项目|企业)?(?:呢|的呢|怎么样|咋样|如何|的|啊|[\\s?？])*$`,
  'u',
);

/** 刘敏那几个呢: the name. */
export function theirsIn(folded: string): string | undefined {
  return THEIRS.exec(folded.trim())?.[1];
}

const WHO_END = '(?:都|分别|各|是|有|谁|哪个|哪些人?|哪几个|叫什么|的|着|呢|啊|[\\s\\p{P}])*$';
/** 秘书都是谁, 分别是谁在跟: each with theirs. */
const POSTS: readonly (readonly ['leader' | 'secretary', RegExp])[] = [
  ['leader', new RegExp(`^(?:分别|各自|都|各|是|由)*(?:分管|包联|包保)?(?:领导|组长)${WHO_END}`, 'u')],
  [
    'secretary',
    new RegExp(
      `^(?:分别|各自|都|各|的|是|由|归|项目|专班)*(?:秘书|谁(?:在|来)?(?:跟|盯|管|跑|服务))${WHO_END}`,
      'u',
    ),
  ],
];

/** Whose post of each is asked for. @param bare the whole message, without 那 in front */
export function postOfEach(bare: string): 'leader' | 'secretary' | undefined {
  return POSTS.find(([, words]) => words.test(bare))?.[0];
}
