import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import en from '#app/_i18n/en.json' with { type: 'json' }
import vi from '#app/_i18n/vi.json' with { type: 'json' }
import { importErrors, importStates, skipReasons } from '#domain/import.ts'
import { refusalCodes } from '#domain/refusal.ts'
import { sheetStates } from '#domain/sheet-state.ts'

type Sentences = Record<string, string | undefined>
type Catalogue = { refusal: Record<string, Sentences>; problem: Sentences }
const catalogues: Catalogue[] = [vi, en]

/** What the commands say in a template, spelled out. */
const spelledOut: Record<string, readonly string[]> = {
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: text of the sources
  'sheet_${sheet.state}': sheetStates.map((state) => `sheet_${state}`),
  'sheet_${state}': sheetStates.map((state) => `sheet_${state}`),
  'import_${state}': importStates.map((state) => `import_${state}`),
  'unit_${field}': ['unit_slug', 'unit_code'],
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: text of the sources
}
const textOf = (pattern: string) => globSync(pattern).map((file) => readFileSync(file, 'utf8'))
const all = (texts: string[], pattern: RegExp) => texts.flatMap((text) => [...text.matchAll(pattern)])

const commands = textOf('db/{write,commands/*}.ts')
const inputs = textOf('domain/inputs/*.ts')

/** `refuse('taken', { reason: 'year_open' … })` → taken, year_open. */
const reasons = all(commands, /refuse\('(\w+)', \{\s*reason: (?:'([^']+)'|`([^`]+)`)/g).flatMap(
  ([, code = '', plain, template = '']) =>
    (plain ? [plain] : (spelledOut[template] ?? [template])).map((reason) => ({ code, reason })),
)

/** What is said of a field: `{ path: 'unit', reason: 'unknown_unit' }`, `invalid('kind', 'children_not_below')`, and the schemas. */
const problems = new Set(
  [
    ...all(commands, /path: [^,}]+, reason: '(\w+)'/g),
    ...all(commands, /invalid\('\w+', '(\w+)'\)/g),
    ...all(inputs, /'((?:bad|unknown|too|password)_\w+|required|control_characters)'/g),
    ...all(inputs, /problem\((?:'\w+', )?'(\w+)'\)/g),
  ].map(([, reason = '']) => reason),
)

test('every reason of a refusal has its sentence', () => {
  expect(reasons.length).toBeGreaterThan(10)
  for (const { code, reason } of reasons) {
    expect(refusalCodes).toContain(code)
    for (const { refusal } of catalogues) expect(refusal[code]?.[reason], `refusal.${code}.${reason}`).toBeTruthy()
  }
})

test('everything that can be wrong with a field has its sentence', () => {
  expect(problems.size).toBeGreaterThan(30)
  for (const reason of problems) {
    for (const { problem } of catalogues) expect(problem[reason], `problem.${reason}`).toBeTruthy()
  }
})

test('every reason of a cell that is not imported has its sentence', () => {
  const sentences: Record<string, string>[] = [vi.import.reason, en.import.reason]
  for (const known of sentences) {
    for (const reason of [...skipReasons, ...importErrors]) expect(known[reason], reason).toBeTruthy()
  }
})
