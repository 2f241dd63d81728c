import { CALL_OUTCOME_NAMES, type CallOutcome } from '@hubline/domain/skills-reviews/call-list.ts'
import { REVIEW_STATUS_NAMES, type ReviewStatus } from '@hubline/domain/skills-reviews/stages.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { ClientLink } from '../businesses/client-link.tsx'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import '../ui/line-list.css'
import { refreshReviews } from './refresh-reviews.ts'
import { instantWords } from './review-words.ts'

type Change = inferOutput<typeof trpc.skillsReviews.recentChanges>[number]

const NAMES: Readonly<Record<CallOutcome | ReviewStatus, string>> = { ...CALL_OUTCOME_NAMES, ...REVIEW_STATUS_NAMES }

/** What the person at the screen logged about offers in the last day, each with its way back. */
export function RecentChanges({ onClose }: { onClose: () => void }) {
  const { data } = useQuery(trpc.skillsReviews.recentChanges.queryOptions(undefined, { staleTime: 0 }))
  const [said, setSaid] = useState('')
  return (
    <Dialog title="Recent changes" open onClose={onClose} foot={<Button onClick={onClose}>Close</Button>}>
      <p className="quiet">What you logged about offers in the last 24 hours.</p>
      <p role="status">{said}</p>
      {data?.length === 0 && <p>Nothing.</p>}
      {data && data.length > 0 && (
        <ul role="list" className="line-list">
          {data.map((change) => (
            <li key={`${change.kind}${change.id}`} className="recent-change">
              <span>
                <ClientLink client={{ kind: 'business', reference: change.business.reference }}>
                  {change.business.name}
                </ClientLink>
                <span className="cell-note figures">
                  {NAMES[change.outcome]} · {instantWords(change.at)}
                </span>
              </span>
              <Undo change={change} onDone={setSaid} />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}

function Undo({ change, onDone }: { change: Change; onDone: (sentence: string) => void }) {
  const undoingCall = useMutation(trpc.callLists.undo.mutationOptions())
  const undoingReview = useMutation(trpc.skillsReviews.undo.mutationOptions())
  const { kind, id, version, business } = change

  async function undo() {
    const form = { request_id: newId(), id, version }
    try {
      await (kind === 'call' ? undoingCall.mutateAsync(form) : undoingReview.mutateAsync(form))
      await refreshReviews()
      onDone(`${business.name}: undone`)
    } catch (error) {
      onDone(problemOf(error).sentence)
    }
  }

  return (
    <Button
      size="small"
      busy={undoingCall.isPending || undoingReview.isPending ? 'Undoing' : undefined}
      onClick={() => void undo()}
    >
      Undo<span className="visually-hidden"> for {business.name}</span>
    </Button>
  )
}
