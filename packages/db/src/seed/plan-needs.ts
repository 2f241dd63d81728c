import { chanceOf } from './chance.ts'

/** A need of a training plan, as a broker writes it; `course` is the title of one that would meet it. */
export type PlannedNeed = {
  need: string
  course: string | null
  people: number
  level: '1' | '2' | '3' | '4' | '5' | null
  mode: 'at_work' | 'classroom' | 'day_release' | 'online_live' | 'blended' | null
  funding_route: 'employer' | 'levy' | 'bootcamp' | 'adult_skills_fund' | 'hub_programme' | 'no_cost' | null
  cost_pence: number | null
  target_month: string
}

type Need = Pick<PlannedNeed, 'need' | 'course' | 'level' | 'mode' | 'funding_route'>

const NEEDS: readonly Need[] = [
  {
    need: 'Team leading for shift leaders',
    course: 'Team leading: first steps',
    level: '2',
    mode: 'classroom',
    funding_route: 'hub_programme',
  },
  {
    need: 'Supervisory management for new supervisors',
    course: 'Supervisory management',
    level: '3',
    mode: 'day_release',
    funding_route: 'levy',
  },
  {
    need: 'Lean working on the line',
    course: 'Lean manufacturing',
    level: '2',
    mode: 'at_work',
    funding_route: 'employer',
  },
  {
    need: 'Spreadsheets for the office',
    course: 'Data analysis with spreadsheets',
    level: '2',
    mode: 'online_live',
    funding_route: 'hub_programme',
  },
  {
    need: 'Selling online and social media',
    course: 'Digital marketing',
    level: '3',
    mode: 'online_live',
    funding_route: 'bootcamp',
  },
  {
    need: 'Welding for two trainees',
    course: 'Welding and fabrication',
    level: '2',
    mode: 'classroom',
    funding_route: 'bootcamp',
  },
  {
    need: 'Cyber basics for everybody with a login',
    course: 'Cyber security basics',
    level: '2',
    mode: 'online_live',
    funding_route: 'no_cost',
  },
  { need: 'Payroll cover', course: 'Payroll', level: '3', mode: 'blended', funding_route: 'employer' },
  {
    need: 'Mental health first aiders',
    course: 'Mental health first aid',
    level: null,
    mode: 'classroom',
    funding_route: 'hub_programme',
  },
  { need: 'Food safety refresher', course: 'Food safety', level: '2', mode: 'at_work', funding_route: 'employer' },
  {
    need: 'Managing projects to time and cost',
    course: 'Project management',
    level: '4',
    mode: 'day_release',
    funding_route: 'employer',
  },
  {
    need: 'Carbon literacy for the board',
    course: 'Carbon literacy',
    level: null,
    mode: 'online_live',
    funding_route: 'no_cost',
  },
  {
    need: 'Conversation practice in English',
    course: 'English for work',
    level: '1',
    mode: 'at_work',
    funding_route: 'adult_skills_fund',
  },
  { need: 'Reading engineering drawings', course: null, level: '2', mode: null, funding_route: null },
  {
    need: 'Succession: the next works manager',
    course: 'Leadership for growth',
    level: '5',
    mode: 'day_release',
    funding_route: 'employer',
  },
]

const MONTHS = ['2026-11-01', '2026-12-01', '2027-01-01', '2027-01-01', '2027-02-01', '2027-03-01', '2027-05-01']

/** What the training plan at this place of the list says: two to four needs. All made up, and the same every time. */
export function plannedNeeds(at: number): PlannedNeed[] {
  const chance = chanceOf(6200 + at)
  return chance.some(NEEDS, chance.between(2, 4)).map((need) => {
    const people = chance.between(1, 5)
    const paid = need.funding_route === 'employer' || need.funding_route === 'levy'
    return {
      ...need,
      people,
      cost_pence: paid ? people * chance.one([9_500, 12_000, 24_000, 48_000]) : need.funding_route === null ? null : 0,
      target_month: chance.one(MONTHS),
    }
  })
}
