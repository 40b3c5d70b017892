import { z } from 'zod'
import { unitKinds, unitLevel } from '../unit.ts'
import { isoDate, key, requiredText, slug } from './common.ts'

/** A new unit, or with `unit` (its slug) changes of one. */
export const saveUnitInput = z
  .strictObject({
    key,
    unit: slug.optional(),
    slug,
    /** Official code with its leading zeros: two digits of a province, three of a district, five of a commune. */
    code: z.string().regex(/^\d{2,5}$/, 'bad_code'),
    validFrom: isoDate,
    validTo: isoDate.optional(),
    /** Without its kind: "Bắc Từ Liêm". */
    name: requiredText(120),
    kind: z.enum(unitKinds, 'unknown_kind'),
    parent: slug.optional(),
    recordsOwnAssignedPlan: z.boolean(),
  })
  .superRefine(({ unit, slug: own, validFrom, validTo, kind, parent }, context) => {
    const problem = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (unit !== undefined && unit !== own) problem('slug', 'slug_fixed')
    if (validTo !== undefined && validTo < validFrom) problem('validTo', 'ends_before_it_begins')
    if (unitLevel[kind] === 1 && parent !== undefined) problem('parent', 'parent_not_allowed')
    if (unitLevel[kind] > 1 && parent === undefined) problem('parent', 'parent_required')
  })
export type SaveUnitInput = z.output<typeof saveUnitInput>
