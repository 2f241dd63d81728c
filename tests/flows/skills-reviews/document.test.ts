import { randomUUID } from 'node:crypto'
import { documentPdf } from '@hubline/api/skills-reviews/document-pdf.ts'
import { type DocumentFacts, clientDocument } from '@hubline/domain/skills-reviews/client-document.ts'
import { expect, test } from 'vitest'
import { aHub } from '../../given/hub.ts'
import { aCourse, aGap, aReview } from '../../given/reviews.ts'
import { textOfPdf } from './pdf-text.ts'

test('the document says who met, what was found, the plan and whom to call', async () => {
  const hub = await aHub()
  const skills_review_id = await aReview(hub, await hub.aBusiness({ name: 'Café Łukasz Ltd' }), { reference: 'SR-1' })
  const broker = hub.as('skills_broker')
  await broker.reviewForms.begin({ request_id: randomUUID(), id: randomUUID(), skills_review_id })
  await broker.reviewForms.saveAnswer({
    request_id: randomUUID(),
    id: randomUUID(),
    skills_review_id,
    question: 'findings',
    value: 'Nobody can set the new lathe',
    seen: 0,
  })
  await aGap(hub, skills_review_id)
  const course_id = await aCourse(hub, 'Lean manufacturing')
  await broker.plans.addLine({
    request_id: randomUUID(),
    id: randomUUID(),
    skills_review_id,
    need: 'Lean working',
    people: 3,
    course_id,
    cost_pence: 120_000,
    funding_route: 'levy',
    target_month: '2022-09-01',
  })

  const { title, blocks } = await hub.as('adviser').plans.document({ reference: 'SR-1' })

  expect(title).toBe('Skills review and training plan for Café Łukasz Ltd')
  const said = JSON.stringify(blocks)
  for (const words of [
    'Sunday 20 March 2022',
    'Nobody can set the new lathe',
    'CNC setters',
    'Lean manufacturing',
    '£1,200\\nApprenticeship levy',
    'September 2022',
    `skills_broker@${hub.slug}.example`,
  ])
    expect(said).toContain(words)
})

const LONG = 'Supervisory management with coaching at the bench, '.repeat(5)
const facts = (lines: number): DocumentFacts => ({
  hub: 'Skills Hub',
  business: 'Siân’s Ŵyl & Łukasz Ltd',
  reference: 'SR-1',
  held_on: '2026-11-02' as never,
  attendees: 'Zoë Ó Brädaigh',
  broker: { name: 'Reece Malik', email: 'broker@demo.example' },
  findings: 'A budget of £2,500 “should do” – for now.',
  next_steps: '',
  gaps: [],
  agreed: null,
  lines: Array.from({ length: lines }, (_, at) => ({
    need: `${LONG}${at + 1}`,
    people: at + 1,
    level: '3',
    mode: 'day_release',
    course: null,
    provider_options: null,
    funding_route: null,
    cost_pence: 45_050,
    target_month: null,
    status: 'planned',
  })),
})

test('the PDF carries every line, accents and pounds, over many pages, tagged, and the same bytes every time', async () => {
  const at = new Date('2026-11-20T10:00:00Z')
  const [one, two] = [
    await documentPdf(clientDocument(facts(40)), at),
    await documentPdf(clientDocument(facts(40)), at),
  ]

  expect(one.equals(two)).toBe(true)
  const text = textOfPdf(one)
  for (const words of ['Siân’s Ŵyl & Łukasz Ltd', 'Zoë Ó Brädaigh', '£2,500 “should do” – for now', '£450.50'])
    expect(text).toContain(words)
  for (let line = 1; line <= 40; line++) expect(text).toMatch(new RegExp(`bench, ${line}\\b`))
  const raw = one.toString('latin1')
  expect(raw).toContain('/Marked true')
  expect(raw).toContain('/Lang (en-GB)')
  for (const tag of ['/H1', '/H2', '/P', '/Table', '/TR', '/TH', '/TD']) expect(raw).toContain(`/S ${tag}`)
})

test('a plan without lines and a review without a broker make a document, too', async () => {
  const document = clientDocument({ ...facts(0), broker: null, held_on: null, attendees: null, findings: '' })

  expect(JSON.stringify(document)).toContain('There are no lines in the plan yet')
  expect((await documentPdf(document, new Date('2026-11-20T10:00:00Z'))).subarray(0, 5).toString()).toBe('%PDF-')
})
