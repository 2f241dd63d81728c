import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { useMay } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { Finder } from '../ui/finder.tsx'
import { keyWords, useShortcut } from '../ui/shortcuts.ts'
import { AccountMenu } from './account-menu.tsx'
import { findAnything } from './find-anything.ts'
import { useLog } from './log.tsx'

/** Find, log, account: within reach on every page. */
export function TopBar({ onHelp }: { onHelp: () => void }) {
  const navigate = useNavigate()
  const { log, near } = useLog()
  const may_find = useMay('client:read')
  const may_log = useMay('interaction:log')
  const box = useRef<HTMLInputElement>(null)
  const find = () => {
    box.current?.focus()
    box.current?.select()
  }
  useShortcut({ keys: 'mod+k', words: 'Find', where: 'Everywhere', inFields: true, run: find })
  useShortcut({ keys: '/', words: 'Find', where: 'Everywhere', run: find })
  return (
    <header className="top-bar no-print">
      <search className="top-find">
        {may_find && (
          <Finder
            ref={box}
            look="bar"
            label="Find a business, person or reference"
            placeholder="Find a business, person, number…"
            keys={keyWords('mod+k')}
            after="go"
            least={0}
            search={findAnything}
            nothing="No match in this hub"
            onChoose={(found) => found && void navigate({ href: found.href, state: { typed: found.typed } })}
          />
        )}
      </search>
      <div className="top-end">
        {may_log && (
          <Button
            look="filled"
            icon="plus"
            className="top-log"
            onPointerEnter={near}
            onFocus={near}
            onClick={() => log()}
          >
            Log interaction
          </Button>
        )}
        <AccountMenu onHelp={onHelp} />
      </div>
    </header>
  )
}
