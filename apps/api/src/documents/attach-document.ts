import type { Tx } from '@hubline/db/connection.ts'
import { AttachDocument } from '@hubline/domain/documents/attach-document.ts'
import { LARGEST_DOCUMENT, TOO_LARGE } from '@hubline/domain/documents/document-types.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import type { Request, RequestHandler, Response } from 'express'
import { sql } from 'kysely'
import type { z } from 'zod'
import { nextReference } from '../records/next-reference.ts'
import { inActorsHub } from '../trpc.ts'
import { type CallSettings, contextOf, limitWrites } from '../web/calls.ts'
import { tell, tellOrThrow } from '../web/told.ts'
import { PIECE } from './document-bytes.ts'
import { noteDocument } from './note-document.ts'
import { mustHaveRoom } from './room-for-document.ts'
import { RefusedFile, type TakenIn, takeIn } from './take-in.ts'

type Asked = z.infer<typeof AttachDocument>

/**
 * Takes a file that proves a record: its bytes and its row are there together or not at all. The same file sent again
 * under the same identifier is the one that is there.
 */
export function attachDocument(settings: CallSettings): RequestHandler {
  const countWrite = limitWrites(settings.writes_a_minute)
  return async (req, res) => {
    try {
      const asked = askedOf(req)
      const announced = Number(req.get('content-length') ?? 0)
      if (announced > LARGEST_DOCUMENT) throw new RefusedFile(413, TOO_LARGE)
      const context = contextOf(settings, countWrite, req, res)
      // Whoever may not is told before a byte is read.
      await inActorsHub(context, 'document:attach', async (tx, actor) => {
        settings.files.countSent(res, actor)
        await countWrite(actor.account_id)
        const { hub_id } = actor
        // What is sent again because its answer was lost needs no room: it is there.
        if (await isThere(tx, hub_id, asked.id)) return
        await mustHaveRoom(tx, { ...asked, hub_id, size: announced }, settings.documents_bytes)
      })
      const sending = { name: asked.name, sent: req, patience_ms: settings.files.patience_ms }
      const attached = await takeIn(sending, (file) =>
        inActorsHub(context, 'document:attach', (tx, actor) =>
          keep(tx, actor, { asked, file, most_of_hub: settings.documents_bytes }),
        ),
      )
      res.status(201).json(attached)
    } catch (fault) {
      refuse(req, res, fault)
    }
  }
}

/** Says why a file is not taken without reading the rest of it, and hangs up. A sender that went away hears nothing. */
function refuse(req: Request, res: Response, fault: unknown): void {
  if (req.destroyed && !req.complete) return
  if (!req.complete) res.setHeader('Connection', 'close')
  req.resume()
  if (fault instanceof RefusedFile) return tell(res, fault.status, fault.message)
  tellOrThrow(res, fault)
}

/** @throws Problem 'invalid' */
function askedOf(req: Request): Asked {
  const read = AttachDocument.safeParse({ ...req.query, id: req.params['id'] })
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new Problem('invalid', issue?.message ?? '', String(issue?.path[0] ?? 'name'))
}

const isThere = async (tx: Tx, hub_id: string, id: string): Promise<boolean> =>
  (await tx
    .selectFrom('document')
    .select('id')
    .where('hub_id', '=', hub_id)
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined

type Attached = { id: string; reference: string }

type Taken = { asked: Asked; file: TakenIn; most_of_hub: number }

async function keep(tx: Tx, { hub_id, adviser_id }: Actor, { asked, file, most_of_hub }: Taken): Promise<Attached> {
  const { id, kind, record_id, name } = asked
  const { sha256, size, media_type } = file
  // An erasure that is under way would not see these bytes.
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`erasure ${hub_id}`}, 0))`.execute(tx)
  await sql`select pg_advisory_xact_lock(hashtextextended(${`document ${hub_id} ${record_id}`}, 0))`.execute(tx)
  const there = await tx
    .selectFrom('document')
    .select(['reference', 'sha256', 'record_id', 'attached_by'])
    .where('hub_id', '=', hub_id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (there) {
    if (there.sha256 === sha256 && there.record_id === record_id && there.attached_by === adviser_id)
      return { id, reference: there.reference }
    throw new Problem('already_exists', 'Another file was sent under that identifier: choose the file again')
  }
  await mustHaveRoom(tx, { hub_id, kind, record_id, size }, most_of_hub)
  const reference = await nextReference(tx, 'document')
  await tx
    .insertInto('document')
    .values({
      hub_id,
      id,
      reference,
      name,
      media_type,
      size,
      sha256,
      attached_by: adviser_id,
      [`${kind}_id`]: record_id,
    })
    .execute()
  for (let place = 0; place * PIECE < size; place++)
    await tx
      .insertInto('document_part')
      .values({ hub_id, document_id: id, place, bytes: await file.read(place * PIECE, PIECE) })
      .execute()
  await noteDocument(tx, hub_id, 'document.attached', { reference, kind, record_id, size, sha256 })
  return { id, reference }
}
