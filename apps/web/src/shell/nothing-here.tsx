import { Door } from '../staff/door.tsx'
import { ButtonLink } from '../ui/button.tsx'

/** An address that leads nowhere, for whoever comes to it. */
export function NothingHere() {
  return (
    <Door title="Not found" lead="There is nothing at this address. If it was copied, check that all of it came along.">
      <ButtonLink to="/">Go to the start</ButtonLink>
    </Door>
  )
}
