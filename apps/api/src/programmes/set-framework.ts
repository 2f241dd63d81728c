import { DEFINITION_VERSIONS, SetFramework } from '@hubline/domain/programmes/frameworks.ts'
import { changeRecord } from '../records/change-record.ts'
import { writes } from '../trpc.ts'

/** Reports a programme under a framework, with the definitions as they are today; or under none. */
export const setFramework = writes('programme:change')
  .input(SetFramework)
  .mutation(async ({ ctx: { db, actor }, input: { id, version, framework, minimum_minutes } }) => {
    const { hub_id } = actor
    const before = await db
      .selectFrom('programme')
      .select(['framework', 'definition_version'])
      .where('hub_id', '=', hub_id)
      .where('id', '=', id)
      .executeTakeFirst()
    const chosen = framework ?? null
    const values = {
      framework: chosen,
      // What was pinned stays pinned: a later version holds for programmes that are agreed later.
      definition_version:
        chosen === null ? null : before?.framework === chosen ? before.definition_version : DEFINITION_VERSIONS[chosen],
      minimum_minutes: chosen === 'ukspf' ? (minimum_minutes ?? null) : null,
    }
    return { version: await changeRecord(db, { kind: 'programme', hub_id, id, version, values }) }
  })
