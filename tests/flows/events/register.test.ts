import { randomUUID } from 'node:crypto'
import { appRouter } from '@hubline/api/router.ts'
import { createCallerFactory } from '@hubline/api/trpc.ts'
import { expect, test } from 'vitest'
import { aPlace, anEvent, move, namesOn, pageOf, sent, untilTheServerHasTime } from '../../given/events.ts'
import { refusalOf } from '../../given/forms.ts'
import { type Made, type TestHub, aHub, contextFor } from '../../given/hub.ts'
import { aWorker, doWhatIsDue } from '../../given/jobs.ts'
import { aMailServer } from '../../given/mail-server.ts'

const callerFor = createCallerFactory(appRouter)
let visitors = 0

/** Somebody without an account, each from a network of their own. */
const aVisitor = (hub: TestHub) => {
  visitors += 1
  return callerFor({ ...contextFor(hub.database, undefined), address: `10.1.${visitors >> 8}.${visitors & 255}` })
    .events
}

async function tokenOf(hub: TestHub, event: Made): Promise<string> {
  const { public_address } = await pageOf(hub, event)
  return public_address?.split('/').at(-1) ?? ''
}

const form = (facts: object = {}) => ({
  ...sent(),
  given_name: 'Nadia',
  family_name: 'Patel',
  email: 'nadia@amberwood.example',
  agrees: true as const,
  ...facts,
})

/** Tests are of 2022; links live by the real clock. */
const coming = (hub: TestHub, facts: object = {}) => anEvent(hub, { held_on: '2099-05-12', ...facts })

test('a stranger reads what is announced and nothing about who comes', async () => {
  const hub = await aHub()
  const event = await coming(hub, { capacity: 2, online_link: 'https://meet.example/secret' })
  await aPlace(hub, event, await hub.aPerson())
  const token = await tokenOf(hub, event)

  const page = await aVisitor(hub).publicPage({ token })

  expect(page).toMatchObject({ title: 'Getting ready to export', standing: 'few', is_online: true })
  expect(JSON.stringify(page)).not.toMatch(/Nadia|Patel|secret|capacity|taken/)
})

test('a registration is kept as it was typed, with the words that were agreed to, and confirmed by mail', async () => {
  const hub = await aHub()
  const mail = await aMailServer()
  const event = await coming(hub, { online_link: 'https://meet.example/kiln' })
  const token = await tokenOf(hub, event)

  const reply = await aVisitor(hub).register({ token, ...form({ business_name: 'Amberwood', access_needs: 'Lift' }) })

  expect(reply).toEqual({ full: false, ahead: 0 })
  const [guest] = (await hub.as('adviser').events.guests({ event_id: event.id, list: 'to_match' })).rows
  expect(guest).toMatchObject({
    name: 'Nadia Patel',
    business_name: 'Amberwood',
    access_needs: 'Lift',
    booked_through: 'public_page',
  })
  const kept = await hub.inside((tx) => tx.selectFrom('registration').selectAll().executeTakeFirstOrThrow())
  expect(kept.consent_words).toContain('I agree')
  await doWhatIsDue(hub, aWorker(hub, { mail }))
  const [letter] = await mail.letters()
  expect(letter).toMatchObject({ subject: 'You have a place: Getting ready to export' })
  expect(letter?.text).toContain('https://meet.example/kiln')
  expect(letter?.text).toMatch(/http:\/\/localhost:3000\/place\/[\w-]{43}/)
})

test('the link in the message shows one’s own place and gives it up, and the first who waits is told', async () => {
  const hub = await aHub()
  const mail = await aMailServer()
  const worker = aWorker(hub, { mail })
  const event = await coming(hub, { capacity: 1 })
  const token = await tokenOf(hub, event)
  await aVisitor(hub).register({ token, ...form() })
  const second = await aVisitor(hub).register({ token, ...form({ given_name: 'Sam', email: 'sam@kiln.example' }) })
  const third = await aVisitor(hub).register({ token, ...form({ given_name: 'Jo', email: 'jo@kiln.example' }) })
  expect([second, third]).toEqual([
    { full: true, ahead: 0 },
    { full: true, ahead: 1 },
  ])
  await doWhatIsDue(hub, worker)
  const letters = await mail.letters()
  const placeOf = (address: string) =>
    /\/place\/([\w-]{43})/.exec(letters.find(({ to }) => to?.[0]?.address === address)?.text ?? '')?.[1] ?? ''
  const [mine, last] = [placeOf('nadia@amberwood.example'), placeOf('jo@kiln.example')]
  expect(await aVisitor(hub).myPlace({ token: last })).toMatchObject({ status: 'waitlist', ahead: 1 })

  const visitor = aVisitor(hub)
  expect(await visitor.giveUpPlace({ ...sent(), token: mine })).toEqual({ given_up: true })
  expect(await visitor.giveUpPlace({ ...sent(), token: mine })).toEqual({ given_up: true })

  expect(await namesOn(hub, event, 'booked')).toEqual(['Sam Patel'])
  expect(await aVisitor(hub).myPlace({ token: last })).toMatchObject({ status: 'waitlist', ahead: 0 })
  await doWhatIsDue(hub, worker)
  const news = (await mail.letters()).slice(letters.length).map(({ subject, to }) => [to?.[0]?.address, subject])
  expect(news.toSorted()).toEqual([
    ['nadia@amberwood.example', 'Your place is cancelled: Getting ready to export'],
    ['sam@kiln.example', 'A place has become free for you: Getting ready to export'],
  ])
})

