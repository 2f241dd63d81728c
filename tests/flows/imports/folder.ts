import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type ImportBundle, type ImportResult, importBundle } from '@hubline/api/imports/import-bundle.ts'
import type { BundleProblem } from '@hubline/api/imports/bundle-problem.ts'
import { onTestFinished } from 'vitest'
import { type TestHub, NOON } from '../../given/hub.ts'

export const SAMPLES = path.resolve(import.meta.dirname, '../../samples')

/** An empty folder that is gone when the test ends. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hubline-bundle-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A folder with these files: the text of each, or its lines. */
export async function aBundle(
  files: Readonly<Record<string, string | Uint8Array | readonly string[]>>,
): Promise<string> {
  const folder = await aFolder()
  await mkdir(folder, { recursive: true })
  for (const [name, contents] of Object.entries(files))
    await writeFile(
      path.join(folder, name),
      typeof contents === 'string' || contents instanceof Uint8Array ? contents : `${contents.join('\n')}\n`,
    )
  return folder
}

/** Every file of a folder by name. */
export async function filesIn(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).toSorted()
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')] as const)),
  )
}

export type Told = ImportResult & { rejected: BundleProblem[] }

/** Imports and gives the problems with the counts. */
export async function importInto(
  hub: TestHub,
  source: ImportBundle['source'],
  options: Partial<ImportBundle> = {},
): Promise<Told> {
  const rejected: BundleProblem[] = []
  const result = await importBundle({
    pool: hub.database.pool,
    hub_id: hub.hub_id,
    source,
    now: NOON,
    report: async (_, problems) => {
      for await (const problem of problems) rejected.push(problem)
    },
    ...options,
  })
  return { ...result, rejected }
}

/** A small bundle in which everything is in order. */
export const GOOD: Readonly<Record<string, readonly string[]>> = {
  'organisations.csv': ['reference,name,kind', 'ORG-1,Sow College,college'],
  'advisers.csv': ['email,name,role', 'Ann@hub.example,Ann Lee,adviser', 'bo@hub.example,Bo Ash,skills_broker'],
  'businesses.csv': [
    'reference,name,legal_form,merged_into_reference',
    'B-1,Amber Bakery,limited_company,',
    'B-2,Birch Metals,plc,B-3',
    'B-3,Cedar Foods,cic,',
  ],
  'people.csv': ['reference,given_name,family_name', 'P-1,Nadia,Patel'],
  'business_roles.csv': [
    'person_reference,business_reference,job_title,from,to',
    'P-1,B-1,Owner,2020-01-01,',
    'P-1,B-1,Director,2020-01-01,',
  ],
  'cases.csv': ['reference,business_reference,kind,opened_on,status,closed_on', 'C-1,B-1,growth,2021-05-01,open,'],
  'interactions.csv': [
    'reference,business_reference,person_reference,case_reference,kind,channel,occurred_on,minutes,adviser_email',
    'I-1,B-1,,C-1,advice_session,video,2021-06-01,60,ann@HUB.example',
    'I-2,,P-1,,triage_call,telephone,2021-06-02,15,',
  ],
  'referrals.csv': [
    'reference,business_reference,organisation_reference,category,status,consent_on,made_on,accepted_on',
    'R-1,B-1,ORG-1,export,made,2021-06-01,2021-06-01,',
  ],
  'skills_reviews.csv': [
    'reference,business_reference,broker_email,status,offered_on,slot_start,slot_end,held_on',
    'S-1,B-1,bo@hub.example,booked,2021-06-01,2021-07-01T10:00:00+01:00,2021-07-01T11:00:00+01:00,',
  ],
  'outcomes.csv': [
    'reference,kind,business_reference,state,occurred_on,hours_per_week,amount_gbp,verified_by_email,verified_on',
    'O-1,job_created,B-1,claimed,2021-08-01,37.50,,,',
  ],
  'grants.csv': [
    'reference,business_reference,scheme,regime,amount_gbp,status',
    'GR-1,B-1,Growth grant,mfa,1000.5,offer_accepted',
  ],
  'targets.csv': ['indicator_key,year,value', 'lep.jobs_created,2021-22,12.50'],
}
