import { expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from './new-id.ts'

test('an id is a UUID of version 7 that begins with its instant', () => {
  const id = newId(0x0196e0000001)

  expect(z.uuidv7().safeParse(id).success).toBe(true)
  expect(id.startsWith('0196e000-0001-7')).toBe(true)
})

test('two ids of one instant are not the same', () => {
  expect(newId(1)).not.toBe(newId(1))
})