test('the same address twice is one registration, and the answer does not tell that there was one', async () => {
  const hub = await aHub()
  const event = await coming(hub, { capacity: 5 })
  const token = await tokenOf(hub, event)
  const fresh = await aVisitor(hub).register({ token, ...form() })

  const repeated = await aVisitor(hub).register({
    token,
    ...form({ email: 'NADIA@amberwood.example', given_name: 'N' }),
  })
  const both = await Promise.all(
    [1, 2].map(() => aVisitor(hub).register({ token, ...form({ email: 'sam@kiln.example' }) })),
  )

  expect([repeated, ...both]).toEqual([fresh, fresh, fresh])
  expect((await pageOf(hub, event)).counts.booked).toBe(2)
})

test('who is known by their own address and family name is matched, with the business that goes by the name given', async () => {
  const hub = await aHub()
  const event = await coming(hub)
  const token = await tokenOf(hub, event)
  const [person, business] = [await hub.aPerson({ email: 'nadia@amberwood.example' }), await hub.aBusiness()]
  await hub.as('adviser').people.link({ ...sent(), id: randomUUID(), person_id: person.id, business_id: business.id })

  await aVisitor(hub).register({ token, ...form({ business_name: 'Amberwood Bakery Limited' }) })

  const [guest] = (await hub.as('adviser').events.guests({ event_id: event.id, list: 'booked' })).rows
  expect(guest).toMatchObject({
    person: person && { reference: person.reference },
    business: { reference: business.reference },
    to_match: false,
  })
})

test.each([
  ['the name of another business', { business_name: 'Kiln Works' }],
  ['no business', {}],
  ['another family name', { family_name: 'Shah' }],
  ['a mailbox that several people read', { email: 'info@amberwood.example' }],
])('who is known but gives %s is put in the queue, not guessed', async (_, facts) => {
  const hub = await aHub()
  const event = await coming(hub)
  const token = await tokenOf(hub, event)
  const email = 'email' in facts ? facts.email : 'nadia@amberwood.example'
  const [person, business] = [await hub.aPerson({ email }), await hub.aBusiness()]
  await hub.as('adviser').people.link({ ...sent(), id: randomUUID(), person_id: person.id, business_id: business.id })

  await aVisitor(hub).register({ token, ...form(facts) })

  expect((await pageOf(hub, event)).counts.to_match).toBe(1)
})

test('who was given a place by an adviser and registers too has one place', async () => {
  const hub = await aHub()
  const event = await coming(hub)
  const token = await tokenOf(hub, event)
  await aPlace(hub, event, await hub.aPerson({ email: 'nadia@amberwood.example' }))

  await aVisitor(hub).register({ token, ...form() })

  expect((await pageOf(hub, event)).counts).toMatchObject({ booked: 1, to_match: 0 })
})

test('a hundred strangers at once for forty places: forty have one, sixty wait, and each is written to once', async () => {
  const hub = await aHub()
  const event = await coming(hub, { capacity: 40 })
  const token = await tokenOf(hub, event)

  const replies = await Promise.all(
    Array.from({ length: 100 }, (_, at) => {
      const [visitor, filled] = [aVisitor(hub), form({ email: `guest${at}@kiln.example`, family_name: `Guest${at}` })]
      return untilTheServerHasTime(() => visitor.register({ token, ...filled }))
    }),
  )

  expect(replies.filter(({ full }) => !full)).toHaveLength(40)
  expect(
    replies
      .filter(({ full }) => full)
      .map(({ ahead }) => ahead)
      .toSorted((a, b) => a - b),
  ).toEqual(Array.from({ length: 60 }, (_, at) => at))
  expect((await pageOf(hub, event)).counts).toMatchObject({ booked: 40, waiting: 60 })
  const letters = await hub.inside((tx) => tx.selectFrom('mail_message').select('to_address').distinct().execute())
  expect(letters).toHaveLength(100)
}, 120_000)

