import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const
const FORM = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$([\w+/]+)\$([\w+/]+)$/

/** Each hash takes 19 MB and a thread for some 50 ms: no more than two at once, so that a crowd at the door stops nobody else. */
const AT_ONCE = 2
let at_work = 0
const queue: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (at_work >= AT_ONCE) await new Promise<void>((resolve) => queue.push(resolve))
  else at_work += 1
  try {
    return await work()
  } finally {
    // Who waits takes over the place; otherwise it becomes free.
    const next = queue.shift()
    if (next) next()
    else at_work -= 1
  }
}

const tagOf = (password: string, nonce: Buffer): Promise<Buffer> =>
  inTurn(() => derive('argon2id', { message: Buffer.from(password.normalize('NFC')), nonce, ...COST }))

const unpadded = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')

/** What is kept of a password: argon2id with its cost and salt. */
export async function hashOfPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `$argon2id$v=19$m=19456,t=2,p=1$${unpadded(salt)}$${unpadded(await tagOf(password, salt))}`
}

/** Takes the same time for a wrong password as for an account that does not exist. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [, salt, tag] = FORM.exec(kept ?? '') ?? []
  const given = await tagOf(password, salt === undefined ? randomBytes(16) : Buffer.from(salt, 'base64'))
  return tag !== undefined && timingSafeEqual(given, Buffer.from(tag, 'base64'))
}
