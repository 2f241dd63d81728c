import { expect, test } from 'vitest'
import { calendarOf } from '../../given/calendar-program.ts'
import { aPlace, anEvent, move, pageOf, sent } from '../../given/events.ts'
import { type Made, type TestHub, aHub } from '../../given/hub.ts'
import { aWorker, doWhatIsDue } from '../../given/jobs.ts'
import { aMailServer } from '../../given/mail-server.ts'

const NADIA = 'nadia@amberwood.example'
const SAM = 'sam@kiln.example'

const aGuest = (hub: TestHub, email: string) => hub.aPerson({ email, family_name: email.replace(/@.*/, '') })

async function change(hub: TestHub, event: Made, facts: object): Promise<void> {
  const { version } = (await pageOf(hub, event)).event
  await hub.as('adviser').events.change({ ...sent(), id: event.id, version, ...facts })
}

/** An event in the years to come, as its guests' calendars show it. */
async function aScene(facts: object = {}) {
  const hub = await aHub()
  const mail = await aMailServer()
  const worker = aWorker(hub, { mail })
  const event = await anEvent(hub, { held_on: '2099-05-12', ...facts })
  const seen = async (address: string) => {
    await doWhatIsDue(hub, worker)
    return (await calendarOf(mail, address)).map(({ starts, status }) => [starts, status])
  }
  return { hub, mail, event, seen }
}

test('a place is one entry in its guest’s calendar, that moves with the event and goes with it', async () => {
  const { hub, event, seen } = await aScene()
  await aPlace(hub, event, await aGuest(hub, NADIA))
  expect(await seen(NADIA)).toEqual([['2099-05-12T08:30:00.000Z', 'CONFIRMED']])

  await change(hub, event, { held_on: '2099-05-14', starts_at: '14:00', ends_at: '17:00' })
  expect(await seen(NADIA)).toEqual([['2099-05-14T13:00:00.000Z', 'CONFIRMED']])

  await move(hub, event, 'cancel')
  expect(await seen(NADIA)).toEqual([['2099-05-14T13:00:00.000Z', 'CANCELLED']])
})

test('a place that is given up leaves the calendar, and comes back as the same entry when it is taken again', async () => {
  const { hub, event, seen } = await aScene()
  const { id: attendance_id } = await aPlace(hub, event, await aGuest(hub, NADIA))
  await hub.as('adviser').events.cancelPlace({ ...sent(), attendance_id })
  expect(await seen(NADIA)).toEqual([['2099-05-12T08:30:00.000Z', 'CANCELLED']])

  await hub.as('adviser').events.takePlaceAgain({ ...sent(), attendance_id })

  expect(await seen(NADIA)).toEqual([['2099-05-12T08:30:00.000Z', 'CONFIRMED']])
})

test('whoever waits has no entry, whatever becomes of the event, until a place is theirs', async () => {
  const { hub, event, seen } = await aScene({ capacity: 1 })
  const { id: attendance_id } = await aPlace(hub, event, await aGuest(hub, NADIA))
  await aPlace(hub, event, await aGuest(hub, SAM))
  await change(hub, event, { place: 'Mill, Leek' })
  expect(await seen(SAM)).toEqual([])

  await hub.as('adviser').events.cancelPlace({ ...sent(), attendance_id })

  expect(await seen(SAM)).toEqual([['2099-05-12T08:30:00.000Z', 'CONFIRMED']])
  expect(await seen(NADIA)).toEqual([['2099-05-12T08:30:00.000Z', 'CANCELLED']])
})

test('whoever waited and stops waiting gets no withdrawal of what they never had', async () => {
  const { hub, event, mail, seen } = await aScene({ capacity: 1 })
  await aPlace(hub, event, await aGuest(hub, NADIA))
  const { id: attendance_id } = await aPlace(hub, event, await aGuest(hub, SAM))
  await hub.as('adviser').events.cancelPlace({ ...sent(), attendance_id })

  expect(await seen(SAM)).toEqual([])
  expect((await mail.letters()).at(-1)?.subject).toBe('Your place is cancelled: Getting ready to export')
})
