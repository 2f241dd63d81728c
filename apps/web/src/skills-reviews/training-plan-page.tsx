import { readMoney, showMoney } from '@hubline/domain/money.ts'
import { type Day, todayInLondon } from '@hubline/domain/day.ts'
import { readMonth, showMonth } from '@hubline/domain/read-month.ts'
import { planTotals } from '@hubline/domain/skills-reviews/plan-line.ts'
import { URGENCY_NAMES, guessRoleGroup, guessSkillArea } from '@hubline/domain/skills-reviews/roles-and-skills.ts'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { client } from '../api.ts'
import { newId } from '../new-id.ts'
import { PageError } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { useMay } from '../staff/me.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { BusinessNote } from './form-facts.tsx'
import { type LineColumn, LineTable } from './line-table.tsx'
import { MatchCourseDialog } from './match-course-dialog.tsx'
import { PlanAgreement } from './plan-agreement.tsx'
import { PLAN_CHOICES, type PlanGap, type PlanLine } from './plan-words.ts'
import './training-plan.css'
import { EnrolForLine, LineLearners } from './line-training.tsx'
import { type Plan, usePlan } from './use-plan.ts'

const route = getRouteApi('/hub/reviews/$reference/plan')

/** The training plan of a review, typed into as a table. */
export function TrainingPlanPage() {
  const { reference } = route.useParams()
  const plan = usePlan(reference)
  const may = useMay('review:work')
  const { page } = plan
  if (!page && plan.error) return <PageError error={plan.error} reset={() => void plan.refetch()} />
  if (!page)
    return (
      <Page title="Training plan">
        <Skeleton lines={10} height="60vh" />
      </Page>
    )
  return (
    <Page
      title={`Training plan: ${page.review.business.name}`}
      tabTitle={`${reference} plan`}
      note={<BusinessNote page={page as never} />}
      actions={
        <>
          <ButtonLink to="/reviews/$reference/form" params={{ reference }} icon="edit">
            Review form
          </ButtonLink>
          <ButtonLink to="/reviews/$reference/document" params={{ reference }} icon="note">
            Document
          </ButtonLink>
        </>
      }
    >
      {may && page.gaps.length > 0 && <Gaps plan={plan} gaps={page.gaps} />}
      {plan.refused && (
        <div role="alert" className="plan-refused">
          <span>{plan.refused}</span>
          <Button size="small" onClick={() => void plan.again()}>
            Reload and save mine
          </Button>
        </div>
      )}
      <Panel title="Lines" note={plan.saving ? 'Saving' : may ? 'Kept as you type' : undefined}>
        <div className="plan-lines">
          <Lines plan={plan} may={may} />
          <Totals lines={plan.lines} />
        </div>
      </Panel>
      <PlanAgreement plan={plan} page={page} may={may} />
    </Page>
  )
}

