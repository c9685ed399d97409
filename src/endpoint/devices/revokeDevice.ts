import { audit } from '../books/audit.ts'
import type { Db } from '../books/tables.ts'

/** Takes a device's rights back; what it still hands in goes into quarantine. False where there is no such device. */
export const revokeDevice = async (
  tx: Db,
  id: string,
  wipe: boolean,
  who: string | null,
  nowMs: number,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('devices')
    .set({ revokedAt: nowMs, wipe: wipe ? 1 : 0 })
    .where('id', '=', id)
    .executeTakeFirst()
  if (Number(numUpdatedRows) !== 1) return false
  await audit(tx, nowMs, 'device.revoked', who, { device: id, wipe })
  return true
}
