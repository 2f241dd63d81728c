import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { PageError } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { useMay, useMe } from '../staff/me.ts'
import { Button, ButtonAnchor } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { Review } from './review.ts'
import { ReviewHeadline } from './review-headline.tsx'
import './review.css'
import { signedWords } from './standing.ts'
import { YearBefore } from './year-before.tsx'

const route = getRouteApi('/hub/year/$year/review')

/** The year on one sheet of paper: what was reached in sentences, beside the year before, and how it was counted. */
export function ReviewPage() {
  const { year } = route.useParams()
  const { hub } = useMe()
  const may_download = useMay('figures:download')
  const { data, error, refetch } = useQuery(trpc.years.review.queryOptions({ year }))
  if (!data && error) return <PageError error={error} reset={() => void refetch()} />
  return (
    <Page
      title={`Annual review ${year}`}
      hub={hub.name}
      note={
        <span className="no-print">
          <Link to="/year/$year" params={{ year }}>
            All figures of {year}
          </Link>
        </span>
      }
      actions={
        <>
          {may_download && (
            <ButtonAnchor href={`/year/${encodeURIComponent(year)}/review.json`} download icon="download">
              JSON
            </ButtonAnchor>
          )}
          <Button icon="print" onClick={() => print()}>
            Print or save as PDF
          </Button>
        </>
      }
    >
      {data ? <Sheet review={data} hub={hub} /> : <Skeleton lines={9} height="60vh" />}
    </Page>
  )
}

function Sheet({ review, hub }: { review: Review; hub: { name: string; is_demonstration: boolean } }) {
  const { year, last_year, headlines, highlights } = review
  return (
    <article className="review">
      <p className="review-standing">
        <b>{hub.name}</b> · <Standing review={review} />
        {hub.is_demonstration && ' · Made-up records of a demonstration'}
      </p>
      <section aria-labelledby="reached">
        <h2 id="reached" className="visually-hidden">
          What was reached in {year}
        </h2>
        <ul role="list" className="review-headlines">
          {headlines.map((headline) => (
            <ReviewHeadline key={headline.key} headline={headline} review={review} />
          ))}
        </ul>
        <p className="review-legend quiet small" aria-hidden="true">
          <span className="review-bar now" /> {year} <span className="review-bar before" /> {last_year}
        </p>
      </section>
      {highlights.length > 0 && (
        <section aria-labelledby="highlights" className="review-highlights">
          <h2 id="highlights">Highlights</h2>
          <ul>
            {highlights.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="how-we-counted" className="review-counted">
        <h2 id="how-we-counted">How we counted</h2>
        <p>
          “Nearly” is said from 95% of a round number, “over” up to 105% of it; the figure itself stands beside it. A
          business or a person counts once in each figure, and figures are not added to each other.{' '}
          <YearBefore {...review} />
        </p>
        <dl>
          {headlines.map(({ key, title, words }) => (
            <div key={key}>
              <dt>{title}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </section>
    </article>
  )
}

function Standing({ review: { version, signed_at, signed_by } }: { review: Review }) {
  if (version === null || signed_at === null || signed_by === null)
    return 'Draft: counted today, and not signed off yet'
  return signedWords({ version, signed_at, signed_by_name: signed_by })
}
