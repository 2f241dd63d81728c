import type { AbsenceKind } from '@hubline/domain/calendar/keep-diary.ts'

export const ABSENCE_NAMES: Readonly<Record<AbsenceKind, string>> = {
  leave: 'Leave',
  meeting: 'Meeting',
  training: 'Training',
  other: 'Busy',
}
