import type { Day } from '@hubline/domain/day.ts'
import { useState } from 'react'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Finder } from '../ui/finder.tsx'
import { MinutesField } from '../ui/minutes-field.tsx'
import { Panel } from '../ui/panel.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { findFirms } from './firms.ts'

const TODAY = '2025-11-24' as Day

export function Controls() {
  return (
    <>
      <Panel title="Buttons">
        <div className="cluster">
          <Button look="filled" icon="plus">
            Log interaction
          </Button>
          <Button icon="download">Export</Button>
          <Button look="quiet">Save view</Button>
          <Button look="danger" icon="remove">
            Void
          </Button>
          <Button look="filled" icon="check" keys="Ctrl ↵">
            Save
          </Button>
          <Button look="filled" busy="Saving">
            Save
          </Button>
          <Button size="small" icon="filter">
            Filter
          </Button>
          <Button look="quiet" icon="close" iconOnly>
            Close
          </Button>
          <ButtonLink to="/sign-in" icon="right">
            A link that leads on
          </ButtonLink>
        </div>
      </Panel>
      <Panel title="Fields">
        <Fields />
      </Panel>
    </>
  )
}

function Fields() {
  const [how, setHow] = useState<'phone' | 'visit' | 'video' | 'email' | undefined>('phone')
  const [minutes, setMinutes] = useState<number | undefined>(30)
  const [day, setDay] = useState<Day | undefined>(TODAY)
  const [chosen, setChosen] = useState<string>()
  return (
    <div className="stack" style={{ maxWidth: 440 }}>
      <Finder
        label="Business or person"
        placeholder="Name, number, phone, postcode"
        search={findFirms}
        onChoose={(firm) => setChosen(firm?.id)}
        nothing="No match in yours"
      />
      <p className="small quiet" data-testid="chosen">
        {chosen ? `Chosen: ${chosen}` : 'Nobody chosen'}
      </p>
      <Segmented
        label="How"
        value={how}
        onChange={setHow}
        segments={[
          { value: 'phone', words: 'Phone', icon: 'phone' },
          { value: 'visit', words: 'Visit', icon: 'pin' },
          { value: 'video', words: 'Video', icon: 'video' },
          { value: 'email', words: 'Email', icon: 'mail' },
        ]}
      />
      <MinutesField id="minutes" label="Minutes with the client" value={minutes} onChange={setMinutes} />
      <DateField label="Date" value={day} onChange={setDay} today={TODAY} />
      <TextArea
        label="Note"
        hint="Do not record health or family details. Saved on this device as you type."
        name="note"
      />
      <TextField label="Next step" optional placeholder="Chase quotes fri" name="next" />
      <SelectField
        label="Stage"
        name="stage"
        none="Choose a stage"
        choices={[
          { value: 'open', words: 'Open' },
          { value: 'diagnosed', words: 'Diagnosed' },
          { value: 'in_delivery', words: 'In delivery' },
        ]}
      />
      <Checkbox name="start_up">The person is starting up</Checkbox>
      <Checkbox defaultChecked name="agreed">
        The client agreed to be passed on
      </Checkbox>
    </div>
  )
}
