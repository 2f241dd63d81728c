import { sicSection } from '@hubline/domain/businesses/sic-codes.ts'
import type { Level, RoleGroup, SkillArea, Urgency } from '@hubline/domain/skills-reviews/roles-and-skills.ts'
import { type Chance, chanceOf } from './chance.ts'

/** What a business of the demonstration lacks, as a broker writes it down. */
export type SaidNeed = {
  role: string
  role_group: RoleGroup
  skill: string
  skill_area: SkillArea
  level: Level | null
  people: number | null
  urgency: Urgency
}
type Kind = Omit<SaidNeed, 'people' | 'urgency'>

const kind = (
  role_group: RoleGroup,
  role: string,
  skill: string,
  [skill_area, level]: [SkillArea, Level | null],
): Kind => ({
  role_group,
  role,
  skill,
  skill_area,
  level,
})

const EVERYWHERE: readonly Kind[] = [
  kind('managers', 'Shift leaders', 'Supervisory management', ['leadership', '3']),
  kind('managers', 'Owners', 'Leadership for growth', ['leadership', '5']),
  kind('administrative', 'Office staff', 'Excel beyond the basics', ['digital', '2']),
  kind('administrative', 'Office staff', 'Using artificial intelligence at work', ['digital', null]),
  kind('technicians', 'Team leads', 'Project management', ['finance_and_business', '4']),
  kind('managers', 'Managers', 'Carbon literacy', ['green', null]),
  kind('sales_and_service', 'Customer team', 'Digital marketing', ['sales_and_marketing', '3']),
  kind('elementary', 'New starters', 'English for work', ['essential', '1']),
  kind('administrative', 'Accounts', 'Cyber security basics', ['digital', '2']),
]

/** By section of the industrial classification; what is made of food or clay by itself. */
const BY_TRADE: Readonly<Record<string, readonly Kind[]>> = {
  food: [
    kind('operatives', 'Line staff', 'Food safety', ['safety_and_compliance', '2']),
    kind('skilled_trades', 'Bakers', 'New product development', ['technical', '3']),
    kind('operatives', 'Packing line', 'Lean working', ['technical', '2']),
  ],
  ceramics: [
    kind('skilled_trades', 'Casters', 'Ceramic technology: bodies and glazes', ['technical', '3']),
    kind('operatives', 'Kiln staff', 'Kiln firing and energy', ['green', '3']),
    kind('technicians', 'Designers', 'Designing for print on clay', ['digital', '3']),
  ],
  C: [
    kind('skilled_trades', 'CNC setters', 'Five-axis machining', ['technical', '3']),
    kind('operatives', 'Machine operators', 'Lean working', ['technical', '2']),
    kind('technicians', 'Maintenance', 'Industrial robotics', ['technical', '3']),
    kind('professionals', 'Engineers', 'Quality management and audit', ['safety_and_compliance', '4']),
  ],
  F: [
    kind('skilled_trades', 'Plumbers', 'Heat pump installation', ['green', '3']),
    kind('skilled_trades', 'Electricians', 'Electric vehicle charging points', ['green', '3']),
    kind('managers', 'Site managers', 'Site safety supervision', ['safety_and_compliance', '3']),
    kind('professionals', 'Surveyors', 'Retrofit assessment', ['green', '4']),
  ],
  G: [
    kind('sales_and_service', 'Shop staff', 'Customer service', ['people', '2']),
    kind('sales_and_service', 'Counter staff', 'Selling online', ['sales_and_marketing', '2']),
  ],
  H: [
    kind('operatives', 'Drivers', 'HGV driving (category C)', ['technical', null]),
    kind('elementary', 'Warehouse staff', 'Stock control systems', ['technical', '2']),
    kind('operatives', 'Warehouse staff', 'Fork-lift truck operation', ['safety_and_compliance', null]),
  ],
  I: [
    kind('skilled_trades', 'Kitchen staff', 'Food safety', ['safety_and_compliance', '2']),
    kind('elementary', 'Front of house', 'Barista and front of house', ['technical', '1']),
    kind('managers', 'Duty managers', 'Leading a team for the first time', ['leadership', '2']),
  ],
  J: [
    kind('professionals', 'Developers', 'Data engineering', ['digital', '4']),
    kind('professionals', 'Developers', 'Cloud security', ['digital', '4']),
    kind('technicians', 'Designers', 'Accessible design', ['digital', '3']),
  ],
  M: [
    kind('professionals', 'Consultants', 'Data analysis', ['digital', '3']),
    kind('technicians', 'Analysts', 'Net zero reporting', ['green', '4']),
  ],
  Q: [
    kind('care_and_leisure', 'Care staff', 'Medication awareness', ['care_and_health', '2']),
    kind('care_and_leisure', 'Care staff', 'Dementia care principles', ['care_and_health', '2']),
    kind('care_and_leisure', 'Senior carers', 'Leading a care shift', ['leadership', '3']),
  ],
}

function tradeOf(sic_code: string): string {
  const division = sic_code.slice(0, 2)
  if (division === '10' || division === '11') return 'food'
  return division === '23' ? 'ceramics' : (sicSection(sic_code) ?? '')
}

function howMany(chance: Chance, employees: number): number | null {
  if (chance.often(0.12)) return null
  return chance.between(1, Math.max(1, Math.min(12, Math.round(employees / 3))))
}

/** What a review found, one to four needs; `at` makes the choice the same every time. */
export function saidNeeds({
  at,
  sic_code,
  employees,
}: {
  at: number
  sic_code: string | null
  employees: number
}): SaidNeed[] {
  const chance = chanceOf(20_260 + at)
  const own = BY_TRADE[tradeOf(sic_code ?? '')] ?? []
  const wanted = [
    ...chance.some(own, chance.between(1, 2)),
    ...chance.some(EVERYWHERE, chance.between(own.length === 0 ? 2 : 0, 2)),
  ]
  return wanted.map((one) => ({
    ...one,
    people: howMany(chance, employees),
    urgency: chance.weighted([
      ['now', 3],
      ['this_year', 5],
      ['later', 2],
    ]),
  }))
}
