import { showTime } from '@hubline/domain/calendar/booking-words.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { findClients } from '../businesses/find-clients.ts'
import { Page } from '../shell/page.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Finder } from '../ui/finder.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'
import { CalendarBar } from './calendar-bar.tsx'
import type { Diary, FreeTime } from './calendar-data.ts'
import { type Shown, daysOf, mondayOf } from './calendar-question.ts'
import { DiaryBoard } from './diary-board.tsx'
import { useMoveReview } from './use-move-review.ts'

/** The diary as it stands. A free time of a single broker begins a booking. */
export function PlainCalendar({ asked, view, diary }: Shown & { diary: Diary }) {
  const { move } = useMoveReview()
  const [begun, setBegun] = useState<FreeTime>()
  const [only] = diary.shown
  const single = diary.shown.length === 1 ? only : undefined
  const days = daysOf('week', mondayOf(asked.day), true)
  const [from = asked.day] = days
  const minutes = single?.review_minutes ?? 90
  const free = useQuery({
    ...trpc.calendar.freeTimes.queryOptions({
      broker_id: single?.id ?? null,
      from,
      to: days.at(-1) ?? from,
      minutes,
      place: 'their_site',
    }),
    enabled: single !== undefined,
  })
  return (
    <Page
      title="Calendar"
      actions={
        <ButtonLink to="/settings/diary" icon="settings">
          Working hours
        </ButtonLink>
      }
    >
      <CalendarBar asked={asked} view={view} diary={diary} />
      <DiaryBoard
        asked={asked}
        view={view}
        diary={diary}
        free={single ? (free.data ?? []) : []}
        minutes={minutes}
        choosing={{ verb: 'book a review', onChoose: setBegun }}
        onMove={(review, to) => void move(review, to)}
      />
      {begun && <WhoFor time={begun} onClose={() => setBegun(undefined)} />}
    </Page>
  )
}

/** From a free time to a booking: for whom? */
function WhoFor({ time, onClose }: { time: FreeTime; onClose: () => void }) {
  const change = useChangeSearch()
  return (
    <Dialog
      title={`Book ${showTime(Date.parse(time.slot_start))}`}
      open
      onClose={onClose}
      foot={<Button onClick={onClose}>Not now</Button>}
    >
      <Finder
        first
        label="Business"
        hint="Its name, number or postcode"
        search={(text) => findClients(text, { kinds: ['business'] })}
        nothing="No business answers to that"
        onChoose={(found) => {
          if (!found) return
          onClose()
          change({ book: found.client.reference, at: time.slot_start })
        }}
      />
    </Dialog>
  )
}
