import { showDay, todayInLondon } from '@hubline/domain/day.ts'
import { useMutation } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { refreshCalendar } from './calendar-data.ts'

type Feed = inferOutput<typeof trpc.calendar.settings>['feed']

const dayOf = (instant: string) => showDay(todayInLondon(new Date(instant)))

/** The link by which a calendar program shows one's own diary: made, shown once, and ended. */
export function FeedPanel({ feed }: { feed: Feed }) {
  const [link, setLink] = useState<string>()
  const making = useMutation(trpc.calendar.makeFeed.mutationOptions())
  const ending = useMutation(trpc.calendar.endFeed.mutationOptions())

  const make = () => run(async () => setLink((await making.mutateAsync({ request_id: newId() })).link))
  const end = () =>
    run(async () => {
      await ending.mutateAsync({ request_id: newId() })
      setLink(undefined)
      toast('The calendar link is ended: whoever has it reads nothing any more')
    })

  return (
    <Panel title="In your own calendar">
      <p className="quiet">
        {feed
          ? `A calendar program can read your diary by a link made on ${dayOf(feed.made_at)}, until ${dayOf(feed.expires_at)}.`
          : 'Outlook, Google Calendar or a phone can show your diary beside everything else, by a link that only you have.'}
      </p>
      {link && (
        <>
          <TextField
            id="feed"
            label="Calendar link"
            hint="Subscribe to it in your calendar program. It is shown only now; whoever has it reads your diary."
            readOnly
            value={link}
            onFocus={({ target }) => target.select()}
          />
          <div>
            <Button icon="copy" onClick={() => void copy(link)}>
              Copy link
            </Button>
          </div>
        </>
      )}
      <div className="cluster">
        <Button icon="calendar" busy={making.isPending ? 'Making it' : undefined} onClick={() => void make()}>
          {feed ? 'Make a new link' : 'Make a calendar link'}
        </Button>
        {feed && (
          <Button look="quiet" busy={ending.isPending ? 'Ending it' : undefined} onClick={() => void end()}>
            End the link
          </Button>
        )}
      </div>
    </Panel>
  )
}

/** Does it and shows what has become of the settings; a refusal is said. */
async function run(work: () => Promise<void>): Promise<void> {
  try {
    await work()
    await refreshCalendar()
  } catch (error) {
    toast(problemOf(error).sentence, { tone: 'bad' })
  }
}

async function copy(link: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(link)
    toast('The calendar link is copied')
  } catch {
    toast('This browser does not let pages copy: select the link and copy it', { tone: 'bad' })
  }
}
