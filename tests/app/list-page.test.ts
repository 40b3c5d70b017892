import { createFormatter, createTranslator, NextIntlClientProvider } from 'next-intl'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import messages from '#app/_i18n/en.json' with { type: 'json' }
import { formatsOf } from '#app/_i18n/formats.ts'
import { arrange, type ListQuery, listAddress, readListQuery } from '#app/_server/list-page.ts'
import { askedByName, keptFilters, readFilters, trendAddress } from '#app/(desk)/indicators/[code]/filters.ts'
import { unitOptions } from '#app/(desk)/unit-options.ts'
import { PagedList } from '#components/layout/paged-list.tsx'
import type { UnitView } from '#db/queries/unit-view.ts'

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

  test('finds on all pages, in their order', () => {
    const many = Array.from({ length: 120 }, (_, index) => ({ name: index % 2 ? 'Xã' : 'Phường', size: 120 - index }))
    const { found, shown } = list({ q: 'xa', sort: 'size' }, many)
    expect(found.map(({ size }) => size)).toEqual(Array.from({ length: 60 }, (_, index) => 2 * index + 1))
    expect(shown).toEqual(found.slice(0, 50))
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
    expect(listAddress('/list', { ...list(query, many).at, edit: 'x' })).toBe('/list?sort=name&page=2&edit=x#form')
    expect(listAddress('/list', { edit: 'x' }, 'part')).toBe('/list?edit=x#part')
    expect(listAddress('/list', {})).toBe('/list')
  })

  test('is read back; what is repeated, empty or unknown is passed over', async () => {
    const search = Promise.resolve({ q: 'xa', sort: ['a', 'b'], page: '', edit: 'x', other: '1' })
    expect(await readListQuery(search)).toEqual({ q: 'xa', edit: 'x' })
  })

  test('is never longer than what the list follows', async () => {
    const long = 'xa '.repeat(5000)
    const query = await readListQuery(Promise.resolve({ q: long, unit: long, related: long, sort: long, page: '002' }))
    expect([query.q, query.unit, query.related].map((text) => text?.length)).toEqual([100, 100, 100])
    const { place, at, order } = list(query, many)
    expect(at).toEqual({ q: query.q, page: '2' })
    expect(place.keep).toEqual({})
    for (const href of [place.hrefOf({}), order.sortHref('name'), listAddress('/list', { ...at, edit: 'x' })]) {
      expect(href.length).toBeLessThan(200)
    }
  })

  test.each(['0', '-1', '1.5', 'two', '9999999', ''])('page "%s" is the first or the last', (page) => {
    expect([1, 3]).toContain(list({ page }, many).place.page.page)
  })
})

describe('a page of a list on which nothing was found', () => {
  const { place } = list({ q: 'huế' })
  const shown = (found?: boolean) => {
    const props = { place, ...(found !== undefined && { found }), children: 'without a sheet' }
    const page = createElement(PagedList, props)
    return renderToStaticMarkup(NextIntlClientProvider({ locale: 'en', messages, timeZone: 'UTC', children: page }))
  }

  test('says so, unless there is something without a row of its own', () => {
    expect(shown()).toContain('“huế”')
    expect(shown(false)).not.toContain('without a sheet')
    expect(shown(true)).toContain('without a sheet')
    expect(shown(true)).not.toContain('“huế”')
  })
})

describe('the units that a form offers', () => {
  const t = createTranslator({ locale: 'en', messages })
  const format = createFormatter({ locale: 'en', timeZone: 'UTC', formats: formatsOf('en') })
  const unitNamed = (name: string, index: number): UnitView => ({
    slug: `unit-${index}`,
    code: '8',
    validFrom: '2020-01-01',
    validTo: null,
    name,
    kind: 'ward',
    parent: null,
    recordsOwnAssignedPlan: false,
  })
  const units = (count: number) => Array.from({ length: count }, (_, index) => unitNamed(`Xã ${index + 100}`, index))
  const offered = (count: number, asked: Parameters<typeof unitOptions>[3]) => {
    const { options, ...said } = unitOptions(t, format, units(count), asked)
    return { ...said, values: options.map(({ value }) => value) }
  }

  test('are all of a few, whatever was searched for', () => {
    const few = offered(100, { query: 'huế' })
    expect(few).toMatchObject({ searched: false, cut: false })
    expect(few.values).toHaveLength(100)
  })

  test('are of many those that are found, and the one that is chosen', () => {
    const none = { searched: true, cut: false, values: [] }
    expect(offered(150, { query: undefined })).toEqual(none)
    expect(offered(150, { query: 'xa 107', chosen: 'unit-149' })).toEqual({ ...none, values: ['unit-7', 'unit-149'] })
    expect(offered(150, { query: 'xa 107', chosen: 'unit-7' }).values).toEqual(['unit-7'])
  })

  test('keep the chosen one where more are found than are offered, and it is said', () => {
    const { values, ...said } = offered(150, { query: 'xa', chosen: 'unit-149' })
    expect(said).toEqual({ searched: true, cut: true })
    expect(values).toEqual([...units(100).map(({ slug }) => slug), 'unit-149'])
  })

  test('say of one that ended when: names are used again', () => {
    const former = { ...unitNamed('Phúc Diễn', 1), validTo: '2025-06-30' }
    const { options } = unitOptions(t, format, [unitNamed('Phúc Diễn', 0), former], { query: undefined })
    expect(options.map(({ label }) => label)).toEqual(['Phúc Diễn · ward', 'Phúc Diễn · ward · until Jun 30, 2025'])
  })
})

describe('the address of an indicator', () => {
  const address = (search: Record<string, string>, page?: string) => {
    const asked = { ...readFilters(search, []), ...askedByName(search) }
    return [trendAddress('NS-THU', asked, { page }), keptFilters(asked)]
  }

  test('says the years that were asked for, also those of another page, and no others', () => {
    expect(address({}, '2')).toEqual(['/indicators/NS-THU?page=2', {}])
    expect(address({})).toEqual(['/indicators/NS-THU', {}])
    expect(address({ from: '2019', to: '', view: 'table' })).toEqual([
      '/indicators/NS-THU?from=2019&view=table',
      { from: '2019', view: 'table' },
    ])
    expect(address({ from: '2019.0', to: '20190' })).toEqual(['/indicators/NS-THU', {}])
  })
})
