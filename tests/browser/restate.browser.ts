import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { checkPack } from '../stranger/check-pack.ts'
import { packOf } from '../stranger/read-pack.ts'
import { callsOf } from './events-here.ts'
import { anOwnHub } from './own-hub.ts'
import { address, expect, expectAccessible, signIn, test } from './signed-in.ts'
import { sideways } from './workbench.ts'

const YEAR = '2021-22'
const KEY = 'lep.businesses_supported'

type Listed = { rows: { id: string; reference: string }[] }

/** Businesses that were each advised once in the year. */
async function advised(page: Page, many: number): Promise<void> {
  const { read, write } = callsOf(page)
  const { rows } = await read<Listed>('businesses.list', { size: 100, after: null })
  const session = { kind: 'advice_session', channel: 'face_to_face', occurred_on: '2021-06-01', minutes: 60 }
  const first = rows.toSorted((a, b) => a.reference.localeCompare(b.reference)).slice(0, many)
  for (const { id } of first) await write('interactions.log', { id: randomUUID(), business_id: id, ...session })
}

async function signedOff(page: Page): Promise<void> {
  await page.goto(`${address()}/year/${YEAR}/close`)
  await page.getByRole('button', { name: 'Call it a draft' }).press('Enter')
  await page.getByRole('button', { name: 'Say it is checked' }).press('Enter')
  await page.getByRole('button', { name: `Sign off ${YEAR}` }).press('Enter')
  await page.getByRole('button', { name: /^Sign off as/ }).press('Enter')
  await expect(page.getByText('Today’s figures and lists are those of version 1.')).toBeVisible()
}

/** By the keys of the page of a business that had nothing in the year. */
async function logsALateVisit(page: Page, reference: string): Promise<void> {
  await page.goto(`${address()}/b/${reference}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('l')
  const sheet = page.getByRole('dialog', { name: 'Log interaction' })
  await sheet.getByLabel('Date').first().fill('15/03/2022')
  await sheet.getByLabel('Note', { exact: true }).fill('Written up late')
  await page.keyboard.press('Control+Enter')
  await expect(sheet).toBeHidden()
}

async function packOfVersion(page: Page, version: number, format: string): Promise<Buffer> {
  const asked = new URLSearchParams({ version: String(version), reason: 'Return to the accountable body' })
  const answer = await page.request.get(`${address()}/year/${YEAR}/pack.${format}?${asked}`)
  expect(answer.status()).toBe(200)
  return answer.body()
}

/** The references of the list behind the figure, in a pack that a stranger could follow. */
function listed(bytes: Buffer): string[] {
  const pack = packOf(bytes)
  expect(checkPack(pack)).toEqual([])
  const units = (pack['Units'] ?? []).filter(({ key }) => key === KEY).map((unit) => unit['unit ref'] ?? '')
  expect(pack['Headlines']?.find(({ key }) => key === KEY)?.['value']).toBe(String(units.length))
  return units.toSorted()
}

test('a late visit and a merge after sign-off become version 2, and both versions can be taken', async ({ page }, {
  retry,
}) => {
  const slug = `year-end-${retry}`
  const hub = await anOwnHub(slug, 8)
  await signIn(page, `manager@${slug}.example`)
  await advised(page, 6)
  await signedOff(page)
  const first = await packOfVersion(page, 1, 'zip')

  await logsALateVisit(page, 'B-8')
  await page.goto(`${address()}/duplicates/business/B-1/B-2`)
  await expect(page.getByText(/^Moves: /)).toBeVisible()
  await page.keyboard.press('m')
  await expect(page).toHaveURL(`${address()}/b/B-1`)

  await page.goto(`${address()}/year/${YEAR}/close?differs=${KEY}`)
  await expect(page.getByText('B-8', { exact: false }).first()).toBeVisible()
  await expect(page.getByText('B-2', { exact: false }).first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: `Restate ${YEAR}` }).press('Enter')
  await page.getByLabel('Why the figures are issued again').fill('A late visit, and two records of one business')
  await page.getByLabel('Approved outside the hub by').fill('Jo Marsh, senior responsible officer')
  await page.getByRole('button', { name: 'Sign off version 2' }).press('Enter')
  await expect(page.getByText('Today’s figures and lists are those of version 2.')).toBeVisible()

  // Who restated the year stands in a choice there, and is long.
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(`${address()}/year/${YEAR}`)
  await expect(page.getByLabel('Which figures?')).toContainText('Restated as version 2')
  await expect.poll(() => sideways(page)).toBe(0)

  const before = listed(first)
  expect(before).toHaveLength(6)
  const after = [...before.filter((one) => one !== 'B-2'), 'B-8']
  expect(listed(await packOfVersion(page, 2, 'zip'))).toEqual(after)
  expect((await packOfVersion(page, 1, 'zip')).equals(first)).toBe(true)
  for (const format of ['xlsx', 'ods'])
    expect((await packOfVersion(page, 1, format)).equals(await packOfVersion(page, 1, format))).toBe(true)
  await hub.close()
})
