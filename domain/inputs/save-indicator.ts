import { z } from 'zod'
import { breakdownRules, directions, indicatorGroups, valueTypes } from '../indicator.ts'
import { indicatorCode, key, optional, prose, requiredText, text, year } from './common.ts'

/** A new indicator, changes of one `version` of it, or with `newVersion` the next definition of its code. */
export const saveIndicatorInput = z
  .strictObject({
    key,
    code: indicatorCode,
    version: z.int('bad_version').min(1, 'bad_version').optional(),
    newVersion: z.boolean().optional(),
    nameVi: requiredText(300),
    nameEn: requiredText(300),
    /** For heads of tables and cards. */
    shortVi: optional(text(40)),
    shortEn: optional(text(40)),
    group: z.enum(indicatorGroups, 'unknown_group'),
    valueType: z.enum(valueTypes, 'unknown_value_type'),
    direction: z.enum(directions, 'unknown_direction'),
    /** Empty for a heading and for pure words. */
    unitOfMeasure: text(60),
    decimals: z.int('bad_decimals').min(0, 'bad_decimals').max(6, 'bad_decimals'),
    parent: indicatorCode.optional(),
    breakdownRule: z.enum(breakdownRules, 'unknown_rule'),
    heading: z.boolean(),
    caution: optional(prose(1000)),
    validFromYear: year,
    validToYear: year.optional(),
  })
  .superRefine(({ code, version, newVersion, parent, validFromYear, validToYear }, context) => {
    const problem = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (version !== undefined && newVersion) problem('newVersion', 'either_change_or_new')
    if (parent === code) problem('parent', 'own_parent')
    if (validToYear !== undefined && validToYear < validFromYear) problem('validToYear', 'ends_before_it_begins')
  })
export type SaveIndicatorInput = z.output<typeof saveIndicatorInput>
