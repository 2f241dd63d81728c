import { expect, test } from 'vitest'
import { aHub } from '../../given/hub.ts'
import { aBusyBusiness } from '../../given/timeline.ts'

test('the page of a business shows everything that happened with it, newest first', async () => {
  const hub = await aHub()
  const { business, merged } = await aBusyBusiness(hub)

  const page = await hub.as('adviser').businesses.page({ reference: business.reference })

  expect(page.business).toMatchObject({ id: business.id, name: 'Amberwood Bakery Ltd', version: 1 })
  expect(page.merged_into).toBeNull()
  expect(page.merged_from).toEqual([{ reference: merged.reference, name: 'Amberwood Bakers', merge: null }])
  expect(page.timeline.entries.map(({ kind, what, on }) => [on, kind, what])).toEqual([
    ['2022-03-20', 'partner_support', 'supported'],
    ['2022-03-15', 'survey_response', 'Spring survey'],
    ['2022-03-10', 'outcome', 'job_created'],
    ['2022-03-05', 'grant_award', 'Growth grants'],
    ['2022-03-01', 'event', 'Selling abroad'],
    ['2022-02-20', 'participation', 'Bookkeeping'],
    ['2022-02-15', 'skills_review', 'held'],
    ['2022-02-10', 'referral', 'finance'],
    ['2022-02-05', 'diagnostic', 'completed'],
    ['2022-02-01', 'case', 'closed'],
    ['2022-01-20', 'interaction', 'advice_session'],
    ['2022-01-15', 'interaction', 'admin_note'],
    ['2021-12-01', 'case', 'opened'],
    ['2021-11-01', 'enquiry', 'answered'],
    ['2021-06-01', 'interaction', 'mentoring'],
  ])
  expect(page.timeline.next).toBeNull()
})

test('an event is one line however many came, with their names inside', async () => {
  const hub = await aHub()
  const { business } = await aBusyBusiness(hub)

  const { timeline } = await hub.as('adviser').businesses.page({ reference: business.reference })

  expect(timeline.entries.filter((entry) => entry.kind === 'event')).toMatchObject([
    { status: 'attended', minutes: 90, names: ['Dev Smith', 'Nadia Patel'], counts: true },
  ])
})

test('minutes of the year are countable interactions and attended events once, of all that was merged in', async () => {
  const hub = await aHub()
  const { business } = await aBusyBusiness(hub)

  const page = await hub.as('adviser').businesses.page({ reference: business.reference })

  // 60 advice, 45 mentoring with the business merged in, 90 at the event; the note of 30 does not count.
  expect(page).toMatchObject({
    year: '2021-22',
    minutes_this_year: 195,
    last_contact_on: '2022-01-20',
    relationship_state: 'current',
    open_referrals: 1,
  })
  expect(page.people.map((person) => person.name)).toEqual(['Nadia Patel'])
})

test('the page of a merged business points to the one that remains', async () => {
  const hub = await aHub()
  const { business, merged } = await aBusyBusiness(hub)

  const page = await hub.as('adviser').businesses.page({ reference: merged.reference })

  expect(page.merged_into).toEqual({ reference: business.reference, name: 'Amberwood Bakery Ltd' })
})

test('a timeline is read a page at a time, each line once, and can be held to some kinds', async () => {
  const hub = await aHub()
  const business = await hub.aBusiness()
  const days = Array.from({ length: 45 }, (_, at) => `2021-0${4 + (at % 5)}-1${at % 3}`)
  await hub.inside((tx) =>
    tx
      .insertInto('interaction')
      .values(
        days.map((occurred_on, at) => ({
          hub_id: hub.hub_id,
          reference: `I-${at}`,
          business_id: business.id,
          kind: 'mentoring' as const,
          channel: 'video' as const,
          occurred_on,
          minutes: 5,
        })),
      )
      .execute(),
  )
  const adviser = hub.as('adviser')

  const first = await adviser.businesses.page({ reference: business.reference })
  const second = await adviser.businesses.timeline({ id: business.id, after: first.timeline.next })
  const third = await adviser.businesses.timeline({ id: business.id, after: second.next })

  const seen = [...first.timeline.entries, ...second.entries, ...third.entries]
  expect([first.timeline.entries.length, second.entries.length, third.entries.length, third.next]).toEqual([
    20,
    20,
    5,
    null,
  ])
  expect(new Set(seen.map((entry) => entry.reference)).size).toBe(45)
  expect(seen.map((entry) => entry.on)).toEqual(
    seen
      .map((entry) => entry.on)
      .toSorted()
      .toReversed(),
  )
  expect((await adviser.businesses.timeline({ id: business.id, kinds: ['grant_award'] })).entries).toEqual([])
})

test('the other hub cannot see a business, and is told only that it is not there', async () => {
  const [ours, theirs] = [await aHub(), await aHub()]
  const business = await ours.aBusiness({ reference: 'B-ours' })

  await expect(theirs.as('admin').businesses.page({ reference: 'B-ours' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await theirs.as('admin').businesses.timeline({ id: business.id })).toEqual({ entries: [], next: null })
})
