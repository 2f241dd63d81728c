import { type ClipboardEvent, Fragment, type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { newId } from '../new-id.ts'
import { Button } from '../ui/button.tsx'
import './line-table.css'

export type LineColumn<L> = {
  key: keyof L & string
  title: string
  kind: 'text' | 'number' | 'choice' | 'read'
  choices?: readonly { value: string; words: string }[]
  width?: string
  /** What the cell holds when nothing was chosen: a word for "not said". */
  none?: string
  /** For what is typed in words and kept otherwise: undefined where the text cannot be read. */
  read?: (text: string) => unknown
  show?: (value: unknown) => string
  /** Says what can be typed, where it could not be read. */
  help?: string
  /** Proposals while one types. */
  proposals?: readonly string[]
}

type Line = { id: string; place: number }

type Props<L extends Line> = {
  caption: string
  columns: readonly LineColumn<L>[]
  lines: readonly L[]
  /** A line without content, for whoever begins to type in it. */
  blank: (place: number) => Omit<L, 'id'>
  /** What follows from a changed line: a role points to its group. */
  settle?: (line: L, changed: keyof L & string) => L
  onSave: (line: L) => void
  onRemove: (id: string) => void
  disabled?: boolean
  renderAfter?: (line: L) => ReactNode
  /** Stands under a line, the whole width. */
  renderBelow?: (line: L) => ReactNode
}

/**
 * A table that is typed into: a blank line always stands at the end, Enter goes down, Tab goes on, and rows pasted from a
 * spreadsheet become lines.
 */
export function LineTable<L extends Line>(props: Props<L>) {
  const { caption, columns, lines, blank, disabled, renderAfter, renderBelow } = props
  const [fresh, setFresh] = useState(() => newId())
  const last = lines.at(-1)?.place ?? 0
  const shown = disabled ? lines : [...lines, { ...blank(last + 1), id: fresh } as L]
  const id = useId()

  function save(line: L, changed: keyof L & string) {
    if (line.id === fresh) setFresh(newId())
    props.onSave(props.settle ? props.settle(line, changed) : line)
  }

  function paste(event: ClipboardEvent, at: number, column: number) {
    const text = event.clipboardData.getData('text/plain').replace(/\r/g, '').replace(/\n+$/, '')
    if (!/[\t\n]/.test(text)) return
    event.preventDefault()
    text.split('\n').forEach((row, down) => {
      const there = shown[at + down]
      const isNew = !there || there.id === fresh
      const start = isNew ? ({ ...blank(last + 1 + down), id: newId() } as L) : there
      const filled = row.split('\t').reduce((line, cell, right) => {
        const into = columns[column + right]
        if (!into) return line
        const value = readCell(into, cell)
        const next = { ...line, [into.key]: value } as L
        return props.settle ? props.settle(next, into.key) : next
      }, start)
      if (row.trim() !== '') props.onSave(filled)
    })
  }

  return (
    <table role="table" className="line-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, title, width }) => (
            <th key={key} role="columnheader" scope="col" style={width ? { width } : undefined}>
              {title}
            </th>
          ))}
          <th role="columnheader" scope="col" className="line-remove">
            <span className="visually-hidden">Take out</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {shown.map((line, at) => (
          <Fragment key={line.id}>
            <tr role="row" data-line className={line.id === fresh ? 'line-blank' : undefined}>
              {columns.map((column, right) => (
                <td key={column.key} role="cell" data-title={column.title}>
                  <Cell
                    label={`${column.title}, line ${at + 1}`}
                    list={`${id}-${column.key}`}
                    column={column}
                    value={line[column.key]}
                    disabled={disabled}
                    onPaste={(event) => paste(event, at, right)}
                    onChange={(value) => save({ ...line, [column.key]: value }, column.key)}
                  />
                </td>
              ))}
              <td role="cell" className="line-remove">
                {line.id !== fresh && renderAfter?.(line)}
                {line.id !== fresh && !disabled && (
                  <Button look="quiet" size="small" icon="remove" iconOnly onClick={() => props.onRemove(line.id)}>
                    Take out line {at + 1}
                  </Button>
                )}
              </td>
            </tr>
            {renderBelow && line.id !== fresh && (
              <tr role="row" className="line-below">
                <td role="cell" colSpan={columns.length + 1}>
                  {renderBelow(line)}
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
      {columns.map(
        ({ key, proposals }) =>
          proposals && (
            <datalist key={key} id={`${id}-${key}`}>
              {proposals.map((words) => (
                <option key={words}>{words}</option>
              ))}
            </datalist>
          ),
      )}
    </table>
  )
}

/** Enter goes to the same column of the next line, Shift Enter to that of the line before. */
function goDown(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
  const cell = event.currentTarget.closest('td')
  const row = cell?.parentElement
  if (!cell || !row) return
  event.preventDefault()
  const at = [...row.children].indexOf(cell)
  const rows = [...(row.parentElement?.querySelectorAll('[data-line]') ?? [])]
  const next = rows[rows.indexOf(row) + (event.shiftKey ? -1 : 1)]?.children[at]
  next?.querySelector<HTMLElement>('input, select')?.focus()
}

type CellProps<L> = {
  label: string
  list: string
  column: LineColumn<L>
  value: unknown
  disabled: boolean | undefined
  onPaste: (event: ClipboardEvent) => void
  onChange: (value: unknown) => void
}

function Cell<L>({ label, list, column, value, disabled, onPaste, onChange }: CellProps<L>) {
  const { kind, choices = [], none = '' } = column
  if (kind === 'choice')
    return (
      <select
        className="control"
        aria-label={label}
        value={typeof value === 'string' ? value : ''}
        disabled={disabled}
        onKeyDown={goDown}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{none}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.words}
          </option>
        ))}
      </select>
    )
  return <TextCell {...{ label, list, column, value, disabled, onPaste, onChange }} />
}

