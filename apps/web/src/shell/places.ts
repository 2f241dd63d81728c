import type { Permission } from '@hubline/domain/staff/permissions.ts'
import type { IconName } from '../ui/icon.tsx'

export type Place = {
  to:
    | '/year'
    | '/caseload'
    | '/businesses'
    | '/calendar'
    | '/reviews'
    | '/training'
    | '/events'
    | '/definitions'
    | '/quality'
    | '/duplicates'
    | '/settings/people'
    | '/settings/questions'
    | '/settings/outbox'
    | '/settings/taken'
  words: string
  /** For the bar at the foot of a phone. */
  short: string
  icon: IconName
  /** Absent from the bar of a person who may not. */
  permission: Permission
  /** The second key after `g`. */
  key: string
}

export const PLACES: readonly Place[] = [
  { to: '/year', words: 'Headline board', short: 'Board', icon: 'bars', permission: 'figures:read', key: 'y' },
  { to: '/caseload', words: 'My caseload', short: 'Cases', icon: 'list', permission: 'caseload:read', key: 'c' },
  {
    to: '/businesses',
    words: 'Businesses',
    short: 'Businesses',
    icon: 'building',
    permission: 'client:read',
    key: 'b',
  },
  { to: '/calendar', words: 'Calendar', short: 'Calendar', icon: 'clock', permission: 'diary:read', key: 'k' },
  { to: '/events', words: 'Events', short: 'Events', icon: 'calendar', permission: 'event:read', key: 'e' },
  {
    to: '/reviews',
    words: 'Skills reviews',
    short: 'Reviews',
    icon: 'skills',
    permission: 'review:read',
    key: 's',
  },
  { to: '/training', words: 'Training', short: 'Training', icon: 'board', permission: 'training:read', key: 'l' },
  {
    to: '/definitions',
    words: 'What counts',
    short: 'What counts',
    icon: 'book',
    permission: 'figures:read',
    key: 'w',
  },
]

export const MANAGED: readonly Place[] = [
  { to: '/quality', words: 'Data quality', short: 'Quality', icon: 'flag', permission: 'figures:read', key: 'q' },
  {
    to: '/duplicates',
    words: 'Duplicates',
    short: 'Duplicates',
    icon: 'copy',
    permission: 'client:merge',
    key: 'd',
  },
  {
    to: '/settings/people',
    words: 'People and roles',
    short: 'People',
    icon: 'people',
    permission: 'staff:read',
    key: 'p',
  },
  {
    to: '/settings/questions',
    words: 'Review questions',
    short: 'Questions',
    icon: 'question',
    permission: 'review:set-questions',
    key: 'v',
  },
  {
    to: '/settings/taken',
    words: 'Taken out',
    short: 'Taken out',
    icon: 'download',
    permission: 'taken:read',
    key: 'x',
  },
  { to: '/settings/outbox', words: 'Outgoing mail', short: 'Mail', icon: 'mail', permission: 'mail:read', key: 'm' },
]
