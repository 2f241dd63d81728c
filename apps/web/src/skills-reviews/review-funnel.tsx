import { DECLINE_REASON_NAMES } from '@hubline/domain/skills-reviews/decline-reasons.ts'
import { FUNNEL_NAMES, FUNNEL_STEPS, type FunnelPlace } from '@hubline/domain/skills-reviews/funnel.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'
import { Panel } from '../ui/panel.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import './review-funnel.css'

export type Funnel = inferOutput<typeof trpc.skillsReviews.funnel>
type Props = { funnel: Funnel; at: FunnelPlace | undefined; reason: string | undefined; of: string }

const count = (number: number) => number.toLocaleString('en-GB')
const FIRST_PAGE = { after: undefined, before: undefined }

/** How far the reviews came, step by step, and where the others stayed. Every number opens its list. */
export function ReviewFunnel({ funnel: { places, reasons }, at, reason, of }: Props) {
  return (
    <Panel title={findingOf(places, of)} className="review-funnel">
      <ol role="list" className="funnel">
        {FUNNEL_STEPS.map(({ step, says, stayed }, n) => {
          const before = FUNNEL_STEPS[n - 1]
          return (
            <li key={step} className={at === step ? 'funnel-step chosen' : 'funnel-step'}>
              <SearchLink
                change={{ at: at === step ? undefined : step, reason: undefined, ...FIRST_PAGE }}
                current={at === step}
                className="funnel-link"
              >
                <span className="funnel-name">{says}</span>
                <b className="funnel-count">{count(places[step])}</b>
                <Bar share={places.offered === 0 ? 0 : places[step] / places.offered} />
              </SearchLink>
              <span className="funnel-share quiet small">
                {before && places[before.step] > 0
                  ? `${percent(places[step] / places[before.step])} of those ${before.says.toLowerCase()}`
                  : ' '}
              </span>
              <ul role="list" className="funnel-stayed">
                {stayed
                  .filter(({ place }) => places[place] > 0 || at === place)
                  .map(({ place, says: stay }) => (
                    <li key={place}>
                      <SearchLink
                        change={{ at: at === place ? undefined : place, reason: undefined, ...FIRST_PAGE }}
                        current={at === place}
                        className="funnel-stay"
                      >
                        {stay} <b>{count(places[place])}</b>
                      </SearchLink>
                    </li>
                  ))}
              </ul>
            </li>
          )
        })}
      </ol>
      {reasons.length > 0 && (
        <p className="funnel-reasons small">
          Declined because:{' '}
          {reasons.map((one) => (
            <SearchLink
              key={one.reason}
              change={{ at: 'declined', reason: reason === one.reason ? undefined : one.reason, ...FIRST_PAGE }}
              current={reason === one.reason}
              className="funnel-stay"
            >
              {reasonName(one.reason)} <b>{count(one.reviews)}</b>
            </SearchLink>
          ))}
        </p>
      )}
    </Panel>
  )
}

export const reasonName = (reason: Funnel['reasons'][number]['reason']): string =>
  reason === 'none' ? 'Reason not recorded' : DECLINE_REASON_NAMES[reason]

/** As wide as its part of all offers; the number beside it says the same. */
function Bar({ share }: { share: number }) {
  return (
    <svg className="funnel-bar c2" width="100%" height="8" aria-hidden="true">
      <rect className="bar-track" x="0.5" y="0.5" width="99.5%" height="7" rx="3" />
      <rect className="bar-fill" width={`${share * 100}%`} height="8" rx="3" />
    </svg>
  )
}

const percent = (share: number): string => `${Math.round(share * 100)}%`

/** The finding: where most of those are lost who will not come further. */
function findingOf(places: Funnel['places'], of: string): string {
  if (places.offered === 0) return `No skills review offered ${of}`
  const ended = FUNNEL_STEPS.flatMap(({ stayed }) => stayed.filter(({ open }) => !open))
  const [most] = ended.toSorted((a, b) => places[b.place] - places[a.place])
  const offers = places.offered === 1 ? '1 offer' : `${count(places.offered)} offers`
  if (!most || places[most.place] === 0) return `${offers} ${of}`
  return `${offers} ${of}; most are lost to “${FUNNEL_NAMES[most.place].toLowerCase()}”: ${percent(places[most.place] / places.offered)}`
}
