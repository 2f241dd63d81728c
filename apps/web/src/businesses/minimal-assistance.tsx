import type { Day } from '@hubline/domain/day.ts'
import { showDay } from '@hubline/domain/day.ts'
import {
  type Assistance,
  MOST_ASSISTANCE_PENCE,
  assistanceBy,
  withFurther,
} from '@hubline/domain/grants/minimal-assistance.ts'
import { readMoney, showMoney } from '@hubline/domain/money.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { RecordLink } from '../records/record-link.tsx'
import { PaceBar } from '../ui/bars.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Panel } from '../ui/panel.tsx'
import { Tag } from '../ui/tag.tsx'
import { TextField } from '../ui/text-field.tsx'
import '../ui/line-list.css'

type Props = { business: { id: string }; today: Day }

/** How much minimal financial assistance a business has had, from which awards, and whether one more would fit. */
export function MinimalAssistance({ business, today }: Props) {
  const { data: awards } = useQuery(trpc.businesses.assistance.queryOptions({ id: business.id }))
  const [day, setDay] = useState<Day | undefined>(today)
  const [amount, setAmount] = useState('')
  if (!awards) return null
  const assistance = assistanceBy(day ?? today, awards)
  return (
    <Panel title="Minimal financial assistance">
      <Had assistance={assistance} by={day ?? today} />
      <details>
        <summary>Would another award fit?</summary>
        <div className="stack">
          <TextField
            label="Amount"
            hint="Like 60,000 or 60k"
            short
            inputMode="decimal"
            value={amount}
            onChange={(event) => setAmount(event.currentTarget.value)}
          />
          <DateField label="Given on" value={day} onChange={setDay} today={today} leaning="future" />
          <Answer assistance={assistance} amount={amount} asked={day !== undefined} />
        </div>
      </details>
    </Panel>
  )
}

function Had({ assistance: { from, counted, had }, by }: { assistance: Assistance; by: Day }) {
  const words = `${showMoney(had)} of ${showMoney(MOST_ASSISTANCE_PENCE)}`
  return (
    <>
      <PaceBar share={had / MOST_ASSISTANCE_PENCE} series="c2" label={words} />
      <p>
        <b className="figures">{words}</b>{' '}
        <span className="quiet small">
          from {showDay(from)} to {showDay(by)}, by the records of this hub
        </span>
      </p>
      {counted.length > 0 && (
        <ul className="line-list" role="list">
          {counted.map(({ reference, scheme, amount_pence, accepted_on }) => (
            <li key={reference}>
              <RecordLink kind="grant_award" reference={reference}>
                {scheme}
              </RecordLink>{' '}
              <span className="quiet small figures">
                {showMoney(amount_pence)}
                {accepted_on && `, ${showDay(accepted_on)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Said as it is typed. Awards of others and of linked businesses are known to the business alone. */
function Answer({ assistance, amount, asked }: { assistance: Assistance; amount: string; asked: boolean }) {
  const pence = readMoney(amount)
  const unread = amount.trim() !== '' && pence === undefined
  const answer = pence === undefined || !asked ? undefined : withFurther(assistance, pence)
  return (
    <>
      <p role="status">
        {unread && 'Write the amount like 60,000 or 60k.'}
        {answer && (
          <>
            <Tag tone={answer.fits ? 'ok' : 'bad'}>{answer.fits ? 'Fits' : 'Too much'}</Tag> {answer.words}
          </>
        )}
      </p>
      {answer && (
        <p className="quiet small">
          Before you offer, ask the business in writing what it and the businesses linked to it had from others.
        </p>
      )}
    </>
  )
}
