import { describe, expect, it } from 'vitest'
import {
  compareNames,
  searchKey,
  slugOf,
  successionProblem,
  unitKindNames,
  unitKinds,
  unitLevel,
} from '#domain/unit.ts'

describe('search ignores diacritics', () => {
  it.each([
    ['hòa', 'hoà'],
    ['Hòa', 'HOA'],
    ['Đống Đa', 'dong da'],
    ['Ðống Ða', 'Đống Đa'],
    ['đ', 'ð'],
    ['thủy', 'thuỷ'],
    ['Bắc Từ Liêm'.normalize('NFD'), 'bac tu liem'],
    ['  Ngô   Quyền\u00a0', 'ngo quyen'],
  ])('%s finds %s', (a, b) => expect(searchKey(a)).toBe(searchKey(b)))
  it('letters still differ', () => expect(searchKey('Cầu Giấy')).toBe('cau giay'))
})

describe('Vietnamese order', () => {
  it('đ after d, vowels with their marks after those without', () => {
    const sorted = ['a', 'ă', 'â', 'da', 'du', 'đa', 'e', 'ê', 'o', 'ô', 'ơ', 'u', 'ư']
    expect([...sorted].reverse().sort(compareNames)).toEqual(sorted)
  })
  it('tones huyền, hỏi, ngã, sắc, nặng, at the second level', () => {
    const sorted = ['ma', 'mà', 'mả', 'mã', 'má', 'mạ', 'mạa', 'mai']
    expect([...sorted].reverse().sort(compareNames)).toEqual(sorted)
  })
})

describe('slugs', () => {
  it.each([
    ['Bắc Từ Liêm', 'bac-tu-liem'],
    ['Hà Nội', 'ha-noi'],
    ['  (Đống Đa) – 2 ', 'dong-da-2'],
  ])('%s: %s', (name, slug) => expect(slugOf(name)).toBe(slug))
})

describe('kinds of unit', () => {
  it('districts stand between provinces and wards (rule 12)', () => {
    expect(unitKinds.filter((kind) => unitLevel[kind] === 1)).toEqual(['province', 'city'])
    expect(unitKinds.filter((kind) => unitLevel[kind] === 3)).toEqual(['ward', 'commune', 'special_zone'])
  })
  it('each has its own name', () => expect(new Set(Object.values(unitKindNames)).size).toBe(unitKinds.length))
})

describe('a succession', () => {
  const ended = { validFrom: '2022-01-01', validTo: '2025-06-30' }
  const goesOn = { validFrom: '2022-01-01', validTo: null }
  const until = (validTo: string) => ({ validFrom: '2020-01-01', validTo })
  const after = { validFrom: '2025-07-01', validTo: null }

  it.each([
    ['of a unit that ended, wholly', ended, after, 'whole', null],
    ['of one that ended, into one that was there before', ended, goesOn, 'whole', null],
    ['of the whole of one that goes on', goesOn, after, 'whole', 'predecessor_goes_on'],
    ['of a part of one that goes on', goesOn, after, 'part', null],
    ['into one that ended with it', ended, until('2025-06-30'), 'part', 'successor_ended_before'],
    ['into one that ended the day after', ended, until('2025-07-01'), 'part', null],
    ['into one that was gone before the giver came', goesOn, until('2022-01-01'), 'part', 'successor_ended_before'],
    ['into one that was gone soon after it came', goesOn, until('2022-01-02'), 'part', null],
  ] as const)('%s', (_what, predecessor, successor, part, reason) => {
    expect(successionProblem(predecessor, successor, part)?.reason ?? null).toBe(reason)
  })
})
