import { z } from 'zod'

/** Ends the reading: what the patterns below do with megabytes is no answer. */
const tooLong = { error: 'too_long', abort: true }

/** Text from a person: NFC, without space at its ends and without control characters. */
export const text = (longest: number) =>
  z
    .string()
    .transform((typed) => typed.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .max(longest, tooLong)
        .regex(/^[^\p{Cc}]*$/u, 'control_characters'),
    )

export const requiredText = (longest: number) => text(longest).pipe(z.string().min(1, 'required'))

/** Text over several lines, such as a reason. */
export const prose = (longest: number) =>
  z
    .string()
    .transform((typed) => typed.normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .max(longest, tooLong)
        .regex(/^(?:[^\p{Cc}]|\n|\t)*$/u, 'control_characters'),
    )

/** A form sends '' for what was left empty: absent and empty are the same. */
export const optional = <T extends z.ZodType<string | undefined>>(schema: T) =>
  schema.optional().transform((value) => (value === '' ? undefined : value))

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'bad_slug')
  .max(80, 'too_long')
export const year = z.int('bad_year').min(1990, 'bad_year').max(2100, 'bad_year')
/** Of this century or the last: any other year is a slip of the fingers. */
export const isoDate = z.iso
  .date({ error: 'bad_date', abort: true })
  .refine((date) => date >= '1900' && date < '2101', 'bad_date')

/** Made by the client for each submission, so that sending twice has one effect. */
export const key = z.string().min(8, 'bad_key').max(100, 'bad_key')

/** Place of a row in the journal, as an address says it; 0: before all of them. */
export const journalSeq = z
  .string('bad_seq')
  .regex(/^(0|[1-9]\d{0,14})$/, 'bad_seq')
  .transform(Number)

/** Code of an indicator, e.g. `KT-CO-CAU-DV`. */
export const indicatorCode = z
  .string()
  .regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, 'bad_code')
  .max(60, 'too_long')
/** Code of a document, e.g. `btl-plan-2023`. */
export const documentCode = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'bad_code')
  .max(80, 'too_long')
export const username = z.string().regex(/^[a-z0-9._-]{2,40}$/, 'bad_username')
