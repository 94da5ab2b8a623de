/** Little words beside others: moods, joints, what holds and where it lies. */
import type { Glue } from './glue-word.ts';

const TO_NOW =
  '(?:一?直到|截至到?|截止到?|到|至)(?:目前|现在|今天|今儿个?|今日|眼下|眼前|眼目下|这会儿?|这时候?|此刻|当下|如今|今朝)(?:上午|早上|早晨|中午|下午|晚上|这会儿?|为止|止)*';
const HOLD =
  '(?:压|攥|捏|躺|晾|搁|堆|积|欠|扛|悬|吊|捂|握|抓|囤|揣|兜|趴|摞|撂|剩|搂|占|窝|蹲|拿|余)(?:着|了|有|下了?|到)?';
const WHERE = '(?:那里|那儿|那块|那边|那|这里|手上|手里|一边|一旁|桌上|案头|半道上?|半路上?)';

const AS_WELL = '的?(?:都|也)?(?:算上|算进去|算进来|算在内|在内|包括进去|包括进来|一起算|加上)';

/** Adverbs of mood, and of a time that is now anyway. 正好, 几乎, 本来 and 刚 say something. */
const MOODS = [
  '像[这那]样的?|居然|竟然|竟|究竟|到底|其实|实际上?|的的确确|确确实实|实实在在|实打实地?|切切实实|真真正正|真正|真格的?|真的|的确|确实|当真|果真|果然',
  '眼看着?就?|眼瞅着?就?|眼见着?就?|眼睁睁|眼瞧着?就?',
  '现如今|如今|而今|时下|当今|这当口|这节骨眼上?|这档口|眼目下|目下|这会子|这会儿',
  '压根儿?|根本|硬是|愣是|楞是|偏偏|明明|分明|简直|干脆|好歹|横竖|总归|终归|毕竟|到头来|说到底|归根结底|按说|照说|照理|敢情|莫非|难道|难不成|早就|早已经?|早都|好像|似乎|貌似|依旧|依然|仍然|仍旧|始终|一直以来|一直|总是|老是|成天|整天|又还|也还|都还|可还',
  '说句(?:实在|老实|心里|公道|良心|大实|实)?话|讲句(?:实在|老实|心里|公道|实)?话|凭良心[说讲]|不瞒你说|实不相瞒|坦白[说讲]',
].join('|');

