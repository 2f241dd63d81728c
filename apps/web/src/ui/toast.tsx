import { useSyncExternalStore } from 'react'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import './toast.css'

type Toast = { sentence: string; tone: 'ok' | 'bad'; action?: { words: string; run: () => void } | undefined }

const LASTS_MS = 10_000
let shown: Toast | undefined
let timer: ReturnType<typeof setTimeout>
const listeners = new Set<() => void>()

/** Says one thing at the foot for ten seconds. An Undo offered here must also stand in the record's history. */
export function toast(sentence: string, rest: { action?: Toast['action']; tone?: Toast['tone'] } = {}): void {
  show({ sentence, tone: rest.tone ?? 'ok', action: rest.action })
}

function show(next: Toast | undefined): void {
  shown = next
  hold()
  if (next) timer = setTimeout(() => show(undefined), LASTS_MS)
  for (const tell of listeners) tell()
}

function hold(): void {
  clearTimeout(timer)
}

function resume(): void {
  hold()
  if (shown) timer = setTimeout(() => show(undefined), LASTS_MS)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Stands once in the shell. Only the sentence is announced; the buttons stand outside the announced text. */
export function ToastRegion() {
  const now = useSyncExternalStore(subscribe, () => shown)
  return (
    <section
      className="toast-region no-print"
      aria-label="Messages"
      onPointerEnter={hold}
      onPointerLeave={resume}
      onFocus={hold}
      onBlur={resume}
    >
      <div className={now ? `toast ${now.tone}` : undefined}>
        {now && <Icon name={now.tone === 'ok' ? 'check' : 'warning'} />}
        <p role="status">{now?.sentence}</p>
        {now?.action && (
          <Button
            size="small"
            onClick={() => {
              now.action?.run()
              show(undefined)
            }}
          >
            {now.action.words}
          </Button>
        )}
        {now && (
          <Button look="quiet" size="small" icon="close" iconOnly onClick={() => show(undefined)}>
            Close message
          </Button>
        )}
      </div>
    </section>
  )
}
