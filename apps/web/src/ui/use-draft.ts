import { del, get, set } from 'idb-keyval'
import { useEffect, useRef, useState } from 'react'

export type Draft<Value> = { value: Value; saved_at: string }

const PAUSE_MS = 300
const MARK = 'draft:'

/**
 * Keeps what is typed on this device until it is saved. `name` is `form:record:person`.
 * `found` is an earlier draft, offered as "Draft from 14:02. Keep / discard"; nothing is written until it is decided.
 */
export function useDraft<Value>(name: string, value: Value, worthKeeping: (value: Value) => boolean) {
  const key = MARK + name
  const [found, setFound] = useState<Draft<Value>>()
  const [ready, setReady] = useState(false)

  useEffect(() => {
    let here = true
    void get<Draft<Value>>(key)
      .catch(() => undefined)
      .then((draft) => {
        if (!here) return
        setFound(draft)
        setReady(true)
      })
    return () => {
      here = false
      setReady(false)
    }
  }, [key])

  const text = JSON.stringify(value)
  const unwritten = useRef<() => void>(undefined)
  const forgotten = useRef<string>(undefined)
  useEffect(() => {
    const typed = JSON.parse(text) as Value
    if (!ready || found || text === forgotten.current || !worthKeeping(typed)) return
    const write = () => {
      unwritten.current = undefined
      void set(key, { value: typed, saved_at: new Date().toISOString() }).catch(() => undefined)
    }
    unwritten.current = write
    const timer = setTimeout(write, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [key, ready, found, text, worthKeeping])
  // A form that is closed within the pause loses nothing.
  useEffect(() => () => unwritten.current?.(), [])

  /** The form was saved, or the person said "discard". */
  async function forget(): Promise<void> {
    unwritten.current = undefined
    forgotten.current = text
    setFound(undefined)
    await del(key).catch(() => undefined)
  }

  return { found, ready, settle: () => setFound(undefined), forget }
}
