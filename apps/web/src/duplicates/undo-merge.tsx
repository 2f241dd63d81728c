import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { toast } from '../ui/toast.tsx'

type Props = { merge: { id: string; version: number }; reference: string }

/** Takes a merge back, after saying what that means. */
export function UndoMerge({ merge: { id, version }, reference }: Props) {
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const undoing = useMutation(
    trpc.duplicates.undoMerge.mutationOptions({
      onSuccess: async ({ given_back }) => {
        setOpen(false)
        await queries.invalidateQueries()
        toast(`${reference} stands on its own again, with the ${given_back} records that the merge had moved`)
      },
    }),
  )
  function undo() {
    setAttempt(attempt + 1)
    undoing.mutate({ request_id: newId(), id, version })
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
          onClose={() => setOpen(false)}
          foot={
            <>
              <Button look="filled" busy={undoing.isPending ? 'Undoing' : undefined} onClick={undo}>
                Undo the merge
              </Button>
              <Button onClick={() => setOpen(false)}>Keep it merged</Button>
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
