import { Outlet } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useMe } from '../staff/me.ts'
import { ShortcutHelp } from '../ui/shortcut-help.tsx'
import { listenForShortcuts, useShortcut } from '../ui/shortcuts.ts'
import { ToastRegion } from '../ui/toast.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { LeftBar } from './left-bar.tsx'
import { LogProvider } from './log.tsx'
import { OutboxBar } from './outbox-bar.tsx'
import './shell.css'
import { TopBar } from './top-bar.tsx'

/** The frame round every page of a hub. */
export function Shell() {
  const { hub } = useMe()
  const [help, setHelp] = useState(false)
  useEffect(listenForShortcuts, [])
  useShortcut({ keys: '?', words: 'Keyboard shortcuts', where: 'Everywhere', run: () => setHelp(true) })
  return (
    <LogProvider>
      <a href="#main" className="skip-link no-print" onClick={toMain}>
        Skip to the page
      </a>
      <div className="shell">
        <LeftBar />
        <div className="shell-side">
          <TopBar onHelp={() => setHelp(true)} />
          {hub.is_demonstration && (
            <aside aria-label="This hub" className="demonstration">
              <b>Demonstration:</b> synthetic data
            </aside>
          )}
          <OutboxBar />
          <main id="main" tabIndex={-1}>
            <Outlet />
          </main>
        </div>
        <BottomBar />
      </div>
      <ToastRegion />
      <ShortcutHelp open={help} onClose={() => setHelp(false)} />
    </LogProvider>
  )
}

/** The address stays as it is: a fragment in it would be one more page to go back through. */
function toMain(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
