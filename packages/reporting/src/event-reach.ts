import type { Db } from '@hubline/db/connection.ts'
import { type Definition, unitOf } from '@hubline/domain/indicators/definition.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { catalogueOf } from './hub-catalogue.ts'
import { howMany } from './units.ts'

/** What one event brings in to an indicator: as many units as its list, narrowed to the event, has. */
export type Reach = { key: string; title: string; unit: ReturnType<typeof unitOf>; units: number }

/** Indicators that an attendance by itself brings a unit into; a band asks for all of a year together. */
const isReached = ({ any_of, band, counts }: Definition): boolean =>
  !band && !('sum' in counts) && !('mean' in counts) && any_of.some((way) => way.a === 'attendance')

/** The indicators that an event brings businesses or people into, with how many of each. */
export async function reachOf(
  db: Db,
  question: { hub_id: string; year: Year; event_id: string },
  only?: readonly Definition[],
): Promise<Reach[]> {
  const reached: Reach[] = []
  const catalogue = only ?? (await catalogueOf(db, question))
  for (const definition of catalogue.filter(isReached))
    reached.push({
      key: definition.key,
      title: definition.title,
      unit: unitOf(definition),
      units: await howMany(db, definition, question),
    })
  return reached
}
