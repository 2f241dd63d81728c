import type { CallListCriteria } from '@hubline/domain/skills-reviews/call-list.ts'
import { merge } from '@hubline/domain/skills-reviews/offer-letter.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { useMe } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import './offer-mail.css'

/** So many of those who get the letter can be leafed through. */
const LEAVES = 20

type Props = { criteria: CallListCriteria; subject: string; text: string }

/** The letter as one person gets it; the buttons leaf through the first of them. */
export function LetterPreview({ criteria, subject, text }: Props) {
  const me = useMe()
  const [at, setAt] = useState(0)
  const { data } = useQuery({
    ...trpc.offerMail.candidates.queryOptions({ criteria, standing: 'can', size: LEAVES }),
    placeholderData: keepPreviousData,
  })
  const rows = data?.rows ?? []
  const place = Math.min(at, rows.length - 1)
  const row = rows[place]
  if (!row) return null
  const contact = `${row.given_name} ${row.family_name}`
  const values = {
    contact,
    first_name: row.given_name ?? '',
    business: row.name,
    broker: me.name,
    hub: me.hub.name,
  }
  return (
    <Panel
      title="How it reads"
      note={`${place + 1} of ${rows.length}`}
      actions={
        <>
          <Button size="small" icon="left" iconOnly onClick={() => setAt(Math.max(0, place - 1))}>
            The letter before
          </Button>
          <Button size="small" icon="right" iconOnly onClick={() => setAt(Math.min(rows.length - 1, place + 1))}>
            The next letter
          </Button>
        </>
      }
    >
      <div className="letter-preview" aria-live="polite">
        <p className="quiet small">
          To {contact}, {row.email}; answers go to {me.email}
        </p>
        <p className="strong">{merge(subject, values)}</p>
        <p className="offer-letter">
          {merge(text, values).replaceAll('{link}', `${location.origin}/t/… (a link of their own)`)}
        </p>
      </div>
    </Panel>
  )
}
