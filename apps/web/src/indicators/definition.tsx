import { ClampedWords } from './clamped-words.tsx'

type Defined = { key: string; words: string; note: string | null; source: string; version: number }

/** How a figure is counted, in words made from the very definition that its query is made from: two lines, the rest on request. */
export function Definition({ definition, about }: { definition: Defined; about: string }) {
  return (
    <div className="definition">
      <ClampedWords words={definition.words} about={about} lines={2}>
        {definition.note && <p className="quiet">{definition.note}</p>}
      </ClampedWords>
      <DefinitionSource definition={definition} />
    </div>
  )
}

/** As `Definition`, with every word in sight. */
export function WholeDefinition({ definition }: { definition: Defined }) {
  return (
    <div className="definition">
      <p>{definition.words}</p>
      {definition.note && <p className="quiet">{definition.note}</p>}
      <DefinitionSource definition={definition} />
    </div>
  )
}

function DefinitionSource({ definition: { key, source, version } }: { definition: Defined }) {
  return (
    <p className="quiet small">
      Source: {source}.{' '}
      <span className="figures">
        Definition {key}, version {version}.
      </span>
    </p>
  )
}
