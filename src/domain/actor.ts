/** Who acts: a person with everything the rights table needs, loaded in one read. */
import type { Person, RoleGrant } from './model.ts';

export interface Actor {
  person: Person;
  grants: RoleGrant[];
  /** Projects this person is secretary of. */
  secretaryOf: number[];
  /** Projects this person leads (组长/分管领导). */
  leaderOf: number[];
  /** Projects this person is an enterprise contact of. */
  contactOf: number[];
  /** Projects of the groups this person is in; seen, not more. */
  groupProjectIds: number[];
  /** Units this person coordinates or heads, besides the own one. */
  signsFor: number[];
  /**
   * People away whose deputy this is now (交接). What they may do is in the lists above already, but for their
   * administrator's rights.
   */
  standsInFor: number[];
}
