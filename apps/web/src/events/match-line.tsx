import { Tag } from '../ui/tag.tsx'

type Props = {
  /** Of the group of radio buttons. */
  name: string
  checked: boolean
  onChoose: () => void
  title: string
  note?: string | undefined
  /** Why it may be this one. */
  reason?: string | undefined
  sure?: boolean | undefined
}

/** One possible answer, with the reason why it may be the right one. */
export function MatchLine({ name, checked, onChoose, title, note, reason, sure }: Props) {
  return (
    <label className="match-line">
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      <span>
        <span className="strong">{title}</span> {sure && <Tag tone="warn">Very likely the same</Tag>}
        {note && <span className="cell-note figures">{note}</span>}
        {reason && <span className="cell-note">{reason}</span>}
      </span>
    </label>
  )
}
