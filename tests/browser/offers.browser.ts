import type { Page } from '@playwright/test'
import { address, expect, test } from './signed-in.ts'

const YEAR = '2026-27'
const OFFERED = 'lep.skills_reviews_offered'

async function offered(page: Page): Promise<number> {
  const input = encodeURIComponent(JSON.stringify({ year: YEAR }))
  const answer = await page.request.get(`${address()}/trpc/indicators.board?input=${input}`)
  const { result } = (await answer.json()) as { result: { data: { figures: { key: string; value: string }[] } } }
  return Number(result.data.figures.find(({ key }) => key === OFFERED)?.value)
}

/** Makes a list of so many businesses and opens it at the first. */
async function openList(page: Page, most: number): Promise<void> {
  await page.goto(`${address()}/reviews/call-list/new?months=12&most=${most}`)
  await page.getByRole('button', { name: `Make the list of ${most} and begin` }).click()
  await expect(page).toHaveURL(/\/reviews\/call-list\/CL-/)
  await expect(page.locator('.call-card h2')).toBeFocused()
}

/** Presses keys as a broker would: once the business is on the screen. Gives what is said of the call. */
async function log(page: Page, keys: readonly string[]): Promise<{ name: string; said: string }> {
  const name = (await page.locator('.call-card h2').textContent()) ?? ''
  // A key in the first quarter of a second is taken as meant for the business before.
  await expect(page.locator('.calling')).toHaveAttribute('aria-busy', 'false')
  for (const key of keys) await page.keyboard.press(key)
  const said = page.locator('.last-call [role=status]')
  await expect(said).toContainText(name)
  return { name, said: (await said.textContent()) ?? '' }
}

test('twenty offers are logged by keys alone, and the figure moves by those newly offered', async ({
  northern_broker: page,
}) => {
  test.setTimeout(120_000)
  const before = await offered(page)
  await openList(page, 20)

  const logged = []
  let keys = 0
  for (let n = 0; n < 20; n++) {
    const pressed = [['y'], ['n', String((n % 6) + 1)], ['o']][n % 3] ?? []
    keys += pressed.length
    logged.push(await log(page, pressed))
  }

  // T8: at most an outcome key and a reason for each.
  expect(keys).toBeLessThanOrEqual(20 * 2)
  await expect(page.getByRole('heading', { name: 'Nobody is left to call' })).toBeFocused()
  const newly = logged.filter(({ said }) => said.includes(`Counts in ${YEAR}`))
  expect(newly.length).toBeGreaterThan(0)
  await expect.poll(() => offered(page)).toBe(before + newly.length)

  await page.goto(`${address()}/year/${YEAR}/${OFFERED}?text=${encodeURIComponent(newly[0]?.name ?? '')}`)
  await expect(page.locator('main')).toContainText(newly[0]?.name ?? 'nobody')
})

test('a call is undone by keys: the business is back on the screen and out of the count', async ({
  northern_broker: page,
}) => {
  await openList(page, 3)
  const before = await offered(page)
  const { name, said } = await log(page, ['y'])
  expect(said).toContain('accepted')
  await expect(page.locator('.call-card h2')).not.toHaveText(name)

  await page.keyboard.press('Control+z')

  await expect(page.locator('.call-card h2')).toHaveText(name)
  await expect.poll(() => offered(page)).toBe(before)
  // No answer is an attempt and no offer; a call back asks for the day in words.
  expect((await log(page, ['0'])).said).toContain('nothing counts')
  const { said: later } = await log(page, ['c', ...'fri', 'Enter'])
  expect(later).toContain('call back')
  await expect.poll(() => offered(page)).toBe(before)
  await page.getByRole('link', { name: /^No answer/ }).click()
  await expect(page.getByRole('rowheader')).toContainText([name])
})

test('two brokers on one list have two businesses on the screen', async ({ northern_broker: page, stranger }) => {
  await openList(page, 2)
  await stranger.goto(page.url())

  await expect(stranger.locator('.call-card h2')).toBeVisible()
  const [one, other] = [page, stranger].map((each) => each.locator('.call-card h2'))
  expect(await one?.textContent()).not.toBe(await other?.textContent())
})

/** A business that was never offered a review and stands on no list. */
async function neverOffered(page: Page): Promise<{ reference: string; name: string }> {
  const input = encodeURIComponent(JSON.stringify({ not_offered_months: 12, has_contact: true }))
  const answer = await page.request.get(`${address()}/trpc/callLists.count?input=${input}`)
  const { result } = (await answer.json()) as { result: { data: { first: { reference: string; name: string }[] } } }
  return result.data.first[0] ?? { reference: '', name: '' }
}

test('a review is offered on the page of a business by keys alone, which says where it stands and leads on', async ({
  northern_broker: page,
}) => {
  const { reference } = await neverOffered(page)
  await page.goto(`${address()}/b/${reference}`)
  const panel = page.getByRole('region', { name: 'Skills review' })
  await expect(panel.getByRole('button', { name: /Offer/ })).toBeVisible()
  const before = await offered(page)

  await page.keyboard.press('o')
  await expect(page.getByLabel('Offered to')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('status').filter({ hasText: `Counts in ${YEAR}` })).toBeVisible()
  await expect(panel).toContainText(/Offered.*telephone/)
  await expect(panel.getByRole('button', { name: /Offer/ })).toBeHidden()
  expect(await offered(page)).toBe(before + 1)

  await panel.getByRole('link', { name: 'Book a time' }).click()
  await expect(page.getByRole('heading', { name: 'Book a skills review' })).toBeVisible()
  await page.goBack()
  await panel.getByRole('button', { name: /^More for/ }).click()
  await page.getByRole('menuitem', { name: 'Declined…' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('3')
  await expect(panel).toContainText('Declined: trains in house')
  await expect(panel.getByRole('button', { name: /Offer again/ })).toBeVisible()
  await panel.getByRole('link', { name: /^SR-/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('SR-')
})

test('the funnel opens the list that each number counts, and Back keeps the place', async ({ adviser: page }) => {
  await page.goto(`${address()}/reviews?year=2021-22`)
  const step = page.getByRole('link', { name: /^No response/ })
  const many = Number((await step.locator('b').textContent())?.replaceAll(',', ''))

  await step.click()

  await expect(page).toHaveURL(/at=no_response/)
  await expect(page.getByText(`${many} reviews`)).toBeVisible()
  await page.goBack()
  await expect(page).not.toHaveURL(/at=/)
})
