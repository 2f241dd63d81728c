import type { Day } from '@hubline/domain/day.ts'
import { EVIDENCE_LEVELS, type EvidenceLevel } from '@hubline/domain/imports/bundle-file.ts'
import { type ParticipationStatus, STATUS_NAMES } from '@hubline/domain/training/stages.ts'
import { findClients } from '../../businesses/find-clients.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Finder } from '../../ui/finder.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import type { SessionShown } from '../session-sheet.tsx'
import { EVIDENCE_NAMES, placesWords, spanWords } from '../training-words.ts'
import type { PasteSettings } from './use-pasted-learners.ts'

type Props = {
  settings: PasteSettings
  sessions: readonly SessionShown[]
  today: Day
  onChange: (more: Partial<PasteSettings>) => void
}

const STAGES: readonly ParticipationStatus[] = ['applied', 'enrolled', 'started', 'in_learning']

/** What holds for rows that do not say it themselves. */
export function PasteSettingsPanel({ settings, sessions, today, onChange }: Props) {
  const open = sessions.filter(({ status }) => status === 'open')
  const attends = settings.status === 'started' || settings.status === 'in_learning'
  return (
    <Panel title="For all rows" note="A row that says otherwise is right" className="paste-settings">
      {open.length > 0 && (
        <SelectField
          label="Session"
          none="No session"
          choices={open.map((session) => ({
            value: session.id,
            words: `${spanWords(session)}: ${placesWords(session)}`,
          }))}
          value={settings.session_id}
          onChange={({ target }) => onChange({ session_id: target.value })}
        />
      )}
      <SelectField
        label="Stage"
        choices={STAGES.map((status) => ({ value: status, words: STATUS_NAMES[status] }))}
        value={settings.status}
        onChange={({ target }) => onChange({ status: target.value as ParticipationStatus })}
      />
      <DateField
        label="Enrolled on"
        hint=""
        today={today}
        value={settings.enrolled_on}
        onChange={(day) => day && onChange({ enrolled_on: day })}
      />
      {attends && (
        <DateField
          label="First session"
          hint=""
          today={today}
          value={settings.first_attended_on ?? undefined}
          onChange={(day) => onChange({ first_attended_on: day ?? null })}
        />
      )}
      <SelectField
        label="Evidence"
        none="Not known"
        choices={EVIDENCE_LEVELS.filter((level) => level !== 'verified').map((value) => ({
          value,
          words: EVIDENCE_NAMES[value],
        }))}
        value={settings.evidence_level ?? ''}
        onChange={({ target }) => onChange({ evidence_level: (target.value || null) as EvidenceLevel | null })}
      />
      <Finder
        label="Employer"
        optional
        placeholder="Business name or number"
        search={(text) => findClients(text, { kinds: ['business'] })}
        nothing="No business matches"
        startsWith={settings.employer?.name}
        onChoose={(found) => onChange({ employer: found && { id: found.client.id, name: found.client.name } })}
      />
    </Panel>
  )
}
