import type { District, Partner, Programme, Setting, StaffMember, YearPlan } from './settings.ts'

const DISTRICTS: readonly District[] = [
  { code: 'E06000021', weight: 25, towns: [['Hanley', 'ST1'], ['Burslem', 'ST6'], ['Longton', 'ST3'], ['Stoke-on-Trent', 'ST4'], ['Fenton', 'ST4'], ['Tunstall', 'ST6'], ['Etruria', 'ST1']] },
  { code: 'E07000195', weight: 12, towns: [['Newcastle-under-Lyme', 'ST5'], ['Kidsgrove', 'ST7'], ['Chesterton', 'ST5'], ['Silverdale', 'ST5']] },
  { code: 'E07000197', weight: 14, towns: [['Stafford', 'ST16'], ['Stafford', 'ST17'], ['Stone', 'ST15'], ['Eccleshall', 'ST21'], ['Gnosall', 'ST20']] },
  { code: 'E07000193', weight: 12, towns: [['Burton upon Trent', 'DE14'], ['Burton upon Trent', 'DE13'], ['Uttoxeter', 'ST14'], ['Barton-under-Needwood', 'DE13']] },
  { code: 'E07000192', weight: 9, towns: [['Cannock', 'WS11'], ['Hednesford', 'WS12'], ['Rugeley', 'WS15']] },
  { code: 'E07000194', weight: 9, towns: [['Lichfield', 'WS13'], ['Burntwood', 'WS7'], ['Lichfield', 'WS14']] },
  { code: 'E07000198', weight: 8, towns: [['Leek', 'ST13'], ['Cheadle', 'ST10'], ['Biddulph', 'ST8'], ['Werrington', 'ST9']] },
  { code: 'E07000196', weight: 7, towns: [['Codsall', 'WV8'], ['Wombourne', 'WV5'], ['Penkridge', 'ST19'], ['Cheslyn Hay', 'WS6']] },
  { code: 'E07000199', weight: 4, towns: [['Tamworth', 'B77'], ['Tamworth', 'B79']] },
]

const OUTSIDE: readonly District[] = [
  { code: 'E06000049', weight: 3, towns: [['Alsager', 'ST7'], ['Congleton', 'CW12']] },
  { code: 'E06000051', weight: 2, towns: [['Market Drayton', 'TF9']] },
  { code: 'E07000039', weight: 2, towns: [['Swadlincote', 'DE11']] },
  { code: 'E08000030', weight: 2, towns: [['Walsall', 'WS1'], ['Aldridge', 'WS9']] },
]

/** The first four can sign in. */
const STAFF: readonly StaffMember[] = [
  { email: 'adviser@demo.example', name: 'Hannah Okafor', role: 'adviser' },
  { email: 'broker@demo.example', name: 'Rajesh Mistry', role: 'skills_broker' },
  { email: 'manager@demo.example', name: 'Helen Brindley', role: 'manager' },
  { email: 'admin@demo.example', name: 'Tomasz Wozniak', role: 'admin' },
  { email: 'colin.sherratt@demo.example', name: 'Colin Sherratt', role: 'adviser' },
  { email: 'farah.akhtar@demo.example', name: 'Farah Akhtar', role: 'adviser' },
  { email: 'gareth.machin@demo.example', name: 'Gareth Machin', role: 'adviser' },
  { email: 'niamh.docksey@demo.example', name: 'Niamh Docksey', role: 'adviser' },
  { email: 'sukhdev.johal@demo.example', name: 'Sukhdev Johal', role: 'adviser' },
  { email: 'claire.tunnicliffe@demo.example', name: 'Claire Tunnicliffe', role: 'skills_broker' },
  { email: 'marcus.osei@demo.example', name: 'Marcus Osei', role: 'skills_broker' },
  { email: 'wendy.colclough@demo.example', name: 'Wendy Colclough', role: 'manager' },
  { email: 'ian.fernyhough@demo.example', name: 'Ian Fernyhough', role: 'manager' },
  { email: 'joanna.leese@demo.example', name: 'Joanna Leese', role: 'admin' },
]

const partner = (number: number, name: string, kind: string, themes: string): Partner => ({
  reference: `ORG-${10_000 + number}`, name, kind, email: `referrals${number}@partners.example`, themes: themes.split(' '),
})

const PARTNERS: readonly Partner[] = [
  partner(1, 'Potteries & Moorlands Chamber (demonstration)', 'chamber', 'export people growth'),
  partner(2, 'Trentside University Enterprise Unit (demonstration)', 'university', 'innovation digital'),
  partner(3, 'Blithe Valley College (demonstration)', 'college', 'people'),
  partner(4, 'Midland Growth Finance Fund (demonstration)', 'bank_or_fund', 'finance'),
  partner(5, 'Six Towns Community Loans (demonstration)', 'bank_or_fund', 'finance start_up'),
  partner(6, 'Low Carbon Works Programme (demonstration)', 'university', 'net_zero'),
  partner(7, 'Made Here Supply Network (demonstration)', 'other', 'operations marketing'),
  partner(8, 'Start Right Enterprise Agency (demonstration)', 'charity', 'start_up'),
  partner(9, 'City Property & Planning Desk (demonstration)', 'council', 'premises'),
  partner(10, 'County Council Trading Standards Advice (demonstration)', 'council', 'operations resilience'),
  partner(11, 'Turnaround & Debt Advice Charity (demonstration)', 'charity', 'resilience'),
  partner(12, 'Digital Adoption Service (demonstration)', 'national_agency', 'digital marketing'),
  partner(13, 'Kilnwood Training (demonstration)', 'training_provider', 'people'),
  partner(14, 'Export Advice Service (demonstration)', 'national_agency', 'export'),
  partner(15, 'Tame Valley Training (demonstration)', 'training_provider', 'people'),
]

