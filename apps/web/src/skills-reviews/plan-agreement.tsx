import { AGREEMENT_WAY_NAMES } from '@hubline/domain/skills-reviews/agree-plan.ts'
import { showDay } from '@hubline/domain/day.ts'
import { lazy, Suspense, useState } from 'react'
import { showInstant } from '../records/show-value.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { Tag } from '../ui/tag.tsx'
import type { PlanPageShown } from './plan-words.ts'
import type { Plan } from './use-plan.ts'

const SendPlanSheet = lazy(() => import('./send-plan-sheet.tsx').then((module) => ({ default: module.SendPlanSheet })))
const RecordAnswerSheet = lazy(() =>
  import('./record-answer-sheet.tsx').then((module) => ({ default: module.RecordAnswerSheet })),
)

type Agreement = PlanPageShown['agreements'][number]

/** Whether the client agreed to the plan, what they were asked and what they said. */
export function PlanAgreement({ plan, page, may }: { plan: Plan; page: PlanPageShown; may: boolean }) {
  const [open, setOpen] = useState<'send' | 'record'>()
  const { plan_agreed_on, held_on } = page.review
  const can = may && held_on !== null && plan.lines.length > 0
  return (
    <Panel
      title="Agreement"
      note={plan_agreed_on ? <Tag tone="ok">Agreed {showDay(plan_agreed_on)}</Tag> : <Tag>Not agreed yet</Tag>}
      actions={
        can && (
          <>
            <Button size="small" icon="mail" look={plan_agreed_on ? 'plain' : 'filled'} onClick={() => setOpen('send')}>
              Send to agree
            </Button>
            <Button size="small" icon="phone" onClick={() => setOpen('record')}>
              Record an answer
            </Button>
          </>
        )
      }
    >
      <div className="plan-agreements">
        {page.agreements.length === 0 && (
          <p className="quiet">
            {held_on === null
              ? 'The plan can be agreed once the review is held.'
              : 'The business was not asked yet. It can agree by a link without an account, or tell you.'}
          </p>
        )}
        <ul role="list">
          {page.agreements.map((agreement) => (
            <li key={agreement.id}>{wordsOf(agreement)}</li>
          ))}
        </ul>
      </div>
      <Suspense fallback={null}>
        {open === 'send' && <SendPlanSheet plan={plan} page={page} onClose={() => setOpen(undefined)} />}
        {open === 'record' && <RecordAnswerSheet plan={plan} page={page} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </Panel>
  )
}

function wordsOf({ way, sent_to, sent_at, answer, answered_at, said_by, note, recorded_by }: Agreement) {
  const asked = sent_at && `${sent_to ? `Sent to ${sent_to}` : 'Link made'} on ${showInstant(sent_at)}`
  if (answer === null) return <>{asked}: no answer yet</>
  return (
    <>
      <b>
        {said_by} {answer === 'agreed' ? 'agreed' : 'asked for changes'}
      </b>{' '}
      on {answered_at && showInstant(answered_at)}, {AGREEMENT_WAY_NAMES[way].toLowerCase()}
      {way !== 'link' && recorded_by && ` (recorded by ${recorded_by})`}
      {note && <span className="plan-note">{note}</span>}
    </>
  )
}
