import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest'

// A test that makes the code complain must say that it expects so: it clears the spy when it has looked at it.
let spies: MockInstance[] = []

beforeEach(() => {
  spies = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
})

afterEach(() => {
  const complaints = spies.flatMap((spy) => spy.mock.calls)
  for (const spy of spies) spy.mockRestore()
  expect(complaints, 'unexpected console.error or console.warn').toEqual([])
})
