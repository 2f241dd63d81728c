import { type ReactNode, useCallback, useState } from 'react'
import { DraftOffer } from './draft-offer.tsx'
import { toast } from './toast.tsx'
import { useDraft } from './use-draft.ts'

type Given<Filled> = {
  /** `form:record:person`. */
  name: string
  filled: Filled
  put: (filled: Filled) => void
  onClose: () => void
}

/**
 * A sheet whose typing outlives it: closed by Esc, by a press beside it or because nobody is signed in any more, it
 * keeps what was changed and offers it when it opens again. `cancel` and `forget` throw it away.
 */
export function useFormDraft<Filled>({ name, filled, put, onClose }: Given<Filled>): {
  offer: ReactNode
  close: () => void
  cancel: () => void
  forget: () => Promise<void>
} {
  const [start] = useState(() => JSON.stringify(filled))
  const isChanged = useCallback((now: Filled) => JSON.stringify(now) !== start, [start])
  const draft = useDraft<Filled>(name, filled, isChanged)

  function keep() {
    if (draft.found) put(draft.found.value)
    draft.settle()
  }
  function close() {
    if (isChanged(filled)) toast('Draft kept on this device')
    onClose()
  }
  function cancel() {
    void draft.forget()
    onClose()
  }
  const offer = draft.found && (
    <DraftOffer saved_at={draft.found.saved_at} onKeep={keep} onDiscard={() => void draft.forget()} />
  )
  return { offer, close, cancel, forget: draft.forget }
}
