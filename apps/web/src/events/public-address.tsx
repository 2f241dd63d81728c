import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { toast } from '../ui/toast.tsx'
import type { EventPageData } from './event.ts'

/** Where people outside read of the event and have a place. */
export function PublicAddress({ page: { public_address, stage } }: { page: EventPageData }) {
  if (public_address === null || stage === 'delivered') return null
  return (
    <Panel
      title="Public page"
      actions={
        <Button size="small" icon="copy" onClick={() => void copy(public_address)}>
          Copy
        </Button>
      }
    >
      <a href={public_address} target="_blank" rel="noreferrer" className="event-mail">
        {public_address}
      </a>
      <p className="small quiet">
        {stage === 'closed' || stage === 'cancelled'
          ? 'It says that nobody can book just now.'
          : 'Anybody who has this address can have a place, or wait for one.'}
      </p>
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
