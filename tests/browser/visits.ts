import type { Page } from '@playwright/test'
import { callsOf } from './events-here.ts'
import { aBookingPage, aBookingToMatch } from './scenes.ts'
import { secretOf } from './secret-of.ts'

/**
 * Every screen, and what opens on it. A new route needs a line here: at least `[{ to: '/its/address' }]`. The suite
 * beside this file lists the routes from the router itself and fails where one is missing.
 */
export type Visit = {
  /** An address that opens the route on the demonstration hub, or how a manager's page comes by one. */
  to: string | ((manager: Page) => Promise<string>)
  /** What is opened, in a word or two; the page as it comes where it is left out. */
  opened?: string
  open?: (page: Page) => Promise<void>
  /** A manager, unless it says otherwise. `nobody` has not signed in; `newcomer` is in a hub without a record. */
  as?: Who
  /** The server says no on purpose, which browsers write to their console. */
  is_refused?: true
  /** The page leads on to another at once. */
  leads_to?: RegExp
}
export type Who = 'adviser' | 'broker' | 'manager' | 'admin' | 'nobody' | 'newcomer'

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()
const dialog = (name: string | RegExp) => async (page: Page) => {
  await press(name)(page)
  await page.getByRole('dialog').first().waitFor()
}
const menu = (name: string | RegExp) => async (page: Page) => {
  await press(name)(page)
  await page.getByRole('menu').waitFor()
}
const problem = (page: Page) => page.getByRole('heading', { name: 'There is a problem' }).waitFor()
const refusedBy = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name, exact: true }).last().click()
  await problem(page)
}
const after =
  (...steps: ((page: Page) => Promise<unknown>)[]) =>
  async (page: Page) => {
    for (const step of steps) await step(page)
  }
const key = (keys: string) => (page: Page) => page.keyboard.press(keys)
const filters = async (page: Page) => {
  await press(/^Filter/)(page)
  await page.getByRole('group', { name: 'Filters' }).waitFor()
}
const logSheet = async (page: Page) => {
  await key('l')(page)
  await page.getByRole('dialog', { name: 'Log interaction' }).waitFor()
}

const NO_SECRET = 'x'.repeat(43)
const EVENT = 'EV-10172'

/** The first skills review that stands at a place of the funnel, the newest offer first. */
async function reviewAt(manager: Page, at: string): Promise<{ id: string; reference: string }> {
  const { rows } = await callsOf(manager).read<{ rows: { id: string; reference: string }[] }>('skillsReviews.list', {
    at,
    direction: 'desc',
  })
  const [review] = rows
  if (!review) throw new Error(`The demonstration has no review that is ${at}`)
  return review
}
const ofReview = (at: string, page: string) => async (manager: Page) =>
  `/reviews/${(await reviewAt(manager, at)).reference}/${page}`
const byReviewLink = (at: string, purpose: 'book_review' | 'agree_plan', page: string) => async (manager: Page) =>
  `/${page}/${await secretOf(purpose, 'skills_review', (await reviewAt(manager, at)).id)}`
const ofCourse = (page: string) => async (manager: Page) => {
  const { rows } = await callsOf(manager).read<{ rows: { reference: string }[] }>('training.courses', {})
  return `/training/${rows[0]?.reference}${page}`
}
/** The learners of a line of a training plan that has some. */
async function ofLine(manager: Page): Promise<string> {
  const { rows } = await callsOf(manager).read<{ rows: { reference: string; learners: number }[] }>('training.uptake', {
    size: 100,
  })
  return `/training/learners?line=${rows.find(({ learners }) => learners > 0)?.reference}`
}
const firstOfGrid = async (page: Page) => {
  await page.getByRole('grid').press('Enter')
  await page.getByRole('dialog').getByRole('group').first().waitFor()
}
const publicEvent = async (manager: Page) => new URL((await eventPage(manager)).public_address).pathname
const eventPage = (manager: Page) =>
  callsOf(manager).read<{ event: { id: string }; public_address: string }>('events.page', { reference: EVENT })
