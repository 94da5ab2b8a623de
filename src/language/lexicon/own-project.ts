/** 这个项目, 我们项目: the project of the group one speaks in, or the one somebody speaks for. */

const AT = '(?:这边|这里|上面|里面|上(?![周月个半季礼星])|里(?![头面]))?(?![房区前方师部组长经])';
const PROJECT = `(?:项目|专班)${AT}`;
const OURS = '(?:我们|咱们|俺们|咱)(?:的|这个|这)?';

/** Of somebody who speaks for one project, wherever it is said. */
const OUR_PROJECT = `${OURS}${PROJECT}|本(?:项目|专班)`;

/** 我们厂 of the firm's own people; of others it is their unit (我们公司). */
const OUR_FIRM = `${OURS}(?:企业|厂子|厂|公司)${AT}`;

const OUR_FIRM_SAID = new RegExp(OUR_FIRM, 'u');

/** 我们报的几件, 我们今年评了几个不满意: what the firm logged and rated, whoever of it did. 我们…王建国报的 is somebody's. */
const BY_FIRM =
  /(?:我们|咱们)(?:企业|公司|厂子?|这边|自己)?(?=(?:[上这本今去昨前][^,，。;；的有是]{1,3})?(?:一共|总共|都|已经|先后|自己|还|给)*(?:(?:报|提|反映|登记)(?:过|上来|上去)?(?:了?[几多哪]|的(?!办结|延期))|(?:评|打分?)(?:过|了)(?:[几多哪]|不满意|满意)))/gu;

/** The same of the firm, said by one of it. */
export function byFirm(folded: string): string {
  return folded.replace(BY_FIRM, '企业');
}

/** In a project's group. 哪个项目, 几个项目 are many. */
const THIS_PROJECT = `(?<![哪几每各那应])(?:这个|这|该)(?:企业|厂子|厂|工程|项目(?!前)|专班)${AT}|(?<=^|[,，\\s])项目(?:上|里)`;

/** @param firm said by one of the firm @param group said in the project's group */
export function ownProjectSaid(folded: string, { firm, group }: { firm: boolean; group: boolean }): RegExp[] {
  if (!/项目|专班|企业|厂|公司|工程/.test(folded)) return [];
  return [OUR_PROJECT, ...(firm ? [OUR_FIRM] : []), ...(group ? [THIS_PROJECT] : [])].map(
    (said) => new RegExp(said, 'gu'),
  );
}

/** What a project has and a problem has not: nodes, links, weather, people. */
const OF_PROJECT =
  /[开动]工|投产|竣工|环节|手续|许可证|批复|评审?|审查|验收|[晴雨]|多云|天气|秘书|联系人|进展|进度|按期|来得及|赶得上/u;
/** 哪些项目, 各项目: of several. */
const OF_SEVERAL =
  /(?:哪|几|各|每|所有|全部|多少)[些个家]?(?:项目|企业|家)|全[区县市]|的项目|项目[有里还]|各[有是]?几|几成|第几|老几/u;

/** Whether a sentence that names no project asks what only a project has. */
export function asksOfProject(folded: string): boolean {
  return OF_PROJECT.test(folded) && !OF_SEVERAL.test(folded) && !OUR_FIRM_SAID.test(folded);
}