function Gaps({ plan, gaps }: { plan: Plan; gaps: readonly PlanGap[] }) {
  const add = (ids: string[]) =>
    void plan.run(() =>
      client.plans.planGaps.mutate({ request_id: newId(), skills_review_id: plan.review_id, gaps: ids }),
    )
  return (
    <Panel
      title={gaps.length === 1 ? 'One gap has no line yet' : `${gaps.length} gaps have no line yet`}
      actions={
        <Button size="small" icon="plus" look="filled" onClick={() => add(gaps.map(({ id }) => id))}>
          {gaps.length === 1 ? 'Plan for it' : `Plan for all ${gaps.length}`}
        </Button>
      }
    >
      <ul role="list" className="plan-gaps">
        {gaps.map(({ id, skill, role, people, urgency }) => (
          <li key={id}>
            <span>
              <b>{skill || 'A skill'}</b> for {role || 'everyone'}
              <span className="quiet">
                {people === null ? '' : `, ${people} people`}, {URGENCY_NAMES[urgency].toLowerCase()}
              </span>
            </span>
            <Button size="small" icon="plus" onClick={() => add([id])}>
              Plan<span className="visually-hidden"> for {skill}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const pounds = (pence: number) => showMoney(pence).replace(/\.00$/, '')
const TODAY = todayInLondon(new Date())

const COLUMNS: readonly LineColumn<PlanLine>[] = [
  { key: 'need', title: 'What is to be learned', kind: 'text' },
  { key: 'people', title: 'People', kind: 'number', width: '66px' },
  { key: 'level', title: 'Level', kind: 'choice', choices: PLAN_CHOICES.level, width: '82px' },
  { key: 'mode', title: 'How', kind: 'choice', choices: PLAN_CHOICES.mode, width: '118px' },
  { key: 'funding_route', title: 'Paid by', kind: 'choice', choices: PLAN_CHOICES.funding_route, width: '132px' },
  {
    key: 'cost_pence',
    title: 'Cost to them',
    kind: 'read',
    width: '88px',
    read: readMoney,
    show: (pence) => pounds(Number(pence)),
    help: 'Like 1,200',
  },
  {
    key: 'target_month',
    title: 'Month',
    kind: 'read',
    width: '124px',
    read: (text) => readMonth(text, TODAY),
    show: (month) => showMonth(month as Day),
    help: 'Like sep 2027',
  },
  { key: 'status', title: 'Status', kind: 'choice', choices: PLAN_CHOICES.status, width: '108px', none: 'Planned' },
]

const blank = (place: number): Omit<PlanLine, 'id'> => ({
  version: 0,
  reference: '',
  place,
  skills_gap_id: null,
  need: '',
  role_group: null,
  skill_area: 'other',
  people: 1,
  level: null,
  mode: null,
  course: null,
  provider_options: null,
  funding_route: null,
  cost_pence: null,
  target_month: null,
  status: 'planned',
  learners: 0,
})

/** The words of a new line say whose need it is and of what kind. */
function settle(line: PlanLine, changed: string): PlanLine {
  const said = { ...line, status: line.status ?? 'planned', people: line.people ?? 1 }
  if (changed !== 'need' || line.skills_gap_id !== null) return said
  return {
    ...said,
    skill_area: guessSkillArea(line.need) ?? line.skill_area,
    role_group: guessRoleGroup(line.need) ?? line.role_group,
  }
}

function Lines({ plan, may }: { plan: Plan; may: boolean }) {
  const [matching, setMatching] = useState<PlanLine>()
  const before = (id: string) => plan.lines.find((line) => line.id === id)
  function save(line: PlanLine) {
    const { id: _, version: __, reference: ___, course: ____, skills_gap_id: _____, learners: ______, ...facts } = line
    const now = before(line.id)
    const changed = Object.entries(facts).filter(([key, value]) => now?.[key as keyof PlanLine] !== value)
    plan.change(line, now ? Object.fromEntries(changed) : facts)
  }
  return (
    <>
      <LineTable
        caption="Lines of the training plan"
        columns={COLUMNS}
        lines={plan.lines}
        blank={blank}
        settle={settle}
        disabled={!may}
        onSave={save}
        onRemove={(id) => void plan.remove(id)}
        renderBelow={(line) => <Below line={line} plan={plan} may={may} onMatch={() => setMatching(line)} />}
      />
      {matching && (
        <MatchCourseDialog
          line={before(matching.id) ?? matching}
          onClose={() => setMatching(undefined)}
          onUse={(course) => {
            plan.change(before(matching.id) ?? matching, { course_id: course.id, ...({ course } as object) })
            setMatching(undefined)
          }}
          onOption={(words) => {
            const line = before(matching.id) ?? matching
            const provider_options = [line.provider_options, words].filter(Boolean).join('; ').slice(0, 500)
            plan.change(line, { provider_options })
          }}
        />
      )}
    </>
  )
}

type BelowProps = { line: PlanLine; plan: Plan; may: boolean; onMatch: () => void }

/** Where it can be learned, and the order of the lines. */
function Below({ line, plan, may, onMatch }: BelowProps) {
  const at = plan.lines.findIndex(({ id }) => id === line.id)
  const move = (by: -1 | 1) => {
    const near = plan.lines[at + by]?.place
    if (near === undefined) return
    const beyond = plan.lines[at + 2 * by]?.place ?? near + by
    plan.change(line, { place: (near + beyond) / 2 })
  }
  return (
    <div className="plan-below">
      <span>
        {line.course ? (
          <>
            <b>{line.course.title}</b>
            {line.course.provider && `, ${line.course.provider}`}
          </>
        ) : (
          <span className="quiet">No course matched</span>
        )}
        {line.provider_options && <span className="quiet"> · or {line.provider_options}</span>}
        <LineLearners line={line} />
      </span>
      {may && (
        <span className="cluster">
          <EnrolForLine line={line} plan={plan} />
          <Button size="small" icon="search" onClick={onMatch}>
            {line.course ? 'Change course' : 'Match a course'}
            <span className="visually-hidden"> for {line.need}</span>
          </Button>
          {at > 0 && (
            <Button size="small" look="quiet" icon="up" iconOnly onClick={() => move(-1)}>
              Move up {line.need}
            </Button>
          )}
          {at < plan.lines.length - 1 && (
            <Button size="small" look="quiet" icon="down" iconOnly onClick={() => move(1)}>
              Move down {line.need}
            </Button>
          )}
        </span>
      )}
    </div>
  )
}

function Totals({ lines }: { lines: readonly PlanLine[] }) {
  const { lines: count, people, cost_pence, uncosted, taken_up } = planTotals(lines)
  if (count === 0) return <p className="quiet">Type the first need, or plan for the gaps that the review found.</p>
  return (
    <p className="plan-totals">
      <b>
        {count} {count === 1 ? 'line' : 'lines'}
      </b>{' '}
      for {people} {people === 1 ? 'place' : 'places'} on courses, {pounds(cost_pence)} to the business
      {uncosted > 0 && ` and ${uncosted} ${uncosted === 1 ? 'line' : 'lines'} without a cost`}. {taken_up} taken up.
    </p>
  )
}
