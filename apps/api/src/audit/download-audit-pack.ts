import { pipeline } from 'node:stream/promises'
import type { Tx } from '@hubline/db/connection.ts'
import { isMasked, masked } from '@hubline/db/masked.ts'
import { AuditPackQuestion } from '@hubline/domain/evidence/audit-pack.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { zipOf } from '@hubline/spreadsheet/zip.ts'
import type { Request, RequestHandler } from 'express'
import { YearInput } from '../indicators/board.ts'
import { inActorsHub } from '../trpc.ts'
import { type CallSettings, contextOf } from '../web/calls.ts'
import { sendPieces } from '../web/send-file.ts'
import { tellOrThrow } from '../web/told.ts'
import { fingerprinted } from '../years/pack-file.ts'
import { signOffCalled } from '../years/signed-figures.ts'
import { auditPack } from './audit-pack.ts'

/**
 * The sampled units of a signed-off version with their documents, as one zip. Its lists are of one moment of the hub, and
 * documents never change: each is read when it is sent. Whoever takes it reads through the views of an auditor, so that
 * everyone gets the same bytes.
 */
export function downloadAuditPack(settings: CallSettings): RequestHandler {
  return async (req, res) => {
    try {
      const asked = askedOf(req)
      const context = contextOf(settings, () => Promise.resolve(), req, res)
      await inActorsHub(context, 'pack:download', async (tx, { hub_id }) => {
        await sampleCalled(tx, hub_id, asked)
        await note(tx, hub_id, 'audit_pack.asked', asked)
      })
      const inHub = <T>(work: (tx: Tx, actor: Actor) => Promise<T>) =>
        inActorsHub(context, 'pack:download', work, 'repeatable read')
      const { entries, units, documents } = await inHub(async (tx, actor) => {
        settings.files.count(res, actor)
        const hidden = isMasked(tx) ? tx : await masked(tx)
        const called = await sampleCalled(hidden, actor.hub_id, asked)
        return auditPack(hidden, { hub_id: actor.hub_id, ...called }, inHub)
      })
      res.attachment(`Audit pack ${asked.year} version ${asked.version}.zip`)
      res.setHeader('Content-Type', 'application/zip')
      const { through, fingerprint } = fingerprinted()
      await Promise.all([pipeline(zipOf(entries), through), sendPieces(settings.files, res, through)])
      const sent = { ...asked, units, documents, sha256: fingerprint() }
      await inHub((tx, { hub_id }) => note(tx, hub_id, 'audit_pack.downloaded', sent))
      res.end()
    } catch (fault) {
      if (res.headersSent) res.destroy()
      tellOrThrow(res, fault)
    }
  }
}

type Asked = { year: Year; version: number; reason: string }

/** @throws Problem 'invalid' */
function askedOf(req: Request): Asked {
  const read = AuditPackQuestion.safeParse({ ...req.query, version: req.params['version'] })
  if (!read.success) {
    const [issue] = read.error.issues
    throw new Problem('invalid', issue?.message ?? '', String(issue?.path[0] ?? 'reason'))
  }
  return { year: YearInput.parse(String(req.params['year'])), ...read.data }
}

/** The sample of a version. @throws Problem 'not_found' */
async function sampleCalled(tx: Tx, hub_id: string, { year, version }: Asked) {
  const signed = await signOffCalled(tx, hub_id, { year, version })
  const found = await tx
    .selectFrom('evidence_sample as s')
    .innerJoin('adviser as a', (join) => join.onRef('a.hub_id', '=', 's.hub_id').onRef('a.id', '=', 's.drawn_by'))
    .innerJoin('hub as h', 'h.id', 's.hub_id')
    .select(['s.id', 's.seed', 's.drawn_at', 'a.name as drawn_by', 'h.name as hub'])
    .where('s.hub_id', '=', hub_id)
    .where('s.sign_off_id', '=', signed.id)
    .executeTakeFirst()
  if (!found) throw new Problem('not_found', `No sample of ${year} was drawn: draw one under Close the year`)
  const { id: sample_id, ...sample } = found
  return {
    sample_id,
    sample: { ...sample, year, version, signed_at: signed.signed_at, signed_by: signed.signed_by_name },
  }
}

const note = (tx: Tx, hub_id: string, what: 'audit_pack.asked' | 'audit_pack.downloaded', detail: object) =>
  tx
    .insertInto('audit_entry')
    .values({ hub_id, what, detail: JSON.stringify(detail) })
    .execute()
