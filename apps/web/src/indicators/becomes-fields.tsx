import { type FormProblem, problemAt } from '../ui/error-summary.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { Becomes } from './publishing.ts'

export const UNTITLED: FormProblem = { field: 'own_title', sentence: 'Write how your own indicator is called' }

type Props = {
  /** The number of the next version. */
  next: number
  becomes: Becomes
  problems: readonly FormProblem[]
  onChange: (becomes: Becomes) => void
}

/** Whether a change becomes the next version of its figure, or an indicator of the hub's own beside it. */
export function BecomesFields({ next, becomes, problems, onChange }: Props) {
  return (
    <>
      <Segmented
        label="What becomes of it"
        segments={[
          { value: 'version', words: `Version ${next} of this figure` },
          { value: 'own', words: 'A copy: an indicator of your own' },
        ]}
        value={becomes.what}
        onChange={(what) => onChange({ ...becomes, what })}
      />
      {becomes.what === 'own' && (
        <TextField
          label="Its title"
          id="own_title"
          hint="As it stands on the board, under “The hub's own”. This figure stays as it is."
          maxLength={120}
          error={problemAt(problems, 'own_title')}
          value={becomes.title}
          onChange={(event) => onChange({ ...becomes, title: event.target.value })}
        />
      )}
    </>
  )
}
