import { type Page, expect, test as base } from '@playwright/test'
import { barriersOn, sideways } from './workbench.ts'

export const PASSWORD = 'demonstration-2122'
export const address = (): string => process.env['HUBLINE_ADDRESS'] ?? ''

export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto(`${address()}/sign-in`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

/** Everything that axe knows of WCAG 2.2 A and AA, with no exclusions. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await barriersOn(page)).toEqual([])
}

/** The page itself never scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await sideways(page)).toBeLessThanOrEqual(0)
}

export const test = base.extend<{ adviser: Page; manager: Page; stranger: Page; northern_broker: Page }>({
  adviser: async ({ page }, use) => {
    await signIn(page, 'adviser@demo.example')
    await use(page)
  },
  manager: async ({ page }, use) => {
    await signIn(page, 'manager@demo.example')
    await use(page)
  },
  /** A skills broker of the other, small hub, where no other test makes offers. */
  northern_broker: async ({ page }, use) => {
    await signIn(page, 'broker@demo-north.example')
    await use(page)
  },
  /** A person of the other hub. */
  stranger: async ({ browser }, use) => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await signIn(page, 'manager@demo-north.example')
    await use(page)
    await context.close()
  },
})
export { expect }
