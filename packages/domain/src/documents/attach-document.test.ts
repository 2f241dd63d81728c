import { expect, test } from 'vitest'
import { safeName } from './attach-document.ts'
import { type DocumentType, whyNot } from './document-types.ts'

test.each([
  ['C:\\Users\\me\\Log of visits.pdf', 'Log of visits.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['a\u202Efdp.exe.pdf', 'afdp.exe.pdf'],
  ['a<b>:"|?*c.pdf', 'abc.pdf'],
  ['.. .hidden.txt', 'hidden.txt'],
  ['two\n\tlines .pdf', 'twolines .pdf'],
  ['end. . ', 'end'],
  ['Cafe\u0301.pdf', 'Café.pdf'],
  ['...', ''],
])('a file called %j is kept as %j', (given, kept) => {
  expect(safeName(given)).toBe(kept)
})

test.each<[string, DocumentType | undefined, string | undefined]>([
  ['log.pdf', 'application/pdf', undefined],
  ['LOG.JPEG', 'image/jpeg', undefined],
  [
    'log.pdf',
    'image/jpeg',
    'That file is a JPEG picture, and its name does not end so: call it something that ends with .jpg',
  ],
  [
    'page.html',
    'text/plain',
    'That file is a plain text, and its name does not end so: call it something that ends with .txt',
  ],
  ['log', 'application/pdf', 'That file is a PDF, and its name does not end so: call it something that ends with .pdf'],
  ['log.exe', undefined, expect.stringContaining('that file is none of these') as string],
])('%s with %s in it: %s', (name, found, sentence) => {
  expect(whyNot(name, found)).toEqual(sentence)
})
