import type { Making } from './making.ts'
import type { YearPlan } from './settings.ts'

/** To the step that a board would set: 2,934 becomes 2,900, 143 becomes 140. */
function round(value: number): string {
  const step = value >= 1000 ? 100 : value >= 100 ? 10 : value >= 20 ? 5 : 1
  return String(Math.max(1, Math.round(value / step) * step))
}

/** What was hoped for: near what came, a little over here and under there. The running year's is for all twelve months. */
function hopedFor(plan: YearPlan, whole: number): Record<string, string> {
  const year = (value: number) => round(value * whole)
  const answers = (plan.sitrep.named + plan.sitrep.anonymous) * 0.95
  return {
    'lep.businesses_supported': year(plan.supported * 0.96),
    'lep.individuals_helped_to_start': year(plan.helped_to_start * 1.04),
    'lep.jobs_created': year((plan.job_hours / 30) * 0.94),
    'lep.jobs_safeguarded': year(plan.safeguarded_posts * 0.9),
    'lep.private_investment_leveraged': `${Math.round((plan.private_pence * whole) / 110_000_000) * 1_000_000}.00`,
    'lep.skills_reviews_offered': year(plan.reviews_offered * 0.92),
    'lep.individuals_upskilled': year(plan.upskilled * 0.97),
    'lep.sitrep_businesses': year(answers > 0 ? answers : 100),
    'lep.skills_for_growth_businesses': year(plan.year === '2022-23' ? 450 : plan.year === '2021-22' ? 300 : 100),
    'lep.capital_projects_progressed': plan.year === '2021-22' ? '4' : plan.year === '2020-21' ? '3' : '1',
    'lep.businesses_started': year(plan.started * 1.05),
    'gh.light': year(plan.supported * 0.68),
    'gh.medium': year(plan.supported * 0.26),
    'gh.high': year(plan.supported * 0.05),
    'gh.referred_any': year(plan.supported * 0.19),
    'gh.satisfaction': '4.5',
    'local.referrals_moved_on': year(plan.supported * 0.14),
    'local.one_to_one': year(plan.supported * 0.62),
    'local.event_businesses': year(plan.events * 9),
    'skills.reviews_held': year(plan.reviews_offered * 0.36),
    'skills.plans_agreed': year(plan.reviews_offered * 0.27),
  }
}

/** A target for every figure of every year. */
export function addTargets(making: Making): void {
  for (const plan of making.setting.years)
    for (const [indicator_key, value] of Object.entries(hopedFor(plan, plan.year === '2026-27' ? 1.5 : 1)))
      making.add('targets', { indicator_key, year: plan.year, value })
}
