import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figureKinds } from '#domain/figure.ts'
import {
  type Action,
  type Actor,
  authority,
  can,
  type Grant,
  type Role,
  readableRoots,
  roles,
  type Target,
  writeAction,
} from '#domain/permissions.ts'

const actions = [
  'read',
  'write_figures',
  'write_assigned_plan',
  'open_year',
  'edit_lines',
  'review_findings',
  'cite_document',
  'submit',
  'return',
  'approve',
  'lock',
  'reopen',
  'administer',
  'own_account',
] as const satisfies Action[]

const person = (...grants: Grant[]): Actor => ({ id: 'me', username: 'me', name: 'Tôi', system: false, grants })
const grant = (role: Role, unitId: string | null = 'district'): Grant => ({ id: `${role} of ${unitId}`, role, unitId })
const system: Actor = { ...person(), system: true }

/** A ward's district's city's sheet: the district is the unit, the city above it. */
const sheet = (more: Partial<Extract<Target, { kind: 'unit' }>> = {}): Target => ({
  kind: 'unit',
  lineage: ['district', 'city'],
  recordsOwnAssignedPlan: false,
  authors: [],
  ...more,
})
const product: Target = { kind: 'product' }
const allowed = (actor: Actor, target: Target) => actions.filter((action) => can(actor, action, target))

describe('a role at the unit itself', () => {
  test.each<[Role, Action[]]>([
    ['viewer', ['read']],
    ['editor', ['read', 'write_figures', 'open_year', 'edit_lines', 'review_findings', 'submit']],
    ['approver', ['read', 'review_findings', 'submit', 'return', 'approve', 'lock', 'reopen']],
  ])('%s', (role, may) => {
    expect(allowed(person(grant(role)), sheet())).toEqual(may)
  })

  test('administrator reads every unit, and writes in none', () => {
    expect(allowed(person(grant('administrator', null)), sheet())).toEqual(['read'])
  })
})

describe('what belongs to no unit', () => {
  test.each<[Role, Action[]]>([
    ['viewer', ['read']],
    ['editor', ['read', 'cite_document']],
    ['approver', ['read']],
    ['administrator', ['read', 'cite_document', 'administer']],
  ])('%s', (role, may) => {
    expect(allowed(person(grant(role, role === 'administrator' ? null : 'district')), product)).toEqual(may)
  })
})

describe('the reach of a grant', () => {
  const editor = person(grant('editor'))

  test('goes down, never up or sideways', () => {
    expect(can(editor, 'write_figures', sheet({ lineage: ['ward', 'district', 'city'] }))).toBe(true)
    expect(can(editor, 'read', sheet({ lineage: ['city'] }))).toBe(false)
    expect(can(editor, 'read', sheet({ lineage: ['sister', 'city'] }))).toBe(false)
  })

  test('of no unit is nowhere, but for an administrator', () => {
    for (const role of roles) {
      expect(can(person(grant(role, null)), 'read', sheet())).toBe(role === 'administrator')
    }
  })
})

describe('the assigned plan', () => {
  test('is written by an editor above, not by the own one, unless the unit records its own', () => {
    const above = person(grant('editor', 'city'))
    const own = person(grant('editor'))
    expect(can(above, 'write_assigned_plan', sheet())).toBe(true)
    expect(can(own, 'write_assigned_plan', sheet())).toBe(false)
    expect(can(own, 'write_assigned_plan', sheet({ recordsOwnAssignedPlan: true }))).toBe(true)
    expect(can(above, 'write_assigned_plan', sheet({ lineage: ['city'] }))).toBe(false)
  })

  test('rests on the grant that allows it, where there are two', () => {
    const both = person(grant('editor'), grant('editor', 'city'))
    expect(authority(both, 'write_assigned_plan', sheet())).toEqual({ kind: 'grant', grantId: 'editor of city' })
    expect(authority(both, 'write_figures', sheet())).toEqual({ kind: 'grant', grantId: 'editor of district' })
  })

  test('is one of the kinds of figure; every other is written as a figure', () => {
    for (const kind of figureKinds) {
      expect(writeAction(kind)).toBe(kind === 'assigned_plan' ? 'write_assigned_plan' : 'write_figures')
    }
  })
})

describe('whoever wrote a figure of the sheet', () => {
  const both = person(grant('editor'), grant('approver'))
  const steps = ['return', 'approve', 'lock', 'reopen'] as const

  test.each(steps)('does not %s it, whatever the role', (step) => {
    expect(can(both, step, sheet({ authors: ['somebody'] }))).toBe(true)
    expect(can(both, step, sheet({ authors: ['somebody', 'me'] }))).toBe(false)
  })

  test.each(steps)('is asked for before anybody may %s', (step) => {
    expect(can(both, step, { kind: 'unit', lineage: ['district'], recordsOwnAssignedPlan: false })).toBe(false)
  })

  test('still writes and submits', () => {
    expect(can(both, 'submit', sheet({ authors: ['me'] }))).toBe(true)
    expect(can(both, 'write_figures', sheet({ authors: ['me'] }))).toBe(true)
  })
})

describe('an account', () => {
  test("is its own person's alone, and to be changed only", () => {
    const administrator = person(grant('administrator', null))
    expect(allowed(administrator, { kind: 'account', userId: 'me' })).toEqual(['own_account'])
    expect(allowed(administrator, { kind: 'account', userId: 'you' })).toEqual([])
    expect(authority(person(), 'own_account', { kind: 'account', userId: 'me' })).toEqual({ kind: 'self' })
  })
})

describe('the system', () => {
  test('may do everything, everywhere, and rests on no grant', () => {
    for (const target of [sheet({ authors: ['me'] }), product]) expect(allowed(system, target)).toEqual([...actions])
    expect(authority(system, 'administer', product)).toEqual({ kind: 'system' })
  })
})

const grants = fc.array(
  fc.record({
    id: fc.uuid(),
    role: fc.constantFrom(...roles),
    unitId: fc.constantFrom(null, 'ward', 'district', 'city', 'sister'),
  }),
  { maxLength: 4 },
)
const targets = fc.constantFrom(product, sheet(), sheet({ authors: ['me'] }), sheet({ recordsOwnAssignedPlan: true }))

test('roles add up: what two lists of grants allow together, one of them allows', () => {
  fc.assert(
    fc.property(grants, grants, targets, fc.constantFrom(...actions), (some, more, target, action) => {
      const together = can(person(...some, ...more), action, target)
      expect(together).toBe(can(person(...some), action, target) || can(person(...more), action, target))
    }),
  )
})

test("nothing rests on a grant that is not the person's", () => {
  fc.assert(
    fc.property(grants, targets, fc.constantFrom(...actions), (some, target, action) => {
      const relied = authority(person(...some), action, target)
      if (relied) expect(some.map(({ id }) => id)).toContain(relied.kind === 'grant' ? relied.grantId : '')
    }),
  )
})

test('lists reach from the units that were granted, and everywhere for administrators and the system', () => {
  expect(readableRoots(person())).toEqual([])
  expect(readableRoots(person(grant('viewer', 'city'), grant('editor')))).toEqual(['city', 'district'])
  expect(readableRoots(person(grant('viewer', null)))).toEqual([])
  expect(readableRoots(person(grant('viewer'), grant('administrator', null)))).toBeNull()
  expect(readableRoots(system)).toBeNull()
})
