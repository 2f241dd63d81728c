import type { Page } from '@playwright/test'
import { callsOf } from './events-here.ts'
import { aBookingPage, aBookingToMatch } from './scenes.ts'
import { secretOf } from './secret-of.ts'
import { type Visit, BUSINESS, dialog, filters, menu, NO_SECRET, refusedBy } from './visit.ts'

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

/** The screens of the Skills Hub: diaries, skills reviews, offers of them, and training. */
export const SKILLS_VISITS: Readonly<Record<string, readonly Visit[]>> = {
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
}
