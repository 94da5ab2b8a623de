/** Words of the 晴雨表. */
import { each, list, of } from './compose.ts';
import type { WordGroup } from './query-word.ts';

/** 天气为雨, 项目气象是雨, 亮的是雨, 转雨了, 变成雨天. */
const SKY_IS = of(
  '是 为 挂 亮 亮的是 亮着 显示 显示为 转 变 变成 成 成了 判成 判为 天气为 天气是 天气显示 天气显示为 气象为 气象是 的天气为 的天气是 的气象为 的气象是',
);
const skies = (...names: readonly string[]) => each(['', ...SKY_IS], names, ['', '了']);

export const WEATHER_WORDS: readonly WordGroup[] = [
  [
    { tag: 'weather', weather: ['cloud', 'rain'] },
    '天气不好 天气不好的 天气差 天气差的 天气不太好 天气不太好的 天气不妙 天气坏 不是晴天 不是晴天的 没出太阳 没出太阳的 没放晴',
  ],
  [
    { tag: 'weather', weather: ['rain'] },
    list(of('下雨 下雨了 在下雨 落雨 下起雨 下起雨了'), skies('雨', '雨天')),
  ],
  [{ tag: 'weather', weather: ['cloud'] }, list(skies('阴', '阴天', '多云'))],
  [{ tag: 'weather', weather: ['sun'] }, list(of('出太阳 大晴天 放晴'), skies('晴', '晴天'))],
  [
    { tag: 'weather', weather: [] },
    '晴雨 晴雨表 晴雨表上 晴雨表里 晴雨情况 晴雨表情况 晴雨预报 晴雨状况 晴天还是雨天 是晴天还是雨天 是晴天雨天 晴天雨天 是晴天还是阴天 晴天还是阴天 是雨天还是晴天 雨天还是晴天 是晴还是阴 晴还是阴 是雨还是晴 雨还是晴 晴雨表怎么样 天气 什么天气 啥天气 天气怎么样 天气咋样 天气如何 晴还是雨 晴是雨 是晴是雨 是晴还是雨 天上是晴是雨 天上是晴还是雨 天上晴是雨 天上晴还是雨 天上什么样 天上怎么样 天色怎么样 是晴是阴 晴不晴 是雨是晴 是阴是晴 晴雨怎么样 晴雨咋样 晴雨如何 晴雨情况怎么样 天气都怎么样 天气都咋样 天气都如何 天气都什么样 天气好不好 天气好吗 天气都好吗 天气情况 天气情况怎么样 天气状况 天气么样 天气啥样 天气怎样 天气都是什么',
  ],
];

const ASKED = /天气[都各]?(?:自)?(?:怎么样|咋样|如何|么样|怎样|什么样|啥样|好不好|情况)/u;

/** The weather of each, whatever else is asked of it. */
export function asksForWeather(folded: string): boolean {
  return ASKED.test(folded);
}

const SKY =
  '(?:天气|晴雨表?|下雨天?|落雨天?|雨天|下着雨|下起雨|雨|大晴天|晴天|晴|放晴|转晴|出太阳|多云|阴天|阴|转阴|转雨|变天|天|太阳)';
const BESIDE_SKY =
  '(?:这几天|这两天|最近|近来|现在|目前|今天|眼下|还|又|都|也|就|才|不|没|没有|是不是|是否|是|会不会|能不能|会|能|要|在|有没有|有|啥时候|什么时候|几时|何时|哪天|为什么|为啥|为么子?|咋|怎么|怎么样|咋样|如何|好不好|不好|好|变|转|成|了|的|着|过|吧|吗|么|呢|啊|呀|嘛|咧|那边|那儿|那里|项目|(?:什么|啥|哪些|哪几个)?(?:原因|缘故|因素|事情?|问题|东西)|引起|造成|导致|影响|怎么来|因为|由于|以及|和|与|及|它|让|使|挂|显示|什么|哪些|我?想(?:知道|了解)|看看|看一下|看下|查下|说说|上|里|老|一直|总|到底|究竟|[\\s,，?？。])';
const OF_SKY = new RegExp(`^(?:${SKY}|${BESIDE_SKY}){1,16}$`, 'u');
const NAMES_SKY = new RegExp(SKY.replace('|天|太阳', ''), 'u');
const ASKS_SKY = /[吧吗么没不?？]|什么|啥|哪|几时|何时|怎么|咋|为|如何|还是|原因|因素/u;

/** 不下雨吧这几天, 是不是还在下雨, 转晴了没: all that is left beside the name of a project. */
export function isAllSky(folded: string): boolean {
  return folded.length < 24 && NAMES_SKY.test(folded) && ASKS_SKY.test(folded) && OF_SKY.test(folded);
}
