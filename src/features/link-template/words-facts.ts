/** Every fact of a link in words, the same on previews and in the Excel file. */
import type { Dependency, LinkDefinition, LinkTemplate, Material } from '../../domain/plan/model.ts';
import type { FactTexts } from './rules-diff.ts';
import { DEFERRABLE, durationText, GRADES, NO, NONE, statutoryText, YES } from './words.ts';

/** Names for ids. */
export interface Names {
  unit(id: number): string | undefined;
  person(id: number): string | undefined;
}

const SOFT = '建议';

/** 5、10建议; empty: none. */
export function dependenciesText(
  dependencies: readonly Dependency[],
  links: readonly LinkDefinition[],
): string {
  const numbered = dependencies.flatMap(({ on, hard }) => {
    const no = links.find((link) => link.code === on)?.no;
    return no === undefined ? [] : [{ no, hard }];
  });
  return numbered
    .toSorted((a, b) => a.no - b.no)
    .map(({ no, hard }) => `${no}${hard ? '' : SOFT}`)
    .join('、');
}

function materialText({ name, deferrable, producedBy }: Material, links: readonly LinkDefinition[]): string {
  const no = links.find((link) => link.code === producedBy)?.no;
  const marks = [...(deferrable ? [DEFERRABLE] : []), ...(no === undefined ? [] : [`由第${no}环节产生`])];
  return marks.length > 0 ? `${name}（${marks.join('，')}）` : name;
}

export function factTexts(
  link: LinkDefinition,
  { links, stages }: Pick<LinkTemplate, 'links' | 'stages'>,
  names: Names,
): FactTexts {
  const or = (text: string | null | undefined, instead = NONE) => text || instead;
  const { trigger, unitId, contactId, confirmedOn } = link;
  return {
    no: String(link.no),
    stage: or(stages.find(({ code }) => code === link.stage)?.shortName),
    name: link.name,
    synonyms: or(link.synonyms.join('、')),
    trigger: or(trigger?.question, '每个项目都涉及'),
    concerned: trigger?.concerned === false ? '不涉及' : '涉及',
    authorities: or(link.authorities.join('、')),
    unit: unitId === null ? '按关键词匹配' : or(names.unit(unitId), '单位已撤销'),
    contact: contactId === null ? '单位联络员' : or(names.person(contactId), '人员不详'),
    task: or(link.task),
    statutory: statutoryText(link.statutory),
    promised: durationText(link.promised),
    dependencies: or(dependenciesText(link.dependencies, links)),
    materials: or(link.materials.map((material) => materialText(material, links)).join('；')),
    fee: or(link.fee),
    output: or(link.output),
    place: or(link.place, '责任单位窗口'),
    source: or(link.source),
    grade: GRADES[link.grade],
    confirmed: confirmedOn === null ? NO : YES,
  };
}
