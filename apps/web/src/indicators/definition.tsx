type Props = { definition: { key: string; words: string; note: string | null; source: string; version: number } }

/** How a figure is counted, in words made from the very definition that its query is made from. */
export function Definition({ definition: { key, words, note, source, version } }: Props) {
  return (
    <div className="definition">
      <p>{words}</p>
      {note && <p className="quiet">{note}</p>}
      <p className="quiet small">
        Source: {source}. <span className="figures">Definition {key}, version {version}.</span>
      </p>
    </div>
  )
}
