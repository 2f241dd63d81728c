import { address, expect, expectAccessible, test } from './signed-in.ts'

const LIST = /\/year\/2021-22\/lep\.businesses_supported/

test('an adviser opens a headline to a list of exactly that length, and a record behind it', async ({
  adviser: page,
}) => {
  await page.goto(`${address()}/year/2021-22`)
  const figure = page.locator('main a[href*="/year/2021-22/lep.skills_reviews_offered"]').first()
  await expect(figure).toContainText('878')

  await figure.click()

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('main')).toContainText('878 businesses')
  await page.locator('main a[href^="/b/"]').first().click()
  await expect(page).toHaveURL(/\/b\//)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('logging an interaction by the keyboard alone moves the figure', async ({ adviser: page }) => {
  const board = async () => {
    const answer = await page.request.get(
      `${address()}/trpc/indicators.board?input=${encodeURIComponent(JSON.stringify({ year: '2026-27' }))}`,
    )
    const { result } = (await answer.json()) as { result: { data: { figures: { key: string; value: string }[] } } }
    return Number(result.data.figures.find(({ key }) => key === 'lep.businesses_supported')?.value)
  }
  await page.goto(`${address()}/businesses/new`)
  await page.getByLabel('Name', { exact: true }).fill('Quillfeather Testing Kilns Ltd')
  await page.getByLabel('Legal form').selectOption({ label: 'Limited company' })
  await page
    .getByRole('button', { name: /^Register/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/b\//)
  const before = await board()

  await page.goto(`${address()}/caseload`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('l')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.type('quillfeath')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Note', { exact: true })).toBeFocused()
  await page.keyboard.type('Kiln efficiency talked through')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()

  await expect.poll(board).toBe(before + 1)
})

test('minutes that are typed before the sheet knows how long it took last stay as typed', async ({ adviser: page }) => {
  const late = Promise.withResolvers<void>()
  await page.route(/interactions\.defaults/, (route) => late.promise.then(() => route.continue()))
  await page.goto(`${address()}/caseload`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('l')
  const minutes = page.getByLabel('Other length')
  await minutes.fill('7h')

  const known = page.waitForResponse(/interactions\.defaults/)
  late.resolve()
  await known
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))

  await expect(minutes).toHaveValue('7h')
})

test('a person of the other hub gets nothing of the first, by any address', async ({ adviser, stranger }) => {
  await adviser.goto(`${address()}/year/2021-22/lep.businesses_supported`)
  await expect(adviser).toHaveURL(LIST)
  const href = (await adviser.locator('main a[href^="/b/"]').first().getAttribute('href')) ?? ''
  const name = (await adviser.locator('main a[href^="/b/"]').first().textContent()) ?? ''

  await stranger.goto(address() + href)

  await expect(stranger.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(stranger.locator('body')).not.toContainText(name)
})

test('someone who has not signed in is sent to sign in, and a wrong password is told in words', async ({ page }) => {
  await page.goto(`${address()}/caseload`)
  await expect(page).toHaveURL(/sign-in/)
  await page.getByLabel('E-mail').fill('adviser@demo.example')
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('There is a problem')).toBeVisible()
  await expectAccessible(page)
})
