import { z } from 'zod'
import { roles } from '../permissions.ts'
import { key, slug, username } from './common.ts'

/** A role over a unit and all below it; an administrator's reaches everywhere and names none. */
export const grantRoleInput = z
  .strictObject({ key, username, role: z.enum(roles, 'unknown_role'), unit: slug.optional() })
  .superRefine(({ role, unit }, context) => {
    const problem = (message: string) => context.addIssue({ code: 'custom', path: ['unit'], message })
    if (role === 'administrator' && unit !== undefined) problem('unit_not_allowed')
    if (role !== 'administrator' && unit === undefined) problem('unit_required')
  })
export type GrantRoleInput = z.output<typeof grantRoleInput>
