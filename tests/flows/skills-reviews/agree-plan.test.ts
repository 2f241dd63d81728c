import { randomUUID } from 'node:crypto'
import { appRouter } from '@hubline/api/router.ts'
import { createCallerFactory } from '@hubline/api/trpc.ts'
import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../given/forms.ts'
import { type TestHub, aHub, contextFor } from '../../given/hub.ts'
import { aWorker, doWhatIsDue } from '../../given/jobs.ts'
import { aMailServer } from '../../given/mail-server.ts'
import { theFigures } from '../../given/records.ts'
import { aReview } from '../../given/reviews.ts'

const REFERENCE = 'SR-1'
const sent = () => ({ request_id: randomUUID() })
const asClient = (hub: TestHub) => createCallerFactory(appRouter)(contextFor(hub.database, undefined)).plans
const tokenIn = (link: string) => link.split('/').at(-1) ?? ''

async function aPlannedReview() {
  const hub = await aHub()
  const skills_review_id = await aReview(hub, await hub.aBusiness({ name: 'Kiln Works Ltd' }), { reference: REFERENCE })
  const line = { ...sent(), id: randomUUID(), skills_review_id, need: 'Supervisory management', people: 2 }
  await hub.as('skills_broker').plans.addLine(line)
  return { hub, skills_review_id, line_id: line.id }
}
async function aLinkedPlan() {
  const made = await aPlannedReview()
  const { link } = await made.hub
    .as('skills_broker')
    .plans.makeLink({ ...sent(), skills_review_id: made.skills_review_id })
  return { ...made, token: tokenIn(link) }
}
const plansAgreed = async (hub: TestHub) => (await theFigures(hub, '2021-22'))['skills.plans_agreed']
const page = (hub: TestHub) => hub.as('adviser').plans.page({ reference: REFERENCE })

test('a plan goes to the client by mail, and their agreement by its link moves the figure by exactly one', async () => {
  const { hub, skills_review_id } = await aPlannedReview()
  const mail = await aMailServer()
  await hub
    .as('skills_broker')
    .plans.send({ ...sent(), skills_review_id, to: 'jo@kilnworks.example', to_name: 'Jo Marsh' })
  await doWhatIsDue(hub, aWorker(hub, { mail }))
  const [letter] = await mail.letters()
  const token = tokenIn(/http:\/\/localhost:3000\/plan\/[\w-]{43}/.exec(letter?.text ?? '')?.[0] ?? '')
  expect(letter?.subject).toBe('Training plan for Kiln Works Ltd')

  const { document, mark, answered } = await asClient(hub).byLink({ token })
  expect(JSON.stringify(document)).toContain('Supervisory management')
  expect(answered).toBeNull()
  expect(await plansAgreed(hub)).toBe('0')

  await asClient(hub).answer({ ...sent(), token, mark, answer: 'agreed', said_by: 'Jo Marsh' })

  expect(await plansAgreed(hub)).toBe('1')
  const { review, agreements } = await page(hub)
  expect(review).toMatchObject({ status: 'plan_agreed', plan_agreed_on: '2022-03-31' })
  expect(agreements).toMatchObject([
    { way: 'link', sent_to: 'jo@kilnworks.example', answer: 'agreed', said_by: 'Jo Marsh', recorded_by: null },
  ])
  expect(await asClient(hub).byLink({ token })).toMatchObject({
    agreed_on: '2022-03-31',
    answered: { said_by: 'Jo Marsh', is_of_this_plan: true },
  })
})

test('a broker whose form is older than the client’s answer reads that it was the client', async () => {
  const { hub, token, skills_review_id } = await aLinkedPlan()
  const { mark } = await asClient(hub).byLink({ token })
  await asClient(hub).answer({ ...sent(), token, mark, answer: 'agreed', said_by: 'Jo Marsh' })

  const late = hub
    .as('skills_broker')
    .skillsReviews.answer({ ...sent(), id: skills_review_id, version: 1, answer: 'no_response' })

  expect(await refusalOf(late)).toMatchObject({
    code: 'stale',
    sentence: expect.stringMatching(/^The client changed /),
  })
})

test('sent twice by a shaky network an answer counts once', async () => {
  const { hub, token } = await aLinkedPlan()
  const { mark } = await asClient(hub).byLink({ token })
  const answer = { ...sent(), token, mark, answer: 'agreed' as const, said_by: 'Jo Marsh' }

  await asClient(hub).answer(answer)
  await asClient(hub).answer(answer)

  expect((await page(hub)).agreements).toHaveLength(1)
  expect(await plansAgreed(hub)).toBe('1')
})

test('a client who agrees five times in one moment has agreed once', async () => {
  const { hub, token } = await aLinkedPlan()
  const { mark } = await asClient(hub).byLink({ token })
  const agree = () => asClient(hub).answer({ ...sent(), token, mark, answer: 'agreed', said_by: 'Jo Marsh' })

  await Promise.all(Array.from({ length: 5 }, agree))

  expect((await page(hub)).agreements).toHaveLength(1)
  expect(await plansAgreed(hub)).toBe('1')
})

