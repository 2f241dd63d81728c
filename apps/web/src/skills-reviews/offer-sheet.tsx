import { type Day, parseIsoDay } from '@hubline/domain/day.ts'
import { DECLINE_REASON_NAMES } from '@hubline/domain/skills-reviews/decline-reasons.ts'
import { offerCountInWords } from '@hubline/domain/skills-reviews/offer-count.ts'
import { OFFER_CHANNELS, OfferReview } from '@hubline/domain/skills-reviews/offers.ts'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { choicesOf } from '../cases/case-words.ts'
import { newId } from '../new-id.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Sheet } from '../ui/dialog.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { keyWords, useShortcut } from '../ui/shortcuts.ts'
import { toast } from '../ui/toast.tsx'
import { useRecordForm } from '../ui/use-record-form.ts'
import { refreshReviews } from './refresh-reviews.ts'
import { useUndoOffer } from './use-undo-offer.ts'

type Contact = { id: string; name: string; job_title: string | null }
type Props = {
  business: { id: string; name: string }
  contacts: readonly Contact[]
  today: Day
  onClose: () => void
}

const SAVE = 'mod+enter'
const ANSWERS = [
  { value: 'waiting', words: 'Will think about it' },
  { value: 'accepted', words: 'Accepted' },
  { value: 'declined', words: 'Declined' },
] as const
const CHANNELS = OFFER_CHANNELS.map((value) => ({ value, words: value.charAt(0).toUpperCase() + value.slice(1) }))

/** Logs the offer of a skills review to one business, with its answer if there was one. */
export function OfferSheet({ business, contacts, today, onClose }: Props) {
  const { form, offer } = useOffering({ business, contacts, today, onClose })
  const answer = form.watch('answer')
  useShortcut({ keys: SAVE, words: 'Log the offer', where: 'Offer', inFields: true, run: () => void offer('stay') })
  return (
    <Sheet
      title="Offer a skills review"
      open
      onClose={onClose}
      foot={
        <>
          <Button
            look="filled"
            icon="check"
            keys={keyWords(SAVE)}
            busy={form.saving ? 'Saving' : undefined}
            onClick={() => void offer('stay')}
          >
            Log the offer
          </Button>
          {answer === 'accepted' && (
            <Button icon="calendar" onClick={() => void offer('book')}>
              Log it and book a time
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void offer('stay')
        }}
      >
        <p className="quiet">{business.name}</p>
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <SelectField
          label="Offered to"
          optional
          none={contacts.length === 0 ? 'Nobody is named' : 'Nobody in particular'}
          choices={contacts.map(({ id, name, job_title }) => ({
            value: id,
            words: [name, job_title].filter(Boolean).join(', '),
          }))}
          data-first
          {...form.register('offered_to_id')}
        />
        <SelectField label="How" choices={CHANNELS} {...form.register('offer_channel')} />
        <DateField
          id="offered_on"
          label="Offered on"
          today={today}
          value={parseIsoDay(form.watch('offered_on'))}
          error={form.errorOf('offered_on')}
          onChange={(day, text) => form.setValue('offered_on', day ?? text)}
        />
        <Segmented
          label="What they said"
          segments={ANSWERS}
          value={answer}
          onChange={(value) => form.setValue('answer', value)}
        />
        {answer === 'declined' && (
          <SelectField
            label="Why they declined"
            none="Choose the reason"
            choices={choicesOf(DECLINE_REASON_NAMES)}
            {...form.register('decline_reason')}
          />
        )}
        <p className="field-hint">An offer counts once a year for a business, whatever it says.</p>
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          Log the offer
        </button>
      </form>
    </Sheet>
  )
}

function useOffering({ business, contacts, today, onClose }: Props) {
  const navigate = useNavigate()
  const [ids] = useState(() => ({ request_id: newId(), id: newId() }))
  const undo = useUndoOffer(business.name)
  const offering = useMutation(trpc.skillsReviews.offer.mutationOptions())
  const form = useRecordForm(OfferReview, {
    ...ids,
    business_id: business.id,
    offered_on: today,
    offer_channel: 'telephone',
    offered_to_id: contacts[0]?.id ?? '',
    answer: 'waiting',
    decline_reason: '',
  })

  const offer = (then: 'stay' | 'book') =>
    form.onSubmit(async (filled) => {
      const { id, version, reference, count } = await offering.mutateAsync(filled)
      await refreshReviews()
      onClose()
      if (then === 'book') return navigate({ to: '/calendar', search: { book: reference } })
      toast(`Offer to ${business.name} logged. ${offerCountInWords(count)}`, {
        action: { words: 'Undo', run: () => void undo({ id, version }) },
      })
    })()

  return { form, offer }
}
