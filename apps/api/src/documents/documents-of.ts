import { PROVEN_KINDS } from '@hubline/domain/documents/attach-document.ts'
import { MOST_DOCUMENTS } from '@hubline/domain/documents/document-types.ts'
import { z } from 'zod'
import { reads } from '../trpc.ts'

const Question = z.object({ kind: z.enum(PROVEN_KINDS), record_id: z.uuid() })

/** The documents of a record in the order in which they came, withdrawn ones too. */
export const documentsOf = reads('record:read')
  .input(Question)
  .query(({ ctx: { db, actor }, input: { kind, record_id } }) =>
    db
      .selectFrom('document as d')
      .innerJoin('adviser as a', (join) => join.onRef('a.hub_id', '=', 'd.hub_id').onRef('a.id', '=', 'd.attached_by'))
      .leftJoin('adviser as v', (join) => join.onRef('v.hub_id', '=', 'd.hub_id').onRef('v.id', '=', 'd.voided_by'))
      .select(['d.id', 'd.version', 'd.reference', 'd.name', 'd.media_type', 'd.size', 'd.sha256', 'd.attached_at'])
      .select(({ eb }) => eb('d.attached_by', '=', actor.adviser_id).as('is_mine'))
      .select([
        'a.name as attached_by',
        'd.voided_at as withdrawn_at',
        'd.void_reason as reason',
        'v.name as withdrawn_by',
      ])
      .where('d.hub_id', '=', actor.hub_id)
      .where('d.record_kind', '=', kind)
      .where('d.record_id', '=', record_id)
      .orderBy('d.attached_at')
      .orderBy('d.id')
      .limit(MOST_DOCUMENTS)
      .execute(),
  )
