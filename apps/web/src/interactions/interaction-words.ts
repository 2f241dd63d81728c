import type { Channel, InteractionKind } from '@hubline/domain/interactions/interactions-file.ts'
import type { IconName } from '../ui/icon.tsx'

/** In the order of use; the three that never count stand last. */
export const KIND_NAMES: Readonly<Record<InteractionKind, string>> = {
  advice_session: 'Advice session',
  triage_call: 'Triage call',
  site_visit: 'Site visit',
  diagnostic_meeting: 'Diagnostic meeting',
  mentoring: 'Mentoring',
  account_management: 'Account management',
  skills_review_meeting: 'Skills review meeting',
  email_advice: 'Advice by e-mail',
  admin_note: 'Admin note',
  attempted_contact: 'Attempted contact',
  intelligence: 'Intelligence',
}

type ChannelWords = { words: string; icon: IconName }

export const CHANNEL_WORDS: Readonly<Record<Channel, ChannelWords>> = {
  telephone: { words: 'Phone', icon: 'phone' },
  face_to_face: { words: 'Visit', icon: 'pin' },
  video: { words: 'Video', icon: 'video' },
  email_website: { words: 'E-mail', icon: 'mail' },
  at_event: { words: 'Event', icon: 'people' },
  letter: { words: 'Letter', icon: 'note' },
  sms_chat: { words: 'Text', icon: 'keys' },
  social_media: { words: 'Social', icon: 'swap' },
}

const NEVER_COUNTS: Readonly<Record<string, string>> = {
  admin_note: 'an admin note never counts',
  attempted_contact: 'an attempted contact never counts',
  intelligence: 'intelligence never counts',
}

/** Why this kind never counts as support; nothing when it may. */
export function whyItNeverCounts(kind: string): string | undefined {
  return NEVER_COUNTS[kind]
}
