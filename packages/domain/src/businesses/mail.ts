/** Mail that anybody can have: what follows the @ says nothing about where a person works. */
const FREE_MAIL = new Set([
  'aol.com',
  'aol.co.uk',
  'blueyonder.co.uk',
  'btinternet.com',
  'btopenworld.com',
  'gmail.com',
  'gmx.co.uk',
  'gmx.com',
  'googlemail.com',
  'hotmail.co.uk',
  'hotmail.com',
  'icloud.com',
  'live.co.uk',
  'live.com',
  'mac.com',
  'mail.com',
  'me.com',
  'msn.com',
  'ntlworld.com',
  'outlook.com',
  'outlook.co.uk',
  'pm.me',
  'proton.me',
  'protonmail.com',
  'sky.com',
  'talktalk.net',
  'tiscali.co.uk',
  'virginmedia.com',
  'yahoo.co.uk',
  'yahoo.com',
  'ymail.com',
  'zoho.com',
])

/** Boxes that several people read: the same one does not make two people one. */
const SHARED_BOXES = new Set([
  'accounts',
  'admin',
  'bookings',
  'contact',
  'director',
  'enquiries',
  'enquiry',
  'finance',
  'hello',
  'help',
  'hr',
  'info',
  'jobs',
  'mail',
  'manager',
  'marketing',
  'office',
  'orders',
  'post',
  'reception',
  'sales',
  'secretary',
  'support',
  'team',
  'training',
])

/** The address in small letters, or undefined where it is none. */
export function normaliseEmail(text: string): string | undefined {
  const typed = text.trim().toLowerCase()
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed) ? typed : undefined
}

/** What follows the @ of an organisation's own mail; undefined for free mail and for what is no address. */
export function ownDomain(email: string): string | undefined {
  const domain = normaliseEmail(email)?.split('@')[1]
  return domain === undefined || FREE_MAIL.has(domain) ? undefined : domain
}

/** info@, sales@ and the like. */
export function isSharedBox(email: string): boolean {
  const box = normaliseEmail(email)
    ?.split('@')[0]
    ?.replace(/[^a-z].*$/, '')
  return box !== undefined && SHARED_BOXES.has(box)
}
