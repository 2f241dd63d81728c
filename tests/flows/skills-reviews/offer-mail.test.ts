import { randomUUID } from 'node:crypto'
import type { Email } from 'postal-mime'
import { todayInLondon } from '@hubline/domain/day.ts'
import { describe, expect, test } from 'vitest'
import { minutesLater } from '../../given/call-lists.ts'
import { countOf, refusalOf } from '../../given/forms.ts'
import { type TestHub, aHub } from '../../given/hub.ts'
import { aWorker, doWhatIsDue } from '../../given/jobs.ts'
import { aMailServer } from '../../given/mail-server.ts'
import { aContact, aNamedBusiness, anOfferMailForm } from '../../given/offer-mail.ts'
import { theFigures } from '../../given/records.ts'
import { aReview, anOfferForm } from '../../given/skills-reviews.ts'
import type { MailServer } from '../../given/smtp.ts'

const OFFERED = 'lep.skills_reviews_offered'
/** Messages leave by the database's own clock, so these tests stand in its time. */
const now = new Date()
const YEAR = '2026-27'
const offered = async (hub: TestHub) => (await theFigures(hub, YEAR))[OFFERED]
const broker = (hub: TestHub) => hub.as('skills_broker', { sends_mail: true }).offerMail
const firstPage = { criteria: { not_offered_months: 12 } }

/** First the offers are made, then their messages leave. */
async function letAllLeave(hub: TestHub, mail: MailServer): Promise<Email[]> {
  const worker = aWorker(hub, { mail })
  for (let round = 0; round < 4; round++) await doWhatIsDue(hub, worker)
  return mail.letters()
}

async function sendTo(hub: TestHub, mail: MailServer, facts: Parameters<typeof anOfferMailForm>[0] = {}) {
  const sent = await broker(hub).send(anOfferMailForm(facts))
  return { sent, letters: await letAllLeave(hub, mail) }
}

describe('an offer by mail', () => {
  test('goes to a named person at each business, with a link to choose a time, and counts once for each', async () => {
    const [hub, mail] = [await aHub({ now }), await aMailServer()]
    await aNamedBusiness(hub, 'Amber Ltd', { email: 'nadia@amber.example' })
    await aNamedBusiness(hub, 'Birch Ltd', { email: 'tom@birch.example', given_name: 'Tom' })

    const { sent, letters } = await sendTo(hub, mail)

    expect(sent).toMatchObject({ letters: 2 })
    expect(letters.map(({ to, subject }) => [to?.[0]?.address, to?.[0]?.name, subject]).toSorted()).toEqual([
      ['nadia@amber.example', 'Nadia Patel', 'A free skills review for Amber Ltd'],
      ['tom@birch.example', 'Tom Patel', 'A free skills review for Birch Ltd'],
    ])
    expect(letters[0]?.text).toMatch(/^Hello (Nadia|Tom)\n/)
    expect(letters[0]?.text).toMatch(/http:\/\/localhost:3000\/t\/[\w-]{43}/)
    expect(letters[0]?.replyTo?.[0]?.address).toBe(`skills_broker@${hub.slug}.example`)
    const { rows } = await hub.as('adviser').skillsReviews.list({ sort: 'name' })
    expect(rows).toMatchObject([
      { business: { name: 'Amber Ltd' }, status: 'offered', offer_channel: 'e-mail', offered_to: 'Nadia Patel' },
      { business: { name: 'Birch Ltd' }, status: 'offered', offer_channel: 'e-mail', offered_to: 'Tom Patel' },
    ])
    expect(await offered(hub)).toBe('2')
    expect((await broker(hub).page({ reference: sent.reference })).counts).toMatchObject({ all: 2, offered: 2 })
  })

  test('is booked by its own link, without an account', async () => {
    const [hub, mail] = [await aHub({ now }), await aMailServer()]
    await aNamedBusiness(hub, 'Amber Ltd')
    const { sent, letters } = await sendTo(hub, mail)
    const token = letters[0]?.text?.match(/\/t\/([\w-]{43})/)?.[1] ?? ''

    const visitor = hub.as('adviser', { token: undefined }).calendar
    const { times } = await visitor.offeredTimes({ token })
    await visitor.confirmTime({
      request_id: randomUUID(),
      token,
      slot_start: times[0] ?? '',
      attendee_name: 'Nadia Patel',
      attendee_email: 'nadia@amber.example',
    })

    const { rows } = await broker(hub).letters({ id: sent.id, shown: 'answered' })
    expect(rows).toMatchObject([{ business: { name: 'Amber Ltd' }, review: { status: 'booked' } }])
    expect((await broker(hub).page({ reference: sent.reference })).counts.answered).toBe(1)
  })

  test('sent twice is sent once; a second letter finds nobody left to write to', async () => {
    const [hub, mail] = [await aHub({ now }), await aMailServer()]
    await aNamedBusiness(hub, 'Amber Ltd')
    const form = anOfferMailForm()

    expect(await broker(hub).send(form)).toEqual(await broker(hub).send(form))
    expect(await refusalOf(broker(hub).send(anOfferMailForm()))).toMatchObject({ code: 'invalid', field: 'criteria' })
    expect(await letAllLeave(hub, mail)).toHaveLength(1)
    expect(await refusalOf(broker(hub).send(anOfferMailForm()))).toMatchObject({ code: 'invalid', field: 'criteria' })
    expect([await countOf(hub, 'skills_review'), await offered(hub)]).toEqual([1, '1'])
  })

  test('goes no further than it says', async () => {
    const [hub, mail] = [await aHub({ now }), await aMailServer()]
    for (let n = 0; n < 3; n++) await aNamedBusiness(hub, `Firm ${n}`)

    expect((await sendTo(hub, mail, { most: 2 })).letters).toHaveLength(2)
    expect(await offered(hub)).toBe('2')
  })

  test('to many businesses leaves in several steps, each once', async () => {
    const [hub, mail] = [await aHub({ now }), await aMailServer()]
    for (let n = 0; n < 43; n++) await aNamedBusiness(hub, `Firm ${n}`)

    const { letters } = await sendTo(hub, mail)

    expect(new Set(letters.map(({ to }) => to?.[0]?.address)).size).toBe(43)
    expect(letters).toHaveLength(43)
    expect(await offered(hub)).toBe('43')
  })
})

