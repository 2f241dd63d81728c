import type { DefinitionChange } from '@hubline/domain/indicators/change-definition.ts'
import { useEffect, useState } from 'react'
import { useMe } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { ErrorSummary, type FormProblem, problemAt } from '../ui/error-summary.tsx'
import { Panel } from '../ui/panel.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useFormDraft } from '../ui/use-form-draft.tsx'
import { type Filled, fillFrom, readFilled } from './definition-fill.ts'
import type { OneDefinition } from './one-definition.ts'
import { Effect } from './effect.tsx'
import { BecomesFields, UNTITLED } from './becomes-fields.tsx'
import { BLANK, type Becomes, type Publishing, VERSION } from './publishing.ts'
import { WayFields } from './way-fields.tsx'

const ONCE_PER = { year: 'In each year', ever: 'Ever, in its first year', wave: 'In each wave of the survey' } as const

type Props = {
  definition: OneDefinition
  /** A newer version is there and nothing typed differs from it: `is_own` where it was published from here. */
  onFollow: (is_own: boolean) => void
}

type Typed = { filled: Filled; over: number; becomes: Becomes; publishing: Publishing }

/** Whose effect is shown, and the newest version then: published over no other. */
type AskedEffect = { change: DefinitionChange; own_title: string | undefined; newest: number }

/** The newest version as a form: said differently, looked at, then published as the next one. */
export function DefinitionForm({ definition, onFollow }: Props) {
  const { form, key, newest } = definition
  const { adviser_id } = useMe()
  const [start] = useState<Filled>(() => fillFrom(form.change))
  /** What is typed, and the version over which it was typed. */
  const [{ filled, over, becomes, publishing }, setTyped] = useState<Typed>({
    filled: start,
    over: newest,
    becomes: VERSION,
    publishing: BLANK,
  })
  const [asked, setAsked] = useState<AskedEffect>()
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const draft = useFormDraft({
    name: `definition-change:${key}:${adviser_id}`,
    filled: { filled, over, becomes, publishing },
    put: setTyped,
    onClose: reset,
  })
  const is_behind = over !== newest
  const has_nothing = is_behind && (isAlike(filled, start) || isAlike(filled, fillFrom(form.change)))
  useEffect(() => {
    if (has_nothing) onFollow(!isAlike(filled, start))
  }, [has_nothing, onFollow, filled, start])

  function put(next: Filled, then = becomes) {
    setTyped({ filled: next, over, becomes: then, publishing })
    setAsked(undefined)
  }

  function reset() {
    setTyped({ filled: fillFrom(form.change), over: newest, becomes: VERSION, publishing: BLANK })
    setAsked(undefined)
    setProblems([])
  }

  function look() {
    const read = readFilled(filled, form.change)
    setAttempt((count) => count + 1)
    const untitled = becomes.what === 'own' && becomes.title.trim() === '' ? [UNTITLED] : []
    setProblems('change' in read ? untitled : [...untitled, read])
    const own_title = becomes.what === 'own' ? becomes.title.trim() : undefined
    setAsked('change' in read && untitled.length === 0 ? { change: read.change, own_title, newest } : undefined)
  }

  return (
    <Panel title="Change it or copy it" className="no-print">
      <div className="stack">
        {draft.offer}
        {is_behind && !has_nothing && <Meanwhile definition={definition} over={over} />}
        <ErrorSummary problems={problems} attempt={attempt} />
        <BecomesFields next={newest + 1} becomes={becomes} problems={problems} onChange={(next) => put(filled, next)} />
        <Fields
          form={form}
          is_alone={definition.pack === 'own' || becomes.what === 'own'}
          filled={filled}
          put={put}
          problems={problems}
        />
        <div className="cluster">
          <Button onClick={look}>See the effect on the last three years</Button>
          <Button look="quiet" onClick={draft.cancel}>
            Start again from version {newest}
          </Button>
        </div>
        {asked && (
          <Effect
            key={asked.newest}
            definition={{ ...definition, newest: asked.newest }}
            change={asked.change}
            own_title={asked.own_title}
            publishing={publishing}
            onPublishing={(next) => setTyped({ filled, over, becomes, publishing: next })}
            onPublished={draft.forget}
          />
        )}
      </div>
    </Panel>
  )
}

