import {
  DOCUMENT_ENDINGS,
  LARGEST_DOCUMENT,
  NOTHING_IN_IT,
  TOO_LARGE,
} from '@hubline/domain/documents/document-types.ts'
import { useState } from 'react'
import { queryClient, trpc, whereSignedOut } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { type Proven, sendFile } from './send-file.ts'

type Sending = { id: string; file: File; part: number; problem?: string }

const tooMuch = ({ size }: File) => (size > LARGEST_DOCUMENT ? TOO_LARGE : size === 0 ? NOTHING_IN_IT : undefined)

/** Takes files by choice or dropped upon its input, which lies over all of the box, and sends one after the other. What was not taken says why and stays. */
export function AttachFiles({ to }: { to: Proven }) {
  const [files, setFiles] = useState<readonly Sending[]>([])
  const [done, setDone] = useState('')
  const change = (id: string, facts: Partial<Sending>) =>
    setFiles((all) => all.map((one) => (one.id === id ? { ...one, ...facts } : one)))
  const leave = (id: string) => setFiles((all) => all.filter((one) => one.id !== id))

  async function send({ id, file }: Sending) {
    try {
      await sendFile(id, file, to, (part) => change(id, { part }))
      leave(id)
      setDone(`${file.name} is attached`)
      await queryClient.invalidateQueries({ queryKey: trpc.documents.pathKey() })
    } catch (error) {
      whereSignedOut(error)
      change(id, { part: 0, problem: problemOf(error).sentence })
    }
  }

  async function take(chosen: Iterable<File>) {
    const sendings = [...chosen].map((file): Sending => {
      const problem = tooMuch(file)
      return { id: newId(), file, part: 0, ...(problem === undefined ? {} : { problem }) }
    })
    setFiles((all) => [...all, ...sendings])
    for (const sending of sendings) if (sending.problem === undefined) await send(sending)
  }

  return (
    <div className="attach-files">
      <label className="attach-drop">
        <Icon name="upload" />
        <span>
          <b>Attach files</b>
          <span className="quiet small">
            {' '}
            or drop them here: PDF, pictures, text, CSV, Word, Excel; up to 20 MB each
          </span>
        </span>
        <input
          type="file"
          multiple
          accept={DOCUMENT_ENDINGS}
          onChange={({ target }) => {
            void take([...(target.files ?? [])])
            target.value = ''
          }}
        />
      </label>
      {files.length > 0 && (
        <ul className="line-list" role="list">
          {files.map((one) => (
            <SendingLine key={one.id} sending={one} onLeave={() => leave(one.id)} />
          ))}
        </ul>
      )}
      <p role="status" className="visually-hidden">
        {done}
      </p>
    </div>
  )
}

function SendingLine({ sending: { file, part, problem }, onLeave }: { sending: Sending; onLeave: () => void }) {
  if (problem === undefined)
    return (
      <li>
        <span className="document-name">{file.name}</span>{' '}
        <progress max={1} value={part} aria-label={`Sending ${file.name}`} />
      </li>
    )
  return (
    <li role="alert">
      <span className="document-name">{file.name}</span>
      <span className="attach-problem"> {problem}.</span>{' '}
      <Button size="small" look="quiet" onClick={onLeave}>
        Leave it<span className="visually-hidden"> out: {file.name}</span>
      </Button>
    </li>
  )
}
