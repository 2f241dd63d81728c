import { type Making, type Person, type YearInMaking, referenceOf } from './making.ts'
import { makePrivatePerson } from './people.ts'
import { LAST_DAY } from './settings.ts'
import { daysAfter, someWorkingDay } from './working-days.ts'

type Course = { title: string; level: string; kind: string; hours: number }

const course = (title: string, level: string, kind: string, hours: number): Course => ({ title, level, kind, hours })

const COURSES: readonly Course[] = [
  course('Team leading: first steps', '2', 'short_course', 14),
  course('Supervisory management', '3', 'regulated', 90),
  course('Leadership for growth', '5', 'short_course', 36),
  course('CNC setting and operating', '3', 'bootcamp', 120),
  course('Welding and fabrication', '2', 'bootcamp', 140),
  course('Industrial robotics awareness', '3', 'short_course', 21),
  course('Ceramic technology: bodies, glazes, firing', '3', 'short_course', 30),
  course('Pottery skills: casting and fettling', '2', 'regulated', 110),
  course('Lean manufacturing', '2', 'short_course', 21),
  course('HGV driving (category C)', 'unregulated', 'bootcamp', 70),
  course('Warehouse and stock control', '2', 'bootcamp', 90),
  course('Fork-lift truck operator', 'unregulated', 'short_course', 24),
  course('Digital marketing', '3', 'bootcamp', 96),
  course('Software development', '3', 'bootcamp', 240),
  course('Data analysis with spreadsheets', '2', 'short_course', 18),
  course('Cyber security basics', '2', 'short_course', 12),
  course('Web design', '3', 'bootcamp', 120),
  course('Essential digital skills', 'entry', 'regulated', 45),
  course('Care certificate', '2', 'regulated', 60),
  course('Medication awareness', '2', 'short_course', 9),
  course('Dementia care principles', '2', 'regulated', 70),
  course('Early years practice', '3', 'apprenticeship', 400),
  course('Food safety', '2', 'short_course', 9),
  course('Barista and front of house', '1', 'short_course', 15),
  course('Welcome to the county: visitor service', 'unregulated', 'short_course', 6),
  course('Heat pump installation', '3', 'short_course', 35),
  course('Retrofit assessment', '4', 'bootcamp', 100),
  course('Site safety supervision', '3', 'short_course', 16),
  course('Electrical installation', '3', 'apprenticeship', 520),
  course('Bricklaying', '2', 'apprenticeship', 460),
  course('Bookkeeping', '2', 'regulated', 80),
  course('Payroll', '3', 'short_course', 24),
  course('Business administration', '3', 'apprenticeship', 380),
  course('Customer service', '2', 'regulated', 70),
  course('Mental health first aid', 'unregulated', 'short_course', 14),
  course('Carbon literacy', 'unregulated', 'short_course', 8),
  course('Engineering maintenance', '3', 'apprenticeship', 540),
  course('Quality management and audit', '4', 'short_course', 28),
  course('Project management', '4', 'regulated', 60),
  course('English for work', '1', 'regulated', 90),
]

/** The courses, each with the college or trainer that runs it. Gives their references. */
export function addCourses(making: Making): string[] {
  const trainers = making.setting.partners.filter(({ themes, kind }) => themes.includes('people') && kind !== 'chamber')
  return COURSES.map(({ title, level, kind, hours }, at) => {
    const reference = referenceOf(making, 'CR')
    making.add('courses', {
      reference,
      title,
      organisation_reference: trainers[at % trainers.length]?.reference ?? '',
      level,
      kind,
      guided_hours: String(hours),
    })
    return reference
  })
}

type Place = { person: Person; business_reference: string; course_reference: string }

function addStart(making: Making, year: YearInMaking, place: Place): void {
  const { chance } = making
  const began = someWorkingDay(chance, year.from, year.to)
  const ends = daysAfter(began, chance.between(3, 150))
  const status =
    ends > LAST_DAY
      ? chance.one(['started', 'in_learning', 'in_learning'])
      : chance.weighted([
          ['completed', 46],
          ['achieved', 34],
          ['withdrawn', 13],
          ['transferred', 1],
          ['in_learning', 2],
        ])
  const done = status === 'completed' || status === 'achieved'
  making.add('participations', {
    person_reference: place.person.reference,
    business_reference: place.business_reference,
    course_reference: place.course_reference,
    status,
    enrolled_on: daysAfter(began, -chance.between(2, 40)),
    qualifying_start_on: began,
    completed_on: done ? ends : '',
    achieved_on: status === 'achieved' ? ends : '',
    evidence_level: chance.weighted([
      ['documented', 7],
      ['verified', 3],
    ]),
  })
}

function addNonStart(making: Making, year: YearInMaking, place: Place): void {
  const { chance } = making
  const enrolled_on = someWorkingDay(chance, year.from, year.to)
  const unproven = chance.often(0.3)
  making.add('participations', {
    person_reference: place.person.reference,
    business_reference: place.business_reference,
    course_reference: place.course_reference,
    status: unproven
      ? 'started'
      : chance.weighted([
          ['did_not_start', 6],
          ['withdrawn', 2],
          [enrolled_on > '2026-10-01' ? 'enrolled' : 'did_not_start', 3],
          ['applied', 1],
        ]),
    enrolled_on,
    qualifying_start_on: unproven ? enrolled_on : '',
    evidence_level: unproven ? chance.one(['', 'self_declared']) : '',
  })
}

/** Exactly so many learners with a documented start as the plan says, some on two courses; and places that nobody took up. */
export function addTraining(
  making: Making,
  year: YearInMaking,
  { courses, before }: { courses: readonly string[]; before: readonly Person[] },
): Person[] {
  const { chance } = making
  const learners = new Set(chance.some(before, Math.round(year.plan.upskilled * 0.07)))
  while (learners.size < year.plan.upskilled) learners.add(makePrivatePerson(making, ''))
  let employer = chance.one(making.businesses)
  for (const person of learners) {
    // Colleagues come together: the next learner is often from the same employer.
    if (chance.often(0.4)) employer = chance.one(making.businesses)
    const place = {
      person,
      business_reference: chance.often(0.72) ? employer.reference : '',
      course_reference: chance.one(courses),
    }
    addStart(making, year, place)
    if (chance.often(0.05)) addStart(making, year, { ...place, course_reference: chance.one(courses) })
  }
  for (let i = 0; i < Math.round(year.plan.upskilled * 0.06); i++)
    addNonStart(making, year, {
      person: makePrivatePerson(making, ''),
      business_reference: chance.often(0.5) ? chance.one(making.businesses).reference : '',
      course_reference: chance.one(courses),
    })
  return [...learners]
}
