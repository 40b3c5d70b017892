import { describe, expect, test } from 'vitest'
import { pageOf } from '#domain/page.ts'

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

describe('a page of a list', () => {
  const places: [count: number, asked: number, place: { page: number; pages: number; first: number; last: number }][] =
    [
      [0, 1, { page: 1, pages: 1, first: 0, last: 0 }],
      [1, 1, { page: 1, pages: 1, first: 1, last: 1 }],
      [50, 1, { page: 1, pages: 1, first: 1, last: 50 }],
      [51, 1, { page: 1, pages: 2, first: 1, last: 50 }],
      [51, 2, { page: 2, pages: 2, first: 51, last: 51 }],
      [101, 2, { page: 2, pages: 3, first: 51, last: 100 }],
    ]
  test.each(places)('of %d rows, page %d', (count, asked, place) => {
    const { rows, ...found } = pageOf(numbers(count), asked)
    expect(found).toEqual({ ...place, total: count })
    expect(rows).toEqual(numbers(count).slice(Math.max(0, place.first - 1), place.last))
  })

  test.each([
    [0, 1],
    [99, 3],
  ])('page %d is not there: the nearest is', (asked, page) => {
    expect(pageOf(numbers(101), asked).page).toBe(page)
  })

  test('of another size', () => {
    expect(pageOf(numbers(25), 3, 12)).toEqual({ rows: [25], page: 3, pages: 3, first: 25, last: 25, total: 25 })
  })
})
