import { districtName } from '@hubline/domain/businesses/districts.ts'
import { sicLabel } from '@hubline/domain/businesses/sic-codes.ts'
import { showDay } from '@hubline/domain/day.ts'
import { showMoneyShort } from '@hubline/domain/money.ts'
import { type Fact, Facts } from '../ui/facts.tsx'
import type { BusinessFilled } from './business-form.ts'
import type { BusinessShown } from './business-shown.ts'
import { LEGAL_FORM_NAMES, TRADING_STATUS_NAMES } from './business-words.ts'
import '../ui/line-list.css'

export type EditField = keyof BusinessFilled
type Props = { business: BusinessShown; onAdd: ((field: EditField) => void) | undefined }

/** What is known of a business. The blanks ask to be filled; rare facts stand only where they are known. */
export function BusinessFacts({ business, onAdd }: Props) {
  const add = (field: EditField, title: string) =>
    onAdd && (
      <button type="button" className="link-button" onClick={() => onAdd(field)}>
        add<span className="visually-hidden"> {title.toLowerCase()}</span>
      </button>
    )
  const fact = (title: string, field: EditField, value: Fact['value']): Fact => ({
    title,
    value,
    add: add(field, title),
  })
  const rare = (title: string, value: Fact['value']): Fact[] => (value ? [{ title, value }] : [])
  const { phone, email, website, postcode, district_code, located_in } = business
  const place = [business.address, business.town, postcode].filter(Boolean).join(', ')
  const district = located_in && `${districtName(located_in)}${district_code ? '' : ', by postcode'}`
  return (
    <Facts
      facts={[
        fact('Phone', 'phone', phone && <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>),
        fact('E-mail', 'email', email && <a href={`mailto:${email}`}>{email}</a>),
        fact('Website', 'website', website && <Website address={website} />),
        fact('Address', 'postcode', place),
        fact('District', 'district_code', district),
        fact('Company number', 'company_number', business.company_number),
        fact(
          'Legal form',
          'legal_form',
          business.legal_form === 'unknown' ? undefined : LEGAL_FORM_NAMES[business.legal_form],
        ),
        fact(
          'Trading status',
          'trading_status',
          business.trading_status && TRADING_STATUS_NAMES[business.trading_status],
        ),
        fact('Trading since', 'trading_since', business.trading_since && showDay(business.trading_since)),
        fact(
          'Sector',
          'sic_code',
          business.sic_code && [sicLabel(business.sic_code), business.sic_code].filter(Boolean).join(', '),
        ),
        fact(
          'Employees',
          'employees_fte',
          business.employees_fte === null ? undefined : `${Number(business.employees_fte)} FTE`,
        ),
        fact('Turnover', 'turnover_pence', turnoverOf(business)),
        ...rare('Trading name', business.trading_name),
        ...rare('Charity number', business.charity_number),
        ...rare('VAT number', business.vat_number),
        ...rare('Incorporated', business.incorporated_on && showDay(business.incorporated_on)),
      ]}
    />
  )
}

function turnoverOf({ turnover_pence, measured_on }: BusinessShown): string | undefined {
  if (turnover_pence === null) return undefined
  return showMoneyShort(Number(turnover_pence)) + (measured_on ? `, at ${showDay(measured_on)}` : '')
}

/** Only a web address becomes a link: whatever else was typed is shown as it is. */
function Website({ address }: { address: string }) {
  const href = /^https?:\/\//i.test(address) ? address : `https://${address}`
  if (!URL.canParse(href) || !/^[^\s/]+\.[^\s/]+/.test(address.replace(/^https?:\/\//i, ''))) return address
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {address.replace(/^https?:\/\//i, '')}
    </a>
  )
}
