import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { toast } from '../ui/toast.tsx'
import { useHeadingNext } from '../ui/use-heading-next.ts'

type Props = { merge: { id: string; version: number }; reference: string }

const withWhat = (given_back: number) =>
  given_back === 0
    ? ''
    : given_back === 1
      ? ', with the record that moved'
      : `, with the ${given_back} records that moved`

/** Takes a merge back, after saying what that means. */
export function UndoMerge({ merge: { id, version }, reference }: Props) {
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [attempt, setAttempt] = useState(0)
  useHeadingNext()
  const undoing = useMutation(
    trpc.duplicates.undoMerge.mutationOptions({
      onSuccess: async ({ given_back }) => {
        setOpen(false)
        await queries.invalidateQueries()
        toast(`${reference} stands on its own again${withWhat(given_back)}`)
      },
    }),
  )
  function undo() {
    setAttempt(attempt + 1)
    undoing.mutate({ request_id: newId(), id, version })
  }
  /** Where somebody was quicker, the page is shown as it is now. */
  function close() {
    setOpen(false)
    if (undoing.isError) void queries.invalidateQueries()
  }
  return (
    <>
      <Button look="quiet" size="small" onClick={() => setOpen(true)}>
        Undo merge<span className="visually-hidden"> of {reference}</span>
      </Button>
      {open && (
        <Dialog
          open
          title={`Undo the merge of ${reference}?`}
          onClose={close}
          foot={
            <>
              <Button look="filled" busy={undoing.isPending ? 'Undoing' : undefined} onClick={undo}>
                Undo the merge
              </Button>
              <Button onClick={close}>Keep it merged</Button>
            </>
          }
        >
          <div className="stack">
            <ErrorSummary
              problems={
                undoing.error ? problemsOf(undoing.error).map(({ sentence }) => ({ sentence, field: undefined })) : []
              }
              attempt={attempt}
            />
            <p>
              What the merge moved goes back to {reference}. What came since stays here, and so do facts that somebody
              has changed since. Figures are counted again.
            </p>
          </div>
        </Dialog>
      )}
    </>
  )
}
