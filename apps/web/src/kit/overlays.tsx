import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog, Sheet } from '../ui/dialog.tsx'
import { DraftOffer } from '../ui/draft-offer.tsx'
import { Finder } from '../ui/finder.tsx'
import { Menu } from '../ui/menu.tsx'
import { Panel } from '../ui/panel.tsx'
import { ShortcutHelp } from '../ui/shortcut-help.tsx'
import { useShortcut } from '../ui/shortcuts.ts'
import { TextArea } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { DateField } from '../ui/date-field.tsx'
import type { Day } from '@hubline/domain/day.ts'
import { findFirms } from './firms.ts'

const TODAY = '2025-11-24' as Day

export function Overlays() {
  const [open, setOpen] = useState<'sheet' | 'dialog' | 'help'>()
  const [day, setDay] = useState<Day | undefined>()
  const [draft, setDraft] = useState(true)
  const close = () => setOpen(undefined)
  useShortcut({ keys: '?', words: 'Keyboard shortcuts', where: 'Everywhere', run: () => setOpen('help') })
  useShortcut({ keys: 'l', words: 'Log an interaction', where: 'Everywhere', run: () => setOpen('sheet') })
  useShortcut({ keys: 'g c', words: 'My caseload', where: 'Go to', run: () => toast('Gone to the caseload') })
  return (
    <Panel title="What floats">
      {draft && (
        <DraftOffer saved_at="2025-11-24T14:02:00Z" onKeep={() => setDraft(false)} onDiscard={() => setDraft(false)} />
      )}
      <div className="cluster">
        <Button onClick={() => setOpen('sheet')}>Open a sheet</Button>
        <Button onClick={() => setOpen('dialog')}>Open a dialog</Button>
        <Button onClick={() => setOpen('help')}>Open the help</Button>
        <Button onClick={() => toast('Next step set', { action: { words: 'Undo', run: () => toast('Undone') } })}>
          Say something
        </Button>
        <Menu
          label="More for Amberwood Bakery Ltd"
          groups={[
            {
              title: 'Do',
              items: [
                { id: 'log', words: 'Log', icon: 'plus', keys: 'l', run: () => setOpen('sheet') },
                { id: 'next', words: 'Set next step', icon: 'flag', keys: 'n', run: () => toast('Next') },
              ],
            },
            { items: [{ id: 'void', words: 'Void', icon: 'remove', tone: 'danger', run: () => toast('Voided') }] },
          ]}
        />
      </div>
      <Sheet
        title="Log interaction"
        open={open === 'sheet'}
        onClose={close}
        foot={
          <Button look="filled" icon="check" keys="Ctrl ↵" onClick={close}>
            Save
          </Button>
        }
      >
        <Finder
          label="Business"
          search={findFirms}
          onChoose={() => undefined}
          placeholder="Name, number, phone, postcode"
        />
        <DateField label="Day" value={day} onChange={setDay} today={TODAY} />
        <TextArea label="What happened" name="sheet-note" />
      </Sheet>
      <Dialog
        title="Merge two businesses"
        open={open === 'dialog'}
        onClose={close}
        foot={
          <Button look="filled" onClick={close}>
            Merge
          </Button>
        }
      >
        <p>B-4101 becomes part of B-4156. Both references go on working.</p>
      </Dialog>
      <ShortcutHelp open={open === 'help'} onClose={close} />
    </Panel>
  )
}
