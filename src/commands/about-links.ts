/** Questions about the links of a project, which its map answers. */
import { saysOnly } from '../language/accounted.ts';
import type { ReadContext } from '../language/definition.ts';
import type { Scan } from '../language/scanned.ts';
import type { CallOf } from './call.ts';

/** 安琪还差哪些手续, 兴发的施工许可办下来没: the map of the project's links, or the one that is named. */
export function aboutLinks(scan: Scan, { chat }: ReadContext): CallOf<'link-map' | 'link-state'> | undefined {
  const { tags, projectIds } = scan;
  const one = tags.has('link-name');
  if (!one && !tags.has('links')) return undefined;
  const narrower = scan.states.some(({ kind }) => kind !== 'open' && kind !== 'closed' && kind !== 'all');
  // 还差哪些手续
  const left = scan.left.filter((word) => !/^(?:还差|差|还剩|还缺|缺|离|距|距离)$/.test(word));
  const other =
    !saysOnly(scan, 'projectIds', 'nodes', 'reached', 'states', 'kinds') || tags.has('enterprise');
  if (other || narrower || left.length > 0 || scan.doubt) return undefined;
  const here = chat.defaultProjectId ?? (chat.projectIds.length === 1 ? chat.projectIds[0] : undefined);
  const projects = projectIds.length > 0 ? projectIds : here === undefined ? [] : [here];
  if (projects.length !== 1) return undefined;
  return one
    ? { name: 'link-state', projectIds: projects, words: scan.heard.get('link-name') ?? '' }
    : { name: 'link-map', projectIds: projects };
}
