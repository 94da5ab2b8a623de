/** What talk that is no command is answered: polite words, what could be meant, what is not built yet. */

/** Talk about a problem which could be meant as a step. Keys: moods of language/mood.ts. */
const DOUBTS: Record<string, string> = {
  question: '这像是在问',
  partial: '这像是只说了一部分进展',
  hope: '这像是打算或估计',
  negation: '这像是说还没有、或者不用',
  condition: '这像是有条件的',
  hearsay: '这像是转述别人的话',
};

export const DOUBT_TITLE = '请确认';
export const AS_PROGRESS = '记为进展';
export const AS_DONE = '报办结';
export const NOTHING_DONE = '好的，没有改动。';
export const DOUBT_DONE = '已按您确认的办理。';

/** @param word the command that was read; `choices` how it can be taken */
export function doubtText(said: {
  mood: string;
  issueId?: number | undefined;
  word?: string | undefined;
  choices: readonly string[];
}): string {
  const { mood, issueId, word, choices } = said;
  const number = issueId === undefined ? '' : ` #${issueId} `;
  if (word === undefined) {
    return choices.includes('done')
      ? `${number.trim()} 还没有改动。要记为进展，还是报办结？`
      : `${number.trim()} 还没有改动。要记为进展吗？`;
  }
  const why = DOUBTS[mood] ?? '没有把握';
  return choices.includes('progress')
    ? `${why}，${number.trim()} 还没有改动。要记为进展，还是“${word}”？`
    : `${why}，还没有改动。确认要“${word}${number.trimEnd()}”吗？`;
}

/** Shown with the card of the problem when talk could not be taken as a step by this person. */
export const ONLY_SHOWN = '这句话没有改动任何内容，现在是这样：';

/** Before a complaint that was said without 报 is logged. */
export const LOG_ASKED = '听上去是个问题，要登记吗？';
export const LOG_UNSURE = '请核对，确认后才登记：';

const TALK: Record<string, string> = {
  greeting: '您好，我是专班秘书。登记问题、查进度、催办、核验，跟我说一句就行。',
  thanks: '不客气，有事随时说。',
  fine: '好的。',
  who: '我是专班秘书，帮专班记问题清单：谁来办、什么时候办完、办到哪一步，到期会提醒。',
  there: '在的，请说。',
  sorry: '没关系。',
  bye: '再见，有事随时说。',
  hard: '应该的，您也辛苦了。',
};

/** @param talk what language/small-talk.ts found */
export function talkText(talk: string): string {
  return TALK[talk] ?? '好的。';
}

/** 收到, as people mean it. @param numbers of the problems whose reminder counts as seen now */
export function seenText(numbers: readonly number[]): string {
  const which = numbers.slice(0, 20).map((id) => `#${id}`);
  const more = numbers.length > 20 ? `等 ${numbers.length} 件` : '';
  return which.length === 0 ? '好的，知道您已看到。' : `好的，已记下您已知悉：${which.join('、')}${more}。`;
}

/** A word of the specification that is not built yet, and what serves today. */
export function plannedText(word: string, instead: readonly string[]): string {
  return `“${word}”还没有做。现在可以：${instead.join('、')}。`;
}

/** A message that holds nothing readable. */
export const UNREADABLE: Record<string, string> = {
  sticker: '表情我看不懂，请用文字说。',
  audio: '语音我听不了，请用文字说，或在手机上长按语音转成文字再发。',
  merge_forward: '转发的聊天记录我读不了，请把要办的事写成一句：报 事项 单位 时限。',
  image: '图片里的字我看不懂。要作附件，请回复那张问题卡片发；要登记，请写一句：报 事项 单位 时限。',
  media: '视频我看不了。要作附件，请回复那张问题卡片发；要登记，请写一句：报 事项 单位 时限。',
  file: '文件我还读不了。要作附件，请回复那张问题卡片发；要登记，请写一句：报 事项 单位 时限。',
  share_chat: '群名片我用不上，请用文字说。',
  share_user: '个人名片我用不上，请用文字说。',
  interactive: '转来的卡片我读不了，请写编号，例如：#12。',
};

/** Twice in a row. @param told why this one was asked back */
export function examplesText(told: string): string {
  const [why = ''] = told.split('。');
  return `${why}。换个问法试试，点下面的就能问；也可以发“帮助”看全部说法。`;
}

/** Nothing was understood; the buttons below say what could be meant. */
export function notUnderstoodText(heard: string): string {
  const quoted = heard.trim() === '' ? '' : `“${[...heard.trim()].slice(0, 40).join('')}”`;
  return `没有听懂${quoted}。您可以点下面的按钮，或发“帮助”看全部说法。`;
}