const PROGRAMMES: readonly Programme[] = [
  { reference: 'PRG-10001', name: 'Growth Hub core offer', funder: 'Central government', starts_on: '2019-04-01', ends_on: '' },
  { reference: 'PRG-10002', name: 'Business Growth Programme', funder: 'ERDF', starts_on: '2019-04-01', ends_on: '2023-06-30' },
  { reference: 'PRG-10003', name: 'Skills Hub', funder: 'ESF', starts_on: '2019-09-01', ends_on: '2023-12-31' },
  { reference: 'PRG-10004', name: 'Enterprise Support & Start-up', funder: 'County and city councils', starts_on: '2019-04-01', ends_on: '' },
  { reference: 'PRG-10005', name: 'Getting Building Fund', funder: 'Central government', starts_on: '2020-08-01', ends_on: '2022-03-31' },
  { reference: 'PRG-10006', name: 'Shared Prosperity business support', funder: 'UKSPF', starts_on: '2022-10-01', ends_on: '' },
]

const year = (name: string, plan: Omit<YearPlan, 'year'>): YearPlan => ({ year: name, ...plan })

const YEARS: readonly YearPlan[] = [
  year('2019-20', { supported: 1842, returning: 0, helped_to_start: 318, started: 92, reviews_offered: 241, upskilled: 1456, sitrep: { named: 0, anonymous: 0 }, job_hours: 6368, safeguarded_posts: 46, private_pence: 2_148_300_000, events: 30, grants: 64 }),
  year('2020-21', { supported: 2417, returning: 0.36, helped_to_start: 391, started: 104, reviews_offered: 412, upskilled: 1738, sitrep: { named: 371, anonymous: 48 }, job_hours: 4941, safeguarded_posts: 214, private_pence: 1_762_500_000, events: 34, grants: 118 }),
  year('2021-22', { supported: 2934, returning: 0.4, helped_to_start: 487, started: 143, reviews_offered: 878, upskilled: 3064, sitrep: { named: 702, anonymous: 87 }, job_hours: 8900, safeguarded_posts: 131, private_pence: 6_561_084_217, events: 38, grants: 96 }),
  year('2022-23', { supported: 1164, returning: 0.58, helped_to_start: 203, started: 61, reviews_offered: 403, upskilled: 872, sitrep: { named: 214, anonymous: 31 }, job_hours: 4130, safeguarded_posts: 58, private_pence: 1_934_700_000, events: 20, grants: 48 }),
  year('2023-24', { supported: 742, returning: 0.6, helped_to_start: 131, started: 39, reviews_offered: 248, upskilled: 364, sitrep: { named: 0, anonymous: 0 }, job_hours: 2640, safeguarded_posts: 27, private_pence: 918_400_000, events: 14, grants: 37 }),
  year('2024-25', { supported: 655, returning: 0.6, helped_to_start: 118, started: 34, reviews_offered: 226, upskilled: 327, sitrep: { named: 132, anonymous: 17 }, job_hours: 2385, safeguarded_posts: 22, private_pence: 847_600_000, events: 12, grants: 33 }),
  year('2025-26', { supported: 648, returning: 0.6, helped_to_start: 109, started: 33, reviews_offered: 235, upskilled: 309, sitrep: { named: 0, anonymous: 0 }, job_hours: 2290, safeguarded_posts: 25, private_pence: 793_200_000, events: 12, grants: 31 }),
  year('2026-27', { supported: 571, returning: 0.62, helped_to_start: 72, started: 19, reviews_offered: 158, upskilled: 188, sitrep: { named: 0, anonymous: 0 }, job_hours: 1110, safeguarded_posts: 9, private_pence: 402_900_000, events: 9, grants: 17 }),
]

export const STAFFORDSHIRE: Setting = {
  slug: 'demo', seed: 20_210_401, name: 'Stoke-on-Trent & Staffordshire demonstration hub (synthetic)',
  area_codes: DISTRICTS.map(({ code }) => code).sort(),
  districts: DISTRICTS, outside: OUTSIDE, staff: STAFF, partners: PARTNERS, programmes: PROGRAMMES, years: YEARS,
  open_cases: {
    'adviser@demo.example': 52, 'colin.sherratt@demo.example': 38, 'farah.akhtar@demo.example': 41, 'gareth.machin@demo.example': 34,
    'niamh.docksey@demo.example': 29, 'sukhdev.johal@demo.example': 36, 'broker@demo.example': 24, 'claire.tunnicliffe@demo.example': 15,
    'marcus.osei@demo.example': 13,
  },
  capital: true, skills_for_growth: [312, 470],
}
