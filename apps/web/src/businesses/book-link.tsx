import { useNavigate } from '@tanstack/react-router'
import { ButtonLink } from '../ui/button.tsx'
import { useShortcut } from '../ui/shortcuts.ts'

/** To the calendar, with the review of this business to find a time for; `b` goes there too. */
export function BookLink({ reference }: { reference: string }) {
  const navigate = useNavigate()
  const search = { book: reference }
  useShortcut({
    keys: 'b',
    words: 'Book a skills review',
    where: 'Record',
    run: () => void navigate({ to: '/calendar', search }),
  })
  return (
    <ButtonLink to="/calendar" search={search} icon="calendar" keys="b">
      Book review
    </ButtonLink>
  )
}