describe('nobody is written to', () => {
  test('without a name, without an address, who wants none, or who was not asked as a sole trader', async () => {
    const [hub, mail] = [await aHub({ now }), await aMailServer()]
    await hub.aBusiness({ name: 'Unnamed Ltd', email: 'info@unnamed.example' })
    await aNamedBusiness(hub, 'No Address Ltd', { email: null })
    await aNamedBusiness(hub, 'Refused Ltd', { mailings: 'refused' })
    await aNamedBusiness(hub, 'Potter', { legal_form: 'sole_trader' })
    await aNamedBusiness(hub, 'Weaver', { legal_form: 'sole_trader', mailings: 'agreed' })

    const { counts } = await broker(hub).candidates(firstPage)
    expect(counts).toEqual({ can: 1, nobody_named: 1, no_email: 1, refused: 1, not_agreed: 1 })
    for (const [standing, name] of [
      ['can', 'Weaver'],
      ['nobody_named', 'Unnamed Ltd'],
      ['no_email', 'No Address Ltd'],
      ['refused', 'Refused Ltd'],
      ['not_agreed', 'Potter'],
    ] as const) {
      const { rows } = await broker(hub).candidates({ ...firstPage, standing })
      expect(rows.map((row) => row.name)).toEqual([name])
    }
    const { letters } = await sendTo(hub, mail)

    expect(letters.map(({ subject }) => subject)).toEqual(['A free skills review for Weaver'])
    expect(await offered(hub)).toBe('1')
  })

  test('at an address whose holder refused on another record', async () => {
    const hub = await aHub({ now })
    await aNamedBusiness(hub, 'Amber Ltd', { email: 'Nadia@Amber.example' })
    await hub
      .aPerson({ email: 'nadia@amber.example' })
      .then(({ id }) =>
        hub.as('adviser').people.change({ request_id: randomUUID(), id, version: 1, mailings: 'refused' }),
      )

    expect((await broker(hub).candidates(firstPage)).counts).toMatchObject({ can: 0, refused: 1 })
  })

  test('but somebody else there may be: the main contact is asked first', async () => {
    const hub = await aHub({ now })
    const amber = await aNamedBusiness(hub, 'Amber Ltd', { mailings: 'refused' })
    await aContact(hub, amber, { given_name: 'Tom', email: 'tom@amber.example', is_main: false })

    const { rows } = await broker(hub).candidates(firstPage)
    expect(rows).toMatchObject([{ given_name: 'Tom', standing: 'can' }])
  })

  test('who said no, or was offered a review by telephone, after the letter was written', async () => {
    const [hub, mail] = [await aHub({ now }), await aMailServer()]
    const [amber, birch] = [await aNamedBusiness(hub, 'Amber Ltd'), await hub.aBusiness({ name: 'Birch Ltd' })]
    const { id, reference } = await aContact(hub, birch)
    const sent = await broker(hub).send(anOfferMailForm())
    await hub.as('skills_broker').skillsReviews.offer(anOfferForm(amber, { offered_on: todayInLondon(now) }))
    await hub.as('adviser').people.change({ request_id: randomUUID(), id, version: 1, mailings: 'refused' })

    expect(await letAllLeave(hub, mail)).toEqual([])
    const { rows } = await broker(hub).letters({ id: sent.id, shown: 'left_out' })
    expect(rows.map(({ business, reason }) => [business.name, reason]).toSorted()).toEqual([
      ['Amber Ltd', expect.stringMatching(/^This business was offered a skills review on .*: log the answer/)],
      ['Birch Ltd', 'The person said that they want no offers by e-mail.'],
    ])
    expect(rows.find(({ business }) => business.name === 'Birch Ltd')?.person.reference).toBe(reference)
    expect(await countOf(hub, 'skills_review')).toBe(1)
  })

  test('where no mail server is set: nothing is kept and nothing counts', async () => {
    const hub = await aHub({ now })
    await aNamedBusiness(hub, 'Amber Ltd')

    const refusal = await refusalOf(hub.as('skills_broker').offerMail.send(anOfferMailForm()))

    expect(refusal.sentence).toContain('No mail server is set')
    expect((await broker(hub).list({})).rows).toEqual([])
    expect(await countOf(hub, 'skills_review')).toBe(0)
  })
})

