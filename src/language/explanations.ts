/**
 * What a word just used means: 有结果就是销掉了的意思; 就是超期还没红的那种. It says the same once more, or more narrowly, so it
 * is read in the place of the word, or beside what it explains; never left out.
 */

const MARKS = /[\s,，。;；!！]+/u;
const NAMED =
  /^(?:嗯|哦|啊|那个)*(?:我(?:说的|讲的)?|所谓(?:的)?|这个|那个)?(.{2,6}?)(?:也?就是|是指|指的?就?是|的意思就是|意思是)(?:说)?(.{2,14}?)(?:的意思|这个意思|的那种|的那些|的)?(?:哈|啊|嘛|吧)?$/u;
const BESIDE =
  /^(?:嗯|哦|啊|那个)*(?:也?就是说?|即|也即|说白了就是|相当于|我(?:说|指|问|要)的就?是|我是说)?(.{2,16}?)(?:的?(?:那种|那类|那一种|那一类|这种|这类|意思))(?:哈|啊|嘛|吧)?$/u;

/** A way to read it; `heard` is then read as `meaning`. */
export interface Explained {
  text: string;
  heard?: string;
  meaning?: string;
}

/** The text with the explanation beside what it explains, then in its place; none: nothing is explained. */
export function explained(text: string): Explained[] {
  const clauses = text.split(MARKS).filter((one) => one !== '' && !/^[嗯哦啊呃那个]+$/u.test(one));
  const ways: Explained[] = [];
  for (const [i, clause] of clauses.entries()) {
    const others = clauses.filter((_, at) => at !== i);
    const [, word = '', meaning = ''] = NAMED.exec(clause) ?? [];
    const before = clauses.slice(0, i).findLastIndex((one) => word !== '' && one.includes(word));
    if (before >= 0) {
      for (const put of [meaning.replace(/了$/u, ''), meaning]) {
        const meant = (clauses[before] ?? '').replace(word, put);
        const said = others.map((one, at) => (at === before ? meant : one)).join(' ');
        ways.push({ text: said, heard: word, meaning });
      }
    }
    const beside = i > 0 ? BESIDE.exec(clause)?.[1] : undefined;
    if (beside === undefined) continue;
    const said = `${beside.replace(/的$/u, '')}的`;
    const heard = clauses[i - 1] ?? '';
    ways.push({ text: clauses.map((one, at) => (at === i ? said : one)).join(' ') });
    const alone = clauses.flatMap((one, at) => (at === i ? [said] : at === i - 1 ? [] : [one]));
    ways.push({ text: alone.join(' '), heard, meaning: beside });
  }
  return ways;
}
