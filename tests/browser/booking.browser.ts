import { randomUUID } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { callsOf, today } from './events-here.ts'
import { address, expect, expectAccessible, expectNoSidewaysScroll, signIn, test as base } from './signed-in.ts'

/** A skills broker at their desk. */
const test = base.extend<{ broker: Page }>({
  broker: async ({ page }, use) => {
    await signIn(page, 'broker@demo.example')
    await use(page)
  },
})

type Named = { id: string; reference: string; name: string }

/** A business that nobody has offered anything yet. */
async function aBusiness(page: Page): Promise<Named> {
  const id = randomUUID()
  const name = `Saltglaze Booking Works ${id.slice(0, 8)} Ltd`
  const made = await callsOf(page).write<{ reference: string }>('businesses.register', {
    id,
    name,
    legal_form: 'limited_company',
  })
  return { id, name, reference: made.reference }
}

/** What a hand does: presses and clicks are counted, and a text that is typed is one of them. */
function aHandAt(page: Page) {
  const begun = Date.now()
  let count = 0
  const does = async (deed: Promise<unknown>) => {
    count += 1
    await deed
  }
  return {
    press: (key: string) => does(page.keyboard.press(key)),
    click: (what: Locator) => does(what.click()),
    type: (text: string) => does(page.keyboard.type(text)),
    done: () => ({ count, seconds: (Date.now() - begun) / 1000 }),
  }
}

const free = (page: Page) => page.locator('.free-slot')
const entryOf = (page: Page, { name }: Named) => page.getByRole('button', { name })
const title = (page: Page) => page.getByRole('heading', { level: 1 })
const bookButton = (page: Page) => page.getByRole('button', { name: /^Book \w{3} \d/ })

