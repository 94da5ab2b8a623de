/** Texts of the form “名称 标签 值 标签 值”, as administration uses them; order free, colons allowed. */
import { cut, type Phrase, tokens, trimMarks } from '../../language/phrase.ts';

export interface Labelled {
  /** What stands before the first label. */
  head: Phrase;
  /** By canonical label; '' when nothing follows it. */
  values: ReadonlyMap<string, Phrase>;
}

/**
 * Splits at labels that stand as tokens (单位 住建局) or carry a colon or a number (单位:住建局, 时限7).
 * @param labels canonical label → ways to write it
 */
export function readLabels(phrase: Phrase, labels: Readonly<Record<string, readonly string[]>>): Labelled {
  const ways = Object.entries(labels)
    .flatMap(([label, words]) => [label, ...words].map((word) => ({ label, word })))
    .sort((a, b) => b.word.length - a.word.length);
  const cuts: { label: string; from: number; valueFrom: number }[] = [];
  for (const { word, from } of tokens(phrase)) {
    const way = ways.find(
      (w) =>
        word.startsWith(w.word) &&
        (word.length === w.word.length || /^[:=\d]/.test(word.slice(w.word.length))),
    );
    if (!way) continue;
    const colon = /^[:=]/.test(word.slice(way.word.length)) ? 1 : 0;
    cuts.push({ label: way.label, from, valueFrom: from + way.word.length + colon });
  }
  const values = new Map<string, Phrase>();
  for (const [i, one] of cuts.entries()) {
    values.set(one.label, trimMarks(cut(phrase, one.valueFrom, cuts[i + 1]?.from)));
  }
  return { head: trimMarks(cut(phrase, 0, cuts[0]?.from)), values };
}

/** 资规局、自规局,规自局 → three names. */
export function splitNames(phrase: Phrase | undefined): string[] {
  if (!phrase) return [];
  return tokens(phrase).map(({ from, until }) => phrase.text.slice(from, until));
}

const NO_NAME =
  /^(?:[了的是]|率$|过(?:几|多|没|吗)|得[多快怎]|最[多少快]|比[上去]|(?:新增|工作|进展)?(?:情况|进展|进度|数量|总数|原因|理由|清单|名单|排名|趋势)(?:$|[有是怎如呢\s\p{P}]))|[几多][个家件条次]|多少|什么|怎么|谁|哪[个些家天件一里]|是否|有没有|[吗呢啥没][\s\p{P}]*$/u;

/** 项目新增了几个, 单位新增情况: words that ask are no name of something new. */
export function isNoName({ folded }: Phrase): boolean {
  return NO_NAME.test(folded.trim());
}
