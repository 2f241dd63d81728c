import { expect, test } from 'vitest'
import { type Place, blockOf, heldWithin, isInBlock, moveBy, rowsInSight } from './grid-place.ts'

const size = { rows: 10, columns: 4 }
const at = (row: number, column: number): Place => ({ row, column })
const press = (key: string, { ctrl = false, shift = false } = {}) => ({ key, ctrl, shift, page: 5 })

test.each([
  ['ArrowDown', at(3, 1)],
  ['ArrowUp', at(1, 1)],
  ['ArrowLeft', at(2, 0)],
  ['ArrowRight', at(2, 2)],
  ['PageDown', at(7, 1)],
  ['PageUp', at(0, 1)],
  ['Home', at(2, 0)],
  ['End', at(2, 3)],
])('%s leads on from the third row, second column', (key, place) => {
  expect(moveBy({ active: at(2, 1), corner: at(2, 1) }, press(key), size)).toEqual({ active: place, corner: place })
})

test('with Ctrl a key leads to the edge, and Shift draws a block from where it began', () => {
  const start = { active: at(2, 1), corner: at(2, 1) }
  const drawn = moveBy(start, press('End', { ctrl: true, shift: true }), size)

  expect(drawn).toEqual({ active: at(9, 3), corner: at(2, 1) })
  expect(moveBy(start, press('Home', { ctrl: true }), size)?.active).toEqual(at(0, 0))
  expect(drawn && blockOf(drawn)).toEqual({ top: 2, bottom: 9, left: 1, right: 3 })
  expect(drawn && isInBlock(blockOf(drawn), at(5, 0))).toBe(false)
})

test('other keys, and an empty list, move nothing', () => {
  expect(moveBy({ active: at(2, 1), corner: at(2, 1) }, press('x'), size)).toBeUndefined()
  expect(moveBy({ active: at(0, 0), corner: at(0, 0) }, press('ArrowDown'), { rows: 0, columns: 4 })).toBeUndefined()
})

test('a list that shrinks keeps the selection inside it', () => {
  expect(heldWithin({ active: at(9, 3), corner: at(2, 1) }, { rows: 4, columns: 2 })).toEqual({
    active: at(3, 1),
    corner: at(2, 1),
  })
})

test('of two thousand rows those in sight are drawn, and a few around them', () => {
  expect(rowsInSight({ top: 3600, height: 400, row: 40 }, 2000)).toEqual({ from: 84, to: 106 })
  expect(rowsInSight({ top: 0, height: 400, row: 40 }, 3)).toEqual({ from: 0, to: 3 })
  expect(rowsInSight({ top: 4000, height: 400, row: 40 }, 0)).toEqual({ from: 0, to: 0 })
})
