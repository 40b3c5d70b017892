import { z } from 'zod'
import { statedTiers } from '../figure.ts'
import { statementSubjects } from '../statement.ts'
import { documentCode, key, optional, prose, slug, text, year } from './common.ts'

const count = z.int('bad_count').min(0, 'bad_count').max(100_000, 'bad_count')

const statement = z.strictObject({
  subject: z.enum(statementSubjects, 'unknown_subject'),
  tier: z.enum(statedTiers, 'unknown_tier'),
  /** The set of indicators it speaks of, in the source's words; absent: the sheet's own. */
  setName: optional(text(200)),
  count,
  total: count.optional(),
  qualifier: optional(text(100)),
  note: optional(prose(2000)),
})

/** What one document says about a whole sheet. */
export const recordStatementsInput = z.strictObject({
  unit: slug,
  year,
  key,
  document: documentCode,
  reason: optional(prose(1000)),
  statements: z.array(statement).min(1, 'required').max(100, 'too_many'),
})
export type RecordStatementsInput = z.output<typeof recordStatementsInput>
