import { Button } from '../ui/button.tsx'
import { readWalkIn } from './check-in-state.ts'

type Props = {
  typed: string
  onType: (text: string) => void
  /** Nobody on the list answers to what is typed. */
  nobody: boolean
  onAdd: (walkIn: { name: string; business_name: string | null }) => void
}

/** One box to find somebody on the list, or to add who stands in the door without a place: a name, and Add. */
export function CheckInBox({ typed, onType, nobody, onAdd }: Props) {
  const walkIn = readWalkIn(typed)
  return (
    <form
      className="check-in-box"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        if (walkIn && nobody) onAdd(walkIn)
      }}
    >
      <input
        type="search"
        className="control"
        aria-label="Find a guest, or add a walk-in"
        placeholder="Find a guest, or add a walk-in"
        autoComplete="off"
        value={typed}
        onChange={({ target }) => onType(target.value)}
      />
      {walkIn && (
        <Button icon="plus" look={nobody ? 'filled' : 'plain'} onClick={() => onAdd(walkIn)}>
          Add {walkIn.name}
          {walkIn.business_name && ` of ${walkIn.business_name}`}
        </Button>
      )}
      {walkIn && !walkIn.business_name && (
        <p className="small quiet">With a business: {walkIn.name}, name of the business</p>
      )}
    </form>
  )
}