test('a client who wants changes says which, and nothing counts yet', async () => {
  const { hub, token } = await aLinkedPlan()
  const { mark } = await asClient(hub).byLink({ token })
  const asked = { token, mark, answer: 'changes_asked' as const, said_by: 'Jo Marsh' }

  expect(await refusalOf(asClient(hub).answer({ ...sent(), ...asked }))).toMatchObject({
    code: 'invalid',
    field: 'note',
  })
  await asClient(hub).answer({ ...sent(), ...asked, note: 'Not before May' })

  const { review, agreements } = await page(hub)
  expect(review).toMatchObject({ status: 'held', plan_agreed_on: null })
  expect(agreements).toMatchObject([{ answer: 'changes_asked', note: 'Not before May' }])
  expect(await plansAgreed(hub)).toBe('0')
})

test('nobody agrees to a plan that was changed while they read it', async () => {
  const { hub, token, line_id } = await aLinkedPlan()
  const { mark } = await asClient(hub).byLink({ token })
  await hub.as('skills_broker').plans.changeLine({ ...sent(), id: line_id, version: 1, cost_pence: 900_000 })

  const answer = asClient(hub).answer({ ...sent(), token, mark, answer: 'agreed', said_by: 'Jo Marsh' })

  expect(await refusalOf(answer)).toMatchObject({ code: 'stale' })
  expect((await page(hub)).review.plan_agreed_on).toBeNull()
})

test('a plan that changes after it was agreed says so, and the day that counts stays', async () => {
  const { hub, token, line_id } = await aLinkedPlan()
  const first = await asClient(hub).byLink({ token })
  await asClient(hub).answer({ ...sent(), token, mark: first.mark, answer: 'agreed', said_by: 'Jo Marsh' })
  await hub.as('skills_broker').plans.changeLine({ ...sent(), id: line_id, version: 1, people: 5 })

  const second = await asClient(hub).byLink({ token })
  expect(second.answered).toMatchObject({ is_of_this_plan: false })
  await asClient(hub).answer({ ...sent(), token, mark: second.mark, answer: 'agreed', said_by: 'Sam Reed' })

  expect((await page(hub)).review.plan_agreed_on).toBe('2022-03-31')
  expect((await page(hub)).agreements.map(({ said_by }) => said_by)).toEqual(['Sam Reed', 'Jo Marsh'])
  expect(await plansAgreed(hub)).toBe('1')
})

test('a link that was replaced, or is of another hub, opens nothing', async () => {
  const { hub, skills_review_id, token } = await aLinkedPlan()
  await hub.as('skills_broker').plans.makeLink({ ...sent(), skills_review_id })

  expect(await refusalOf(asClient(hub).byLink({ token }))).toMatchObject({ code: 'not_found' })
  const other = await aHub()
  expect(await refusalOf(other.as('skills_broker').plans.makeLink({ ...sent(), skills_review_id }))).toMatchObject({
    code: 'not_found',
  })
})

describe('what a client said to a broker', () => {
  const said = { way: 'telephone' as const, answer: 'agreed' as const, said_by: 'Jo Marsh' }

  test('is recorded with who said it and who heard it', async () => {
    const { hub, skills_review_id } = await aPlannedReview()

    await hub.as('skills_broker').plans.recordAgreement({ ...sent(), skills_review_id, ...said })

    const { review, agreements } = await page(hub)
    expect(review).toMatchObject({ status: 'plan_agreed', plan_agreed_on: '2022-03-31' })
    expect(agreements).toMatchObject([{ ...said, recorded_by: `skills_broker of ${hub.slug}` }])
    expect(await plansAgreed(hub)).toBe('1')
  })

  test('is not recorded for a plan without lines, before the review, or by an adviser', async () => {
    const hub = await aHub()
    const business = await hub.aBusiness()
    const empty = await aReview(hub, business, { reference: REFERENCE })
    const booked = await aReview(hub, business, { status: 'booked', offered_on: '2022-02-01' })
    await hub
      .as('skills_broker')
      .plans.addLine({ ...sent(), id: randomUUID(), skills_review_id: booked, need: 'Payroll', people: 1 })
    const record = (role: 'skills_broker' | 'adviser', skills_review_id: string) =>
      refusalOf(hub.as(role).plans.recordAgreement({ ...sent(), skills_review_id, ...said }))

    expect((await record('skills_broker', empty)).sentence).toContain('no lines')
    expect((await record('skills_broker', booked)).sentence).toContain('not held yet')
    expect(await record('adviser', empty)).toMatchObject({ code: 'not_allowed' })
    expect((await page(hub)).agreements).toEqual([])
  })
})
