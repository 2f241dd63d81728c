import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { type Chip, FilterChips } from '../ui/filter-chips.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { monthName } from '../years/months.ts'
import { type ListQuestion, partsOf } from './list-question.ts'
import type { List } from './list.ts'
import { dimensionName, partName } from './part-name.ts'
import { countOf, rowsOf } from './show-figure.ts'
import { showNumber } from '@hubline/domain/number.ts'

type Props = { question: ListQuestion; list: List; busy: boolean }
const PAUSE_MS = 300

/** Narrow the list; every part of the filter stands in the address. */
export function ListFilters({ question, list, busy }: Props) {
  const navigate = useNavigate()
  const ask = (change: ListQuestion, replace: boolean) =>
    void navigate({
      to: '.',
      search: ((now: object) => ({ ...now, ...change, after: undefined, dropped: undefined })) as never,
      replace,
      resetScroll: false,
    })
  const rows = list.districts.reduce((sum, { units }) => sum + units, 0)
  const is_filtered = [question.text, question.district, question.month, ...Object.values(partsOf(question))].some(
    (part) => part !== undefined,
  )
  const nouns = rowsOf(list.unit)
  return (
    <div className="list-filters">
      {question.dropped && (
        <p className="dropped-notice" role="status">
          Left out, because it means nothing here: {question.dropped.split(',').join(', ')}.{' '}
          <SearchLink change={{ dropped: undefined }}>Close this notice</SearchLink>
        </p>
      )}
      <div className="list-filter-fields no-print" role="search" aria-label="Narrow the list">
        <TextFilter now={question.text} onAsk={(text) => ask({ text }, question.text !== undefined)} />
        <SelectField
          label="District"
          value={question.district ?? ''}
          none={`All districts (${showNumber(rows)})`}
          choices={list.districts.map(({ code, name, units }) => ({
            value: code,
            words: `${name} (${showNumber(units)})`,
          }))}
          onChange={(event) => ask({ district: event.target.value || undefined }, false)}
        />
        {list.categories.length > 0 && (
          <SelectField
            label="Category"
            value={question.category ?? ''}
            none="Any category"
            choices={list.categories.map(({ name, units }) => ({
              value: name,
              words: `${name} (${showNumber(units)})`,
            }))}
            onChange={(event) => ask({ category: event.target.value || undefined }, false)}
          />
        )}
      </div>
      <div className="list-count">
        <p role="status" aria-busy={busy} className="figures strong">
          {is_filtered ? `${showNumber(list.total)} of ${countOf(rows, nouns)}` : countOf(rows, nouns)}
        </p>
        <FilterChips chips={chipsOf(question, list)} />
      </div>
    </div>
  )
}

/** Asks when the typing pauses; follows the address when that is changed from elsewhere, as by Back or a chip. */
function TextFilter({ now, onAsk }: { now: string | undefined; onAsk: (text: string | undefined) => void }) {
  const [typed, setTyped] = useState(now ?? '')
  const asked = useRef(now)
  useEffect(() => {
    if (now === asked.current) return
    asked.current = now
    setTyped(now ?? '')
  }, [now])
  useEffect(() => {
    const wanted = typed.trim() || undefined
    if (wanted === asked.current) return
    const timer = setTimeout(() => {
      asked.current = wanted
      onAsk(wanted)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  })
  return (
    <TextField
      label="Name or reference contains"
      type="search"
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}

function chipsOf({ text, district, month, category, ...others }: ListQuestion, { districts, event }: List): Chip[] {
  const name = districts.find(({ code }) => code === district)?.name ?? district
  return [
    ...(text === undefined ? [] : [{ key: 'text', words: 'Contains', value: text, without: { text: undefined } }]),
    ...(month === undefined
      ? []
      : [{ key: 'month', words: 'First counted in', value: monthName(month), without: { month: undefined } }]),
    ...(category === undefined
      ? []
      : [{ key: 'category', words: 'Category is', value: category, without: { category: undefined } }]),
    ...Object.entries(partsOf(others)).flatMap(([key, value]) =>
      value === undefined
        ? []
        : [{ key, words: `${dimensionName(key)} is`, value: partName(key, value), without: { [key]: undefined } }],
    ),
    ...(event === null ? [] : [{ key: 'event', words: 'Came to', value: event.title, without: { event: undefined } }]),
    ...(name === undefined
      ? []
      : [{ key: 'district', words: 'District is', value: name, without: { district: undefined } }]),
  ]
}
