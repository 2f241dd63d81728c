import { mayHavePlan } from '@hubline/domain/skills-reviews/plan-line.ts'
import { movesFrom } from '@hubline/domain/skills-reviews/stages.ts'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useMay } from '../staff/me.ts'
import type { MenuGroup } from '../ui/menu-choices.ts'
import { Menu } from '../ui/menu.tsx'
import type { ReviewRow } from './review-words.ts'
import { type OfferAnswer, useAnswerOffer } from './use-answer-offer.ts'

const DeclineDialog = lazy(() => import('./decline-dialog.tsx').then((module) => ({ default: module.DeclineDialog })))

type Item = MenuGroup['items'][number]

/** What can be logged about one review of the list. */
export function ReviewMenu({ row }: { row: ReviewRow }) {
  const navigate = useNavigate()
  const mayWork = useMay('review:work')
  const [declining, setDeclining] = useState(false)
  const answer = useAnswerOffer(row, row.business.name)
  const moves = movesFrom(row)
  const say = (id: string, words: string, given: OfferAnswer): Item => ({
    id,
    words,
    run: () => void answer(given),
  })
  const answers = [
    ...(moves.includes('accept') ? [say('accept', 'Accepted', { answer: 'accepted' })] : []),
    ...(moves.includes('decline') ? [{ id: 'decline', words: 'Declined…', run: () => setDeclining(true) }] : []),
    ...(moves.includes('give_up') ? [say('give_up', 'No response', { answer: 'no_response' })] : []),
    ...(moves.includes('take_answer_back') ? [say('waiting', 'No answer yet', { answer: 'waiting' })] : []),
  ]
  const open: Item = {
    id: 'open',
    words: `Open ${row.reference}`,
    icon: 'note',
    run: () =>
      void navigate({ to: '/r/$kind/$reference', params: { kind: 'skills_review', reference: row.reference } }),
  }
  const { reference } = row
  const pages: Item[] = [
    {
      id: 'form',
      words: 'Review form',
      icon: 'edit',
      run: () => void navigate({ to: '/reviews/$reference/form', params: { reference } }),
    },
    {
      id: 'plan',
      words: 'Training plan',
      icon: 'list',
      run: () => void navigate({ to: '/reviews/$reference/plan', params: { reference } }),
    },
  ]
  return (
    <>
      <Menu
        label={`More for ${row.business.name}, ${row.reference}`}
        groups={[
          { items: [open, ...(mayHavePlan(row.status) ? pages : [])] },
          ...(mayWork && answers.length > 0 ? [{ title: 'They said', items: answers }] : []),
        ]}
      />
      {declining && (
        <Suspense fallback={null}>
          <DeclineDialog
            business={row.business.name}
            onDecline={(decline_reason) => answer({ answer: 'declined', decline_reason })}
            onClose={() => setDeclining(false)}
          />
        </Suspense>
      )}
    </>
  )
}
