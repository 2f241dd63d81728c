import { districtName } from '@hubline/domain/businesses/districts.ts'
import { showDay } from '@hubline/domain/day.ts'
import { type Fact, Facts } from '../ui/facts.tsx'
import { MAILINGS_NAMES, type PersonFilled } from './person-form.ts'
import type { PersonShown } from './person-shown.ts'
import '../ui/line-list.css'

export type PersonField = keyof PersonFilled
type Props = { person: PersonShown; onAdd: ((field: PersonField) => void) | undefined }

/** What is known of a person. The blanks ask to be filled. */
export function PersonFacts({ person, onAdd }: Props) {
  const { phone, email, postcode, district_code, located_in, trading_since, mailings, mailings_on } = person
  const fact = (title: string, field: PersonField, value: Fact['value']): Fact => ({
    title,
    value,
    add: onAdd && (
      <button type="button" className="link-button" onClick={() => onAdd(field)}>
        add<span className="visually-hidden"> {title.toLowerCase()}</span>
      </button>
    ),
  })
  const district = located_in && `${districtName(located_in)}${district_code ? '' : ', by postcode'}`
  return (
    <Facts
      facts={[
        fact('Phone', 'phone', phone && <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>),
        fact('E-mail', 'email', email && <a href={`mailto:${email}`}>{email}</a>),
        fact('Postcode', 'postcode', postcode),
        fact('District', 'district_code', district),
        fact('Trading since', 'trading_since', trading_since && showDay(trading_since)),
        fact(
          'Offers by e-mail',
          'mailings',
          mailings && mailings_on && `${MAILINGS_NAMES[mailings]}, ${showDay(mailings_on)}`,
        ),
      ]}
    />
  )
}
