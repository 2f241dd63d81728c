import path from 'node:path'
import { exportBundle } from '@hubline/api/imports/export-bundle.ts'
import { expect, test } from 'vitest'
import { type TestHub, aHub } from '../../given/hub.ts'
import { GOOD, SAMPLES, aBundle, aFolder, filesIn, importInto } from './folder.ts'

async function bundleOf(hub: TestHub): Promise<{ folder: string; files: Record<string, string> }> {
  const folder = await aFolder()
  await exportBundle({ pool: hub.database.pool, hub_id: hub.hub_id, folder })
  return { folder, files: await filesIn(folder) }
}

/** After everything in the samples. */
const LATER = new Date('2023-06-01T12:00:00Z')

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0)

test.each(['bundle-a', 'bundle-real-awards'])(
  '%s goes in, changes nothing the second time, and comes out the same from the next hub',
  async (name) => {
    const [one, two] = [await aHub(), await aHub()]

    const first = await importInto(one, path.join(SAMPLES, name), { now: LATER })
    const again = await importInto(one, path.join(SAMPLES, name), { now: LATER })

    expect(first).toMatchObject({ accepted: true, problems: 0, rejected: [] })
    expect(sum(first.created) + sum(first.updated)).toBe(sum(first.read))
    expect([sum(again.created), sum(again.updated), sum(again.unchanged)]).toEqual([0, 0, sum(first.read)])
    const out = await bundleOf(one)
    expect((await importInto(two, out.folder, { now: LATER })).rejected).toEqual([])
    // The two test hubs have advisers of their own, which travel along.
    await expect(bundleOf(two).then(({ files }) => withoutAdvisers(files))).resolves.toEqual(withoutAdvisers(out.files))
  },
)

const withoutAdvisers = (files: Record<string, string>) => ({ ...files, 'advisers.csv': '' })

test('the same bundle twice leaves every version where it was', async () => {
  const hub = await aHub()
  const folder = await aBundle(GOOD)
  await importInto(hub, folder)
  const versions = () =>
    hub.database.owner.query('select count(*)::int as n from app.history where hub_id = $1', [hub.hub_id])
  const before = (await versions()).rows

  await importInto(hub, folder)

  expect((await versions()).rows).toEqual(before)
})

test('numbers, money, instants and text that looks like a formula come back as they were', async () => {
  const hub = await aHub()
  const folder = await aBundle({
    ...GOOD,
    'interactions.csv': [
      'reference,business_reference,kind,channel,occurred_on,minutes,start_up_support,subject,notes',
      'I-1,B-1,advice_session,video,2021-06-01,60,yes,=SUM(A1),"said ""yes"", then\nleft\\t, café 🙂"',
    ],
    'skills_reviews.csv': [
      'reference,business_reference,broker_email,status,offered_on,slot_start,slot_end',
      'S-1,B-1,bo@hub.example,booked,2021-06-01,2021-07-01T09:00Z,2021-07-01T10:30:00.5Z',
      'S-2,B-1,bo@hub.example,booked,2021-06-01,2021-12-01T09:00:00-02:00,2021-12-01T12:00:00+00:00',
    ],
  })

  await importInto(hub, folder)
  const { files } = await bundleOf(hub)

  expect(files['interactions.csv']).toContain('=SUM(A1),"said ""yes"", then\nleft\\t, café 🙂"')
  expect(files['skills_reviews.csv']).toContain('2021-07-01T10:00:00+01:00,2021-07-01T11:30:00.500000+01:00')
  expect(files['skills_reviews.csv']).toContain('2021-12-01T11:00:00+00:00,2021-12-01T12:00:00+00:00')
  expect(files['outcomes.csv']).toContain(',37.50,')
  expect(files['grants.csv']).toContain(',1000.50,')
  expect(files['targets.csv']).toContain('lep.jobs_created,2021-22,12.50')
})

test('a bundle is not written into a folder that holds something', async () => {
  const hub = await aHub()
  const folder = await aBundle({ 'people.csv': ['reference'] })

  await expect(exportBundle({ pool: hub.database.pool, hub_id: hub.hub_id, folder })).rejects.toThrow(/is not empty/)
  expect(await filesIn(folder)).toEqual({ 'people.csv': 'reference\n' })
})

test('voided records stay behind, and so does what cannot be without them', async () => {
  const hub = await aHub()
  await importInto(hub, await aBundle(GOOD))
  await hub.inside((tx) =>
    tx
      .updateTable('business')
      .set({ voided_at: new Date('2022-01-01'), void_reason: 'Entered twice' })
      .where('reference', '=', 'B-1')
      .execute(),
  )
  const folder = await aFolder()

  const { left_out } = await exportBundle({ pool: hub.database.pool, hub_id: hub.hub_id, folder })

  expect(left_out).toMatchObject({ 'interactions.csv': 1, 'grants.csv': 1, 'business_roles.csv': 2, 'people.csv': 0 })
  expect((await importInto(await aHub(), folder)).rejected).toEqual([])
})
