import { describe, expect, it, vi } from 'vitest'
import { type Findable, matcher, readAsked, search } from '#domain/search.ts'

const units: Findable[] = [
  { name: 'Ngô Quyền', code: '304', around: 'quận Hải Phòng' },
  { name: 'Ngô Quyền', code: '11407', around: 'phường Hải Phòng' },
  { name: 'Bắc Từ Liêm', code: '021', around: 'quận Hà Nội' },
  { name: 'Nam Từ Liêm', code: '019', around: 'quận Hà Nội' },
  { name: 'Đống Đa', code: '006', around: 'quận Hà Nội' },
  { name: 'Hòa Lạc', code: '777', around: 'xã Hà Nội' },
  { name: 'Đống', code: '778', around: 'xã Bắc Ninh' },
]
const find = (q: string) => search(readAsked(q).words, units, (unit) => unit).map(({ name, code }) => `${name} ${code}`)

describe('a query is words and perhaps a year', () => {
  it.each([
    ['Bắc Từ Liêm 2023', { words: ['bac', 'tu', 'liem'], year: 2023 }],
    ['2023', { words: [], year: 2023 }],
    ['021', { words: ['021'], year: null }],
    ['11407 Ngô', { words: ['11407', 'ngo'], year: null }],
    ['  ', { words: [], year: null }],
    ['2022 2023', { words: ['2023'], year: 2022 }],
  ])('%j', (q, asked) => expect(readAsked(q)).toEqual(asked))
})

describe('search finds', () => {
  it.each([
    ['without diacritics', 'bac tu liem', ['Bắc Từ Liêm 021']],
    ['with đ, Đ and the look-alike Ð', 'Ðống đa', ['Đống Đa 006']],
    ['whatever letter carries the tone', 'hoà', ['Hòa Lạc 777']],
    ['by code, with its leading zero', '021', ['Bắc Từ Liêm 021']],
    ['names that collide, told apart by what stands around them', 'ngo quyen phuong', ['Ngô Quyền 11407']],
    ['by the unit above', 'nam ha noi', ['Nam Từ Liêm 019']],
    ['the exact name before one that begins with it', 'đống', ['Đống 778', 'Đống Đa 006']],
    ['the start of a word before its middle', 'uyen', ['Ngô Quyền 304', 'Ngô Quyền 11407']],
    ['nothing where a word is nowhere', 'bac tu liem xyz', []],
    ['nothing where nothing is asked', '', []],
  ])('%s', (_, q, expected) => expect(find(q)).toEqual(expected))

  it('a name before what stands around another', () => expect(find('bac')[0]).toBe('Bắc Từ Liêm 021'))
})

describe('a list is filtered by all words', () => {
  it.each([
    ['', true],
    [undefined, true],
    ['lieM tu', true],
    ['liêm 021', true],
    ['liêm 019', false],
  ])('%j', (q, expected) => expect(matcher(q)('021 Bắc Từ Liêm')).toBe(expected))
})

it('the key of a text is made once, however many words are looked for in it', () => {
  const normalize = vi.spyOn(String.prototype, 'normalize')
  const entries = ['Bắc Từ Liêm', 'Nam Từ Liêm']
  search(['bac', 'tu', 'liem'], entries, (name) => ({ name, code: '021', around: 'Hà Nội' }))
  expect(normalize).toHaveBeenCalledTimes(entries.length * 3)
  normalize.mockRestore()
})
