import type { Page } from '@playwright/test'

/** One look at a screen, as it comes or with something opened on it. */
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

export const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()
export const dialog = (name: string | RegExp) => async (page: Page) => {
  await press(name)(page)
  await page.getByRole('dialog').first().waitFor()
}
export const menu = (name: string | RegExp) => async (page: Page) => {
  await press(name)(page)
  await page.getByRole('menu').waitFor()
}
export const problem = (page: Page) => page.getByRole('heading', { name: 'There is a problem' }).waitFor()
export const refusedBy = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name, exact: true }).last().click()
  await problem(page)
}
export const after =
  (...steps: ((page: Page) => Promise<unknown>)[]) =>
  async (page: Page) => {
    for (const step of steps) await step(page)
  }
export const key = (keys: string) => (page: Page) => page.keyboard.press(keys)
export const filters = async (page: Page) => {
  await press(/^Filter/)(page)
  await page.getByRole('group', { name: 'Filters' }).waitFor()
}
export const logSheet = async (page: Page) => {
  await key('l')(page)
  await page.getByRole('dialog', { name: 'Log interaction' }).waitFor()
}

export const NO_SECRET = 'x'.repeat(43)
export const BUSINESS = '/b/B-14976'
export const PERSON = '/p/P-10001'
export const INTERACTION = '/r/interaction/I-2122-10001'
