import {
  createContext,
  type ReactNode,
  type RefObject,
  use,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import type { Client } from '../businesses/client.ts'
import { useMay } from '../staff/me.ts'
import { useShortcut } from '../ui/shortcuts.ts'
import { toast } from '../ui/toast.tsx'

const load = () => import('../interactions/log-interaction-sheet.tsx')
type SheetOfLog = Awaited<ReturnType<typeof load>>['LogInteractionSheet']

type Log = {
  log: (subject?: Client) => void
  near: () => void
  setPageSubject: (subject: Client | undefined) => void
}

const LogContext = createContext<Log>({ log: () => undefined, near: () => undefined, setPageSubject: () => undefined })

/** `log(subject?)` opens the sheet from anywhere; `near()` fetches its code when a pointer comes close. */
export function useLog() {
  return use(LogContext)
}

/** While this page stands, whoever logs from anywhere logs with its client unless they choose another. */
export function useLogSubject(subject: Client | undefined): void {
  const { setPageSubject } = useLog()
  const { kind, id, reference, name } = subject ?? {}
  useEffect(() => {
    if (!kind || !id || !reference || !name) return
    setPageSubject({ kind, id, reference, name })
    return () => setPageSubject(undefined)
  }, [setPageSubject, kind, id, reference, name])
}

/** Holds the one "Log interaction" sheet; `l` opens it. */
export function LogProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<{ subject: Client | undefined; at: number }>()
  const may_log = useMay('interaction:log')
  const ofPage = useRef<Client>(undefined)
  const ahead = useRef('')
  const { Sheet, near } = useSheet(() => setAsked(undefined))
  const log = useCallback(
    (subject?: Client) => {
      near()
      ahead.current = ''
      setAsked({ subject: subject ?? ofPage.current, at: Date.now() })
    },
    [near],
  )
  const setPageSubject = useCallback((subject: Client | undefined) => void (ofPage.current = subject), [])
  const value = useMemo(() => ({ log, near, setPageSubject }), [log, near, setPageSubject])
  useShortcut({ keys: 'l', words: 'Log an interaction', where: 'Everywhere', run: () => may_log && log() })
  return (
    <LogContext value={value}>
      {children}
      {asked && !Sheet && <KeepKeys ahead={ahead} />}
      {asked && Sheet && (
        <Sheet key={asked.at} subject={asked.subject} ahead={ahead} onClose={() => setAsked(undefined)} />
      )}
    </LogContext>
  )
}

/**
 * The sheet's code, fetched while nothing else happens: whoever presses `l` goes on typing at once. It is not a lazy
 * component, because React holds those back for a moment so that nothing flickers.
 */
function useSheet(onFailed: () => void): { Sheet: SheetOfLog | undefined; near: () => void } {
  const [Sheet, setSheet] = useState<SheetOfLog>()
  const failed = useRef(onFailed)
  const near = useCallback(() => {
    load().then(
      ({ LogInteractionSheet }) => flushSync(() => setSheet(() => LogInteractionSheet)),
      () => {
        failed.current()
        toast('Could not reach Hubline. Check the connection and try again', { tone: 'bad' })
      },
    )
  }, [])
  useEffect(() => {
    const timer = setTimeout(
      () =>
        void load().then(
          ({ LogInteractionSheet }) => setSheet(() => LogInteractionSheet),
          () => undefined,
        ),
      1200,
    )
    return () => clearTimeout(timer)
  }, [])
  return { Sheet, near }
}

/**
 * A fast typist does not wait for the sheet: until it stands, keys are kept for it and do nothing else. A new line is
 * the Enter that picks the client.
 */
function KeepKeys({ ahead }: { ahead: RefObject<string> }) {
  useLayoutEffect(() => {
    const keep = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Backspace') ahead.current = ahead.current.slice(0, -1)
      else if (event.key === 'Enter') ahead.current += '\n'
      else if (event.key.length === 1) ahead.current += event.key
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    document.addEventListener('keydown', keep, true)
    return () => document.removeEventListener('keydown', keep, true)
  }, [ahead])
  return null
}
