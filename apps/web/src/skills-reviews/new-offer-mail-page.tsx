import type { CallListCriteria } from '@hubline/domain/skills-reviews/call-list.ts'
import {
  LEFT_OUT_BECAUSE,
  MAIL_STANDING_NAMES,
  MAIL_STANDINGS,
  type MailStanding,
} from '@hubline/domain/skills-reviews/offer-letter.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { oneOf, text } from '../address.ts'
import { trpc } from '../api.ts'
import { ClientLink } from '../businesses/client-link.tsx'
import { problemOf } from '../problem.ts'
import { Page } from '../shell/page.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FilterChips } from '../ui/filter-chips.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ViewTabs } from '../ui/view-tabs.tsx'
import { criteriaChips, readCallListQuestion } from './call-list-question.ts'
import { ListConditions } from './list-conditions.tsx'
import '../ui/line-list.css'
import './new-call-list.css'
import './offer-mail.css'
import type { Candidates } from './offer-mail-words.ts'
import { WriteOffers } from './write-offers.tsx'

const route = getRouteApi('/hub/reviews/mail/new')
const SIZE = 8

/** Chooses the businesses, says who is left out and why, and writes the letter. */
export function NewOfferMailPage() {
  const search = route.useSearch()
  const criteria = useMemo(() => {
    // Those who wait for an answer, or were reached otherwise, are no question for a letter.
    const {
      waiting: _,
      has_contact: __,
      has_phone: ___,
      has_email: ____,
      ...asked
    } = readCallListQuestion(search).criteria
    return asked
  }, [search])
  const standing = oneOf(search, 'show', MAIL_STANDINGS) ?? 'can'
  const page = { after: text(search, 'after'), before: text(search, 'before'), size: SIZE }
  const { data, error } = useQuery({
    ...trpc.offerMail.candidates.queryOptions({ criteria, standing, ...page }),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title="Offer reviews by mail" note={<Link to="/reviews/mail">All offers by mail</Link>}>
      {data && !data.sends_mail && (
        <p className="offer-notice">
          No mail server is set, so nothing can be sent: letters can be written and looked at. Whoever runs Hubline sets
          SMTP_URL.
        </p>
      )}
      <div className="new-call-list">
        <Panel title="Whom to write to">
          <ListConditions search={search} districts={data?.districts ?? []} ticks={['referred', 'never_reviewed']}>
            Never among them: businesses outside your area, those that ceased, those with a review in hand, and those
            that wait on a call list.
          </ListConditions>
        </Panel>
        <div className="stack">
          <FilterChips chips={criteriaChips(criteria)} />
          {error && !data ? (
            <EmptyState sentence={problemOf(error).sentence} />
          ) : data ? (
            <>
              <WhoGetsIt found={data} standing={standing} />
              <WriteOffers criteria={criteria satisfies CallListCriteria} counts={data.counts} />
            </>
          ) : (
            <Skeleton lines={8} height="40vh" />
          )}
        </div>
      </div>
    </Page>
  )
}

function WhoGetsIt({ found, standing }: { found: Candidates; standing: MailStanding }) {
  const { counts, rows, next, previous } = found
  const all = MAIL_STANDINGS.reduce((sum, one) => sum + counts[one], 0)
  const page = { after: undefined, before: undefined }
  return (
    <Panel title={all === 1 ? '1 business matches' : `${all.toLocaleString('en-GB')} businesses match`}>
      <ViewTabs
        label="Who gets the letter"
        current={standing}
        views={MAIL_STANDINGS.filter((one) => one === 'can' || one === standing || counts[one] > 0).map((one) => ({
          key: one,
          words: MAIL_STANDING_NAMES[one],
          count: counts[one],
          change: { show: one === 'can' ? undefined : one, ...page },
        }))}
      />
      {standing !== 'can' && <p className="quiet">{LEFT_OUT_BECAUSE[standing]}</p>}
      {rows.length === 0 ? (
        <p className="quiet">Nobody.</p>
      ) : (
        <ol role="list" className="line-list mail-who">
          {rows.map((row) => (
            <li key={row.id}>
              <ClientLink client={{ kind: 'business', reference: row.reference }}>{row.name}</ClientLink>
              <span className="cell-note">
                {row.person_reference ? (
                  <>
                    <ClientLink client={{ kind: 'person', reference: row.person_reference }}>
                      {row.given_name} {row.family_name}
                    </ClientLink>
                    {row.email && ` · ${row.email}`}
                  </>
                ) : (
                  'Nobody is linked'
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
      {(next || previous) && (
        <Pager next={next ?? undefined} previous={previous ?? undefined} words={`${rows.length} on this page`} />
      )}
    </Panel>
  )
}
