import { createElement } from 'react'
import { expect, test, vi } from 'vitest'
import { unitToOffer } from '#components/import/columns-form.tsx'
import { ImportList, type PastImport } from '#components/import/import-list.tsx'
import { isOtherSort } from '#components/import/read-file.tsx'
import { rendered } from '#tests/support/render.ts'

vi.mock('next/navigation', () => ({ useRouter: () => ({}) }))

const at = '2024-01-01T00:00:00.000Z'
const listed = (state: PastImport['state']) =>
  rendered(createElement(ImportList, { imports: [{ id: 'b', fileName: 'a.csv', state, at }] }))

test('what was not written is given up in the list, and only what was read can be gone on with', () => {
  for (const [state, goesOn, givenUp] of [
    ['open', true, true],
    ['unread', false, true],
    ['committed', false, false],
    ['undone', false, false],
  ] as const) {
    expect(listed(state).includes('Tiếp tục'), state).toBe(goesOn)
    expect(listed(state).includes('aria-label="Bỏ tệp a.csv"'), state).toBe(givenUp)
  }
})

test('no other choice is offered for a file that no choice makes a table', () => {
  const refused = (reason: string) => ({ code: 'invalid', problems: [{ path: 'file', reason }] })
  expect(['not_a_table', 'encrypted'].map((reason) => isOtherSort(refused(reason)))).toEqual([true, true])
  expect(isOtherSort(refused('encoding_not_certain'))).toBe(false)
  expect(isOtherSort({ code: 'unanswered' })).toBe(false)
})

test('the unit that is known is offered: the only one, or that of the screen one came from', () => {
  const [a, b] = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ]
  expect(unitToOffer([a], undefined)).toBe('A')
  expect(unitToOffer([a, b], undefined)).toBe('')
  expect(unitToOffer([a, b], 'b')).toBe('B')
  expect(unitToOffer([a, b], 'c')).toBe('')
})