test('a broker books from the business with three presses, moves it by drag and by key, and takes it back', async ({
  broker: page,
}) => {
  const business = await aBusiness(page)
  await page.goto(`${address()}/b/${business.reference}`)
  await expect(title(page)).toHaveText(business.name)
  // Its key works once it is there, which on a first visit is later than the name.
  await expect(page.getByRole('link', { name: 'Book review' })).toBeVisible()
  const booking = aHandAt(page)
  await booking.press('b')
  await booking.click(free(page).first())
  await booking.click(bookButton(page))
  const entry = entryOf(page, business)
  await expect(entry).toBeVisible()
  expect(booking.done().count).toBe(3)
  expect(booking.done().seconds).toBeLessThan(45)
  await expectAccessible(page)

  const before = await entry.textContent()
  const box = await entry.boundingBox()
  if (!box) throw new Error('The review is not drawn')
  await page.mouse.move(box.x + 20, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(box.x + 24, box.y + 34, { steps: 3 })
  await page.mouse.up()
  await expect(page.getByText(/moved to/)).toBeVisible()
  await expect(entry).not.toHaveText(before ?? '')
  const dragged = (await entry.textContent()) ?? ''

  await entry.focus()
  const moving = aHandAt(page)
  await moving.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Reschedule' })).toBeFocused()
  await moving.press('h')
  await expect(page.getByRole('menuitem', { name: 'Half an hour earlier' })).toBeFocused()
  await moving.press('Enter')
  await expect(entry).not.toHaveText(dragged)
  expect(moving.done().count).toBe(3)

  await entry.click()
  await page.getByRole('menuitem', { name: 'Cancel the review' }).click()
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the review' }).click()
  await expect(page.getByText(/cancelled\./)).toBeVisible()
  await expect(entry).toHaveCount(0)
})

test('a time that was taken a moment ago is refused, and one press takes the nearest that is free', async ({
  broker: page,
}) => {
  const { read, write } = callsOf(page)
  const [first, second] = [await aBusiness(page), await aBusiness(page)]
  await page.goto(`${address()}/calendar`)
  const booking = aHandAt(page)
  await booking.click(free(page).last())
  await expect(page.getByRole('combobox', { name: 'Business', exact: true })).toBeFocused()
  await booking.type(second.name)
  await booking.press('Enter')
  await expect(title(page)).toHaveText('Book a skills review')
  const slot_start = await page.locator('.free-slot[aria-pressed=true]').getAttribute('data-slot')
  const { adviser_id } = await read<{ adviser_id: string }>('staff.me', {})
  await write('calendar.book', {
    id: randomUUID(),
    business_id: first.id,
    broker_id: adviser_id,
    slot_start,
    minutes: 90,
    place: 'their_site',
  })

  await booking.click(bookButton(page))
  await expect(page.getByText('There is a problem')).toBeVisible()
  const nearest = page.getByRole('group', { name: 'Nearest free times' }).getByRole('button')
  await expect(nearest).toHaveCount(3)
  await expectAccessible(page)
  await booking.click(nearest.first())
  await booking.click(bookButton(page))

  await expect(entryOf(page, second)).toBeVisible()
  expect(booking.done().count).toBe(6)
})

test('nobody came: one press says so, and three give them another time', async ({ broker: page }) => {
  const { read } = callsOf(page)
  const { adviser_id } = await read<{ adviser_id: string }>('staff.me', {})
  const over = await read<{ rows: { business: Named; slot_start: string }[] }>('skillsReviews.list', {
    at: 'to_mark',
    broker: adviser_id,
  })
  const [missed] = over.rows
  if (!missed) throw new Error('The demonstration has no review that is over and not marked')
  await page.goto(`${address()}/calendar?day=${missed.slot_start.slice(0, 10)}&view=list`)
  const entry = entryOf(page, missed.business)
  const hand = aHandAt(page)
  await hand.click(entry)
  await hand.click(page.getByRole('menuitem', { name: 'No-show' }))
  await hand.click(page.getByRole('button', { name: 'Book again' }))
  await expect(title(page)).toHaveText('Book a skills review')
  await page.goto(`${page.url()}&day=${today()}`)
  await page.getByRole('button', { name: 'The week after' }).click()
  await hand.click(free(page).last())
  await hand.click(bookButton(page))

  await expect(page.getByText(/: booked/)).toBeVisible()
  expect(hand.done().count).toBe(5)
  expect(hand.done().seconds).toBeLessThan(45)
})

test('a client books by the keyboard alone in under a minute, moves it, and gives it up, at 320 pixels', async ({
  broker: page,
  browser,
}) => {
  const { write } = callsOf(page)
  const business = await aBusiness(page)
  const id = randomUUID()
  const offer = { offered_on: today(), offer_channel: 'telephone', answer: 'accepted' }
  await write('skillsReviews.offer', { id, business_id: business.id, ...offer })
  const { link } = await write<{ link: string }>('calendar.sendTimes', { id, version: 1, place: 'video' })

  const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
  const client = await context.newPage()
  await client.goto(address() + new URL(link).pathname)
  await expect(title(client)).toHaveText('Choose a time for your skills review')
  await expectAccessible(client)
  await expectNoSidewaysScroll(client)
  await expect(client.locator('body')).not.toContainText('Saltglaze')
  const hand = aHandAt(client)
  await hand.press('Tab')
  await hand.press('Space')
  await expect(client.getByText(/is kept for you for 10 minutes/)).toBeVisible()
  const name = client.getByLabel('Your name')
  while (!(await name.evaluate((box) => box === document.activeElement))) await hand.press('Tab')
  await hand.type('Nadia Patel')
  await hand.press('Tab')
  await hand.type('nadia@saltglaze.example')
  await hand.press('Enter')
  await expect(title(client)).toHaveText('Your skills review is booked')
  expect(hand.done().seconds).toBeLessThan(60)
  expect(hand.done().count).toBeLessThan(12)
  await expectAccessible(client)

  await client.getByRole('button', { name: 'Choose another time' }).press('Enter')
  await client.getByRole('radio').last().press('Space')
  await expect(client.getByText(/is kept for you for 10 minutes/)).toBeVisible()
  await client.getByLabel('E-mail address').fill('nadia@saltglaze.example')
  await client.getByRole('button', { name: /^Book \w{3}/ }).press('Enter')
  await expect(title(client)).toHaveText('Your skills review is booked')
  await client.getByRole('button', { name: 'Cancel the review' }).press('Enter')
  await expectAccessible(client)
  await client.getByRole('button', { name: 'Yes, cancel it' }).press('Enter')
  await expect(client.getByText(/Your time was given up/)).toBeVisible()
  await expectNoSidewaysScroll(client)
  await context.close()
})

test('a business books on a broker’s own page by the keyboard, and the broker says whose booking it is', async ({
  broker: page,
  browser,
}) => {
  const business = await aBusiness(page)
  await page.goto(`${address()}/settings/diary`)
  await page.getByRole('button', { name: 'Open my booking page' }).click()
  const link = page.getByRole('link', { name: /\/book\// })
  await expect(link).toBeVisible()
  const href = (await link.getAttribute('href')) ?? ''

  const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
  const visitor = await context.newPage()
  await visitor.goto(address() + new URL(href).pathname)
  await expect(title(visitor)).toHaveText('Book a skills review')
  const hand = aHandAt(visitor)
  await visitor.getByRole('radio', { name: /^Video/ }).focus()
  await hand.press('Space')
  await visitor.locator('input[name=slot_start]').first().focus()
  await hand.press('Space')
  await expect(visitor.getByText(/is kept for you for 10 minutes/)).toBeVisible()
  await visitor.getByLabel('First name').focus()
  for (const text of ['Ottilie', 'Brackwater', 'Brackwater Looms', 'ottilie@brackwater.example', '']) {
    await hand.type(text)
    await hand.press('Tab')
  }
  await hand.press('Space')
  await hand.press('Enter')
  await expect(title(visitor)).toHaveText('Your skills review is booked')
  expect(hand.done().seconds).toBeLessThan(60)
  await expectAccessible(visitor)
  await expectNoSidewaysScroll(visitor)
  await context.close()

  await page.goto(`${address()}/calendar/to-match`)
  const card = page.getByRole('article', { name: 'Ottilie Brackwater' }).first()
  await card.getByRole('radio', { name: 'Nobody on record: add them' }).check()
  await card.getByRole('combobox', { name: 'Another business on record' }).fill(business.reference)
  await card.getByRole('combobox', { name: 'Another business on record' }).press('Enter')
  await expect(card.getByRole('combobox', { name: 'Another business on record' })).toHaveValue(business.name)
  await card.getByRole('button', { name: 'Save Ottilie Brackwater' }).click()
  await expect(page.getByText('Matched Ottilie Brackwater: the review is booked')).toBeVisible()
  await page.goto(`${address()}/b/${business.reference}`)
  await expect(page.locator('main')).toContainText(/booked/i)
})
