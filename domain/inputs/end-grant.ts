import { z } from 'zod'
import { key, optional, prose } from './common.ts'

/** `grant` is the id of the grant that ends. */
export const endGrantInput = z.strictObject({
  key,
  grant: z.string().min(1, 'required').max(60, 'too_long'),
  reason: optional(prose(1000)),
})
export type EndGrantInput = z.output<typeof endGrantInput>
