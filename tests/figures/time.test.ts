import { randomUUID } from 'node:crypto'
import { createCallerFactory } from '@hubline/api/trpc.ts'
import { appRouter } from '@hubline/api/router.ts'
import { afterEach, describe, expect, test } from 'vitest'
import { aHub, contextFor } from '../given/hub.ts'
import { theUnits } from '../given/records.ts'

const before = process.env['TZ']
afterEach(() => {
  if (before === undefined) delete process.env['TZ']
  else process.env['TZ'] = before
})

/** Instants on both sides of midnight in London at the ends of the year, a leap day and both clock changes. */
const INSTANTS = [
  { now: '2022-03-31T22:59:59Z', today: '2022-03-31', year: '2021-22' },
  { now: '2022-03-31T23:00:00Z', today: '2022-04-01', year: '2022-23' },
  { now: '2021-03-31T22:59:59Z', today: '2021-03-31', year: '2020-21' },
  { now: '2021-12-31T23:59:59Z', today: '2021-12-31', year: '2021-22' },
  { now: '2024-02-29T23:30:00Z', today: '2024-02-29', year: '2023-24' },
  { now: '2022-03-27T00:59:59Z', today: '2022-03-27', year: '2021-22' },
  { now: '2022-03-27T01:00:00Z', today: '2022-03-27', year: '2021-22' },
  { now: '2021-10-30T23:30:00Z', today: '2021-10-31', year: '2021-22' },
  { now: '2021-10-31T01:30:00Z', today: '2021-10-31', year: '2021-22' },
  { now: '2021-10-31T23:30:00Z', today: '2021-10-31', year: '2021-22' },
]

describe.each(['UTC', 'Europe/London', 'America/Los_Angeles', 'Pacific/Auckland'])(
  'on a server whose clock says %s',
  (zone) => {
    test.each(INSTANTS)(
      'a visit logged at $now is of $today, counts in $year, and cannot be of tomorrow',
      async ({ now, today, year }) => {
        process.env['TZ'] = zone
        const hub = await aHub()
        const business = await hub.aBusiness()
        const caller = createCallerFactory(appRouter)(contextFor(hub.database, hub.tokens.adviser, new Date(now)))
        const visit = (occurred_on: string) =>
          caller.interactions.log({
            request_id: randomUUID(),
            id: randomUUID(),
            business_id: business.id,
            kind: 'advice_session',
            channel: 'telephone',
            occurred_on,
            minutes: 30,
          })
        const tomorrow = new Date(`${today}T12:00:00Z`)
        tomorrow.setUTCDate(tomorrow.getUTCDate() + 1)

        await expect(visit(tomorrow.toISOString().slice(0, 10))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
        await visit(today)

        expect(await theUnits(hub, year, 'lep.businesses_supported')).toEqual([business.reference])
      },
    )
  },
)
