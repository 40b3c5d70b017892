import { beforeEach, describe, expect, test } from 'vitest'
import { browserKeeper, type Unsent } from '#components/entry/unsent.ts'

/** The browser's storage, as far as it is used. */
class FakeStorage implements Storage {
  readonly kept = new Map<string, string>()
  get length() {
    return this.kept.size
  }
  key = (index: number) => [...this.kept.keys()][index] ?? null
  getItem = (name: string) => this.kept.get(name) ?? null
  setItem(name: string, text: string) {
    this.kept.set(name, text)
  }
  removeItem(name: string) {
    this.kept.delete(name)
  }
  clear() {
    this.kept.clear()
  }
}

const sheet = { unit: 'bac-tu-liem', year: 2024 }
const unsent: Unsent = {
  parcels: [],
  texts: [{ cell: 'NS-THU.adopted_plan', text: '3.700', seen: 2, grounds: {}, batch: null }],
}
const nothing: Unsent = { parcels: [], texts: [] }

describe('what was typed and not sent', () => {
  let storage: FakeStorage
  beforeEach(() => {
    storage = new FakeStorage()
  })
  const keeper = (person = 'lan', of = sheet) => browserKeeper(person, of, storage)

  test('is kept for the next window, and taken once', () => {
    keeper().keep(unsent)
    expect(keeper().take()).toEqual([unsent])
    expect(keeper().take()).toEqual([])
  })
  test('of two windows is all there', () => {
    keeper().keep(unsent)
    keeper().keep(unsent)
    expect(keeper().take()).toHaveLength(2)
  })
  test('is nobody else’s, and of no other sheet', () => {
    keeper().keep(unsent)
    expect(keeper('minh').take()).toEqual([])
    expect(keeper('lan', { ...sheet, year: 2025 }).take()).toEqual([])
    expect(keeper().take()).toEqual([unsent])
  })
  test('leaves nothing behind when it has arrived', () => {
    const own = keeper()
    own.keep(unsent)
    own.keep(nothing)
    expect(storage.length).toBe(0)
  })
  test('is not kept for ever', () => {
    keeper().keep(unsent)
    const [[name, text] = ['', '']] = storage.kept
    storage.setItem(name, text.replace(/"at":"[^"]+"/, '"at":"2024-01-01T00:00:00.000Z"'))
    expect(keeper().take()).toEqual([])
    expect(storage.length).toBe(0)
  })
  test('that somebody else wrote under the same name is passed over', () => {
    keeper().keep(unsent)
    const [name = ''] = storage.kept.keys()
    storage.setItem(`${name}x`, 'not JSON')
    storage.setItem(`${name}y`, '"another thing"')
    expect(keeper().take()).toEqual([unsent])
  })
  test('stays with the window where a browser keeps nothing', () => {
    storage.setItem = () => {
      throw new Error('QuotaExceededError')
    }
    expect(() => keeper().keep(unsent)).not.toThrow()
  })
})