test.each([
  ['without a name', { given_name: ' ' }, 'given_name'],
  ['without an address', { email: 'nadia' }, 'email'],
  ['with two addresses', { email: 'a@b.example, c@d.example' }, 'email'],
  ['without agreeing', { agrees: false }, 'agrees'],
])('nobody registers %s', async (_, facts, field) => {
  const hub = await aHub()
  const event = await coming(hub)
  const token = await tokenOf(hub, event)

  const refusal = await refusalOf(aVisitor(hub).register({ token, ...form(), ...facts } as never))

  expect(refusal).toMatchObject({ code: 'invalid', field })
  expect((await pageOf(hub, event)).counts.booked).toBe(0)
})

test('a program that fills the box which nobody sees is answered like everybody and leaves nothing behind', async () => {
  const hub = await aHub()
  const event = await coming(hub)
  const token = await tokenOf(hub, event)

  const reply = await aVisitor(hub).register({ token, ...form({ website: 'https://buy.example' }) })

  expect(reply).toEqual({ full: false, ahead: 0 })
  expect((await pageOf(hub, event)).counts.booked).toBe(0)
  expect(await hub.inside((tx) => tx.selectFrom('mail_message').select('id').execute())).toEqual([])
})

test('one network registers twenty in ten minutes and no more; another network is not kept out', async () => {
  const hub = await aHub()
  const event = await coming(hub)
  const token = await tokenOf(hub, event)
  const visitor = aVisitor(hub)
  const ask = (at: number) => visitor.register({ token, ...form({ email: `g${at}@kiln.example` }) })
  for (let at = 0; at < 20; at++) await ask(at)

  expect(await refusalOf(ask(20))).toMatchObject({ code: 'too_many' })
  expect(await aVisitor(hub).register({ token, ...form() })).toMatchObject({ full: false })
  expect((await pageOf(hub, event)).counts.booked).toBe(21)
}, 60_000)

test.each([
  ['close_booking', 'closed', /closed/],
  ['cancel', 'cancelled', /cancelled/],
] as const)('after "%s" the page says so and nobody registers', async (done, standing, sentence) => {
  const hub = await aHub()
  const event = await coming(hub)
  const token = await tokenOf(hub, event)
  await move(hub, event, done)

  expect(await aVisitor(hub).publicPage({ token })).toMatchObject({ standing })
  const refusal = await refusalOf(aVisitor(hub).register({ token, ...form() }))
  expect(refusal).toMatchObject({ code: 'invalid', sentence: expect.stringMatching(sentence) as string })
})

test('the link of one event opens no other, a draft has none, and a place’s link is none of an event', async () => {
  const hub = await aHub()
  const other = await aHub({ database: hub.database })
  const [one, two] = [await coming(hub, { title: 'One' }), await coming(other, { title: 'Two' })]
  const draft = await anEvent(hub, { held_on: '2099-05-12', draft: true })

  expect(await aVisitor(other).publicPage({ token: await tokenOf(hub, one) })).toMatchObject({ title: 'One' })
  expect(await aVisitor(hub).publicPage({ token: await tokenOf(other, two) })).toMatchObject({ title: 'Two' })
  expect((await pageOf(hub, draft)).public_address).toBeNull()
  expect(await refusalOf(aVisitor(hub).myPlace({ token: await tokenOf(hub, one) }))).toMatchObject({
    code: 'not_found',
  })
})

test('guests are told when the event is cancelled or moved, and of nothing else', async () => {
  const hub = await aHub()
  const event = await coming(hub)
  const token = await tokenOf(hub, event)
  await aVisitor(hub).register({ token, ...form() })
  const subjects = async () =>
    (await hub.inside((tx) => tx.selectFrom('mail_message').select('subject').orderBy('id').execute())).map(
      ({ subject }) => subject.split(':')[0],
    )
  const change = async (facts: object) => {
    const { version } = (await pageOf(hub, event)).event
    await hub.as('adviser').events.change({ ...sent(), id: event.id, version, ...facts })
  }

  await change({ description: 'More about it' })
  await change({ starts_at: '10:00' })
  await move(hub, event, 'cancel')

  expect(await subjects()).toEqual(['You have a place', 'Changed', 'Cancelled'])
})
