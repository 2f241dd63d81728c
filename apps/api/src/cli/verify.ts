import { uncoveredSheets } from '@hubline/reporting/sign-off/fingerprint.ts'
import { verifyHub } from './verify-hub.ts'
import { everyHub, hubCalled, lookingAt, remark, say, withDatabase } from './outside.ts'

/** `hub verify`: walks the audit trail and recounts. Gives whether everything agrees. */
export function verifyCommand({ hub: slug, json }: { hub?: string; json?: true }): Promise<boolean> {
  return withDatabase(async (database) => {
    const hubs = slug === undefined ? await everyHub(database) : [await hubCalled(database, slug)]
    const disagreements: { hub: string; problem: string }[] = []
    const notes: { hub: string; note: string }[] = []
    for (const hub of hubs) {
      const found = await lookingAt(database, hub, (db) => verifyHub(db, hub.id))
      disagreements.push(...found.map((problem) => ({ hub: hub.slug, problem })))
      const uncovered = await lookingAt(database, hub, (db) => uncoveredSheets(db, hub.id))
      notes.push(...uncovered.map((note) => ({ hub: hub.slug, note })))
    }
    for (const { hub, note } of notes) remark(`${hub}: ${note}`)
    for (const { hub, problem } of disagreements) remark(`${hub}: ${problem}`)
    if (json)
      say(
        JSON.stringify({ hubs: hubs.map((hub) => hub.slug), agrees: disagreements.length === 0, disagreements, notes }),
      )
    else if (disagreements.length === 0)
      say(`Everything agrees in ${hubs.map((hub) => hub.slug).join(', ') || 'no hub at all'}`)
    return disagreements.length === 0
  })
}
