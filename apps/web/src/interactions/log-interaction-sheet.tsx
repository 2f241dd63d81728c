import type { LogSubject } from '../shell/log.tsx'
import { Sheet } from '../ui/dialog.tsx'

/** Logs one interaction, from anywhere. */
export function LogInteractionSheet({ subject, onClose }: { subject: LogSubject | undefined; onClose: () => void }) {
  return (
    <Sheet title="Log interaction" open onClose={onClose}>
      <p>{subject ? `With ${subject.name}.` : 'Nobody chosen yet.'}</p>
    </Sheet>
  )
}
