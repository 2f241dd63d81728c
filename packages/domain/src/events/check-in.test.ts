import { expect, test } from 'vitest'
import { markedAs, saidAt } from './check-in.ts'

const at = (clock: string) => new Date(`2026-12-03T${clock}:00Z`)
const place = (facts: Partial<Parameters<typeof markedAs>[0]> = {}) => ({
  status: 'booked' as const,
  status_before: null,
  marked_at: null,
  ...facts,
})

test('a tick says that somebody came, and remembers what their place was', () => {
  expect(markedAs(place(), { came: true, at: at('10:00') }, 'published')).toEqual({
    status: 'attended',
    status_before: 'booked',
  })
  expect(markedAs(place({ status: 'waitlist' }), { came: true, at: at('10:00') }, 'published')).toEqual({
    status: 'attended',
    status_before: 'waitlist',
  })
})

test.each([
  ['booked', 'published', 'booked'],
  ['waitlist', 'published', 'waitlist'],
  ['cancelled', 'published', 'cancelled'],
  [null, 'published', 'booked'],
  ['booked', 'delivered', 'no_show'],
  ['waitlist', 'delivered', 'waitlist'],
] as const)('a tick taken back of one who was %s at a %s event makes it %s again', (status_before, event, back) => {
  const marked = place({ status: 'attended', status_before, marked_at: at('10:00') })

  expect(markedAs(marked, { came: false, at: at('10:01') }, event)).toEqual({ status: back, status_before: null })
})

test('somebody who was set down as absent came after all', () => {
  expect(markedAs(place({ status: 'no_show' }), { came: true, at: at('10:00') }, 'delivered')).toEqual({
    status: 'attended',
    status_before: 'booked',
  })
})

test('a word that was said earlier and comes later is passed over', () => {
  const marked = place({ status: 'attended', status_before: 'booked', marked_at: at('10:05') })

  expect(markedAs(marked, { came: false, at: at('10:00') }, 'published')).toBeUndefined()
  expect(markedAs(marked, { came: false, at: at('10:05') }, 'published')).toBeUndefined()
})

test('two devices come to the same list, in whichever order their words arrive', () => {
  const words = [
    { came: true, at: at('10:00') },
    { came: false, at: at('10:02') },
    { came: true, at: at('10:03') },
    { came: false, at: at('10:01') },
    { came: false, at: at('10:03') },
  ]
  const orders = words.flatMap((_, from) => [
    [...words.slice(from), ...words.slice(0, from)],
    [...words.slice(from), ...words.slice(0, from)].toReversed(),
  ])

  for (const order of orders) {
    const end = order.reduce(
      (now, word) => {
        const marked = markedAs(now, word, 'published')
        return marked ? { ...now, ...marked, marked_at: word.at } : now
      },
      place() as Parameters<typeof markedAs>[0],
    )
    expect(end.status).toBe('attended')
  }
})

test('a device whose clock is fast speaks now, not in the future', () => {
  expect(saidAt('2026-12-03T11:00:00Z', at('10:00'))).toEqual(at('10:00'))
  expect(saidAt('2026-12-03T09:00:00Z', at('10:00'))).toEqual(at('09:00'))
})
