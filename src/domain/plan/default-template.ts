/**
 * The template every deployment starts with: 22 links in four stages. It is a default from public texts, no city's own
 * list; the cut into 22 is ours. An administrator confirms and changes it.
 */
import { ACCEPTANCE_LINKS } from './default-template-acceptance.ts';
import { CONSTRUCTION_LINKS } from './default-template-construction.ts';
import { LAND_LINKS } from './default-template-land.ts';
import { PLANNING_LINKS } from './default-template-planning.ts';
import type { LinkTemplate } from './model.ts';

/** Its name in the list of templates. */
export const DEFAULT_TEMPLATE_NAME = '工业项目 22 环节';

/** Never changed in place: a deployment changes its own copy. */
export const DEFAULT_TEMPLATE: LinkTemplate = {
  name: DEFAULT_TEMPLATE_NAME,
  stages: [
    { code: 'land', name: '立项用地规划许可', shortName: '立项' },
    { code: 'planning', name: '工程建设许可', shortName: '规划' },
    { code: 'construction', name: '施工许可', shortName: '施工' },
    { code: 'acceptance', name: '竣工验收', shortName: '竣工' },
  ],
  links: [...LAND_LINKS, ...PLANNING_LINKS, ...CONSTRUCTION_LINKS, ...ACCEPTANCE_LINKS],
  construction: {
    after: 'construction-permit',
    before: ['planning-acceptance', 'special-acceptance'],
    defaultDuration: { n: 150, unit: 'days' },
  },
  nodes: { start: 'construction-permit', production: 'production-readiness' },
  reviewedOn: '2026-11-28',
};
