import { type Day, todayInLondon } from '@hubline/domain/day.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../../api.ts'
import { Page } from '../../shell/page.tsx'
import { DraftOffer } from '../../ui/draft-offer.tsx'
import { ListBox } from '../../lists/list-box.tsx'
import { toast } from '../../ui/toast.tsx'
import '../training.css'
import './paste.css'
import { PasteReview } from './paste-review.tsx'
import { PasteSettingsPanel } from './paste-settings.tsx'
import { listFrom } from './pasted-list.ts'
import { type PasteSettings, usePastedLearners } from './use-pasted-learners.ts'

const route = getRouteApi('/hub/training/$reference/paste')

/** Learners from a spreadsheet: pasted, matched to who is known, decided where that is open, and saved in one go. */
export function PastePage() {
  const { reference } = route.useParams()
  const search = route.useSearch()
  const { data } = useSuspenseQuery(trpc.training.course.queryOptions({ reference }))
  const [today] = useState<Day>(() => todayInLondon(new Date()))
  const { course, sessions } = data
  const [start] = useState<PasteSettings>(() => ({
    status: 'enrolled',
    enrolled_on: today,
    first_attended_on: null,
    evidence_level: null,
    session_id: sessions.find((session) => session.reference === search.session && session.status === 'open')?.id ?? '',
    employer: undefined,
  }))
  const pasting = usePastedLearners({ course, start, plan_line: search.line, today })
  const { draft, settings, changeSettings } = pasting

  function read(text: string) {
    const list = listFrom(text)
    if (list) pasting.take(list)
    else toast('There is no list in that text', { tone: 'bad' })
  }

  return (
    <Page
      title="Paste learners"
      tabTitle={`Paste learners: ${course.title}`}
      note={
        <span>
          To{' '}
          <Link to="/training/$reference" params={{ reference }}>
            {course.title}
          </Link>
        </span>
      }
    >
      {draft.found && !pasting.list && (
        <DraftOffer saved_at={draft.found.saved_at} onKeep={pasting.keepDraft} onDiscard={() => void draft.forget()} />
      )}
      <PasteSettingsPanel settings={settings} sessions={sessions} today={today} onChange={changeSettings} />
      {pasting.list ? (
        <PasteReview course={course} sessions={sessions} pasting={pasting} plan_line={search.line} today={today} />
      ) : (
        <ListBox
          label="The list"
          hint="Copy the rows in the spreadsheet, with or without headings, and press Ctrl V anywhere on this page. Nothing is written before you have seen what it comes to"
          fits={(text) => listFrom(text)?.heading !== undefined}
          onRead={read}
        />
      )}
    </Page>
  )
}
