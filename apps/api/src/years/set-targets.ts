import type { Tx } from '@hubline/db/connection.ts'
import { unitOf } from '@hubline/domain/indicators/definition.ts'
import { isOwnKey } from '@hubline/domain/indicators/own-indicator.ts'
import { isToldOfProgrammes } from '@hubline/domain/indicators/of-programmes.ts'
import { definitionIn } from '@hubline/reporting/hub-catalogue.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import { SetTargets, refuseBadTarget } from '@hubline/domain/years/target.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import { YearInput, definitionOf } from '../indicators/board.ts'
import { changeRecord } from '../records/change-record.ts'
import { nextReference } from '../records/next-reference.ts'
import { programmeCalled } from '../programmes/programme-called.ts'
import { writes } from '../trpc.ts'
import { type TargetsOf, yearTargetsOf } from './year-targets.ts'
import { mustBeOpen } from './year-steps.ts'

type Setting = z.output<typeof SetTargets>['targets'][number]
type Standing = Awaited<ReturnType<typeof yearTargetsOf>>[number]

/** Sets, changes or takes away some targets of a year, of the hub or of one programme: all of them or none. */
export const setTargets = writes('target:set')
  .input(SetTargets)
  .mutation(async ({ ctx: { db, actor }, input }) => {
    const year = YearInput.parse(input.year)
    const { hub_id } = actor
    await mustBeOpen(db, { hub_id, year }, { what: 'targets', field: 'year' })
    const programme = input.programme === undefined ? undefined : await programmeCalled(db, hub_id, input.programme)
    const of = { hub_id, year, programme_id: programme?.id }
    const standing = await yearTargetsOf(db, of)
    for (const target of input.targets) {
      const definition = await definitionOf(db, hub_id, target.key)
      if (programme && !isToldOfProgrammes(definition))
        throw new Problem('invalid', `"${definition.title}" has no records that name a programme`, 'targets')
      if (target.value !== null) {
        if (isOwnKey(target.key) && !(await definitionIn(db, { hub_id, year, key: target.key })))
          throw new Problem(
            'invalid',
            `"${definition.title}" does not count ${year}: set its target in a year that it counts`,
            'targets',
          )
        refuseBadTarget(
          { title: definition.title, unit: unitOf(definition) },
          { value: target.value, profile: target.profile },
        )
      }
      await setTarget(db, actor, {
        of,
        title: definition.title,
        target,
        before: standing.find(({ indicator_key }) => indicator_key === target.key),
      })
    }
    return { set: input.targets.length }
  })

type Change = { of: TargetsOf; title: string; target: Setting; before: Standing | undefined }

/** @throws Problem 'stale' where somebody else set it since the screen was filled */
async function setTarget(tx: Tx, actor: Actor, { of, title, target, before }: Change): Promise<void> {
  const { hub_id, year, programme_id } = of
  const { key, version, value, profile } = target
  if (before && version === 0)
    throw new Problem(
      'stale',
      `Somebody set a target for "${title}" meanwhile: it is shown above yours, which is kept`,
      'targets',
    )
  if (!before && version > 0)
    throw new Problem(
      'stale',
      `Somebody took the target for "${title}" away meanwhile: yours is kept, save it again to set it`,
      'targets',
    )
  if (before) {
    const values =
      value === null
        ? { voided_at: sql`now()`, voided_by: actor.adviser_id, void_reason: 'The target was taken away' }
        : { value, profile }
    const kind = programme_id === undefined ? 'target' : 'programme_target'
    await changeRecord(tx, { kind, hub_id, id: before.id, version, values })
  } else if (value !== null) {
    const set = { hub_id, indicator_key: key, year, value: String(value), profile }
    if (programme_id === undefined)
      await tx
        .insertInto('target')
        .values({ ...set, reference: await nextReference(tx, 'target') })
        .execute()
    else
      await tx
        .insertInto('programme_target')
        .values({ ...set, programme_id, reference: await nextReference(tx, 'programme_target') })
        .execute()
  }
}
