import { makeHub } from '../staff/make-hub.ts'
import { say, withDatabase } from './outside.ts'

/** `hub new`: makes an empty hub. */
export function newCommand(slug: string, { name, json }: { name: string; json?: true }): Promise<boolean> {
  return withDatabase(async (database) => {
    await makeHub(database.url, { slug, name })
    say(
      json
        ? JSON.stringify({ hub: slug, name })
        : `Made the hub ${slug}. Read records into it with: hub import DIR --hub ${slug}`,
    )
    return true
  })
}
