import { districtName } from '@hubline/domain/businesses/districts.ts'
import { SIC_SECTIONS, sicSection } from '@hubline/domain/businesses/sic-codes.ts'
import { showDay, todayInLondon } from '@hubline/domain/day.ts'
import { REVIEW_STATUS_NAMES } from '@hubline/domain/skills-reviews/stages.ts'
import { whyListed } from '@hubline/domain/skills-reviews/why-listed.ts'
import { useEffect, useId, useRef, useState } from 'react'
import { ClientLink } from '../businesses/client-link.tsx'
import { sinceWords } from '../cases/due-words.ts'
import { RecordLink } from '../records/record-link.tsx'
import { useMe } from '../staff/me.ts'
import { Icon } from '../ui/icon.tsx'
import { scriptFor } from './call-script.ts'
import type { Card } from './use-calling.ts'

type Props = { card: Card; to: string | undefined; onTo: (id: string) => void }

/** One business as it is called: whom to ask for, what to say, why it is on the list, what was said before. */
export function CallCard({ card, to, onTo }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const me = useMe()
  const [today] = useState(() => todayInLondon(new Date()))
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const { business, contacts } = card
  const contact = contacts.find(({ id }) => id === to)
  return (
    <article className="call-card panel">
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {business.name}
        </h2>
        <p className="quiet figures">{factsOf(card).join(' · ')}</p>
        <ul role="list" className="call-why">
          {card.call_back_on && <li>Asked to be called back on {showDay(card.call_back_on)}</li>}
          {whyOf(card).map((why) => (
            <li key={why}>{why}</li>
          ))}
        </ul>
      </header>
      <div className="call-columns">
        <div className="stack">
          <Phone number={contact?.phone ?? business.phone} name={contact?.phone ? contact.name : business.name} />
          <Contacts card={card} to={to} onTo={onTo} />
          <section>
            <h3>What to say</h3>
            <p className="call-script">{scriptFor({ contact: contact?.name, broker: me.name, hub: me.hub.name })}</p>
          </section>
        </div>
        <div className="stack">
          <section>
            <h3>Last contact</h3>
            <p>{sinceWords(card.last_contact_on, today)}</p>
            {card.last_note && (
              <p className="call-note small">
                {showDay(card.last_note.on)}: {card.last_note.text}
              </p>
            )}
          </section>
          <EarlierOffers card={card} />
          <p>
            <ClientLink client={{ kind: 'business', reference: business.reference }}>
              Open {business.reference}
            </ClientLink>
          </p>
        </div>
      </div>
    </article>
  )
}

function factsOf({ business, place, attempts }: Card): string[] {
  const section = business.sic_code ? sicSection(business.sic_code) : undefined
  return [
    business.reference,
    business.trading_name,
    business.town ?? (business.district_code && districtName(business.district_code)),
    section && SIC_SECTIONS[section].name,
    business.employees_fte !== null && `${Number(business.employees_fte)} FTE`,
    attempts > 0 && (attempts === 1 ? 'called once before' : `called ${attempts} times before`),
    `number ${place} on the list`,
  ].filter((one): one is string => Boolean(one))
}

function whyOf({ referred_on, case_since, offers }: Card): string[] {
  const [last_offer = null] = offers
  return whyListed({ referred_on, case_since, last_offer, has_been_reviewed: offers.some(({ was_held }) => was_held) })
}

function Phone({ number, name }: { number: string | null; name: string }) {
  if (!number) return <p className="call-phone quiet">No telephone number is known</p>
  return (
    <p className="call-phone">
      <Icon name="phone" size={22} />
      <a href={`tel:${number.replaceAll(/[^\d+]/g, '')}`} aria-label={`Telephone ${name}, ${number}`}>
        {number}
      </a>
    </p>
  )
}

function Contacts({ card: { contacts, business }, to, onTo }: Props) {
  const name = useId()
  if (contacts.length === 0)
    return (
      <section>
        <h3>Whom to ask for</h3>
        <p className="quiet">
          Nobody is named at {business.name}. Add them from{' '}
          <ClientLink client={{ kind: 'business', reference: business.reference }}>its page</ClientLink>.
        </p>
      </section>
    )
  return (
    <fieldset className="call-contacts">
      <legend className="field-label">Whom you speak to</legend>
      {contacts.map((contact) => (
        <label key={contact.id} className="check">
          <input
            type="radio"
            name={name}
            aria-label={contact.name}
            checked={contact.id === to}
            onChange={() => onTo(contact.id)}
          />
          <span>
            <b>{contact.name}</b>
            <span className="quiet">
              {' '}
              {[contact.job_title, contact.phone, contact.email].filter(Boolean).join(' · ')}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function EarlierOffers({ card: { offers } }: { card: Card }) {
  if (offers.length === 0) return null
  return (
    <section>
      <h3>Earlier offers</h3>
      <ul role="list" className="call-offers figures">
        {offers.map(({ reference, offered_on, status }) => (
          <li key={reference}>
            <RecordLink kind="skills_review" reference={reference}>
              {showDay(offered_on)}
            </RecordLink>{' '}
            {REVIEW_STATUS_NAMES[status].toLowerCase()}
          </li>
        ))}
      </ul>
    </section>
  )
}