const isAlike = (one: Filled, other: Filled): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What somebody else published over the version from which this change is typed. */
function Meanwhile({ definition: { newest, versions }, over }: { definition: OneDefinition; over: number }) {
  return (
    <div role="status" className="stack">
      {versions
        .filter(({ version }) => version > over)
        .map(({ version, words, published_by, reason }) => (
          <p key={version}>
            {published_by} published version {version} meanwhile: {words} {reason}
          </p>
        ))}
      <p>
        What you typed is kept: see its effect again, and publish it as version {newest + 1}, or start again from
        version {newest}.
      </p>
    </div>
  )
}

type Fields = {
  form: OneDefinition['form']
  /** Of an indicator of the hub's own: no other band moves with it. */
  is_alone: boolean
  filled: Filled
  put: (filled: Filled) => void
  problems: readonly FormProblem[]
}

function Fields({ form, is_alone, filled, put, problems }: Fields) {
  return (
    <>
      {form.has_band && (
        <div className="cluster">
          <TextField
            label="From how many minutes in the year"
            id="minutes_at_least"
            error={problemAt(problems, 'minutes_at_least')}
            short
            inputMode="numeric"
            value={filled.minutes_at_least}
            onChange={(event) => put({ ...filled, minutes_at_least: event.target.value })}
          />
          {form.has_end && (
            <TextField
              label="And under how many"
              id="minutes_below"
              error={problemAt(problems, 'minutes_below')}
              short
              inputMode="numeric"
              value={filled.minutes_below}
              onChange={(event) => put({ ...filled, minutes_below: event.target.value })}
            />
          )}
        </div>
      )}
      {form.has_band && !is_alone && (
        <p className="small quiet">
          The bands exclude each other: where this one begins or ends, the next moves with it.
        </p>
      )}
      <div className="definition-ways" role="group" aria-label="What counts">
        {form.ways.map((way, at) => {
          const now = filled.ways[at]
          return (
            now && (
              <WayFields
                key={at}
                at={at}
                is_only={form.ways.length === 1}
                form={way}
                way={now}
                problems={problems}
                onChange={(next) => put({ ...filled, ways: filled.ways.map((one, i) => (i === at ? next : one)) })}
              />
            )
          )
        })}
      </div>
      <UnitFields form={form} filled={filled} put={put} />
      {form.once_per_choices.length > 0 && (
        <Segmented
          label="Each business counts once"
          segments={form.once_per_choices.map((value) => ({ value, words: ONCE_PER[value] }))}
          value={filled.once_per}
          onChange={(once_per) => put({ ...filled, once_per })}
        />
      )}
    </>
  )
}

/** What is asked of a unit, beside its records. */
function UnitFields({ form, filled, put }: Omit<Fields, 'is_alone' | 'problems'>) {
  return (
    <>
      {form.area && (
        <Checkbox checked={filled.in_area} onChange={(event) => put({ ...filled, in_area: event.target.checked })}>
          Only in the districts that the hub serves; an unknown district counts
        </Checkbox>
      )}
      {form.sme && (
        <Checkbox checked={filled.sme} onChange={(event) => put({ ...filled, sme: event.target.checked })}>
          Only businesses with fewer than 250 employees; an unknown number counts
        </Checkbox>
      )}
      {form.also && (
        <Checkbox checked={filled.also !== false} onChange={(event) => put({ ...filled, also: event.target.checked })}>
          Only what counts in {form.also.map((title) => `“${title}”`).join(' or ')} of that year too
        </Checkbox>
      )}
      {filled.apart !== null && (
        <Checkbox checked={filled.apart} onChange={(event) => put({ ...filled, apart: event.target.checked })}>
          Minutes that another output of the programme has used up do not count again
        </Checkbox>
      )}
      {filled.by_diagnostic !== null && (
        <Checkbox
          checked={filled.by_diagnostic}
          onChange={(event) => put({ ...filled, by_diagnostic: event.target.checked })}
        >
          A completed diagnostic lifts a business from the light band to the medium one
        </Checkbox>
      )}
    </>
  )
}
