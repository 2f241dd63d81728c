import type { ClientDocument, DocumentBlock } from '@hubline/domain/skills-reviews/client-document.ts'
import './client-document.css'

/** The document for a client as a sheet of paper, on screen and in print. `heading` stands where the page has none. */
export function DocumentSheet({ document, heading = true }: { document: ClientDocument; heading?: boolean }) {
  return (
    <article className="document-sheet">
      <p className="document-hub">{document.hub}</p>
      {heading && <h2 className="document-title">{document.title}</h2>}
      {document.blocks.map((block, at) => (
        <Block key={`${block.is}-${at}`} block={block} Heading={heading ? 'h3' : 'h2'} />
      ))}
    </article>
  )
}

function Block({ block, Heading }: { block: DocumentBlock; Heading: 'h2' | 'h3' }) {
  if (block.is === 'heading') return <Heading className="document-heading">{block.text}</Heading>
  if (block.is === 'text') return <p className="document-text">{block.text}</p>
  if (block.is === 'facts')
    return (
      <dl className="document-facts">
        {block.facts.map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    )
  return (
    <table role="table" className="document-table">
      <caption className="visually-hidden">{block.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {block.columns.map(({ title, share, end }) => (
            <th
              key={title}
              role="columnheader"
              scope="col"
              className={end ? 'end' : undefined}
              style={{ width: `${share}%` }}
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {block.rows.map((cells, row) => (
          // Lines of a document have no names and never move.
          <tr key={row} role="row">
            {block.columns.map(({ title, end }, at) => (
              <td key={title} role="cell" data-title={title} className={end ? 'end' : undefined}>
                {cells[at]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
