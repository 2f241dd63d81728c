import type { Tx } from '@hubline/db/connection.ts'

type What = 'document.attached' | 'document.looked_through' | 'document.downloaded' | 'document.withdrawn'

/** Notes what was done with a document in the audit trail, by its reference: its name may be that of a person. */
export const noteDocument = (tx: Tx, hub_id: string, what: What, detail: Readonly<Record<string, unknown>>) =>
  tx
    .insertInto('audit_entry')
    .values({ hub_id, what, detail: JSON.stringify(detail) })
    .execute()