/** What cannot be read stays as it was typed, says so, and is not kept. */
function TextCell<L>({ label, list, column, value, disabled, onPaste, onChange }: CellProps<L>) {
  const { kind, proposals, show, help = 'Enter a whole number' } = column
  const [typing, setTyping] = useState<string>()
  const [unread, setUnread] = useState(false)
  const shown = value === null || value === undefined ? '' : show ? show(value) : String(value as string | number)
  return (
    <>
      <input
        className="control"
        aria-label={label}
        aria-invalid={unread ? true : undefined}
        autoComplete="off"
        inputMode={kind === 'number' ? 'numeric' : undefined}
        list={proposals ? list : undefined}
        disabled={disabled}
        value={typing ?? shown}
        onPaste={onPaste}
        onKeyDown={goDown}
        onBlur={() => unread || setTyping(undefined)}
        onChange={({ target }) => {
          const read = readCell(column, target.value)
          const cannot = (read === null || read === undefined) && kind !== 'text' && target.value.trim() !== ''
          setTyping(target.value)
          setUnread(cannot)
          if (!cannot) onChange(read)
        }}
      />
      {unread && (
        <span role="alert" className="line-help">
          {help}
        </span>
      )}
    </>
  )
}

/** A cell as it is typed or pasted: words of a choice become its value, a number is whole and more than none. */
function readCell<L>({ kind, choices = [], read }: LineColumn<L>, text: string): unknown {
  if (read) return text.trim() === '' ? null : read(text)
  if (kind === 'text') return text.replace(/\s/g, ' ')
  if (kind === 'number') return /^\s*[1-9]\d{0,5}\s*$/.test(text) ? Number(text) : null
  const asked = text.trim().toLowerCase()
  return (
    choices.find(
      ({ value, words }) =>
        words.toLowerCase() === asked || value === asked || words.toLowerCase() === `level ${asked}`,
    )?.value ?? null
  )
}
