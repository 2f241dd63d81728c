import type { Making } from './making.ts'

type Project = {
  name: string
  site: string
  district_code: string
  lep_investment_gbp: string
  milestones: readonly (readonly [milestone: string, forecast: string, actual: string])[]
  private_lines: readonly (readonly [amount: number, day: string, verified: string])[]
}

/** The four projects of the published review of 2021-22. Days and money are made up: the names say so. */
const PROJECTS: readonly Project[] = [
  {
    name: 'Smithfield Works (synthetic figures)',
    site: 'Smithfield, Hanley',
    district_code: 'E06000021',
    lep_investment_gbp: '4250000.00',
    milestones: [
      ['approved', '2020-09-30', '2020-09-24'],
      ['contracted', '2020-11-30', '2020-12-11'],
      ['start_on_site', '2021-01-18', '2021-01-25'],
      ['practical_completion', '2021-10-15', '2021-11-05'],
      ['operational', '2021-12-01', '2022-01-17'],
    ],
    private_lines: [
      [3_180_000, '2021-06-30', '2021-07-22'],
      [2_960_000, '2021-09-30', '2021-10-21'],
      [1_475_000, '2021-12-31', '2022-01-20'],
      [610_000, '2022-04-29', '2022-05-19'],
    ],
  },
  {
    name: 'Shire Hall (synthetic figures)',
    site: 'Market Square, Stafford',
    district_code: 'E07000197',
    lep_investment_gbp: '1600000.00',
    milestones: [
      ['approved', '2020-10-30', '2020-11-12'],
      ['contracted', '2020-12-18', '2021-01-15'],
      ['start_on_site', '2021-02-08', '2021-02-15'],
      ['practical_completion', '2021-12-17', '2022-01-28'],
      ['operational', '2022-02-14', '2022-03-07'],
    ],
    private_lines: [
      [240_000, '2021-11-30', '2021-12-16'],
      [385_000, '2022-02-28', '2022-03-17'],
    ],
  },
  {
    name: 'Etruria Valley Link Road (synthetic figures)',
    site: 'Etruria Valley, Stoke-on-Trent',
    district_code: 'E06000021',
    lep_investment_gbp: '8000000.00',
    milestones: [
      ['approved', '2019-11-29', '2019-12-06'],
      ['contracted', '2020-12-18', '2021-03-19'],
      ['start_on_site', '2021-04-12', '2021-05-10'],
      ['practical_completion', '2023-02-28', '2023-05-26'],
      ['operational', '2023-03-31', '2023-06-19'],
    ],
    private_lines: [
      [9_400_000, '2021-12-17', '2022-01-20'],
      [6_100_000, '2022-03-29', '2022-04-21'],
      [1_950_000, '2022-06-30', '2022-07-21'],
    ],
  },
  {
    name: 'Innovation Way (synthetic figures)',
    site: 'Chatterley Valley East, Ceramic Valley Enterprise Zone',
    district_code: 'E07000195',
    lep_investment_gbp: '3650000.00',
    milestones: [
      ['approved', '2020-08-28', '2020-09-03'],
      ['contracted', '2020-10-30', '2020-11-20'],
      ['start_on_site', '2021-01-11', '2021-02-01'],
      ['practical_completion', '2022-01-31', '2022-02-25'],
      ['operational', '2022-06-01', '2022-09-12'],
    ],
    private_lines: [
      [5_300_000, '2021-10-29', '2021-11-18'],
      [4_875_000, '2022-02-28', '2022-03-17'],
      [2_200_000, '2022-03-31', ''],
    ],
  },
]

/** The capital projects with their milestones and money. Gives the private pence that count in each year. */
export function addCapitalProjects(making: Making): Map<string, number> {
  const private_pence = new Map<string, number>()
  PROJECTS.forEach((project, at) => {
    const reference = `CP-${10_001 + at}`
    const { name, site, district_code, lep_investment_gbp } = project
    making.add('capital_projects', {
      reference,
      name,
      site,
      district_code,
      lep_investment_gbp,
      programme_reference: 'PRG-10005',
    })
    for (const [milestone, forecast_on, actual_on] of project.milestones)
      making.add('capital_milestones', {
        reference: `CM-${10_000 + making.number('CM')}`,
        capital_project_reference: reference,
        milestone,
        forecast_on,
        actual_on,
      })
    const fund = (source: string, amount: number, [defrayed_on, verified_on]: readonly [string, string]) =>
      making.add('capital_funding', {
        reference: `CF-${10_000 + making.number('CF')}`,
        capital_project_reference: reference,
        source,
        amount_gbp: `${amount}.00`,
        state: defrayed_on === '' ? 'contracted' : 'defrayed',
        defrayed_on,
        verified_on,
      })
    const lep = Number(lep_investment_gbp)
    fund('lep', lep * 0.6, ['2021-06-30', '2021-07-15'])
    fund('lep', lep * 0.4, ['2022-02-28', '2022-03-17'])
    fund('public', 900_000 + at * 350_000, ['2021-12-31', '2022-01-20'])
    for (const [amount, defrayed_on, verified_on] of project.private_lines) {
      fund('private', amount, [defrayed_on, verified_on])
      const year = defrayed_on >= '2022-04-01' ? '2022-23' : '2021-22'
      if (verified_on !== '') private_pence.set(year, (private_pence.get(year) ?? 0) + amount * 100)
    }
    fund('private', 450_000 + at * 125_000, ['', ''])
  })
  return private_pence
}
