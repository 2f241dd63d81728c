import path from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, WrongSettings, misspeltSettings, readSettings, senderOf } from './settings.ts'

test('nothing set means the embedded database, port 3000 and the demonstration', () => {
  expect(readSettings({ PATH: '/bin', PORT: '' })).toEqual({
    database_url: undefined,
    data: path.join(ROOT, 'data'),
    port: 3000,
    demonstration: true,
    jobs: true,
    documents_bytes: 20 * 1024 ** 3,
    smtp_url: undefined,
    mail_from: undefined,
    public_url: undefined,
  })
})

test('what is set is taken', () => {
  expect(
    readSettings({
      DATABASE_URL: 'postgres://a@b/c',
      HUBLINE_DATA: '/var/hubline',
      PORT: '8080',
      HUBLINE_DEMO: 'no',
      HUBLINE_JOBS: 'no',
      HUBLINE_DOCUMENTS_GB: '1',
      SMTP_URL: 'smtp://mail.example:587',
      MAIL_FROM: 'Example Growth Hub <hub@hub.example>',
      PUBLIC_URL: 'https://Hub.example/',
    }),
  ).toEqual({
    database_url: 'postgres://a@b/c',
    data: '/var/hubline',
    port: 8080,
    demonstration: false,
    jobs: false,
    documents_bytes: 1024 ** 3,
    smtp_url: 'smtp://mail.example:587',
    mail_from: { name: 'Example Growth Hub', address: 'hub@hub.example' },
    public_url: 'https://hub.example',
  })
})

test.each([
  [{ PORT: '99999' }, /^PORT must be a port number/],
  [{ PORT: 'http' }, /^PORT must be a port number/],
  [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL must be the address of a PostgreSQL database/],
  [{ HUBLINE_DEMO: 'true' }, /^HUBLINE_DEMO must be yes or no/],
  [{ PUBLIC_URL: 'hub.example' }, /^PUBLIC_URL must be the address/],
  [{ PUBLIC_URL: 'https://hub.example/hubline' }, /without a path/],
  [{ SMTP_URL: 'mail' }, /^SMTP_URL must be the address of a mail server/],
  [{ MAIL_FROM: 'the hub' }, /^MAIL_FROM must be an e-mail address/],
  [{ MAIL_FROM: 'Hub <hub@hub.example>\r\nBcc: all@hub.example' }, /^MAIL_FROM must be an e-mail address/],
  [{ HUBLINE_JOBS: 'some' }, /^HUBLINE_JOBS must be yes or no/],
])('%o is refused with a sentence', (env, sentence) => {
  expect(() => readSettings(env)).toThrow(WrongSettings)
  expect(() => readSettings(env)).toThrow(sentence)
})

test('a misspelt setting is named, and those of other programs are not', () => {
  expect(misspeltSettings({ HUBLINE_DTA: '/srv', HUBLINE_DATA: '/srv', HUBLINE_API: 'x', PATH: '/bin' })).toEqual([
    expect.stringMatching(/^HUBLINE_DTA is not a setting/),
  ])
})

test.each([
  [{}, { name: undefined, address: 'hubline@localhost' }],
  [{ PUBLIC_URL: 'https://hub.example' }, { name: undefined, address: 'hubline@hub.example' }],
  [{ MAIL_FROM: 'post@hub.example' }, { name: undefined, address: 'post@hub.example' }],
])('with %o mail comes from %o', (env, sender) => {
  expect(senderOf(readSettings(env))).toEqual(sender)
})
