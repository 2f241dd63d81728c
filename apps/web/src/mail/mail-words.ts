import type { MailKind, MailState } from '@hubline/domain/mail/letter.ts'
import type { Tone } from '../ui/tag.tsx'

export const MAIL_STATE_NAMES: Readonly<Record<MailState, string>> = {
  waiting: 'Waiting',
  sent: 'Sent',
  failed: 'Not sent',
  kept: 'Kept',
}

export const MAIL_STATE_TONES: Readonly<Record<MailState, Tone>> = {
  waiting: 'info',
  sent: 'ok',
  failed: 'bad',
  kept: 'plain',
}

export const MAIL_KIND_NAMES: Readonly<Record<MailKind, string>> = {
  invitation: 'Invitation to work here',
  booking: 'Booking',
  reminder: 'Reminder',
  event_place: 'Place at an event',
  plan: 'Training plan',
  training_place: 'Place on a course',
  offer: 'Offer of a skills review',
}
