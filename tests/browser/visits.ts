import type { Page } from '@playwright/test'
import { EVENT_VISITS } from './event-visits.ts'
import { callsOf } from './events-here.ts'
import { SKILLS_VISITS } from './skills-visits.ts'
import {
  type Visit,
  after,
  BUSINESS,
  dialog,
  filters,
  INTERACTION,
  key,
  logSheet,
  menu,
  NO_SECRET,
  PERSON,
  press,
  problem,
  refusedBy,
} from './visit.ts'

/** Two businesses that differ, side by side. */
async function aPair(manager: Page): Promise<string> {
  const { rows } = await callsOf(manager).read<{ rows: { reference: string }[] }>('businesses.list', { size: 2 })
  return `/duplicates/business/${rows.map(({ reference }) => reference).join('/')}`
}

/**
 * Every screen, and what opens on it; areas with many have a file of their own. A new route needs a line: at least
 * `[{ to: '/its/address' }]`. `every-screen.browser.ts` lists the routes from the router and fails where one is missing.
 */
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
  '/year/$year/programme/$programme': [{ to: '/year/2026-27/programme/PRG-10006' }],
  '/year/$year/partners': [{ to: '/year/2021-22/partners' }],
  '/year/$year/partners/$reference': [
    { to: '/year/2021-22/partners/RT-none', opened: 'no such return', is_refused: true },
  ],
  '/year/$year/review': [{ to: '/year/2021-22/review' }],
  '/year/$year/close': [{ to: '/year/2021-22/close' }],
  '/year/$year/close/$version/$key': [
    { to: '/year/2019-20/close/1/lep.businesses_supported', opened: 'not signed off', is_refused: true },
  ],
  '/year/$year/evidence/$version/$key': [
    { to: '/year/2019-20/evidence/1/lep.businesses_supported', opened: 'not signed off', is_refused: true },
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
  '/definitions': [{ to: '/definitions' }],
  '/definitions/$key': [
    {
      to: '/definitions/gh.medium',
      opened: 'effect',
      open: async (page) => {
        await page.getByLabel('From how many minutes in the year').fill('240')
        await page.getByRole('radio', { name: 'A copy: an indicator of your own' }).check()
        await page.getByLabel('Its title').fill('Businesses given half a day')
        await page.getByText('Which of them count').first().click()
        await page.getByRole('button', { name: /^See the effect/ }).click()
        await page.getByLabel('It applies from').waitFor()
      },
    },
  ],
  '/duplicates': [{ to: '/duplicates' }],
  '/duplicates/$kind/$one/$other': [{ to: aPair }],
  '/quality': [{ to: '/quality?year=2021-22' }, { to: '/quality', as: 'newcomer', opened: 'empty hub' }],
  '/quality/$rule': [
    { to: '/quality/interaction_before_incorporation?year=2021-22' },
    { to: '/quality/business_without_identifier?year=2021-22' },
    { to: '/quality/no_such_rule?year=2021-22', opened: 'not found', is_refused: true },
  ],
  '/settings/taken': [{ to: '/settings/taken' }],
  '/settings/people': [{ to: '/settings/people', as: 'admin' }],
  '/settings/outbox': [{ to: '/settings/outbox', as: 'admin' }],
  ...SKILLS_VISITS,
  ...EVENT_VISITS,
  'no route': [{ to: '/nowhere/at/all', opened: 'not found' }],
}
