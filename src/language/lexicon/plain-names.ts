/** What stands right behind a name and says nothing more, as parts of patterns. */

/** 那边, 这块 */
export const PLACE = '[那这](?:一?块儿?|边儿?|里|儿|头)(?![地手疼痛])';
/** 个单位, 项目 */
export const THING = '(?:个|家)?(?:单位|局|公司|企业|厂子?|项目|专班)';