test('an offer that the mail server refuses was not made, and does not count', async () => {
  const hub = await aHub({ now })
  const mail = await aMailServer({ unknown: ['nadia@gone.example'] })
  await aNamedBusiness(hub, 'Gone Ltd', { email: 'nadia@gone.example' })
  await aNamedBusiness(hub, 'Here Ltd')

  const { sent } = await sendTo(hub, mail)

  expect(await offered(hub)).toBe('1')
  const { rows } = await broker(hub).letters({ id: sent.id, shown: 'not_sent' })
  expect(rows).toMatchObject([
    { business: { name: 'Gone Ltd' }, reason: expect.stringContaining('no such person'), review: null },
  ])
  expect((await hub.as('adviser').skillsReviews.list({})).total).toBe(1)
})

test('an offer whose letter cannot be written was not made either', async () => {
  const [hub, mail] = [await aHub({ now }), await aMailServer()]
  await aNamedBusiness(hub, `${'Amber '.repeat(48)}Ltd`, { email: 'nadia@amber.example' })
  await aNamedBusiness(hub, 'Birch Ltd', { email: 'tom@birch.example', given_name: 'Tom' })

  const { sent, letters } = await sendTo(hub, mail, { text: `{first_name}, {link}\n${'{business} '.repeat(90)}` })

  expect(letters.map(({ to }) => to?.[0]?.address)).toEqual(['tom@birch.example'])
  expect((await broker(hub).page({ reference: sent.reference })).counts).toMatchObject({ all: 2, offered: 1 })
  expect(await offered(hub)).toBe('1')
})

test('what the person says about offers by mail is kept with its day, and can be taken back', async () => {
  const hub = await aHub({ now: minutesLater(0).now })
  const { id, reference } = await hub.aPerson()
  const change = (version: number, mailings: '' | 'agreed') =>
    hub.as('adviser').people.change({ request_id: randomUUID(), id, version, mailings })

  await change(1, 'agreed')
  expect((await hub.as('adviser').people.page({ reference })).person).toMatchObject({
    mailings: 'agreed',
    mailings_on: '2022-03-31',
  })
  await change(2, '')
  expect((await hub.as('adviser').people.page({ reference })).person).toMatchObject({
    mailings: null,
    mailings_on: null,
  })
})

test('offers are sent by those who work with reviews, within their own hub', async () => {
  const [hub, other] = [await aHub({ now }), await aHub({ now })]
  await aNamedBusiness(hub, 'Amber Ltd')
  const sent = await broker(hub).send(anOfferMailForm())

  expect(await refusalOf(hub.as('adviser', { sends_mail: true }).offerMail.send(anOfferMailForm()))).toMatchObject({
    code: 'not_allowed',
  })
  expect((await broker(other).candidates(firstPage)).counts.can).toBe(0)
  expect((await broker(other).letters({ id: sent.id })).rows).toEqual([])
  expect(await refusalOf(broker(other).page({ reference: sent.reference }))).toMatchObject({ code: 'not_found' })
})

test('a business reviewed of late, or with a review in hand, is not among them', async () => {
  const hub = await aHub({ now })
  const amber = await aNamedBusiness(hub, 'Amber Ltd')
  await aReview(hub, amber, { status: 'accepted', offered_on: '2026-11-01' })

  expect((await broker(hub).candidates(firstPage)).counts).toEqual({
    can: 0,
    nobody_named: 0,
    no_email: 0,
    refused: 0,
    not_agreed: 0,
  })
})
