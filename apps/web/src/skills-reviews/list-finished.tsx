import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { toast } from '../ui/toast.tsx'
import { type CallList, SHOWN_NAMES, type Shown } from './call-list-words.ts'
import type { NextCall } from './use-calling.ts'

type Props = { list: CallList; call: NextCall; onAgain: () => Promise<void> }

const OUTCOMES = [
  'accepted',
  'offered',
  'declined',
  'no_answer',
  'wrong_contact',
  'later',
  'passed_over',
] as const satisfies readonly Shown[]

/** The end of a list: what came of it, every number with its list, and what may be done next. */
export function ListFinished({ list, call: { counts, with_colleagues }, onAgain }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <section className="panel list-finished" aria-labelledby="finished">
      <h2 id="finished" ref={heading} tabIndex={-1}>
        {with_colleagues > 0
          ? `${with_colleagues === 1 ? 'The last business is' : `The last ${with_colleagues} businesses are`} with a colleague`
          : 'Nobody is left to call'}
      </h2>
      <p>
        <SearchLink change={{ show: 'offers' }}>
          {counts.offers === 1 ? '1 offer was made' : `${counts.offers} offers were made`}
        </SearchLink>{' '}
        to {counts.all} {counts.all === 1 ? 'business' : 'businesses'}.{' '}
        <Link to="/reviews">See all skills reviews</Link>
      </p>
      <ul role="list" className="finished-counts">
        {OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => (
          <li key={outcome}>
            <SearchLink change={{ show: outcome }}>
              {SHOWN_NAMES[outcome]} <b className="figures">{counts[outcome]}</b>
            </SearchLink>
          </li>
        ))}
      </ul>
      <div className="cluster">
        {counts.no_answer > 0 && <CallAgain list={list} many={counts.no_answer} onAgain={onAgain} />}
        {counts.wrong_contact > 0 && (
          <SearchLink change={{ show: 'wrong_contact' }} className="button plain usual">
            Put the wrong contacts right
          </SearchLink>
        )}
        <ButtonLink to="/reviews/call-list/new">Make another list</ButtonLink>
      </div>
    </section>
  )
}

function CallAgain({ list, many, onAgain }: { list: CallList; many: number; onAgain: () => Promise<void> }) {
  const asking = useMutation(trpc.callLists.callAgain.mutationOptions())
  async function again() {
    try {
      await asking.mutateAsync({ request_id: newId(), id: list.id })
      await queryClient.invalidateQueries(trpc.callLists.pathFilter())
      await onAgain()
    } catch (error) {
      toast(problemOf(error).sentence, { tone: 'bad' })
    }
  }
  return (
    <Button
      look="filled"
      icon="phone"
      busy={asking.isPending ? 'Putting them back' : undefined}
      onClick={() => void again()}
    >
      {many === 1 ? 'Call the one that gave no answer again' : `Call the ${many} that gave no answer again`}
    </Button>
  )
}
