import { useEffect, useRef, useSyncExternalStore } from 'react'

export type Shortcut = {
  /** One key (`l`, `?`), two in a row (`g c`), or with the control key (`mod+k`, which is ⌘ on a Mac). */
  keys: string
  words: string
  /** The heading it stands under in the help: "Everywhere", "Lists", "Record". */
  where: string
  run: () => void
  /** Also while the person is in a field or a dialog; only for keys with `mod`. */
  inFields?: boolean | undefined
}

const NAMES: Readonly<Record<string, string>> = { enter: '↵' }
const KEPT = 'hubline.single-keys'
const SEQUENCE_MS = 1200
const registry = new Map<symbol, Shortcut>()
const listeners = new Set<() => void>()
let listed: readonly Shortcut[] = []
let before = ''
let beforeAt = 0

function changed(): void {
  listed = [...registry.values()]
  for (const tell of listeners) tell()
}

/** Single keys can be switched off in one place, for people who speak to their computer; `mod` keys remain. */
export function singleKeysAreOn(): boolean {
  return localStorage.getItem(KEPT) !== 'off'
}

export function switchSingleKeys(on: boolean): void {
  localStorage.setItem(KEPT, on ? 'on' : 'off')
  changed()
}

/** A key of this page while the component stands; the latest one to come wins. */
export function useShortcut(shortcut: Shortcut): void {
  const latest = useRef(shortcut)
  useEffect(() => {
    latest.current = shortcut
  })
  const { keys, words, where, inFields } = shortcut
  useEffect(() => {
    const mark = Symbol(keys)
    registry.set(mark, { keys, words, where, inFields, run: () => latest.current.run() })
    changed()
    return () => {
      registry.delete(mark)
      changed()
    }
  }, [keys, words, where, inFields])
}

/** Every key that works now, each once, for the help. */
export function useShortcutList(): readonly Shortcut[] {
  const all = useSyncExternalStore(subscribe, () => listed)
  return [...new Map(all.map((shortcut) => [shortcut.keys, shortcut])).values()]
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, singleKeysAreOn)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** "Ctrl K", "G then C": as printed on the keys. */
export function keyWords(keys: string): string {
  const mac = navigator.platform.startsWith('Mac')
  if (keys.startsWith('mod+')) return `${mac ? '⌘' : 'Ctrl'} ${NAMES[keys.slice(4)] ?? keys.slice(4).toUpperCase()}`
  return keys.split(' ').join(' then ')
}

function inField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=radio], [type=checkbox]), textarea, select'))
  )
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || event.isComposing) return
  const mod = event.ctrlKey || event.metaKey
  const busy = inField(event.target) || document.querySelector('dialog[open], [role=menu]') !== null
  if (!mod && (busy || !singleKeysAreOn())) return
  const found = find(mod ? `mod+${event.key.toLowerCase()}` : event.key, event.timeStamp)
  if (!found || (mod && busy && !found.inFields)) return
  event.preventDefault()
  before = ''
  found.run()
}

function find(key: string, at: number): Shortcut | undefined {
  const pair = at - beforeAt < SEQUENCE_MS && before ? `${before} ${key}` : ''
  before = key
  beforeAt = at
  return listed.findLast((one) => one.keys === pair) ?? listed.findLast((one) => one.keys === key)
}

/** Starts listening; called once, by the shell. */
export function listenForShortcuts(): () => void {
  document.addEventListener('keydown', onKeyDown)
  return () => document.removeEventListener('keydown', onKeyDown)
}
