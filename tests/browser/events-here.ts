import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { address } from './signed-in.ts'

/** Calls of a signed-in page, to set a scene that would take long by hand. */
export function callsOf(page: Page) {
  const headers = { 'x-hubline': '1', 'content-type': 'application/json', origin: address() }
  const read = async <T>(path: string, input: object): Promise<T> => {
    const answer = await page.request.get(
      `${address()}/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`,
      { headers },
    )
    return ((await answer.json()) as { result: { data: T } }).result.data
  }
  const write = async <T>(path: string, input: object): Promise<T> => {
    const answer = await page.request.post(`${address()}/trpc/${path}`, {
      headers,
      data: { request_id: randomUUID(), ...input },
    })
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
    return ((await answer.json()) as { result: { data: T } }).result.data
  }
  return { read, write }
}

export const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date())

/** The year that today lies in, as `2026-27`. */
export function thisYear(): string {
  const [year = 0, month = 0] = today().split('-').map(Number)
  const from = month >= 4 ? year : year - 1
  return `${from}-${String((from + 1) % 100).padStart(2, '0')}`
}

type Named = { id: string; reference: string; name: string }
type HereGuest = { name: string; business: Named; person_id: string }

/** Businesses of the demonstration that have come to no event this year, each with its main contact. */
async function fresh({ read }: ReturnType<typeof callsOf>, many: number): Promise<HereGuest[]> {
  const counted = new Set<string>()
  let after: object | null = null
  do {
    const page: { rows: Named[]; next: object | null } = await read('indicators.units', {
      key: 'local.event_businesses',
      year: thisYear(),
      ...(after ? { after } : {}),
    })
    for (const { id } of page.rows) counted.add(id)
    after = page.next
  } while (after)
  const guests: HereGuest[] = []
  let next: string | null = null
  do {
    const page: { rows: Named[]; next: string | null } = await read('businesses.list', { size: 100, after: next })
    for (const business of page.rows) {
      if (guests.length >= many) return guests
      if (counted.has(business.id)) continue
      const { people } = await read<{ people: { id: string; name: string }[] }>('businesses.page', {
        reference: business.reference,
      })
      if (people[0]) guests.push({ name: people[0].name, business, person_id: people[0].id })
    }
    next = page.next
  } while (next)
  throw new Error(`The demonstration has not ${many} businesses that came to no event`)
}

/** An event of today that is open for booking, with guests from as many businesses that have come to none this year. */
export async function anEventOf(
  page: Page,
  many: number,
  facts: object = {},
): Promise<{ id: string; reference: string; guests: HereGuest[] }> {
  const calls = callsOf(page)
  const event = await calls.write<{ id: string; reference: string }>('events.create', {
    id: randomUUID(),
    title: `Kiln day ${randomUUID().slice(0, 8)}`,
    kind: 'workshop',
    held_on: today(),
    starts_at: '09:30',
    ends_at: '12:00',
    place: 'Town hall, Leek',
    minutes: 150,
    ...facts,
  })
  await calls.write('events.move', { id: event.id, version: 1, move: 'publish' })
  const guests = await fresh(calls, many)
  for (const { person_id, business } of guests)
    await calls.write('events.bookPlace', {
      id: randomUUID(),
      event_id: event.id,
      person_id,
      business_id: business.id,
    })
  return { ...event, guests }
}

/** The value of a figure of this year. */
export async function figureOf(page: Page, key: string): Promise<number> {
  const { figures } = await callsOf(page).read<{ figures: { key: string; value: string }[] }>('indicators.board', {
    year: thisYear(),
  })
  return Number(figures.find((figure) => figure.key === key)?.value)
}