export const GLUE_BESIDE: readonly Glue[] = [
  // mood: how the speaker feels about it, or that it is so now
  {
    said: new RegExp(`(?:${MOODS})`, 'y'),
  },
  // in detail: before how many or which it asks for no more than they do
  {
    said: /具体(?=(?:还|都|又|分别|一共|总共|有|是|剩)*(?:几|多少|好多|哪|什么|啥))/y,
  },
  // concerned: whose problems they are, of which most or least are asked for
  {
    said: /(?:牵扯|牵涉|涉及)(?:得|到)?(?=最[多少])/y,
  },
  // really: as said, before what was done or not
  {
    said: /真(?=办|销|解决|处理|落实|清|搞|弄|逾|超)/y,
    behind: ['edge', 'name', 'loose', 'time', 'of'],
    within: true,
  },
  // only then: behind a time and before what happened in it: that it was then
  {
    said: /(?:才刚?|刚刚?|就)(?!一|两|几|半|\d)/y,
    behind: ['time'],
    before: ['event', 'state', 'light', 'loose'],
  },
  // until now: a list is of now anyway; behind a time it would end a span
  {
    said: new RegExp(TO_NOW, 'y'),
    behind: ['edge', 'name', 'loose', 'of', 'noun', 'state', 'light', 'tell'],
    unless: /[从自打由].{0,12}(?:到|至)/,
  },
  // joint of conditions: both hold, as they do side by side
  {
    said: /(?:而且还?|并且还?|同时还?又?|且|又(?=[没未不]))/y,
    joins: 'unlike',
  },
  // joint of names: both are meant
  {
    said: /(?:再?加上|再加|加|外加|连同|连带|带上|带|搭上|捎上|捎带|还有|以及|同|并)/y,
    joins: 'alike',
    as: '和',
  },
  // not paused: the same as with those left out
  {
    said: /(?:而且|并且|但是?|又|也|还)?(?:没有?|未)(?:挂账|停表|挂起|暂停)(?:的|着的)?(?=$|[\s,，。?？])/y,
    behind: ['light', 'of', 'edge'],
    unless: /[没未][^,，]{2,6}[又也]没|没有?挂账的?(?:单位|部门|项目|局)/,
    as: '的 挂账的不算 ',
  },
  // green as well: what is asked without a light is of all lights
  {
    said: new RegExp(`(?:把|连|算上|包括)?(?:绿(?:灯|色)?|正常)${AS_WELL}`, 'y'),
    unless: /[红黄蓝逾超]|[不没别]算/,
  },
  // paused as well: what is open stands still, too
  {
    said: new RegExp(`(?:把|连|算上|包括)?(?:挂账|停表|挂起)${AS_WELL}`, 'y'),
    unless: /[红黄蓝绿逾超]|[不没别]算/,
    as: '没办完的',
  },
  // done left out: what is not done stays
  {
    said: /(?:办|搞|弄)?(?:完|结|销)(?:掉|好)?(?:号)?(?:了)?的(?:就|都)?(?:不算|不要|不看|不计)/y,
    as: '没办完的',
  },
  // holding: what somebody has in hand is what is open with them
  {
    said: new RegExp(`(?:还|都|又)?${HOLD}`, 'y'),
    behind: ['name', 'loose', 'of', 'state', 'light', 'number'],
    before: ['number', 'noun', 'of'],
    unless: /上(?:个)?[月周年季]|昨|前天|去年|今年|本[月周年]|这个?(?:月|周|季)|挂/,
  },
  // hanging: before a light it is what somebody has, not what stands still
  {
    said: /挂(?:着|了)(?=(?:几|多少|好多)[个件盏条]?的?(?:红|黄|蓝|逾期|超期|过期))/y,
    known: true,
  },
  // lying: where it waits; for what, the words behind say
  {
    said: new RegExp(
      `(?:还|都|就|一直)*(?:躺|搁|晾|放|趴|压|堆|扔|撂|摆|候|等|杵|窝)(?:在|到)${WHERE}(?:头|等着?)?`,
      'y',
    ),
    before: ['state', 'event'],
  },
  // waits done: what waits to be verified was reported done
  {
    said: /(?:(?:责任|承办)?(?:单位|局里|他们|人家|下面)(?:自己)?(?:说|讲|报)(?:是)?)?(?:办|处理|整改|弄|搞|做|解决)[完好结成掉]?了?(?:就|都|还|正|在|摆在|放在|搁在|那儿|那里|那边|这里|只|,| )*(?=(?:等着?|待|没人?)核[验实])/y,
  },
  // rated by the firm: nobody else rates
  {
    said: /(?:企业|厂里|厂家|老板|人家|对方)?(?:给|被)?(?:打分|评分|评价|打|评|判)(?:了|过|的)?(?:个)?(?=不满意|差评|基本满意|满意)/y,
  },
  // newly given: the time says when
  {
    said: /(?:有没有|有无)?(?:新|又)(?=(?:派|转|交办|分)(?:给|到))/y,
    when: /[今昨]|前天|[周月年季天号日]/,
  },
  // on whom: behind a name, what is with them
  {
    said: /(?:身上|头上|肩上|肩膀上|屁股后头|屁股后面|屁股底下|手底下|手头上|那头|那厢|那旮旯|那旮|这旮旯|那疙瘩|那块儿|那塔)(?:(?:现在|眼下|目前|还)?(?:背|欠|压|攥|捏|扛|堆|积|拖欠|剩)(?:着|了|有)?)?/y,
    behind: ['name'],
    before: ['number', 'noun', 'state', 'light', 'loose', 'event'],
    unless: /上(?:个)?[月周年季]|昨|前天|去年|挂/,
  },
  // where it lies: before which kind it says that they are counted by it
  {
    said: /(?:主要|大多|大都|多半|一般|基本)?(?:都)?(?:出|落|冒|扎堆|发生)在?(?=哪[一几]?[类种]|哪些方面|哪[一]?方面)/y,
  },
  // hanging on somebody: what they have, and not what stands still
  {
    said: /(?<=(?:头上|名下|账上)(?:现在|目前|还|一共|总共)?)挂(?:着|了)?(?=有?(?:几|多少|好多|哪))/y,
    as: '有',
    known: true,
    within: true,
  },
  // stuck: at whose, or at what kind, it is they are counted by it
  { said: /(?:主要|都|还)?(?:卡|堵|压|积压|停|拖|耗)(?:在|到)了?/y, before: ['name'] },
  // piled up: of which there are most
  { said: /(?:堆|压|积|攒|摞|欠)[得的](?=最[多少])/y },
  // asked to help: whoever helps was asked
  {
    said: /(?:要|叫|让|喊|请|需要|得)(?:来|去)?(?=(?:我们?|咱们?|本)?(?:局|单位|公司|大队)?(?:来|去|给)?(?:配合|协办|协助))/y,
  },
  // rating: how content the firm is stands behind it
  { said: /的?评价(?:里头?|里面|中)?(?=有?(?:几|多少)[个件]?(?:基本|不)?满意)/y },
  // by number: each is told with its own
  {
    said: /是?几号(?:[、和,，]?几号)*(?=[呢啊\s\p{P}]*$)/uy,
    behind: ['of', 'state', 'light'],
    as: '有哪些',
  },
  // got done: so many things
  { said: /(?:干|做)了(?=(?:几|多少)[个件]?事)/y, as: '办结了' },
  // aimed at: whom it is of
  { said: /(?:是)?(?:针对|冲着|对着)(?:的)?/y, before: ['name'] },
  // praised: what is to be done with the answer
  {
    said: /(?:我|我们|要|得|都|也|该|好)*(?:表扬|批评|通报|点名|鼓励|夸奖)(?:一下|一番)/y,
    before: ['edge'],
    behind: ['name', 'noun', 'of', 'number', 'loose'],
  },
  // if any: what is asked is of those there are
  {
    said: /(?:要是|如果|要|若是?|假如|倘若)有(?:的话)?|有的话/y,
    behind: ['edge', 'loose', 'number'],
    before: ['edge', 'number', 'loose', 'tell'],
  },
  // happened so often: the number of times is asked for
  {
    said: /(?:总共|一共|共)?(?:出|闹|来|犯|碰|发生|出现|搞)(?:过|了)(?:几|多少|好多)(?:回|次|遭)/y,
    behind: ['time', 'of', 'loose', 'state', 'event', 'edge'],
    before: ['edge'],
    as: '有几次',
  },
];
