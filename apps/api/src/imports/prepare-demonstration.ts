import { inHub } from '@hubline/db/connection.ts'
import {
  type NextStep,
  demonstrationBundle,
  demonstrationNextSteps,
  demonstrationNorthBundle,
  demonstrationNorthNextSteps,
} from '@hubline/db/seed/demonstration.ts'
import type { OpenDatabase } from '../database.ts'
import { makeDemonstrationOffers } from '../skills-reviews/demonstration-offers.ts'
import { fillDemonstrationReviews } from '../skills-reviews/demonstration-reviews.ts'
import { makeDemonstrationAccounts } from '../staff/demonstration-accounts.ts'
import { doorOf } from '../staff/front-door.ts'
import { makeHub } from '../staff/make-hub.ts'
import { openDemonstrationEvents } from '../events/open-demonstration-events.ts'
import { openDemonstrationSessions } from '../training/open-demonstration-sessions.ts'
import { planDemonstrationLines } from '../training/plan-demonstration-lines.ts'
import type { FileInMemory } from './bundle-source.ts'
import { makeDiaries } from './demonstration-diaries.ts'
import { makePlans } from './demonstration-plans.ts'
import { importBundle } from './import-bundle.ts'
import { tidyTables } from './tidy-tables.ts'

type Demonstration = {
  slug: string
  name: string
  bundle: () => Iterable<FileInMemory>
  steps: () => Iterable<NextStep>
}

const DEMONSTRATIONS: readonly Demonstration[] = [
  { slug: 'demo', name: 'Demonstration', bundle: demonstrationBundle, steps: demonstrationNextSteps },
  {
    slug: 'demo-north',
    name: 'Northern demonstration',
    bundle: demonstrationNorthBundle,
    steps: demonstrationNorthNextSteps,
  },
]

/**
 * Loads the demonstration hubs into a database that has no hub yet, or whose demonstration was cut short. Gives whether
 * there is a demonstration to sign in to.
 */
export async function prepareDemonstration(database: OpenDatabase, say: (doing: string) => void): Promise<boolean> {
  const door = doorOf(database.front_door)
  const hubs = await door.selectFrom('auth.hub').select(['id', 'slug', 'is_demonstration']).execute()
  if (hubs.some(({ is_demonstration }) => !is_demonstration))
    return hubs.some(({ is_demonstration }) => is_demonstration)
  let loaded = 0
  for (const demonstration of DEMONSTRATIONS) {
    const there = hubs.find(({ slug }) => slug === demonstration.slug)
    if (there && (await hasPeople(database, there.id))) continue
    if (loaded++ === 0) say('Making the demonstration hubs')
    await load(
      database,
      demonstration,
      there?.id ?? (await makeHub(database.url, { ...demonstration, is_demonstration: true })),
    )
  }
  if (loaded > 0) await tidyTables(database.url)
  await makeDemonstrationAccounts(door)
  return true
}

const hasPeople = async ({ db }: OpenDatabase, hub_id: string): Promise<boolean> =>
  inHub(
    db,
    { hub_id },
    async (tx) =>
      (await tx.selectFrom('adviser').select('id').where('hub_id', '=', hub_id).limit(1).executeTakeFirst()) !==
      undefined,
  )

/** By the same way as any hub moves in; what is planned next on its cases is not part of a bundle and follows. */
async function load({ pool, db }: OpenDatabase, { slug, bundle, steps }: Demonstration, hub_id: string): Promise<void> {
  const result = await importBundle({ pool, hub_id, source: bundle(), now: new Date() })
  if (!result.accepted)
    throw new Error(`The bundle of the demonstration hub ${slug} was refused: ${result.problems} problems`)
  const planned = [...steps()]
  await inHub(db, { hub_id }, async (tx) => {
    for (const { case_reference, next_step, next_on } of planned)
      await tx
        .updateTable('case')
        .set({ next_step, next_on })
        .where('hub_id', '=', hub_id)
        .where('reference', '=', case_reference)
        .execute()
    await openDemonstrationEvents(tx, hub_id)
    await makeDiaries(tx, hub_id)
    if (slug === 'demo') await makeDemonstrationOffers(tx, hub_id)
    await planDemonstrationLines(tx, hub_id)
    if (slug === 'demo') await fillDemonstrationReviews(tx, hub_id)
    await openDemonstrationSessions(tx, hub_id)
    await makePlans(tx, hub_id)
  })
}
