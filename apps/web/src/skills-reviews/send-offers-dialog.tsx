import {
  MAIL_STANDING_NAMES,
  MAIL_STANDINGS,
  type MailStanding,
  type SendOffers,
} from '@hubline/domain/skills-reviews/offer-letter.ts'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { queryClient, trpc } from '../api.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import type { FormProblem } from '../ui/error-summary.tsx'
import { toast } from '../ui/toast.tsx'
import { refreshReviews } from './refresh-reviews.ts'

type Props = {
  form: SendOffers
  counts: Readonly<Record<MailStanding, number>>
  onSent: () => void
  onRefused: (problems: readonly FormProblem[]) => void
  onClose: () => void
}

/** The last look before many people are written to: what will be recorded, and who is left out. */
export function SendOffersDialog({ form, counts, onSent, onRefused, onClose }: Props) {
  const navigate = useNavigate()
  const sending = useMutation(trpc.offerMail.send.mutationOptions())
  const letters = Math.min(counts.can, form.most)
  const left_out = MAIL_STANDINGS.filter((one) => one !== 'can' && counts[one] > 0)

  async function send() {
    try {
      const { reference, letters: made } = await sending.mutateAsync(form)
      onSent()
      toast(made === 1 ? '1 letter is on its way' : `${made} letters are on their way`)
      await queryClient.invalidateQueries(trpc.offerMail.pathFilter())
      await refreshReviews()
      await navigate({ to: '/reviews/mail/$reference', params: { reference } })
    } catch (error) {
      onRefused(problemsOf(error))
      onClose()
    }
  }

  return (
    <Dialog
      title={letters === 1 ? 'Write to 1 person?' : `Write to ${letters} people?`}
      open
      onClose={onClose}
      foot={
        <>
          <Button
            look="filled"
            icon="mail"
            data-first
            busy={sending.isPending ? 'Sending' : undefined}
            onClick={() => void send()}
          >
            Send now
          </Button>
          <Button onClick={onClose}>Not yet</Button>
        </>
      }
    >
      <p>
        Each letter is recorded as the offer of a skills review to that business and person, once it is on its way. One
        that cannot be sent is no offer and does not count.
      </p>
      {left_out.length > 0 && (
        <>
          <p>Left out:</p>
          <ul>
            {left_out.map((one) => (
              <li key={one}>
                {counts[one]}: {MAIL_STANDING_NAMES[one].toLowerCase()}
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
