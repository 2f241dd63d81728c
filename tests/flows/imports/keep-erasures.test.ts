import { randomUUID } from 'node:crypto'
import { showDay, todayInLondon } from '@hubline/domain/day.ts'
import { expect, test } from 'vitest'
import { aHub } from '../../given/hub.ts'
import { theFigures } from '../../given/records.ts'
import { aBundle, importInto } from './folder.ts'

const OLD = {
  'businesses.csv': ['reference,name,legal_form', 'B-1,Smith Pottery,plc'],
  'people.csv': ['reference,given_name,family_name,email,postcode', 'P-1,Zephyrine,Quill,zq@canary.example,ST1 1AA'],
  'business_roles.csv': ['person_reference,business_reference,job_title', 'P-1,B-1,Head thrower'],
  'interactions.csv': [
    'reference,business_reference,person_reference,kind,channel,occurred_on,minutes,subject,notes',
    'I-1,,P-1,advice_session,video,2021-06-01,60,Zephyrine,A melancholy day',
  ],
}

test('a bundle that is older than an erasure brings nobody back, nor what was written of them, and says so', async () => {
  const hub = await aHub()
  await importInto(hub, await aBundle(OLD))
  const { people } = hub.as('manager')
  const { id, version } = (await people.page({ reference: 'P-1' })).person
  await people.erase({ request_id: randomUUID(), id, version, reason: 'asked', typed: 'P-1' })
  const before = await theFigures(hub, '2021-22')

  const later = 'I-2,B-1,P-1,advice_session,video,2021-06-02,30,With Zephyrine,She was tired'
  const told = await importInto(hub, await aBundle({ ...OLD, 'interactions.csv': [...OLD['interactions.csv'], later] }))

  const erased_on = showDay(todayInLondon(new Date()))
  const cell = (file: string, line: number, column: string) => ({ file, line, column, erased_on })
  expect(told).toMatchObject({ accepted: true, rejected: [] })
  expect(told.kept_erasures).toEqual([
    ...['given_name', 'family_name', 'email', 'postcode', 'district_code'].map((column) =>
      cell('people.csv', 2, column),
    ),
    cell('business_roles.csv', 2, 'job_title'),
    cell('interactions.csv', 2, 'subject'),
    cell('interactions.csv', 2, 'notes'),
    cell('interactions.csv', 3, 'subject'),
    cell('interactions.csv', 3, 'notes'),
  ])
  expect([told.updated, told.created['interactions.csv']]).toEqual([
    { 'businesses.csv': 0, 'people.csv': 0, 'business_roles.csv': 0, 'interactions.csv': 0 },
    1,
  ])
  const { rows } = await hub.database.owner.query(
    `select given_name || family_name || coalesce(email, '') as words from app.person where hub_id = $1
     union all select concat(subject, notes) from app.interaction where hub_id = $1
     union all select concat(row ->> 'subject', row ->> 'notes', row ->> 'email') from app.history where hub_id = $1`,
    [hub.hub_id],
  )
  expect(rows.map(({ words }) => words).filter((words) => words !== '')).toEqual(['Erasedperson'])
  expect((await theFigures(hub, '2021-22'))['lep.individuals_helped_to_start']).toBe(
    before['lep.individuals_helped_to_start'],
  )
})
