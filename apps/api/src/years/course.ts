import type { Tx } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { type Definition, unitOf } from '@hubline/domain/indicators/definition.ts'
import { forecastOf, sameDayOf } from '@hubline/domain/years/forecast.ts'
import { dueByMonthEnds, hasProfile } from '@hubline/domain/years/target.ts'
import { type Year, yearsBack } from '@hubline/domain/years/year.ts'
import { courseOf } from '@hubline/reporting/course.ts'
import { Kept } from '@hubline/reporting/kept.ts'
import { z } from 'zod'
import { YearInput, asTarget, definitionOf } from '../indicators/board.ts'
import { ProgrammeInput, programmeCalled } from '../programmes/programme-called.ts'
import { reads } from '../trpc.ts'
import { yearTargetsOf } from './year-targets.ts'

/** Every course that this server has worked out, each good until its hub's records change or a day has passed. */
const courses = new Kept<Awaited<ReturnType<typeof courseFor>>>(1000)

/** How a figure grows through a year: against its profile, beside the last two years, and where the year may end. */
export const course = reads('figures:read')
  .input(z.object({ year: YearInput, key: z.string(), programme: ProgrammeInput.optional() }))
  .query(async ({ ctx: { db, actor, today }, input: { year, key, programme: reference } }) => {
    const { hub_id } = actor
    const programme = reference === undefined ? undefined : await programmeCalled(db, hub_id, reference)
    return keptCourse(db, await definitionOf(db, hub_id, key), { hub_id, year, today, programme })
  })

type Asked = { hub_id: string; year: Year; today: Day; programme: { id: string; reference: string } | undefined }

/** A course of the hub or of one of its programmes, kept until the hub's records change or a day has passed. */
export const keptCourse = (db: Tx, definition: Definition, asked: Asked) =>
  courses.of(db, {
    hub_id: asked.hub_id,
    name: `${definition.key} ${asked.year} on ${asked.today} of ${asked.programme?.id ?? 'the hub'}`,
    ask: () => courseFor(db, definition, asked),
  })

async function courseFor(db: Tx, definition: Definition, { hub_id, year, today, programme }: Asked) {
  const unit = unitOf(definition)
  const years = yearsBack(year, 3).map((one) => ({ year: one, to: one === year ? today : sameDayOf(one, today) }))
  const [present, ...past] = await courseOf(db, definition, {
    hub_id,
    years,
    ...(programme && { programme: programme.reference }),
  })
  if (!present) throw new Error('A course has its own year')
  const target = (await yearTargetsOf(db, { hub_id, year, programme_id: programme?.id })).find(
    ({ indicator_key }) => indicator_key === definition.key,
  )
  return {
    key: definition.key,
    title: definition.title,
    unit,
    year,
    /** The reference of the programme whose figure this is; null: of the whole hub. */
    programme: programme?.reference ?? null,
    present,
    past,
    target: target === undefined ? null : Number(target.value),
    has_own_profile: target?.profile != null,
    /** What should be reached by the end of each month, April first. */
    due: target === undefined || !hasProfile(unit) ? null : dueByMonthEnds(asTarget(target)),
    forecast: forecastOf({
      unit,
      year,
      today,
      reached: Number(present.by_then ?? 0),
      recorded: whole(present),
      past: past.map((one) => ({ year: one.year, by_then: Number(one.by_then ?? 0), whole: whole(one) })),
    }),
  }
}

const whole = ({ months }: { months: readonly { reached: string | null }[] }) => Number(months.at(-1)?.reached ?? 0)