async function placeAtEvent(manager: Page): Promise<string> {
  const { event } = await eventPage(manager)
  const { rows } = await callsOf(manager).read<{ rows: { id: string }[] }>('events.guests', {
    event_id: event.id,
    list: 'booked',
  })
  return `/place/${await secretOf('event_place', 'attendance', rows[0]?.id ?? '')}`
}

const BUSINESS = '/b/B-14976'
const PERSON = '/p/P-10001'
const INTERACTION = '/r/interaction/I-2122-10001'

export const VISITS: Readonly<Record<string, readonly Visit[]>> = {
  '/sign-in': [
    { to: '/sign-in', as: 'nobody' },
    {
      to: '/sign-in',
      as: 'nobody',
      opened: 'refused',
      is_refused: true,
      open: async (page) => {
        await page.getByLabel('E-mail').fill('nobody@demo.example')
        await page.getByLabel('Password', { exact: true }).fill('not the password')
        await press('Sign in')(page)
        await problem(page)
      },
    },
  ],
  '/invitation/$token': [{ to: `/invitation/${NO_SECRET}`, as: 'nobody', opened: 'spent', is_refused: true }],
  '/': [{ to: '/', leads_to: /\/year\// }],
  '/year': [{ to: '/year', leads_to: /\/year\// }],
  '/year/$year': [
    { to: '/year/2021-22' },
    { to: '/year/2021-22', opened: 'figures as a table', open: (page) => page.getByText('Show as table').click() },
    { to: '/year/2021-22', opened: 'account menu', open: menu(/account$/) },
    { to: '/year/2021-22', opened: 'keys', open: after(key('?'), (page) => page.getByRole('dialog').waitFor()) },
    { to: '/year/2021-22', as: 'newcomer', opened: 'empty hub' },
  ],
  '/year/$year/targets': [{ to: '/year/2026-27/targets' }],
  '/year/$year/close': [{ to: '/year/2021-22/close' }],
  '/year/$year/close/$version/$key': [
    { to: '/year/2021-22/close/1/lep.businesses_supported', opened: 'not signed off', is_refused: true },
  ],
  '/year/$year/radar': [{ to: '/year/2025-26/radar' }],
  '/year/$year/$key': [
    { to: '/year/2021-22/lep.businesses_supported' },
    { to: '/year/2021-22/lep.private_investment_leveraged?text=zzz', opened: 'no match' },
    { to: '/year/2021-22/no.such_figure', opened: 'not found', is_refused: true },
  ],
  '/caseload': [
    { to: '/caseload', as: 'adviser' },
    { to: '/caseload?whose=team', opened: 'team' },
    { to: '/caseload', as: 'adviser', opened: 'filters', open: filters },
    { to: '/caseload', as: 'adviser', opened: 'row menu', open: menu(/^More for/) },
    {
      to: '/caseload',
      as: 'adviser',
      opened: 'next step',
      open: async (page) => {
        await page.locator('[data-next-step]').first().click()
        await page.getByRole('textbox', { name: /^Next step for/ }).waitFor()
      },
    },
    { to: '/caseload', as: 'newcomer', opened: 'empty hub' },
  ],
  '/businesses': [
    { to: '/businesses' },
    { to: '/businesses', opened: 'filters', open: filters },
    { to: '/businesses?q=zzzz', opened: 'no match' },
    { to: '/businesses', as: 'newcomer', opened: 'empty hub' },
  ],
  '/businesses/new': [
    { to: '/businesses/new' },
    { to: '/businesses/new', opened: 'refused', open: refusedBy('Register') },
  ],
  '/people/new': [{ to: '/people/new' }, { to: '/people/new', opened: 'refused', open: refusedBy('Register') }],
  '/find': [{ to: '/find?q=kiln' }, { to: '/find?q=zzzzzzzz', opened: 'no match' }],
  '/b/$reference': [
    { to: BUSINESS },
    { to: BUSINESS, opened: 'edit sheet', open: dialog('Edit details') },
    { to: BUSINESS, opened: 'case sheet', open: dialog('Open a case') },
    { to: BUSINESS, opened: 'log sheet', open: logSheet },
    {
      to: BUSINESS,
      opened: 'log refused',
      open: after(logSheet, (page) => page.getByLabel('Other length').fill('x'), key('Control+Enter'), problem),
    },
    { to: '/b/NO-SUCH', opened: 'not found', is_refused: true },
  ],
  '/p/$reference': [
    { to: PERSON },
    { to: PERSON, opened: 'edit sheet', open: dialog('Edit details') },
    { to: '/p/NO-SUCH', opened: 'not found', is_refused: true },
  ],
  '/r/$kind/$reference': [
    { to: INTERACTION },
    { to: INTERACTION, opened: 'void', open: dialog('Void') },
    { to: '/r/interaction/NO-SUCH', opened: 'not found', is_refused: true },
  ],
  '/calendar': [
    { to: '/calendar', as: 'broker' },
    { to: '/calendar?view=day', opened: 'day of all' },
    { to: '/calendar?view=list', as: 'broker', opened: 'list' },
    { to: `/calendar?book=${BUSINESS.slice(3)}`, as: 'broker', opened: 'booking' },
  ],
  '/reviews/demand': [
    { to: '/reviews/demand?year=2025-26' },
    { to: '/reviews/demand?year=2025-26&rows=sector&columns=place', opened: 'filters', open: filters },
    { to: '/reviews/demand?year=2025-26&view=list&level=3', opened: 'list' },
    { to: '/reviews/demand?year=2025-26&view=publish', opened: 'for publication' },
    { to: '/reviews/demand', as: 'newcomer', opened: 'empty hub' },
  ],
  '/reviews/month': [
    { to: '/reviews/month?month=2026-10&of=held' },
    { to: '/reviews/month?month=2026-10&of=minutes', as: 'broker', opened: 'hours' },
    { to: '/reviews/month?broker=team', as: 'broker', opened: 'refused', is_refused: true },
  ],
  '/calendar/to-match': [{ to: aBookingToMatch }, { to: '/calendar/to-match', as: 'newcomer', opened: 'empty hub' }],
  '/book/$token': [
    { to: async (manager) => `/book/${await aBookingPage(manager)}`, as: 'nobody' },
    {
      to: async (manager) => `/book/${await aBookingPage(manager)}`,
      as: 'nobody',
      opened: 'refused',
      is_refused: true,
      open: refusedBy('Book'),
    },
    { to: `/book/${NO_SECRET}`, as: 'nobody', opened: 'spent', is_refused: true },
  ],
  '/reviews/$reference/book': [{ to: ofReview('waiting', 'book'), leads_to: /\/calendar\?/ }],
  '/settings/diary': [
    { to: '/settings/diary', as: 'broker' },
    { to: '/settings/diary', as: 'admin' },
  ],
  '/t/$token': [
    { to: byReviewLink('waiting', 'book_review', 't'), as: 'nobody', opened: 'times' },
    { to: byReviewLink('to_come', 'book_review', 't'), as: 'nobody', opened: 'booked' },
    { to: `/t/${NO_SECRET}`, as: 'nobody', opened: 'spent', is_refused: true },
  ],
  '/reviews/$reference/form': [
    { to: ofReview('to_plan', 'form'), as: 'broker' },
    { to: '/reviews/NO-SUCH/form', opened: 'not found', is_refused: true },
  ],
  '/reviews/$reference/plan': [
    { to: ofReview('plan', 'plan') },
    { to: '/reviews/NO-SUCH/plan', opened: 'not found', is_refused: true },
  ],
  '/reviews/$reference/document': [{ to: ofReview('plan', 'document') }],
  '/plan/$token': [
    { to: byReviewLink('plan', 'agree_plan', 'plan'), as: 'nobody' },
    { to: `/plan/${NO_SECRET}`, as: 'nobody', opened: 'spent', is_refused: true },
  ],
  '/e/$token': [
    { to: publicEvent, as: 'nobody' },
    { to: `/e/${NO_SECRET}`, as: 'nobody', opened: 'spent', is_refused: true },
  ],
  '/place/$token': [
    { to: placeAtEvent, as: 'nobody' },
    { to: `/place/${NO_SECRET}`, as: 'nobody', opened: 'spent', is_refused: true },
  ],
  '/reviews/call-list': [{ to: '/reviews/call-list', as: 'broker' }],
  '/reviews/call-list/new': [{ to: '/reviews/call-list/new?sector=C', as: 'broker' }],
  '/reviews/call-list/$reference': [
    { to: '/reviews/call-list/CL-00001', as: 'broker' },
    { to: '/reviews/call-list/CL-00001?show=offers', as: 'broker', opened: 'offers' },
    { to: '/reviews/call-list/NO-SUCH', opened: 'not found', is_refused: true },
  ],
  '/reviews/mail': [{ to: '/reviews/mail', as: 'broker' }],
  '/reviews/mail/new': [{ to: '/reviews/mail/new?sector=C', as: 'broker' }],
  '/reviews/mail/$reference': [{ to: '/reviews/mail/NO-SUCH', opened: 'not found', is_refused: true }],
  '/settings/questions': [{ to: '/settings/questions' }],
  '/reviews': [{ to: '/reviews' }, { to: '/reviews', opened: 'row menu', open: menu(/^More for/) }],
  '/training': [
    { to: '/training', as: 'broker' },
    { to: '/training', as: 'newcomer', opened: 'empty hub' },
  ],
  '/training/$reference': [
    { to: ofCourse(''), as: 'broker' },
    { to: ofCourse(''), as: 'broker', opened: 'enrol', open: dialog('Add a learner') },
    { to: '/training/NO-SUCH', opened: 'not found', is_refused: true },
  ],
  '/training/uptake': [
    { to: '/training/uptake', as: 'broker' },
    { to: '/training/uptake', as: 'broker', opened: 'enrol', open: firstOfGrid },
    { to: '/training/uptake', as: 'newcomer', opened: 'empty hub' },
  ],
  '/training/learners': [{ to: ofLine }, { to: '/training/learners', opened: 'of nobody' }],
  '/training/$reference/paste': [{ to: ofCourse('/paste'), as: 'broker' }],
  '/events': [{ to: '/events' }, { to: '/events?when=past' }, { to: '/events', as: 'newcomer', opened: 'empty hub' }],
  '/events/new': [{ to: '/events/new' }],
  '/events/$reference': [
    { to: '/events/EV-10172' },
    { to: '/events/EV-10077', opened: 'delivered' },
    { to: '/events/NO-SUCH', opened: 'not found', is_refused: true },
  ],
  '/events/$reference/check-in': [{ to: '/events/EV-10172/check-in' }],
  '/events/$reference/match': [{ to: '/events/EV-10172/match' }],
  '/definitions': [{ to: '/definitions' }],
  '/quality': [{ to: '/quality?year=2021-22' }, { to: '/quality', as: 'newcomer', opened: 'empty hub' }],
  '/quality/$rule': [
    { to: '/quality/interaction_before_incorporation?year=2021-22' },
    { to: '/quality/business_without_identifier?year=2021-22' },
    { to: '/quality/no_such_rule?year=2021-22', opened: 'not found', is_refused: true },
  ],
  '/settings/people': [{ to: '/settings/people', as: 'admin' }],
  '/settings/outbox': [{ to: '/settings/outbox', as: 'admin' }],
  'no route': [{ to: '/nowhere/at/all', opened: 'not found' }],
}
