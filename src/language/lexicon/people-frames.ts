/** Somebody by name who is no part of the question: who asks it, whom it is for, whom it is said to, or their post before the name. */

const POST = '(?:同志|局长|书记|副?市长|副?县长|副?区长|经理|总|主任|队长)?';
const ASKS =
  '(?:刚才|刚刚|刚|今天|昨天|早上|上午|下午|又|还|也|一直|老是|老|总){0,3}(?:在|来|跑来)?(?:问起|问到|问|要问|想问|让我问|叫我问|让我查|叫我查|要我查|让我看|让我报|要我报|想知道|要了解|想了解|催我|交代|交待|打电话问|打电话来问)(?:一下|下|我|了|过)*(?:说)?';
const FOR =
  '(?:汇报|报告|报|看|交差|交账|回话|回个话|说一声|说|讲|过目|一个交代)(?:工作|一下|一声)?(?:用|要用|的时候用|时用)?';

export interface Framed {
  text: string;
  unused: string[];
}

/** @param names that certainly stand in the text */
export function withoutPeopleFrames(text: string, names: readonly string[]): Framed {
  if (names.length === 0) return { text, unused: [] };
  const who = `(?:${names.join('|')})`;
  const unused: string[] = [];
  const drop = (heard: string) => {
    unused.push(heard.replace(/[\s,，:：]+/gu, ''));
    return '';
  };
  const kept = text
    // 钱进跟冯刚报我说上周都弄完了到底上周销了几个: what they say, before what is asked.
    .replace(
      new RegExp(
        `^[\\s,，]*${who}${POST}(?:(?:和|跟|与|、|还有)${who}${POST})?(?:都|刚才|刚|昨天|今天|早上|老|总|一直)*(?:跟|给|向|对|报)?(?:我们?|咱)?(?:汇?报|说|讲|报告|反映|讲的|回)(?:的)?(?:是|说)?[^?？]{2,24}?[\\s,，]*(?=(?:那)?(?:到底|究竟|实际上?|真的|是真的|是不是真)(?!是谁))`,
        'u',
      ),
      drop,
    )
    // 到高远那里的呢
    .replace(
      new RegExp(
        `^(?:那么?|[\\s,，])*(?:报|升|捅)?到(${who})${POST}(?:那里|那儿|那边|那一级|这一级|手上|案头)?的?(?:呢|有吗|有没有|有几件|几件)?[\\s?？]*$`,
        'u',
      ),
      '报到$1那一级的有几件',
    )
    .replace(new RegExp(`(?:专班秘书|项目秘书|秘书|局长|经理|联络员|负责人|书记|队长)(?=${who})`, 'u'), '')
    // 高远同志批的那几件: what they wrote on papers, and no extension they approved.
    .replace(
      new RegExp(
        `(${who}${POST})(?:亲自)?批(?:示)?(?:过|了|下来)*的(?![^,，。]{0,6}(?:延期|挂账|申请))`,
        'u',
      ),
      '$1批示的',
    )
    .replace(new RegExp(`^[\\s,，]*${who}${POST}${ASKS}[\\s,，:：]*`, 'u'), drop)
    .replace(new RegExp(`[\\s,，]*${who}${POST}(?:等着)?(?:要|要用|急用|要看)[\\s。]*$`, 'u'), drop)
    .replace(
      new RegExp(`(?:我|我们)?(?:要|好|得)?(?:给|跟|向|替)${who}${POST}${FOR}[\\s,，]*(?!的)`, 'u'),
      drop,
    )
    .replace(
      new RegExp(
        `^[\\s,，]*(?:麻烦|请|辛苦|劳烦|叫|喊)?${who}${POST}[啊呀,，\\s]*(?=你?(?:帮|给|替)(?:我|咱|下|忙))`,
        'u',
      ),
      drop,
    );
  return kept.trim() === '' ? { text, unused: [] } : { text: kept, unused };
}
