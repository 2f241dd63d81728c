import { useMutation, useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { RecordLink } from '../records/record-link.tsx'
import { showInstant } from '../records/show-value.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Panel } from '../ui/panel.tsx'
import { toast } from '../ui/toast.tsx'
import '../ui/line-list.css'
import './documents.css'

type Look = inferOutput<typeof trpc.documents.toLookThrough>[number]

/** The documents beside others in which a person who was erased may still be named: somebody has to look. */
export function ToLookThrough({ person_id }: { person_id: string }) {
  const { data } = useQuery(trpc.documents.toLookThrough.queryOptions({ person_id }))
  if (!data || data.length === 0) return null
  const waiting = data.filter(({ found, is_left }) => found === null && is_left).length
  return (
    <Panel title="Documents to look through">
      <p>
        {waiting === 0
          ? 'Each document that may have named this person was looked through.'
          : 'These documents are of others too, or have the person’s name in their own. Open each and look whether anything of the person is in it.'}
      </p>
      <ul className="line-list" role="list">
        {data.map((look) => (
          <li key={look.document_id}>
            <LookLine look={look} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function LookLine({ look }: { look: Look }) {
  const { erasure_id, document_id, name, record, found, looked_at, looked_by, is_left } = look
  const [erasing, setErasing] = useState(false)
  const looking = useMutation(trpc.documents.lookThrough.mutationOptions())

  async function say(what: 'nothing' | 'theirs') {
    try {
      await looking.mutateAsync({ request_id: newId(), erasure_id, document_id, found: what })
      toast(what === 'theirs' ? 'The document is erased' : `${name} stays`)
    } catch (error) {
      toast(problemOf(error).sentence, { tone: 'bad' })
    }
    setErasing(false)
    await queryClient.invalidateQueries({ queryKey: trpc.documents.pathKey() })
  }

  return (
    <>
      {is_left ? (
        <a className="document-name" href={`/documents/${document_id}`} download={name}>
          {name}
        </a>
      ) : (
        <span className="document-name">{name}</span>
      )}{' '}
      <RecordLink kind={record.kind} reference={record.reference}>
        {record.reference}
      </RecordLink>
      {found !== null && looked_at !== null ? (
        <span className="document-facts quiet small">
          {found === 'theirs' ? 'Erased' : 'Nothing of the person in it'}: {looked_by}, {showInstant(looked_at)}
        </span>
      ) : (
        is_left && (
          <span className="document-looks cluster">
            <Button size="small" busy={looking.isPending ? 'Saving' : undefined} onClick={() => void say('nothing')}>
              Nothing of them in it<span className="visually-hidden"> ({name})</span>
            </Button>
            <Button size="small" onClick={() => setErasing(true)}>
              Erase the document<span className="visually-hidden"> ({name})</span>
            </Button>
          </span>
        )
      )}
      {erasing && (
        <Dialog
          title={`Erase ${name}?`}
          open
          onClose={() => setErasing(false)}
          foot={
            <>
              <Button look="danger" busy={looking.isPending ? 'Erasing' : undefined} onClick={() => void say('theirs')}>
                Erase for good
              </Button>
              <Button onClick={() => setErasing(false)}>Keep it</Button>
            </>
          }
        >
          <p>
            Its bytes and its name go, for all whom it names. That it was there stays on record. It cannot be undone:
            attach a copy without the person first, if the record needs one.
          </p>
        </Dialog>
      )}
    </>
  )
}
