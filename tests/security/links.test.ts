import { randomUUID } from 'node:crypto'
import { endLinks, makeLink, newLinkToken, readsByLink, writesByLink } from '@hubline/api/by-link.ts'
import { createCallerFactory, router } from '@hubline/api/trpc.ts'
import { InvitePerson } from '@hubline/domain/staff/invite.ts'
import { expect, test } from 'vitest'
import { refusalOf } from '../flows/staff/visitor.ts'
import { NOON, type TestHub, aHub, contextFor } from '../given/hub.ts'

/** A page and a form by link, as small as they can be: what is tried here holds for every one of them. */
const callerFor = createCallerFactory(
  router({
    look: readsByLink('book_review').query(async ({ ctx: { db, link } }) => ({
      record_id: link.record_id,
      businesses: (await db.selectFrom('business').select('name').execute()).map(({ name }) => name),
    })),
    rename: writesByLink('book_review')
      .input(InvitePerson.pick({ name: true }))
      .mutation(async ({ ctx: { db, link }, input }) => {
        const { numUpdatedRows } = await db
          .updateTable('business')
          .set({ name: input.name })
          .where('hub_id', '=', link.hub_id)
          .where('id', '=', link.record_id)
          .executeTakeFirst()
        if (input.name === 'Fails after the write') throw new Error('a fault')
        return { renamed: Number(numUpdatedRows) }
      }),
  }),
)

const until = new Date(Date.now() + 60_000)
const asVisitor = (hub: TestHub) => callerFor(contextFor(hub.database, undefined))

async function aLink(hub: TestHub, facts: { until?: Date; name?: string } = {}) {
  const business = await hub.aBusiness({ name: facts.name ?? 'Kiln Works' })
  const token = await hub.inside((tx) =>
    makeLink(tx, { purpose: 'book_review', record_id: business.id, until: facts.until ?? until }),
  )
  return { business, token }
}
const nameOf = async (hub: TestHub, { id }: { id: string }) =>
  (await hub.inside((tx) => tx.selectFrom('business').select('name').where('id', '=', id).executeTakeFirstOrThrow()))
    .name

test('a link opens one record in its own hub, and nothing of another', async () => {
  const one = await aHub()
  const two = await aHub({ database: one.database })
  await two.aBusiness({ name: 'Of the other hub' })
  const { business, token } = await aLink(one)

  expect(await asVisitor(one).look({ token })).toEqual({ record_id: business.id, businesses: ['Kiln Works'] })
})

test('a link for one purpose does not open another, and one that is made up opens nothing', async () => {
  const hub = await aHub()
  const business = await hub.aBusiness()
  const token = await hub.inside((tx) => makeLink(tx, { purpose: 'agree_plan', record_id: business.id, until }))

  const other = await refusalOf(asVisitor(hub).look({ token }))
  const nothing = await refusalOf(asVisitor(hub).look({ token: newLinkToken() }))
  expect(other).toEqual(nothing)
  expect(other).toMatchObject({ code: 'NOT_FOUND' })
  expect(await refusalOf(asVisitor(hub).look({ token: 'short' }))).toMatchObject({ code: 'BAD_REQUEST' })
})

test('a link that has run out or was ended opens nothing; the same secret may be lengthened by its own hub only', async () => {
  const hub = await aHub()
  const other = await aHub({ database: hub.database })
  const { business, token } = await aLink(hub, { until: new Date(Date.now() - 1000) })
  expect(await refusalOf(asVisitor(hub).look({ token }))).toMatchObject({ code: 'NOT_FOUND' })

  const again = { purpose: 'book_review', record_id: business.id, until, token } as const
  await other.inside((tx) => makeLink(tx, again))
  expect(await refusalOf(asVisitor(hub).look({ token }))).toMatchObject({ code: 'NOT_FOUND' })
  await hub.inside((tx) => makeLink(tx, again))
  expect(await asVisitor(hub).look({ token })).toMatchObject({ record_id: business.id })

  await other.inside((tx) => endLinks(tx, { purpose: 'book_review', record_id: business.id }))
  expect(await asVisitor(hub).look({ token })).toMatchObject({ record_id: business.id })
  await hub.inside((tx) => endLinks(tx, { purpose: 'book_review', record_id: business.id }))
  expect(await refusalOf(asVisitor(hub).look({ token }))).toMatchObject({ code: 'NOT_FOUND' })
})

test('a write by link is done once however often it is sent, and the trail says that it came by a link', async () => {
  const hub = await aHub()
  const { business, token } = await aLink(hub)
  const sent = { token, request_id: randomUUID(), name: 'Kiln Works (new)' }

  expect(await asVisitor(hub).rename(sent)).toEqual({ renamed: 1 })
  expect(await asVisitor(hub).rename(sent)).toEqual({ renamed: 1 })
  expect(await refusalOf(asVisitor(hub).rename({ ...sent, name: 'Another' }))).toMatchObject({
    code: 'UNPROCESSABLE_CONTENT',
  })

  const { versions } = await hub.as('manager').records.history({ kind: 'business', reference: business.reference })
  expect(versions.map(({ by }) => by)).toEqual(['The client, by a link', null])
  const entries = await hub.inside((tx) =>
    tx.selectFrom('audit_entry').select(['what', 'detail']).where('hub_id', '=', hub.hub_id).execute(),
  )
  expect(entries).toMatchObject([{ what: 'by_link', detail: { purpose: 'book_review', procedure: 'rename' } }])
})

test('a write by link that fails leaves nothing behind', async () => {
  const hub = await aHub()
  const { business, token } = await aLink(hub)

  await expect(
    asVisitor(hub).rename({ token, request_id: randomUUID(), name: 'Fails after the write' }),
  ).rejects.toThrow('a fault')

  expect(await nameOf(hub, business)).toBe('Kiln Works')
})

test('each network has its own allowance of writes by a link that is in many hands', async () => {
  const hub = await aHub()
  const { token } = await aLink(hub)
  const counted: string[] = []
  const from = (address: string) =>
    callerFor({
      ...contextFor(hub.database, undefined, NOON),
      address,
      countWrite: async (key) => void counted.push(key),
    }).rename({ token, request_id: randomUUID(), name: 'Kiln' })

  await from('198.51.100.7')
  await from('198.51.100.8')

  expect(new Set(counted).size).toBe(2)
})

test('the server cannot read the links, only knock with one', async () => {
  const hub = await aHub()
  await expect(
    hub.database.db
      .selectFrom('auth.link' as 'hub')
      .selectAll()
      .execute(),
  ).rejects.toThrow(/permission/)
})
