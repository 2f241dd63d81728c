import { useMutation } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { toast } from '../ui/toast.tsx'
import { refreshCalendar } from './calendar-data.ts'

/** One's own page, on which businesses book by themselves: its address to pass on, and the end of it. */
export function OwnPagePanel({ public_address }: { public_address: string | null }) {
  const keeping = useMutation(trpc.calendar.keepOwnPage.mutationOptions())
  async function keep(is_open: boolean) {
    try {
      await keeping.mutateAsync({ request_id: newId(), is_open })
      await refreshCalendar()
      toast(is_open ? 'Your booking page is open' : 'Your booking page is closed: its address leads nowhere')
    } catch (error) {
      toast(problemOf(error).sentence, { tone: 'bad' })
    }
  }
  const busy = keeping.isPending ? 'Saving' : undefined
  if (public_address === null)
    return (
      <Panel title="Booking page">
        <p className="quiet">
          A page of your own, for your e-mails or your website: whoever has its address sees your free times and books a
          review with you, without an account.
        </p>
        <div>
          <Button icon="open" busy={busy} onClick={() => void keep(true)}>
            Open my booking page
          </Button>
        </div>
      </Panel>
    )
  return (
    <Panel
      title="Booking page"
      actions={
        <Button size="small" icon="copy" onClick={() => void copy(public_address)}>
          Copy
        </Button>
      }
    >
      <a href={public_address} target="_blank" rel="noreferrer" className="own-page-address">
        {public_address}
      </a>
      <p className="small quiet">
        Anybody who has this address can book a review with you. You say whose it is where Hubline does not know.
      </p>
      <div>
        <Button look="quiet" busy={busy} onClick={() => void keep(false)}>
          Close the page
        </Button>
      </div>
    </Panel>
  )
}

async function copy(address: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(address)
    toast('The address is copied')
  } catch {
    toast('This browser does not let pages copy: select the address and copy it', { tone: 'bad' })
  }
}
