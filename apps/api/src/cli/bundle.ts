import { exportBundle } from '../imports/export-bundle.ts'
import { hubCalled, placeCalled, remark, say, withDatabase } from './outside.ts'

/** `hub bundle`: writes a whole hub as a bundle. */
export function bundleCommand({ hub: slug, out, json }: { hub: string; out: string; json?: true }): Promise<boolean> {
  return withDatabase(async (database) => {
    const hub = await hubCalled(database, slug)
    const folder = placeCalled(out)
    const { written, left_out } = await exportBundle({ pool: database.pool, hub_id: hub.id, folder })
    for (const [file, number] of Object.entries(left_out))
      if (number > 0) remark(`${file}: ${number} left out, because what they belong to was voided`)
    if (json) say(JSON.stringify({ written, left_out }))
    else for (const [file, number] of Object.entries(written)) say(`${file}: ${number}`)
    return true
  })
}
