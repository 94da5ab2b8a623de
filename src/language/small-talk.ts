/** Politeness people say to the bot: found as a whole, never inside a sentence. */

export type SmallTalk = 'greeting' | 'thanks' | 'fine' | 'who' | 'there' | 'sorry' | 'bye' | 'hard';

const PARTICLES = /(?:[啊呀哦喔噢哈啦嘞呢吧的了哟嘛~!,.。、;:?]|\s)+$/u;
const CALLED = /^(?:小?秘书|专班秘书|小?助手|小秘|机器人|各位|领导|大家|同志们?)+[,:\s]*/u;
const CALLED_AFTER = /[啊呀了,\s]*(?:小?秘书|专班秘书|小?助手|小秘|机器人)+$/u;

const KINDS: readonly [SmallTalk, RegExp][] = [
  [
    'greeting',
    /^(?:你好|您好|大家好|你们好|早|早上好|上午好|中午好|下午好|晚上好|早安|晚安|hi|hello|嗨|哈喽|哈罗|新年好|节日快乐|新年快乐)+$/,
  ],
  [
    'hard',
    /^(?:好的?|收到|嗯|行|明白了?|知道了?)*(?:你|您|大家)?辛苦(?:(?:你|您|大家){0,2}辛苦)*(?:你|您|大家)?$/,
  ],
  [
    'thanks',
    /^(?:好的?|好嘞|收到|ok|行|嗯|明白了?|知道了?|晓得了?|清楚了?|了解了?|可以了?|没事了?)*[,\s]*(?:非常|太|十分|多)?(?:感谢|多谢|谢|thanks|thankyou|thx|3q)+(?:你|您|大家|各位|秘书|支持)*(?:辛苦)?$/,
  ],
  [
    'fine',
    /^(?:好|行|可以|没问题|ok|okay|嗯|恩|明白|了解|清楚|懂|知道|是|对|没错|棒|真棒|厉害|不错|赞|给力|很好|好极|好嘞|没事|不用|算|哈|呵|嘿|晓得|收到|好的|好了|就这样|先这样|就这些|别催|不催|先不催|那行|那好|那就这样|1|6{3,}(?!6))+$/,
  ],
  [
    'who',
    /^(?:请问)?(?:你|您)(?:到底)?(?:是谁|是什么|叫什么|叫什么名字|谁|会什么|会干什么|会做什么|能干什么|能干啥|能干嘛|能做什么|能做啥|能帮我做什么|能帮我什么|(?:都)?(?:能|会|可以)(?:查|问|干|做|看|答|回答|帮我查)(?:些|点)?(?:什么|啥|啥子|哪些|嘛|哪些东西|什么东西|啥东西)|有什么用|有什么功能|是干什么|是做什么|是干嘛|干什么用)$/,
  ],
  ['there', /^(?:请问)?(?:(?:你|您)?(?:还)?在(?:吗|不在|不)?|在线吗?|有人吗?|喂+|hello\?|试试|测试|test)$/],
  ['sorry', /^(?:不好意思|对不起|抱歉|打扰|发错|说错|搞错)+$/],
  ['bye', /^(?:再见|拜拜|bye|回见|下班|明天见|回头见)+$/],
];

/** @param folded the whole message */
export function smallTalkIn(folded: string): SmallTalk | undefined {
  if (folded.length > 30) return undefined;
  const said = folded.trim();
  return kindOf(said) ?? kindOf(said.replace(CALLED, '')) ?? kindOf(said.replace(CALLED_AFTER, ''));
}

function kindOf(said: string): SmallTalk | undefined {
  const words = said.replace(PARTICLES, '').replace(/[\s,.。!~、]+/g, '');
  // Nothing but pictures and marks: 👍.
  if (words === '') return /[\p{L}\p{N}]/u.test(said) ? 'fine' : undefined;
  return KINDS.find(([, kind]) => kind.test(words))?.[0];
}
