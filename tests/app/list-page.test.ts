import { describe, expect, test } from 'vitest'
import { arrange, type ListQuery, listAddress, matcher, readListQuery, standing } from '#app/_server/list-page.ts'

type Entry = { name: string; size: number | null }
const entries: Entry[] = [
  { name: 'Đông Anh', size: 3 },
  { name: 'Dương Nội', size: null },
  { name: 'Ân Thi', size: 20 },
  { name: 'An Dương', size: 1 },
]
const list = (query: ListQuery, of: Entry[] = entries) =>
  arrange('/list', of, query, { by: { name: ({ name }) => name, size: ({ size }) => size }, text: ({ name }) => name })
const names = (query: ListQuery) => list(query).shown.map(({ name }) => name)

describe('the order of a list', () => {
  const own = entries.map(({ name }) => name)
  const orders: [sort: string | undefined, names: string[]][] = [
    [undefined, own],
    ['name', ['An Dương', 'Ân Thi', 'Dương Nội', 'Đông Anh']],
    ['name.desc', ['Đông Anh', 'Dương Nội', 'Ân Thi', 'An Dương']],
    ['size', ['An Dương', 'Đông Anh', 'Ân Thi', 'Dương Nội']],
    ['size.desc', ['Ân Thi', 'Đông Anh', 'An Dương', 'Dương Nội']],
    ['nothing', own],
    ['constructor', own],
  ]
  test.each(orders)('%s', (sort, expected) => {
    expect(names({ sort })).toEqual(expected)
  })

  test('is said with its direction, or not at all', () => {
    expect(list({ sort: 'size.desc' }).order.sort).toEqual({ column: 'size', desc: true })
    expect(list({ sort: 'nothing' }).order.sort).toBeNull()
  })
})

describe('the search of a list', () => {
  test.each([
    ['dong', ['Đông Anh']],
    ['DƯƠNG', ['Dương Nội', 'An Dương']],
    ['duong an', ['An Dương']],
    ['  ', entries.map(({ name }) => name)],
    ['huế', []],
  ])('%s', (q, expected) => {
    expect(names({ q })).toEqual(expected)
  })

  test('nothing that is searched for matches everything', () => {
    expect(matcher(undefined)('Hà Nội')).toBe(true)
  })
})

describe('the address of a list', () => {
  const many = Array.from({ length: 120 }, (_, index) => ({ name: `Xã ${index}`, size: index }))

  test('keeps its search, order and page; another order or search begins at the first page', () => {
    const { place, order } = list({ q: 'xa', sort: 'size', page: '2', edit: 'x' }, many)
    expect(place.page).toMatchObject({ page: 2, first: 51, last: 100, total: 120 })
    expect(place.hrefOf({ page: '3' })).toBe('/list?q=xa&sort=size&page=3')
    expect(place.hrefOf({ q: undefined, page: undefined })).toBe('/list?sort=size')
    expect(order.sortHref('name.desc')).toBe('/list?q=xa&sort=name.desc')
    expect(order.sortHref(undefined)).toBe('/list?q=xa')
    expect(place.keep).toEqual({ sort: 'size' })
  })

  test('leads to the form that it opens', () => {
    const query = { sort: 'name', page: '2', saved: 'y' }
    expect(listAddress('/list', { ...standing(query), edit: 'x' })).toBe('/list?sort=name&page=2&edit=x#form')
    expect(listAddress('/list', {})).toBe('/list')
  })

  test('is read back; what is repeated, empty or unknown is passed over', async () => {
    const search = Promise.resolve({ q: 'xa', sort: ['a', 'b'], page: '', edit: 'x', other: '1' })
    expect(await readListQuery(search)).toEqual({ q: 'xa', edit: 'x' })
  })

  test.each(['0', '-1', '1.5', 'two', '9999999', ''])('page "%s" is the first or the last', (page) => {
    expect([1, 3]).toContain(list({ page }, many).place.page.page)
  })
})
