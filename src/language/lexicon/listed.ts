/** Several figures named one after the other: 新增、办结、按时率都要; 新增办结各几件; 合计 办结 未办结. */

const FLOW =
  '(?:现在|目前|当前)?(?:已|尚)?(?:新增|新登记|登记|剩余|办结|办完|销号|解决|在办|未办结|没办结|未销号|没销号|没办完|未办|未结|逾期|超期|红灯|黄灯|绿灯|待签收|待核验|待转办|挂账|停表|总数|总量|合计)';
const RATED = '(?:按时率|按时办结率|按期率|办结率|销号率|解决率|满意率|满意度|平均用时)';
const COUNTED = `${FLOW}的?(?:问题)?(?:数量|件数|总数|数)?`;
const ITEM = `(?:${RATED}|${COUNTED})`;
const LIST = new RegExp(
  `(${ITEM}(?:[、,，和及与跟\\s]{1,3}${ITEM}|${COUNTED}){1,3})([各都]?(?:分别|各)?(?:是|有)?(?:几件|几个|几条|多少件|多少个|多少)?)((?:都|全)?(?:要|报|说|讲|列|给我|一下|来一份|看看|一遍|[了吧呢啊。？?！!\\s])*)$`,
  'u',
);

/** 合计 办结 未办结; 逾期总数 is one figure. */
const TOTALS = /(?:总数|总量|合计)[、,，和及与跟\s]|[、,，和及与跟\s](?:总数|总量|合计)/u;
/** 解决数和剩余数: numbers of their own, however they are joined. */
const NOMINAL = /数量?[、,，和及与跟\s]+[^、,，和及与跟\s]*数量?$/u;
const CAME = '(?:新增|登记)[^、,，和及与跟\\s]{0,4}';
const WENT = '(?:办结|办完|销号|解决)[^、,，和及与跟\\s]{0,4}';
const CAME_AND_WENT = new RegExp(
  `${CAME}[、,，和及与跟\\s]{1,3}${WENT}|${WENT}[、,，和及与跟\\s]{1,3}${CAME}`,
  'u',
);

/** 新增、办结、按时率都要, 新增办结各几件, 合计 办结 未办结: each as a clause of its own; undefined: no such list ends it. */
export function listedApart(text: string): string | undefined {
  const match = LIST.exec(text.normalize('NFKC'));
  const [whole = '', items = '', how = '', told = ''] = match ?? [];
  // 新增和办结: what came and what was struck off are never one number.
  const both = CAME_AND_WENT.test(items);
  const asked =
    both ||
    /[各别]/.test(how) ||
    /^(?:都|全)?要/.test(told) ||
    /率|满意度|用时/.test(items) ||
    TOTALS.test(items) ||
    NOMINAL.test(items);
  if (!match || !asked) return undefined;
  const each = items.match(new RegExp(ITEM, 'gu')) ?? [];
  // 除了挂账的，办结率是多少
  if (/除|不算|不含|扣|刨|剔|去掉|以外|之外/.test(text)) return undefined;
  // 红灯黄灯各几个: one figure tells lights apart.
  if (each.every((one) => /灯/.test(one)) && !NOMINAL.test(items)) return undefined;
  const clauses = each.map((one) =>
    new RegExp(RATED).test(one) ? `${one}是多少` : `${one.replace(/的?(?:问题)?[件总]?数?量?$/, '')}几个`,
  );
  return text.normalize('NFKC').slice(0, -whole.length) + clauses.join('，');
}

/** 延期批了几个驳了几个: requests for extension, by what was decided of each. */
function decided(said: string): string {
  return said
    .replace(
      /^(.*?)(?:延期申请|申请延期|延期)?(?:被)?(?:驳回?|不同意|没同意|没批准?|否)了?(?:几|多少).*$/u,
      '$1延期驳回了几次',
    )
    .replace(
      /^(.*?)(?:延期申请|申请延期|延期)?(?:被)?(?:批准?|同意|通过)了?(?:几|多少).*$/u,
      '$1延期批准了几次',
    );
}

const OF_REQUEST = /^[\s,，]*(?:还)?(?:没批|未批|待批|没同意|不同意|批了|批准|同意|驳回|被驳)/u;
const DECIDES = /(?:批准?|同意|通过)了?(?:几|多少).*(?:驳回?|不同意|没同意|没批准?|否)了?(?:几|多少)/u;

/** The clauses, asking how often requests for extension were approved and how often refused, where both are asked. */
export function decidedApart(clauses: readonly string[], text: string): string[] {
  if (!/延期/.test(text)) return [...clauses];
  if (DECIDES.test(text)) return clauses.map(decided);
  // 延期批了的几件，没批的几件: no problems that are not done.
  return clauses.map((said, i) => (i > 0 && OF_REQUEST.test(said) ? `延期${said.trim()}` : said));
}
