import { exportBundle } from '../imports/export-bundle.ts'
import { notesOf } from './note-taking.ts'
import { hubCalled, placeCalled, remark, say, whyTaken, withDatabase } from './outside.ts'

export type BundleOptions = { hub: string; out: string; why?: string; json?: true }

/** `hub bundle`: writes a whole hub as a bundle, and notes in its audit trail what for. */
export function bundleCommand({ hub: slug, out, why, json }: BundleOptions): Promise<boolean> {
  return withDatabase(async (database) => {
    const hub = await hubCalled(database, slug)
    const folder = placeCalled(out)
    const reason = whyTaken(why)
    const note = notesOf(database, hub, 'bundle')
    await note('asked', { reason })
    const { written, left_out } = await exportBundle({ pool: database.pool, hub_id: hub.id, folder })
    await note('downloaded', { reason, rows: written })
    for (const [file, number] of Object.entries(left_out))
      if (number > 0) remark(`${file}: ${number} left out, because what they belong to was voided`)
    if (json) say(JSON.stringify({ written, left_out }))
    else for (const [file, number] of Object.entries(written)) say(`${file}: ${number}`)
    return true
  })
}
