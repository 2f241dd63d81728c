import { address, expect, expectAccessible, expectNoSidewaysScroll, test } from './signed-in.ts'

test('a letter is written once, read as each person gets it, and kept where it cannot be sent', async ({
  northern_broker: page,
}) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto(`${address()}/reviews/mail/new`)
  await expect(page.getByText('No mail server is set')).toBeVisible()
  const preview = page.getByRole('region', { name: 'How it reads' })
  await expect(preview).toContainText(/Hello \w+/)
  const first = await preview.textContent()
  await preview.getByRole('button', { name: 'The next letter' }).click()
  await expect(preview).not.toHaveText(first ?? '')
  await page.evaluate(() => scrollTo(0, 0))
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  const left_out = page.getByRole('navigation', { name: 'Who gets the letter' }).getByRole('link').nth(1)
  const many = Number((await left_out.textContent())?.match(/\d+$/)?.[0])
  await left_out.click()
  const listed = page.getByRole('region', { name: /match/ }).locator('.line-list > li')
  await expect(listed).toHaveCount(Math.min(many, 8))
  expect(many).toBeGreaterThan(0)

  await page.getByLabel('Text', { exact: true }).fill('Hello {first_name}, a time for {business}? ')
  await page.getByRole('button', { name: /^Send \d+ letters/ }).click()
  await expect(page.getByRole('alert')).toContainText('put {link} into the letter')
  await page.getByRole('button', { name: 'Link to choose a time' }).click()
  await expect(preview).toContainText('/t/…')
  await page.getByRole('button', { name: /^Send \d+ letters/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('is no offer and does not count')
  // It comes up by degrees, and so do its colours.
  await dialog.evaluate((box) => Promise.all(box.getAnimations({ subtree: true }).map((one) => one.finished)))
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Send now' }).click()
  await expect(page.getByRole('alert')).toContainText('so no offer can be sent')
  await page.reload()
  await page.getByRole('button', { name: 'Keep' }).click()
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue(/a time for \{business\}\? \{link\}/)
})
