import { globSync, readFileSync } from 'node:fs'
import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import en from '#app/_i18n/en.json' with { type: 'json' }
import vi from '#app/_i18n/vi.json' with { type: 'json' }
import { parseFigure } from '#domain/figure-text.ts'
import { quantityProblems } from '#domain/quantity-problems.ts'

const messages: Record<'vi' | 'en', Record<string, unknown>> = { vi: vi.problem, en: en.problem }
const lookUp = (locale: 'vi' | 'en', reason: string): unknown => messages[locale][reason]

const sources = (pattern: string) => globSync(pattern).map((file) => readFileSync(file, 'utf8'))
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].flatMap(([, reason]) => reason ?? [])

/** Reasons are literals where they arise; one without a sentence would reach a person as "not accepted". */
const inputReasons = sources('domain/inputs/*.ts').flatMap((text) => found(text, /'((?:[a-z]+_)+[a-z]+|required)'/g))
const commandReasons = sources('db/commands/*.ts').flatMap((text) => found(text, /\bpath\b.*?reason: '([a-z_]+)'/g))
const reasons = [...new Set([...quantityProblems, 'not_a_verdict', 'taken', ...inputReasons, ...commandReasons])].sort()

test('the reasons were found', () => {
  expect(reasons).toEqual(
    expect.arrayContaining(['reason_required', 'not_on_sheet', 'heading', 'document_required', 'bad_year', 'required']),
  )
  expect(inputReasons.length).toBeGreaterThan(20)
  expect(commandReasons.length).toBeGreaterThan(8)
})

describe.each(['vi', 'en'] as const)('%s', (locale) => {
  test.each(reasons)('%s has its sentence', (reason) => {
    expect(lookUp(locale, reason)).toEqual(expect.any(String))
  })
})

test.each([
  ['75O', 'Có chữ O, không phải số.'],
  ['1234567890123456', 'Nhiều nhất 15 chữ số.'],
])('the sentence for %s names what is wrong', (typed, sentence) => {
  const read = parseFigure('estimate', typed, { valueType: 'amount', unitOfMeasure: 'tỷ đồng' }, 'vi')
  if (read.ok || !('values' in read.error)) throw new Error('not refused with values')
  const t = createTranslator({ locale: 'vi', messages: vi, namespace: 'problem' })
  expect(t(read.error.reason as 'letter_in_number', read.error.values as { character: string })).toBe(sentence)
})
