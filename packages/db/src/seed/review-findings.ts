import type { Insertable } from 'kysely'
import type { PlanLineTable, SkillsGapTable, WorkforceLineTable } from '../schema.ts'

/** What a demonstration's skills reviews found: made up, one after the other for the reviews that are filled in. */

type Role = Pick<Insertable<WorkforceLineTable>, 'role' | 'role_group' | 'level' | 'people'>
type Gap = Pick<
  Insertable<SkillsGapTable>,
  'role' | 'role_group' | 'skill' | 'skill_area' | 'level' | 'people' | 'urgency'
>
type Line = Pick<
  Insertable<PlanLineTable>,
  'need' | 'mode' | 'funding_route' | 'cost_pence' | 'target_month' | 'provider_options'
> & {
  /** The gap that it closes, by its place. */
  gap: number
}
export type Findings = {
  answers: Readonly<Record<string, unknown>>
  workforce: readonly Role[]
  gaps: readonly Gap[]
  lines: readonly Line[]
}

export const REVIEW_FINDINGS: readonly Findings[] = [
  {
    answers: {
      plans: 'A second shift from the spring, and a new customer who asks for traceability of every batch.',
      qualifications: 'Two forklift tickets run out in March. One person holds a first-aid certificate.',
      retiring: 2,
      effects: ['lost_or_late_orders', 'more_work_for_others'],
      vacancies: 2,
      hard_to_fill: true,
      hard_posts: 'Setter on the afternoon shift, open since August.',
      why_hard: ['applicants_lack_the_skills', 'pay_or_hours'],
      apprentices: 1,
      would_take: 'yes_within_a_year',
      pays_levy: false,
      has_plan: false,
      budget: 400_000,
      how_trained: ['on_the_job_from_colleagues', 'suppliers_and_manufacturers'],
      barriers: ['no_cover_for_shifts', 'not_knowing_what_there_is'],
      future: ['automation_and_robotics', 'leadership_and_management'],
      findings: 'The second shift stands or falls with people who can lead it. Nobody was trained to supervise so far.',
      next_steps: 'The broker sends two dates for supervisory training; the owner decides on an apprentice by January.',
    },
    workforce: [
      { role: 'Machine setters', role_group: 'skilled_trades', level: '3', people: 6 },
      { role: 'Operators', role_group: 'operatives', level: '2', people: 14 },
      { role: 'Office', role_group: 'administrative', level: '3', people: 3 },
      { role: 'Managers', role_group: 'managers', level: '4', people: 2 },
    ],
    gaps: [
      {
        role: 'Shift leaders',
        role_group: 'skilled_trades',
        skill: 'Supervising a shift',
        skill_area: 'leadership',
        level: '3',
        people: 2,
        urgency: 'now',
      },
      {
        role: 'Operators',
        role_group: 'operatives',
        skill: 'Setting and changeover',
        skill_area: 'technical',
        level: '2',
        people: 4,
        urgency: 'this_year',
      },
      {
        role: 'Office',
        role_group: 'administrative',
        skill: 'Batch records in a spreadsheet',
        skill_area: 'digital',
        level: '2',
        people: 2,
        urgency: 'this_year',
      },
    ],
    lines: [
      {
        gap: 0,
        need: 'Supervisory management for shift leaders',
        mode: 'day_release',
        funding_route: 'hub_programme',
        cost_pence: 60_000,
        target_month: '2027-01-01',
        provider_options: '',
      },
      {
        gap: 1,
        need: 'Setting and changeover for operators',
        mode: 'at_work',
        funding_route: 'employer',
        cost_pence: 180_000,
        target_month: '2027-03-01',
        provider_options: 'The maker of the machines',
      },
      {
        gap: 2,
        need: 'Spreadsheets for batch records',
        mode: 'online_live',
        funding_route: 'adult_skills_fund',
        cost_pence: 0,
        target_month: '2027-02-01',
        provider_options: '',
      },
    ],
  },
  {
    answers: {
      plans: 'Selling on line as well as in the shop, and a training kitchen next year.',
      qualifications: 'Everybody holds food hygiene at level 2. Nobody holds level 3.',
      retiring: 0,
      effects: ['new_work_turned_down', 'higher_costs'],
      vacancies: 1,
      hard_to_fill: false,
      apprentices: 0,
      would_take: 'perhaps_with_help',
      pays_levy: false,
      has_plan: false,
      budget: 90_000,
      how_trained: ['on_the_job_from_colleagues', 'hardly_at_all'],
      barriers: ['cost', 'time_away_from_work'],
      future: ['basic_digital', 'data_and_analysis'],
      findings: 'Orders from the web site are lost because only the owner can change it. Two people want to learn it.',
      next_steps: 'Short courses on line in the quiet weeks after Christmas; the broker asks for a free place each.',
    },
    workforce: [
      { role: 'Kitchen', role_group: 'skilled_trades', level: '2', people: 5 },
      { role: 'Shop', role_group: 'sales_and_service', level: '2', people: 4 },
      { role: 'Owner', role_group: 'managers', level: '5', people: 1 },
    ],
    gaps: [
      {
        role: 'Shop',
        role_group: 'sales_and_service',
        skill: 'Looking after a web shop',
        skill_area: 'digital',
        level: '2',
        people: 2,
        urgency: 'now',
      },
      {
        role: 'Kitchen',
        role_group: 'skilled_trades',
        skill: 'Food safety at level 3',
        skill_area: 'safety_and_compliance',
        level: '3',
        people: 1,
        urgency: 'this_year',
      },
    ],
    lines: [
      {
        gap: 0,
        need: 'Selling on line for the shop',
        mode: 'online_own_time',
        funding_route: 'free_courses_for_jobs',
        cost_pence: 0,
        target_month: '2027-01-01',
        provider_options: '',
      },
      {
        gap: 1,
        need: 'Food safety, level 3',
        mode: 'classroom',
        funding_route: 'employer',
        cost_pence: 19_500,
        target_month: '2027-02-01',
        provider_options: 'Two colleges near by',
      },
    ],
  },
  {
    answers: {
      plans: 'Retrofit work is most of the enquiries by now; the team was trained for new build.',
      qualifications: 'Site cards are up to date. One assessor, about to retire.',
      retiring: 3,
      effects: ['new_work_turned_down', 'quality_problems_or_scrap'],
      vacancies: 4,
      hard_to_fill: true,
      hard_posts: 'Heat pump engineers, two posts, seven months.',
      why_hard: ['few_people_apply', 'competition_from_other_businesses'],
      apprentices: 3,
      would_take: 'yes_now',
      pays_levy: true,
      levy_unspent: 1_240_000,
      has_plan: true,
      budget: 1_500_000,
      how_trained: ['college_or_training_provider', 'apprenticeships'],
      barriers: ['nothing_suitable_near_by', 'trained_people_leave'],
      future: ['energy_and_carbon', 'artificial_intelligence_at_work'],
      findings: 'There is levy to spend and work to win: what is missing is a course within an hour’s drive.',
      next_steps: 'The broker brings the provider and two more firms to one table, so that a course fills up near by.',
    },
    workforce: [
      { role: 'Engineers', role_group: 'technicians', level: '3', people: 18 },
      { role: 'Site managers', role_group: 'managers', level: '5', people: 4 },
      { role: 'Estimators', role_group: 'professionals', level: '4', people: 3 },
    ],
    gaps: [
      {
        role: 'Engineers',
        role_group: 'technicians',
        skill: 'Installing heat pumps',
        skill_area: 'green',
        level: '3',
        people: 8,
        urgency: 'now',
      },
      {
        role: 'Estimators',
        role_group: 'professionals',
        skill: 'Pricing retrofit work',
        skill_area: 'finance_and_business',
        level: '4',
        people: 3,
        urgency: 'this_year',
      },
      {
        role: 'Site managers',
        role_group: 'managers',
        skill: 'Coaching apprentices',
        skill_area: 'people',
        level: '3',
        people: 4,
        urgency: 'later',
      },
    ],
    lines: [
      {
        gap: 0,
        need: 'Heat pump installation for engineers',
        mode: 'blended',
        funding_route: 'bootcamp',
        cost_pence: 0,
        target_month: '2027-02-01',
        provider_options: 'A course to be set up with two other firms',
      },
      {
        gap: 1,
        need: 'Retrofit assessment for estimators',
        mode: 'online_live',
        funding_route: 'levy',
        cost_pence: null,
        target_month: '2027-04-01',
        provider_options: '',
      },
      {
        gap: 2,
        need: 'Mentoring and coaching for site managers',
        mode: 'at_work',
        funding_route: 'employer',
        cost_pence: 84_000,
        target_month: '2027-05-01',
        provider_options: '',
      },
    ],
  },
]
