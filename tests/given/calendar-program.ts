import ICAL from 'ical.js'
import type { MailServer } from './smtp.ts'

/** What a calendar program holds after all that came to one address: the newer of one entry takes its place. */
export async function calendarOf(mail: MailServer, address: string) {
  const entries = new Map<string, { sequence: number; starts: string; status: string }>()
  for (const letter of await mail.letters()) {
    if (letter.to?.[0]?.address !== address) continue
    const file = letter.attachments.find(({ mimeType }) => mimeType === 'text/calendar')
    if (!file) continue
    const text = typeof file.content === 'string' ? file.content : new TextDecoder().decode(file.content)
    const calendar = new ICAL.Component(ICAL.parse(text) as never[])
    for (const zone of calendar.getAllSubcomponents('vtimezone'))
      ICAL.TimezoneService.register(new ICAL.Timezone(zone), 'Europe/London')
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined)
    const known = entries.get(event.uid)
    if (!known || known.sequence < event.sequence)
      entries.set(event.uid, {
        sequence: event.sequence,
        starts: event.startDate.toJSDate().toISOString(),
        status: String(event.component.getFirstPropertyValue('status')),
      })
  }
  return [...entries.values()]
}
