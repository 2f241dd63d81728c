import { z } from 'zod'

/**
 * Every kind of background job and what it is told: names of records and times, never what a record says, so that what
 * is erased there does not live on in a queue.
 */
export const JOB_INPUTS = {
  deliver_mail: z.object({ mail_id: z.uuid() }),
  send_offers: z.object({ mailing_id: z.uuid() }),
  remind_of_review: z.object({ review_id: z.uuid(), slot_start: z.iso.datetime() }),
} as const

export type JobKind = keyof typeof JOB_INPUTS
export type JobInput<K extends JobKind> = z.output<(typeof JOB_INPUTS)[K]>
