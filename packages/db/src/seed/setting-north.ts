import { STAFFORDSHIRE } from './setting-staffordshire.ts'
import type { District, Setting, StaffMember } from './settings.ts'

const DISTRICTS: readonly District[] = [
  {
    code: 'E06000047',
    weight: 5,
    towns: [
      ['Durham', 'DH1'],
      ['Bishop Auckland', 'DL14'],
      ['Peterlee', 'SR8'],
    ],
  },
  {
    code: 'E06000005',
    weight: 3,
    towns: [
      ['Darlington', 'DL1'],
      ['Darlington', 'DL3'],
    ],
  },
  {
    code: 'E08000024',
    weight: 4,
    towns: [
      ['Sunderland', 'SR1'],
      ['Washington', 'NE38'],
    ],
  },
]

const STAFF: readonly StaffMember[] = [
  { email: 'adviser@demo-north.example', name: 'Callum Robson', role: 'adviser' },
  { email: 'broker@demo-north.example', name: 'Yasmin Rafiq', role: 'skills_broker' },
  { email: 'manager@demo-north.example', name: 'Ruth Pattinson', role: 'manager' },
  { email: 'admin@demo-north.example', name: 'Owen Charlton', role: 'admin' },
]

const small = (year: string, supported: number, sitrep: number) => ({
  year,
  supported,
  returning: 0.5,
  helped_to_start: 6,
  started: 2,
  reviews_offered: 9,
  upskilled: 14,
  sitrep: { named: sitrep, anonymous: sitrep === 0 ? 0 : 2 },
  job_hours: 175,
  safeguarded_posts: 2,
  private_pence: 21_450_000,
  events: 2,
  grants: 3,
})

/** A second, small hub, so that a visitor can see that one hub sees nothing of another. */
export const NORTH: Setting = {
  ...STAFFORDSHIRE,
  slug: 'demo-north',
  seed: 57,
  name: 'Northern demonstration hub (synthetic)',
  area_codes: DISTRICTS.map(({ code }) => code).toSorted(),
  districts: DISTRICTS,
  outside: [{ code: 'E06000002', weight: 1, towns: [['Middlesbrough', 'TS1']] }],
  staff: STAFF,
  partners: STAFFORDSHIRE.partners.map((partner) => ({
    ...partner,
    name: partner.name.replace(
      /^(Potteries & Moorlands|Trentside|Blithe Valley|Six Towns|Tame Valley|Midland|Kilnwood)/,
      'Northern',
    ),
  })),
  years: [
    small('2019-20', 22, 0),
    small('2020-21', 26, 0),
    small('2021-22', 31, 12),
    { ...small('2026-27', 16, 0), returning: 0.7 },
  ],
  open_cases: { 'adviser@demo-north.example': 7, 'broker@demo-north.example': 3 },
  capital: false,
  skills_for_growth: [6, 5],
}
