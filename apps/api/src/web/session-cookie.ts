import type { Request, Response } from 'express'

/** Browsers keep a cookie named "__Host-" to this one server, and only over https. */
const nameOf = (is_https: boolean) => (is_https ? '__Host-hubline' : 'hubline')

/** The secret of the visitor's session, or undefined. */
export function readSession(req: Request, is_https: boolean): string | undefined {
  const name = `${nameOf(is_https)}=`
  const found = (req.get('cookie') ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(name))
  const value = found?.slice(name.length) ?? ''
  return /^[\w-]{43}$/.test(value) ? value : undefined
}

/** Gives the browser the secret of its session until it is closed, or takes it back. */
export function writeSession(res: Response, token: string | undefined, is_https: boolean): void {
  const settings = { httpOnly: true, sameSite: 'lax', secure: is_https, path: '/' } as const
  if (token === undefined) res.clearCookie(nameOf(is_https), settings)
  else res.cookie(nameOf(is_https), token, settings)
}
