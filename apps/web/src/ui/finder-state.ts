import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { IconName } from './icon.tsx'
import type { Tone } from './tag.tsx'

export type FinderOption = {
  id: string
  name: string
  /** Second line: contact, reference, district. */
  detail?: string | undefined
  /** Why this one answers, when the name does not show it: "phone 01785 000 000". */
  reason?: string | undefined
  tag?: { words: string; tone: Tone } | undefined
  icon?: IconName | undefined
}

export type FinderSearch<Option> = (text: string) => Promise<readonly Option[]>

type Answer<Option> = { text: string; options: readonly Option[]; failed: boolean }
type Given<Option> = {
  search: FinderSearch<Option>
  least: number
  choose: (option: Option) => void
  startsWith?: string | undefined
  typed?: TypedBefore | undefined
}

/** What was typed before the box was there, and whether Enter was pressed after it. */
export type TypedBefore = { text: string; entered: boolean }

const PAUSE_MS = 70

/** What was typed, what came back, and which line is lit. Enter before the answer comes is kept until it does. */
export function useFinderState<Option extends FinderOption>({
  search,
  least,
  choose,
  startsWith = '',
  typed,
}: Given<Option>) {
  const [text, setText] = useState(typed?.text ?? startsWith)
  const [answer, setAnswer] = useState<Answer<Option>>()
  const [active, setActive] = useState(0)
  const [open, setOpen] = useState(typed !== undefined && typed.text.trim().length >= least)
  const wanted = useRef(typed?.text.trim() ?? '')
  const waiting = useRef(typed?.entered ?? false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const current = answer?.text === text.trim() ? answer : undefined
  const options = current?.options ?? []

  async function ask(asked: string) {
    const found = await search(asked).then(
      (list) => ({ text: asked, options: list, failed: false }),
      () => ({ text: asked, options: [], failed: true }),
    )
    if (wanted.current !== asked) return
    setAnswer(found)
    setActive(0)
    const first = found.options[0]
    if (waiting.current && first) choose(first)
    waiting.current = false
  }

  function type(next: string) {
    const asked = next.trim()
    setText(next)
    setOpen(asked.length >= least)
    waiting.current = false
    wanted.current = asked
    clearTimeout(timer.current)
    if (asked.length >= least) timer.current = setTimeout(() => void ask(asked), PAUSE_MS)
  }

  const goOn = useEffectEvent(() => void (open && ask(wanted.current)))
  useEffect(() => goOn(), [])

  /** Enter: the lit line, or the first of the answer still on its way. Says whether either is chosen. */
  function enter(): boolean {
    const lit = options[active]
    if (current && lit && open) {
      choose(lit)
      return true
    }
    if (current && options.length > 0) setOpen(true)
    // An empty box asks for suggestions; Enter there chooses none of them.
    else if (!current && text.trim().length >= Math.max(least, 1)) waiting.current = wanted.current === text.trim()
    return waiting.current
  }

  function move(by: number) {
    if (options.length === 0) return
    setOpen(true)
    setActive((now) => (open ? (now + by + options.length) % options.length : now))
  }

  /** Puts words in the box without asking for anything. */
  function settle(words: string) {
    clearTimeout(timer.current)
    wanted.current = words.trim()
    waiting.current = false
    setText(words)
    setAnswer(undefined)
    setOpen(false)
  }

  const asking = open && !current
  return {
    text,
    type,
    enter,
    move,
    settle,
    options,
    active,
    setActive,
    open,
    setOpen,
    asking,
    failed: current?.failed === true,
  }
}

export type FinderState<Option extends FinderOption> = ReturnType<typeof useFinderState<Option>>
