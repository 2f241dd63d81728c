import { makeBusiness } from './businesses.ts'
import { type Business, type Making, type YearInMaking, referenceOf } from './making.ts'
import { someWorkingDay, workingDaysAfter } from './working-days.ts'

type Wave = { survey: string; from: string; to: string }

function addSurvey(
  making: Making,
  family: string,
  { title, from, to }: { title: string; from: string; to: string },
): string {
  const reference = referenceOf(making, 'SV')
  making.add('surveys', { reference, family, title, fieldwork_from: from, fieldwork_to: to })
  return reference
}

function answer(
  making: Making,
  { survey, from, to }: Wave,
  { business, valid = 'yes', score = '' }: { business?: Business; valid?: string; score?: string },
): string {
  const submitted_on = someWorkingDay(making.chance, from, to)
  making.add('survey_responses', {
    survey_reference: survey,
    business_reference: business?.reference ?? '',
    person_reference: business && making.chance.often(0.4) ? (business.contacts[0]?.reference ?? '') : '',
    submitted_on,
    valid,
    score,
  })
  return submitted_on
}

/** Exactly so many businesses, and answers without a name; besides them second answers, invalid ones and some from outside. */
function addAnswers(
  making: Making,
  wave: Wave,
  { businesses, anonymous }: { businesses: readonly Business[]; anonymous: number },
): void {
  const { chance } = making
  for (const business of businesses) {
    answer(making, wave, { business })
    if (chance.often(0.03)) answer(making, wave, { business })
    if (chance.often(0.04)) answer(making, wave, { business, valid: 'no' })
  }
  for (let i = 0; i < anonymous; i++) answer(making, wave, {})
  for (let i = 0; i < Math.round(anonymous / 8); i++) answer(making, wave, { valid: 'no' })
  for (let i = 0; i < Math.round(businesses.length / 90); i++)
    answer(making, wave, { business: makeBusiness(making, { before: wave.from, outside: true }) })
}

function addSatisfaction(making: Making, year: YearInMaking): void {
  const { chance } = making
  const survey = addSurvey(making, 'satisfaction', {
    title: `How was our help? ${year.plan.year}`,
    from: year.from,
    to: year.to,
  })
  for (const business of chance.some(year.served, Math.max(5, Math.round(year.served.length * 0.13))))
    answer(
      making,
      { survey, from: business.since > year.from ? business.since : year.from, to: year.to },
      {
        business,
        valid: chance.often(0.98) ? 'yes' : 'no',
        score: chance.often(0.02)
          ? ''
          : String(
              chance.weighted([
                [5, 62],
                [4, 29],
                [3, 6],
                [2, 2],
                [1, 1],
              ]),
            ),
      },
    )
}

const known = (making: Making, from: string, many: number, but: ReadonlySet<Business>): Business[] =>
  making.chance.some(
    making.businesses.filter((business) => business.since < from && !but.has(business)),
    many,
  )

/** The surveys of a year. */
export function addSurveys(making: Making, year: YearInMaking, asked: Set<Business>): void {
  const { setting } = making
  const { named, anonymous } = year.plan.sitrep
  const winter = `${Number(year.plan.year.slice(0, 4)) + 1}`
  if (named > 0) {
    const [from, to] = [`${winter}-01-10`, `${winter}-03-18`]
    const survey = addSurvey(making, 'sitrep', { title: `SITREP: how is business? Winter ${winter}`, from, to })
    addAnswers(making, { survey, from, to }, { businesses: known(making, year.from, named, new Set()), anonymous })
  }
  if (year.plan.year === '2021-22') {
    const survey = addSurvey(making, 'skills_for_growth', {
      title: 'Skills for Growth survey 2022',
      from: '2022-02-07',
      to: '2022-07-29',
    })
    const [before, after] = setting.skills_for_growth
    const waves = [
      { survey, from: '2022-02-07', to: '2022-03-31', many: before },
      { survey, from: '2022-04-01', to: '2022-07-29', many: after },
    ]
    for (const wave of waves) {
      const businesses = known(making, year.from, wave.many - Math.round(wave.many / 25), asked)
      for (const business of businesses) asked.add(business)
      addAnswers(making, wave, { businesses, anonymous: wave.many - businesses.length })
    }
  }
  addSatisfaction(making, year)
  const followed = making.chance.some(year.deep, Math.round(year.deep.length / 12))
  const [from, to] = [workingDaysAfter(year.to, -40), year.to]
  const survey = addSurvey(making, 'follow_up', { title: `A year on: follow-up ${year.plan.year}`, from, to })
  for (const business of followed) if (business.since < from) answer(making, { survey, from, to }, { business })
}
