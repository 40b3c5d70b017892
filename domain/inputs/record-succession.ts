import { z } from 'zod'
import { successionParts, successionSides } from '../unit.ts'
import { key, slug } from './common.ts'

/** `related` came before `unit` (its predecessor) or after it (its successor); `part`: how much of the earlier one went. */
export const recordSuccessionInput = z
  .strictObject({
    key,
    unit: slug,
    side: z.enum(successionSides, 'unknown_side'),
    related: z.string().min(1, 'required').pipe(slug),
    part: z.enum(successionParts, 'unknown_part'),
  })
  .superRefine(({ unit, related }, context) => {
    const problem = (message: string) => context.addIssue({ code: 'custom', path: ['related'], message })
    if (unit === related) problem('own_succession')
  })
export type RecordSuccessionInput = z.output<typeof recordSuccessionInput>
