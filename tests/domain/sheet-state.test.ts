import { expect, test } from 'vitest'
import { sheetStates, stepsFrom, transitions, transitionTable, writing } from '#domain/sheet-state.ts'

test('the workflow, state by state', () => {
  const steps = Object.fromEntries(
    sheetStates.map((state) => [state, stepsFrom(state).map((step) => `${step} → ${transitionTable[step].to}`)]),
  )
  expect(steps).toEqual({
    draft: ['submit → submitted'],
    submitted: ['return → draft', 'approve → approved'],
    approved: ['lock → locked', 'reopen → submitted'],
    locked: ['reopen → submitted'],
  })
})

test('a comment is required of whoever undoes a step, and of nobody else', () => {
  expect(transitions.filter((step) => transitionTable[step].commentRequired)).toEqual(['return', 'reopen'])
})

test('a draft takes changes, a submitted sheet corrections with a reason, the others none', () => {
  expect(writing).toEqual({ draft: 'free', submitted: 'with_reason', approved: 'closed', locked: 'closed' })
})

test('no step leads nowhere, and every state is reached', () => {
  for (const step of transitions) expect(transitionTable[step].from).not.toContain(transitionTable[step].to)
  expect(new Set(transitions.map((step) => transitionTable[step].to))).toEqual(new Set(sheetStates))
})
