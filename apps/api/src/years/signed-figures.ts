import type { Tx } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { UnitOfValue } from '@hubline/domain/indicators/definition.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { z } from 'zod'
import { YearInput } from '../indicators/board.ts'
import { reads } from '../trpc.ts'

export const Version = z.int('Choose a version').min(1, 'Choose a version').max(100_000, 'Choose a version')

/** A year's sign-off by its version. @throws Problem 'not_found' */
export async function signOffCalled(db: Tx, hub_id: string, { year, version }: { year: Year; version: number }) {
  const found = await db
    .selectFrom('sign_off')
    .select(['id', 'version', 'signed_at', 'signed_by_name', 'reason'])
    .where('hub_id', '=', hub_id)
    .where('year', '=', year)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!found)
    throw new Problem('not_found', `${year} has no signed-off version ${version}: choose one under Close the year`)
  return found
}

/** What was said of a figure stands with what it was asked for. */
const Parameters = z.object({ explanation: z.string().optional() })

/** The figures of a signed-off version, as they were fixed. */
export const signedFigures = reads('figures:read')
  .input(z.object({ year: YearInput, version: Version }))
  .query(async ({ ctx: { db, actor }, input }) => {
    const { id, ...signed } = await signOffCalled(db, actor.hub_id, input)
    const figures = await db
      .selectFrom('signed_figure')
      .select(['key', 'title', 'unit', 'value', 'units', 'hash', 'parameters'])
      .where('hub_id', '=', actor.hub_id)
      .where('sign_off_id', '=', id)
      .orderBy('position')
      .execute()
    return {
      ...signed,
      year: input.year,
      figures: figures.map(({ parameters, ...figure }) => ({
        ...figure,
        unit: figure.unit as UnitOfValue,
        explanation: Parameters.parse(JSON.parse(parameters)).explanation ?? null,
      })),
    }
  })
