import { execFileSync } from 'node:child_process'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { openMailServer } from '../given/smtp.ts'
import { startHubline } from './server.ts'
import { address, expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './signed-in.ts'

const PHRASE = 'kiln otter marzipan'
const CLI = path.resolve(import.meta.dirname, '../../apps/api/src/cli.ts')

async function invite(page: Page, { name, email, role }: { name: string; email: string; role: string }): Promise<void> {
  await page.getByRole('button', { name: 'Invite a person' }).click()
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(email)
  await page.getByLabel('Role').selectOption({ label: role })
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
}

async function join(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Password', { exact: true }).fill(PHRASE)
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(page).not.toHaveURL(/invitation/)
}

const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

async function choose(page: Page, name: string, what: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${name}` }).click()
  await page.getByRole('menu').getByText(what, { exact: true }).click()
}

test('an admin invites a person by a link, gives them another role, lets them go and thinks better of it', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  await signIn(page, 'admin@demo-north.example')
  await page.goto(`${address()}/settings/people`)
  await page.getByRole('button', { name: 'Invite a person' }).click()
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Enter the name of the person')
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await invite(page, { name: 'Wren Saltersford', email: 'wren@people.example', role: 'Adviser' })
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  await page.keyboard.press('Escape')
  await expect(rowOf(page, 'Wren Saltersford')).toContainText('Invited until')

  const wren = await (await browser.newContext()).newPage()
  await join(wren, link)
  await page.reload()
  await expect(rowOf(page, 'Wren Saltersford')).toContainText('Can sign in')

  await choose(page, 'Wren Saltersford', 'Manager')
  await expect(page.getByText('Wren Saltersford: manager')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rowOf(page, 'Wren Saltersford')).toContainText('Adviser')

  await choose(page, 'Wren Saltersford', 'Let go')
  await page.getByRole('button', { name: 'Let go' }).click()
  await expect(rowOf(page, 'Wren Saltersford')).toContainText('Left')
  await wren.goto(`${address()}/caseload`)
  await expect(wren).toHaveURL(/sign-in/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rowOf(page, 'Wren Saltersford')).toContainText('Can sign in')
  await expectAccessible(page)
  await wren.context().close()
})

test('a manager sees who works here, and invites nobody but an auditor', async ({ manager: page }) => {
  await page.goto(`${address()}/settings/people`)

  await expect(page.getByRole('table')).toContainText('adviser@demo.example')
  await expect(page.getByRole('button', { name: /^(Invite|More for)/ })).toHaveText(['Invite an auditor'])
  await expect(page.getByRole('link', { name: 'Outgoing mail' })).toHaveCount(0)
})

test('a person who is invited by mail reads it, joins and is in; a mail that was refused can be sent again', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const unknown = ['gone@people.example']
  const mail = await openMailServer({ unknown })
  const hubline = await startHubline({ HUBLINE_DEMO: 'no', SMTP_URL: mail.url })
  const context = await browser.newContext()
  try {
    const hub = (...words: string[]) =>
      execFileSync('node', [CLI, ...words], {
        encoding: 'utf8',
        env: { ...process.env, DATABASE_URL: '', HUBLINE_DATA: hubline.data, PUBLIC_URL: hubline.address },
      })
    hub('new', 'mere', '--name', 'Mere Growth Hub')
    const first = hub('user', 'add', 'ada@people.example', '--hub', 'mere', '--role', 'admin', '--name', 'Ada Marsh')
    const admin = await context.newPage()
    await join(admin, first.trim())

    await admin.goto(`${hubline.address}/settings/people`)
    await invite(admin, { name: 'Sam Reed', email: 'sam@people.example', role: 'Skills broker' })
    await expect(admin.getByText('The invitation goes to sam@people.example by mail')).toBeVisible()
    await expect.poll(() => mail.raw.length).toBe(1)
    const [letter] = await mail.letters()
    expect(letter).toMatchObject({ subject: 'Invitation to Mere Growth Hub', from: { name: 'Mere Growth Hub' } })
    const sam = await (await browser.newContext()).newPage()
    await join(sam, /http\S+/.exec(letter?.text ?? '')?.[0] ?? '')
    await expect(sam.getByRole('heading', { level: 1 })).toContainText('caseload')
    await sam.context().close()

    await invite(admin, { name: 'Gone Person', email: 'gone@people.example', role: 'Adviser' })
    await admin.goto(`${hubline.address}/settings/outbox`)
    await expect(rowOf(admin, 'Gone Person')).toContainText('The mail server refused it: 550')
    await admin.getByRole('link', { name: 'Gone Person' }).click()
    await expect(admin.getByRole('dialog')).toContainText('You are invited to work in Mere Growth Hub')
    await expect(admin.getByRole('dialog')).not.toContainText('/invitation/')
    await expectAccessible(admin)
    unknown.length = 0
    await admin.getByRole('button', { name: 'Send again' }).click()
    await expect(rowOf(admin, 'Gone Person')).toContainText('Sent')
    expect(mail.raw).toHaveLength(2)
    await admin.setViewportSize({ width: 320, height: 640 })
    await expectNoSidewaysScroll(admin)
  } finally {
    await context.close()
    await hubline.stop()
    await mail.leave()
  }
})
