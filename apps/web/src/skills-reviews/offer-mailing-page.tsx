import { districtName } from '@hubline/domain/businesses/districts.ts'
import { DECLINE_REASON_NAMES } from '@hubline/domain/skills-reviews/decline-reasons.ts'
import { LETTER_STATE_NAMES } from '@hubline/domain/skills-reviews/offer-letter.ts'
import { REVIEW_STATUS_NAMES } from '@hubline/domain/skills-reviews/stages.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useEffect } from 'react'
import { oneOf, text } from '../address.ts'
import { queryClient, trpc } from '../api.ts'
import { ClientLink } from '../businesses/client-link.tsx'
import { problemOf } from '../problem.ts'
import { RecordLink } from '../records/record-link.tsx'
import { PageError, PageLoading } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Pager } from '../ui/pager.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { ViewTabs } from '../ui/view-tabs.tsx'
import './offer-mail.css'
import { LETTER_TONES, LETTERS_SHOWN, type LettersShown, type OfferMail } from './offer-mail-words.ts'
import { instantWords, REVIEW_TONES } from './review-words.ts'

const route = getRouteApi('/hub/reviews/mail/$reference')
const SIZE = 50
/** So often while letters are on their way. */
const LOOK_EVERY_MS = 3000

type Row = inferOutput<typeof trpc.offerMail.letters>['rows'][number]

/** One letter and its businesses: whether each was offered a review by it, and what they said. */
export function OfferMailingPage() {
  const { reference } = route.useParams()
  const search = route.useSearch()
  const shown = oneOf(search, 'show', Object.keys(LETTERS_SHOWN) as LettersShown[])
  const page = useQuery({
    ...trpc.offerMail.page.queryOptions({ reference }),
    refetchInterval: ({ state }) => (state.data && state.data.counts.waiting > 0 ? LOOK_EVERY_MS : false),
  })
  const mailing = page.data
  if (!mailing) return page.error ? <PageError error={page.error} reset={() => void page.refetch()} /> : <PageLoading />
  const { counts } = mailing
  return (
    <Page
      title={mailing.subject}
      tabTitle={`${mailing.subject}, offers by mail`}
      note={
        <>
          <span className="figures">{mailing.reference}</span>
          <span>
            Written {instantWords(mailing.made_at)} by {mailing.made_by}
          </span>
          <Link to="/reviews/mail">All offers by mail</Link>
        </>
      }
    >
      <p role="status" className="visually-hidden">
        {counts.waiting > 0 ? `${counts.waiting} letters are on their way` : 'No letter is on its way any more'}
      </p>
      <LetterViews counts={counts} shown={shown} />
      <Letters key={shown ?? 'all'} mailing={mailing} shown={shown} />
      <details className="panel">
        <summary>The letter</summary>
        <p className="offer-letter">{mailing.text}</p>
      </details>
    </Page>
  )
}

function LetterViews({ counts, shown }: { counts: OfferMail['counts']; shown: LettersShown | undefined }) {
  const page = { after: undefined, before: undefined }
  const names = (Object.keys(LETTERS_SHOWN) as LettersShown[]).filter((name) => name === shown || counts[name] > 0)
  return (
    <ViewTabs
      label="The letters"
      current={shown ?? 'all'}
      views={[
        { key: 'all', words: 'All', count: counts.all, change: { show: undefined, ...page } },
        ...names.map((name) => ({
          key: name,
          words: LETTERS_SHOWN[name],
          count: counts[name],
          change: { show: name, ...page },
        })),
      ]}
    />
  )
}

function Letters({ mailing, shown }: { mailing: OfferMail; shown: LettersShown | undefined }) {
  const search = route.useSearch()
  const page = { after: text(search, 'after'), before: text(search, 'before'), size: SIZE }
  const { data, error } = useQuery({
    ...trpc.offerMail.letters.queryOptions({ id: mailing.id, shown, ...page }),
    placeholderData: keepPreviousData,
  })
  const stands = JSON.stringify(mailing.counts)
  useEffect(() => {
    if (stands) void queryClient.invalidateQueries(trpc.offerMail.letters.queryFilter())
  }, [stands])
  if (error && !data) return <EmptyState sentence={problemOf(error).sentence} />
  if (!data) return <Skeleton lines={8} height="40vh" />
  if (data.rows.length === 0) return <EmptyState sentence="No letter stands here." />
  return (
    <div className="stack">
      <DataTable caption="Letters" columns={COLUMNS} rows={data.rows} keyOf={(row) => row.id} />
      {(data.next || data.previous) && (
        <Pager
          next={data.next ?? undefined}
          previous={data.previous ?? undefined}
          words={`${data.rows.length} on this page`}
        />
      )}
    </div>
  )
}

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'business',
    title: 'Business',
    phone: 'title',
    width: '30%',
    cell: ({ business }) => (
      <>
        <ClientLink client={{ kind: 'business', reference: business.reference }}>{business.name}</ClientLink>
        {business.district_code && <span className="cell-note">{districtName(business.district_code)}</span>}
      </>
    ),
  },
  {
    key: 'person',
    title: 'Written to',
    cell: ({ person }) => (
      <ClientLink client={{ kind: 'person', reference: person.reference }}>{person.name}</ClientLink>
    ),
  },
  {
    key: 'state',
    title: 'Letter',
    phone: 'corner',
    cell: ({ state, reason }) => (
      <>
        <Tag tone={LETTER_TONES[state]}>{LETTER_STATE_NAMES[state]}</Tag>
        {reason && <span className="cell-note">{reason}</span>}
      </>
    ),
  },
  {
    key: 'review',
    title: 'Their answer',
    phone: 'line',
    cell: ({ review }) =>
      review ? (
        <>
          <Tag tone={REVIEW_TONES[review.status]}>
            {review.status === 'offered' ? 'No answer yet' : REVIEW_STATUS_NAMES[review.status]}
          </Tag>{' '}
          <RecordLink kind="skills_review" reference={review.reference}>
            {review.reference}
          </RecordLink>
          {review.decline_reason && <span className="cell-note">{DECLINE_REASON_NAMES[review.decline_reason]}</span>}
        </>
      ) : (
        <span className="quiet">–</span>
      ),
  },
]
