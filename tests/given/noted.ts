import type { TestHub } from './hub.ts'

/**
 * What the audit trail of a hub says was done, the first first. A download is noted with the end of its answer, a moment
 * after its last byte: `await expect.poll(() => noted(hub))`.
 */
export const noted = (hub: TestHub): Promise<string[]> =>
  hub.inside(async (tx) => {
    const entries = await tx
      .selectFrom('audit_entry')
      .select('what')
      .where('hub_id', '=', hub.hub_id)
      .orderBy('id')
      .execute()
    return entries.map(({ what }) => what)
  })
