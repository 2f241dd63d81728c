import type { Tx } from '@hubline/db/connection.ts'
import { CATALOGUE, findDefinition } from '@hubline/domain/indicators/catalogue.ts'
import {
  type DefinitionChange,
  changeProblem,
  changed,
  countTheSame,
  neighbourChanges,
  readChange,
  unchanged,
} from '@hubline/domain/indicators/change-definition.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { definitionOf } from './board.ts'

/** The newest version of each figure, whichever year it counts: what a further change starts from. */
type Newest = { starter: Definition; version: number; definition: Definition; change: DefinitionChange }

async function newestOf(tx: Tx, hub_id: string): Promise<Newest[]> {
  const rows = await tx
    .selectFrom('definition_version')
    .select(['key', 'version', 'definition', 'change'])
    .distinctOn('key')
    .where('hub_id', '=', hub_id)
    .orderBy('key')
    .orderBy('version', 'desc')
    .execute()
  const own = new Map(rows.map((row) => [row.key, row]))
  return CATALOGUE.map((starter) => {
    const row = own.get(starter.key)
    return row
      ? {
          starter,
          version: row.version,
          definition: row.definition as unknown as Definition,
          change: readChange(starter, row.change),
        }
      : { starter, version: starter.version, definition: starter, change: unchanged(starter) }
  })
}

export async function newestVersion(tx: Tx, hub_id: string, key: string): Promise<Newest> {
  const { key: known } = definitionOf(key)
  const found = (await newestOf(tx, hub_id)).find(({ starter }) => starter.key === known)
  if (!found) throw new Problem('not_found', `There is no indicator "${key.slice(0, 60)}"`)
  return found
}

/** A figure as it is counted by its newest version, and as it would be. */
export type Move = { now: Definition; next: Definition; change: DefinitionChange }

/**
 * What a change makes of a figure, and of the bands beside it: the figure itself first.
 * @throws Problem 'invalid' where the change makes no figure, or changes nothing
 */
export async function movesOf(tx: Tx, hub_id: string, key: string, change: DefinitionChange): Promise<Move[]> {
  const { key: known } = definitionOf(key)
  const versions = await newestOf(tx, hub_id)
  const own = versions.find(({ starter }) => starter.key === known)
  if (!own) throw new Problem('not_found', `There is no indicator "${key.slice(0, 60)}"`)
  const changes = [
    { key: own.starter.key, change },
    ...neighbourChanges({ starter: own.starter, change, was: own.change }, versions),
  ]
  return changes.flatMap((one) => {
    const version = versions.find(({ starter }) => starter.key === one.key)
    const starter = findDefinition(one.key)
    if (!version || !starter) return []
    const problem = changeProblem(starter, one.change)
    if (problem)
      throw new Problem(
        'invalid',
        one.key === known ? problem : `"${starter.title}" would have no room: ${problem}`,
        'change',
      )
    const next = changed(starter, one.change, version.version + 1)
    if (one.key === known && countTheSame(version.definition, next))
      throw new Problem('invalid', 'Change something first: it counts as it did', 'change')
    return [{ now: version.definition, next, change: one.change }]
  })
}
