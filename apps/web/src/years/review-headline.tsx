import { Link } from '@tanstack/react-router'
import { figureInWords, showExactly, showFigure } from '../indicators/show-figure.ts'
import type { Headline, Review } from './review.ts'

type Told = { headline: Headline; review: Review }

/** One thing that was reached: the sentence, the figure itself with its list, and two bars of one scale. */
export function ReviewHeadline({ headline, review }: Told) {
  const { unit, value, target, last_year, partner_totals } = headline
  const [start, rest] = split(headline)
  return (
    <li className="review-headline">
      <p className="review-sentence">
        <b>{start}</b> {rest}
      </p>
      <Bars now={value} before={last_year} />
      <p className="review-facts small figures">
        <ListLink headline={headline} review={review} />
        {target !== null && <span>Target {showFigure(unit, target)}</span>}
        <span>
          {review.last_year}:{' '}
          {last_year === null ? (
            'no figure'
          ) : (
            <ToList
              at={{ year: review.last_year, version: review.last_version, key: headline.key }}
              label={headline.title}
            >
              {showFigure(unit, last_year)}
            </ToList>
          )}
        </span>
      </p>
      {partner_totals.map(({ reference, value: more, organisation }) => (
        <p key={reference} className="review-partner small quiet">
          Not in it: {showFigure(unit, more)} without names from {organisation}
        </p>
      ))}
    </li>
  )
}

/** What is set large, and what goes on after it. */
function split({ sentence, in_press }: Headline): [string, string] {
  const large = sentence.toLowerCase().startsWith(in_press.toLowerCase()) ? in_press.length : 'No'.length
  return in_press === '' || !sentence.includes(' ') || sentence.includes(': ')
    ? [sentence, '']
    : [sentence.slice(0, large), sentence.slice(large).trimStart()]
}

/** The list behind the figure. */
function ListLink({ headline: { key, title, unit, value }, review: { year, version } }: Told) {
  const words = value === null ? 'No figure' : (showExactly(unit, value) ?? figureInWords(unit, value))
  return (
    <ToList at={{ year, version, key }} label={title}>
      {words}
    </ToList>
  )
}

type ListAt = { year: string; version: number | null; key: string }

/** To a list as it was signed off, or as it is today. */
function ToList({ at: { year, version, key }, label, children }: { at: ListAt; label: string; children: string }) {
  const name = `${children}: ${label}, ${year}`
  return version !== null ? (
    <Link to="/year/$year/close/$version/$key" params={{ year, version: String(version), key }} aria-label={name}>
      {children}
    </Link>
  ) : (
    <Link to="/year/$year/$key" params={{ year, key }} aria-label={name}>
      {children}
    </Link>
  )
}

/** The numbers stand beside them in words. */
function Bars({ now, before }: { now: string | null; before: string | null }) {
  const [one, other] = [Number(now ?? 0), Number(before ?? 0)]
  const most = Math.max(one, other, 1)
  return (
    <svg className="review-bars" width="100%" height="14" aria-hidden="true">
      <rect className="now" width={`${(one / most) * 100}%`} height="8" rx="2" />
      <rect className="before" y="10" width={`${(other / most) * 100}%`} height="4" rx="2" />
    </svg>
  )
}
