/** Who holds which role where. */
import { and, eq } from 'drizzle-orm';
import type { RoleGrant } from '../domain/model.ts';
import { bumpDirectory } from './directory-version.ts';
import type { Tx } from './open.ts';
import { roleGrant } from './schema.ts';

/** Holding it already is no error. */
export async function grantRole(tx: Tx, grant: RoleGrant): Promise<void> {
  await tx.insert(roleGrant).values(grant).onConflictDoNothing();
  await bumpDirectory(tx);
}

/** @returns false when the person did not hold it */
export async function revokeRole(tx: Tx, grant: RoleGrant): Promise<boolean> {
  const gone = await tx
    .delete(roleGrant)
    .where(
      and(
        eq(roleGrant.personId, grant.personId),
        eq(roleGrant.role, grant.role),
        eq(roleGrant.areaId, grant.areaId),
      ),
    )
    .returning({ personId: roleGrant.personId });
  if (gone.length > 0) await bumpDirectory(tx);
  return gone.length > 0;
}
