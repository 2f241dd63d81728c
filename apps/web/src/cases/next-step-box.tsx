import type { Day } from '@hubline/domain/day.ts'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { echoOfStep } from './next-step-text.ts'

type Props = {
  text: string
  wrong?: string | undefined
  client: string
  today: Day
  onSave: (text: string) => void
  onClose: () => void
}

/** The words of a next step, with its day said back. Enter saves, Escape leaves it as it was. */
export function NextStepBox({ text: startsWith, wrong, client, today, onSave, onClose }: Props) {
  const id = useId()
  const [text, setText] = useState(startsWith)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.select(), [])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') onSave(text)
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <span className="next-step-box">
      <span className="next-step-line">
        <input
          ref={box}
          className="control"
          aria-label={`Next step for ${client}`}
          aria-describedby={`${id}-echo`}
          aria-invalid={wrong ? true : undefined}
          placeholder="chase quotes fri"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Button size="small" icon="check" iconOnly onClick={() => onSave(text)}>
          Save next step
        </Button>
        <Button size="small" look="quiet" icon="close" iconOnly onClick={onClose}>
          Leave it as it was
        </Button>
      </span>
      <span id={`${id}-echo`} role="status" className={wrong ? 'next-step-wrong' : 'next-step-echo'}>
        {wrong ?? echoOfStep(text, today)}
      </span>
    </span>
  )
}
