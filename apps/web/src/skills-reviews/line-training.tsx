import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useMay } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import type { PlanLine } from './plan-words.ts'
import type { Plan } from './use-plan.ts'

const EnrolFromLineSheet = lazy(() =>
  import('../training/enrol-from-line-sheet.tsx').then((module) => ({ default: module.EnrolFromLineSheet })),
)

/** How many are on a course for the line, as a link to them. */
export function LineLearners({ line: { reference, learners, people } }: { line: PlanLine }) {
  if (learners === 0) return null
  return (
    <>
      {' · '}
      <Link to="/training/learners" search={{ line: reference }}>
        {learners === 1 ? '1 learner' : `${learners} learners`}
      </Link>
      <span className="quiet"> of {people} planned</span>
    </>
  )
}

/** Puts people of the business on a course for the line; what is being typed is saved first. */
export function EnrolForLine({ line, plan }: { line: PlanLine; plan: Plan }) {
  const mayRecord = useMay('training:record')
  const [open, setOpen] = useState(false)
  if (!mayRecord || line.reference === '') return null
  return (
    <>
      <Button size="small" icon="plus" onClick={() => void plan.run(() => Promise.resolve()).then(() => setOpen(true))}>
        Enrol people<span className="visually-hidden"> for {line.need}</span>
      </Button>
      {open && (
        <Suspense fallback={null}>
          <EnrolFromLineSheet
            line={line.reference}
            onClose={() => {
              setOpen(false)
              void plan.run(() => Promise.resolve())
            }}
          />
        </Suspense>
      )}
    </>
  )
}
