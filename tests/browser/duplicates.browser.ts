import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { callsOf } from './events-here.ts'
import { address, expect, test } from './signed-in.ts'

async function aBusiness(page: Page, facts: { name: string; town: string }): Promise<string> {
  const form = { id: randomUUID(), legal_form: 'unknown', ...facts }
  const { reference } = await callsOf(page).write<{ reference: string }>('businesses.register', form)
  return reference
}

test('a manager merges two records of one business by a key, and undoes it on the page of the one that remains', async ({
  manager: page,
}) => {
  const remains = await aBusiness(page, { name: 'Saltglaze & Daughters', town: 'Leek' })
  const goes = await aBusiness(page, { name: 'Orme Kilns', town: 'Stone' })
  await page.goto(`${address()}/duplicates/business/${remains}/${goes}`)
  await page.getByRole('radiogroup', { name: 'Town' }).getByLabel('Stone').check()
  await expect(page.getByText('No record moves.')).toBeVisible()
  await page.keyboard.press('m')

  await expect(page).toHaveURL(`${address()}/b/${remains}`)
  await expect(page.locator('main')).toContainText('Stone')
  await page.getByRole('button', { name: `Undo merge of ${goes}` }).click()
  await page.getByRole('button', { name: 'Undo the merge' }).click()
  await expect(page.getByRole('button', { name: `Undo merge of ${goes}` })).toHaveCount(0)
  await expect(page.locator('main')).toContainText('Leek')
})
