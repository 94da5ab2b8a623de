/** 它, 这家, 该局, 他: words for the unit, project or person that was spoken of, wherever they stand in a question. */
import { withoutOrder } from './orders.ts';

const WHOM =
  /(?<!其)(?:(?<unit>[这那该]个?(?:责任|承办)?(?:单位|部门|局)|[这那]家(?:单位|局)|[他它]们?(?:单位|局里?))|(?<any>(?<they>[他它]们|[这那]家(?!企业登))(?:家|企业|公司)?|[他她]家|它家?)|(?<person>[他她](?!们|那)))(?:那边|这边)?/u;
const FRONT = /^(?:那么?|[,，\s])*$/u;
const THEY_HAVE = /^(?:还|手|现|一共|总共|有|逾|超|红)/u;

/** @returns undefined: nobody is pointed at, or something is ordered */
export function whomIn(text: string) {
  const found = WHOM.exec(text);
  if (!found || withoutOrder(text) !== undefined) return undefined;
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
  const { unit, person, they } = found.groups ?? {};
  const front = FRONT.test(before);
  return {
    kind: unit ? 'unit' : person ? 'person' : 'any',
    many: /们/.test(found[0]),
    front,
    they: they !== undefined && THEY_HAVE.test(after),
    with: (name: string) => `${front ? '' : before}${name}${after}`.trim(),
  } as const;
}
