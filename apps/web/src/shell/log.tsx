import { createContext, lazy, type ReactNode, Suspense, use, useCallback, useEffect, useMemo, useState } from 'react'
import { useShortcut } from '../ui/shortcuts.ts'

/** Whom the interaction is with, when the page already knows. */
export type LogSubject = { kind: 'business' | 'person'; id: string; reference: string; name: string }

const load = () => import('../interactions/log-interaction-sheet.tsx')
const LogInteractionSheet = lazy(() => load().then((module) => ({ default: module.LogInteractionSheet })))

const LogContext = createContext<{ log: (subject?: LogSubject) => void; near: () => void }>({ log: () => undefined, near: () => undefined })

/** `log(subject?)` opens the sheet from anywhere; `near()` fetches its code when a pointer comes close. */
export function useLog() {
  return use(LogContext)
}

/** Holds the one "Log interaction" sheet; `l` opens it. */
export function LogProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<{ subject: LogSubject | undefined; at: number }>()
  const log = useCallback((subject?: LogSubject) => setAsked({ subject, at: Date.now() }), [])
  const value = useMemo(() => ({ log, near: () => void load() }), [log])
  // Whoever presses l goes on typing at once: the sheet must be here by then.
  useEffect(() => {
    const timer = setTimeout(() => void load(), 1500)
    return () => clearTimeout(timer)
  }, [])
  useShortcut({ keys: 'l', words: 'Log an interaction', where: 'Everywhere', run: () => log() })
  return (
    <LogContext value={value}>
      {children}
      {asked && (
        <Suspense fallback={null}>
          <LogInteractionSheet key={asked.at} subject={asked.subject} onClose={() => setAsked(undefined)} />
        </Suspense>
      )}
    </LogContext>
  )
}
