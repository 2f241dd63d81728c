import { once } from 'node:events'
import { type Socket, connect } from 'node:net'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { anEvent } from '../given/events.ts'
import { type TestHub, aHub } from '../given/hub.ts'
import { noted } from '../given/noted.ts'
import { aServer, call } from './listening.ts'

/** Readers who hold up nobody but themselves. The list of guests is of some 10 MB, more than the machine keeps on the way. */
const GUESTS = 800
const NEEDS = 12_000
const SIZE = GUESTS * NEEDS

async function make() {
  const hub = await aHub()
  const event = await anEvent(hub)
  await hub.inside((tx) =>
    sql`with places as (insert into app.attendance (hub_id, reference, event_id, status)
        select ${hub.hub_id}, 'AT-' || n, ${event.id}, 'booked' from generate_series(1, ${GUESTS}::integer) n returning hub_id, id, reference)
      insert into app.registration (hub_id, reference, event_id, attendance_id, given_name, family_name, access_needs)
      select hub_id, 'RG-' || reference, ${event.id}, id, 'Guest', reference, repeat('n', ${NEEDS}::integer) from places`.execute(
      tx,
    ),
  )
  return { hub, path: `/events/${encodeURIComponent(event.reference)}/guests.csv?why=The+board` }
}

let made_once: ReturnType<typeof make> | undefined
const aLongList = () => (made_once ??= make())

type Asked = { url: string; path: string; token: string }

/** Somebody who asks for a file over a connection of their own. */
function asking({ url, path, token }: Asked): Socket {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port) })
  onTestFinished(() => void socket.destroy())
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nCookie: hubline=${token}\r\n\r\n`)
  return socket
}

/** Somebody who takes what comes first, and then nothing more. */
async function slowReader(asked: Asked): Promise<Socket> {
  const socket = asking(asked)
  await once(socket, 'data')
  socket.pause()
  return socket
}

const download = ({ url, path, token }: Asked) => fetch(url + path, { headers: { cookie: `hubline=${token}` } })
const boardOf = (url: string, token: string) =>
  call(url, `indicators.board?input=${encodeURIComponent(JSON.stringify({ year: '2021-22' }))}`, {
    cookie: token,
    method: 'GET',
  })
const taken = async (hub: TestHub) => (await noted(hub)).filter((what) => what === 'guests.downloaded').length

test('eight people who take a long list slowly hold no connection: it is made, and the board answers', async () => {
  const { hub, path } = await aLongList()
  const { url } = await aServer(hub.database)
  const token = hub.tokens.adviser
  const readers = await Promise.all(Array.from({ length: 8 }, () => slowReader({ url, path, token })))

  // The transaction of each has ended, and none of them has taken the file.
  await expect.poll(() => taken(hub), { timeout: 5000 }).toBe(8)
  for (const { bytesRead } of readers) expect(bytesRead).toBeLessThan(SIZE / 2)
  expect((await boardOf(url, hub.tokens.manager)).status).toBe(200)

  // A ninth is too much for one person, not for another of the hub.
  const ninth = await download({ url, path, token })
  expect([ninth.status, await ninth.json()]).toMatchObject([
    429,
    { error: { message: '8 files are on their way to you already: wait until one of them has come' } },
  ])
  expect((await (await download({ url, path, token: hub.tokens.manager })).text()).length).toBeGreaterThan(SIZE)

  // Whoever goes on gets the whole file, and whoever goes away makes room.
  const [patient, ...others] = readers as [Socket, ...Socket[]]
  for (const other of others) other.destroy()
  let end = ''
  patient.on('data', (piece) => (end = (end + piece.toString('latin1')).slice(-7)))
  patient.resume()
  await expect.poll(() => end, { timeout: 5000 }).toMatch(/\r\n0\r\n\r\n$/)
  expect(patient.bytesRead).toBeGreaterThan(SIZE)
  await expect.poll(async () => (await download({ url, path, token })).status).toBe(200)
})

test('a reader who takes nothing for too long is let go', async () => {
  const { hub, path } = await aLongList()
  const { url, log } = await aServer(hub.database, { patience_ms: 250 })
  const reader = await slowReader({ url, path, token: hub.tokens.adviser })

  await expect.poll(() => log.some((line) => line.includes('"GET"')), { timeout: 5000 }).toBe(true)
  reader.on('error', () => undefined)
  const gone = once(reader, 'close')
  reader.resume()
  await gone
  expect(reader.bytesRead).toBeLessThan(SIZE)
})

test('for whoever asks for a long list again and again and goes away nothing is made, and nobody waits behind them', async () => {
  const { hub, path } = await aLongList()
  const { url, log } = await aServer(hub.database)
  const { owner } = hub.database
  const before = await taken(hub)
  const holder = await owner.connect()
  onTestFinished(() => holder.release(true))
  await holder.query('begin; lock table app.registration in access exclusive mode')
  const held = async () => (await owner.query('select from pg_locks where not granted')).rowCount

  const readers = Array.from({ length: 6 }, () => asking({ url, path, token: hub.tokens.adviser }))
  // Two are made for one person at once.
  await expect.poll(held, { timeout: 5000 }).toBe(2)
  const theirs = download({ url, path, token: hub.tokens.manager })
  await expect.poll(held, { timeout: 5000 }).toBe(3)
  for (const reader of readers) reader.destroy()
  const over = () => log.filter((line) => line.includes('"GET"')).length
  await expect.poll(over, { timeout: 5000 }).toBe(6)
  await holder.query('rollback')

  const mine = download({ url, path, token: hub.tokens.adviser })
  for (const whole of [theirs, mine]) expect((await (await whole).text()).length).toBeGreaterThan(SIZE)
  expect(await taken(hub)).toBe(before + 2)
  expect(log.filter((line) => line.includes('fault'))).toEqual([])
})
