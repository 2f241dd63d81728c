import { DOCUMENT_TYPES, type DocumentType } from '@hubline/domain/documents/document-types.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { showInstant } from '../records/show-value.ts'
import { useMay } from '../staff/me.ts'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import '../ui/line-list.css'
import { AttachFiles } from './attach-files.tsx'
import type { DocumentShown } from './document-shown.ts'
import './documents.css'
import type { Proven } from './send-file.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** The documents that prove a record: those that stand, those that were withdrawn, and a place to attach more. */
export function DocumentsOf({ of, is_void }: { of: Proven; is_void: boolean }) {
  const may_attach = useMay('document:attach')
  const { data, error } = useQuery(trpc.documents.of.queryOptions(of))
  const [withdrawing, setWithdrawing] = useState<DocumentShown>()
  return (
    <Panel title="Evidence documents">
      {data === undefined ? (
        error ? (
          <p>The documents could not be read. Reload the page to try again.</p>
        ) : (
          <Skeleton lines={2} height="4em" />
        )
      ) : data.length === 0 ? (
        <p className="quiet">No document is attached.</p>
      ) : (
        <ul className="line-list" role="list">
          {data.map((document) => (
            <li key={document.id}>
              <DocumentLine document={document} onWithdraw={() => setWithdrawing(document)} />
            </li>
          ))}
        </ul>
      )}
      {may_attach && !is_void && <AttachFiles to={of} />}
      {withdrawing && <WithdrawDialog document={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </Panel>
  )
}

function DocumentLine({ document, onWithdraw }: { document: DocumentShown; onWithdraw: () => void }) {
  const { id, name, media_type, size, attached_at, attached_by, withdrawn_at, withdrawn_by, reason, is_mine } = document
  const may_attach = useMay('document:attach')
  const is_lead = useMay('record:void')
  const may_read = useMay('document:read') && (withdrawn_at === null || is_lead)
  return (
    <>
      {may_read ? (
        <a className="document-name" href={`/documents/${id}`} download={name}>
          {name}
        </a>
      ) : (
        <span className="document-name">{name}</span>
      )}{' '}
      {withdrawn_at !== null && <Tag tone="warn">Withdrawn</Tag>}
      <span className="document-facts quiet small">
        {DOCUMENT_TYPES[media_type as DocumentType].words}, {showSize(size)}. {attached_by}, {showInstant(attached_at)}
        {withdrawn_at !== null && `. Withdrawn by ${withdrawn_by ?? 'an import'}: ${reason ?? ''}`}
      </span>
      {may_attach && (is_mine || is_lead) && withdrawn_at === null && (
        <button type="button" className="link-button" onClick={onWithdraw}>
          withdraw<span className="visually-hidden"> {name}</span>
        </button>
      )}
    </>
  )
}

/** `4.2 MB`, `87 kB`. */
const showSize = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} kB`
