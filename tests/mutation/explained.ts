/** Mutants that no test can tell from the code, or that do no harm. run.ts refuses one that is out of date. */
export type Explanation = {
  file: string
  why: string
  /** The lines that hold the mutant, before and after, in one line. */
  mutants: readonly { from: string; to: string }[]
}

export const explanations: readonly Explanation[] = [
  {
    file: 'domain/judge.ts',
    why: 'A quantity without a value has words; that the type does not say.',
    mutants: [
      {
        from: "return foldWords(plan.text ?? '') === foldWords(actual.text ?? '') ? 'met' : 'awaiting'",
        to: `return foldWords(plan.text ?? "Stryker was here!") === foldWords(actual.text ?? '') ? 'met' : 'awaiting'`,
      },
      {
        from: "return foldWords(plan.text ?? '') === foldWords(actual.text ?? '') ? 'met' : 'awaiting'",
        to: `return foldWords(plan.text ?? '') === foldWords(actual.text ?? "Stryker was here!") ? 'met' : 'awaiting'`,
      },
    ],
  },
  {
    file: 'domain/achievement.ts',
    why: 'Never thrown: against a target, which has both ends, an actual keeps the end that it has. The compiler is told.',
    mutants: [
      {
        from: "if (quantity === null) throw new Error('an achievement without any end')",
        to: "if (false) throw new Error('an achievement without any end')",
      },
      {
        from: "if (quantity === null) throw new Error('an achievement without any end')",
        to: 'if (quantity === null) throw new Error("")',
      },
    ],
  },
  {
    file: 'domain/interval.ts',
    why: 'A quantity with an interval has a value; that the type does not say.',
    mutants: [
      {
        from: 'if (stated === null || !stated.approximate || quantity.value === null) return stated',
        to: 'if (stated === null || !stated.approximate || false) return stated',
      },
    ],
  },
  {
    file: 'domain/interval.ts',
    why: 'They spare work: a number over a number, divided or written twice, comes out the same.',
    mutants: [
      {
        from: 'const isPoint = low.nudge === 0 && compareEnds(a.low, a.high) === 0 && compareEnds(b.low, b.high) === 0',
        to: 'const isPoint = false',
      },
      {
        from: 'const isPoint = low.nudge === 0 && compareEnds(a.low, a.high) === 0 && compareEnds(b.low, b.high) === 0',
        to: 'const isPoint = true && compareEnds(a.low, a.high) === 0 && compareEnds(b.low, b.high) === 0',
      },
      {
        from: 'const isPoint = low.nudge === 0 && compareEnds(a.low, a.high) === 0 && compareEnds(b.low, b.high) === 0',
        to: 'const isPoint = low.nudge !== 0 && compareEnds(a.low, a.high) === 0 && compareEnds(b.low, b.high) === 0',
      },
      {
        from: 'const upper = low === high ? null : write(high)',
        to: 'const upper = false ? null : write(high)',
      },
      {
        from: "return known(low, approximate ? 'about' : 'exact', upper === null || write(low) === upper ? null : upper)",
        to: "return known(low, approximate ? 'about' : 'exact', false || write(low) === upper ? null : upper)",
      },
    ],
  },
  {
    file: 'domain/amount-read.ts',
    why: 'What matches has both of its groups; that the type does not say.',
    mutants: [
      {
        from: 'const [, left, right] = pattern.exec(text) ?? []',
        to: 'const [, left, right] = pattern.exec(text) ?? ["Stryker was here"]',
      },
      {
        from: 'return left === undefined || right === undefined ? null : { left, right }',
        to: 'return left === undefined && right === undefined ? null : { left, right }',
      },
      {
        from: 'return left === undefined || right === undefined ? null : { left, right }',
        to: 'return false || right === undefined ? null : { left, right }',
      },
      {
        from: 'return left === undefined || right === undefined ? null : { left, right }',
        to: 'return left === undefined || false ? null : { left, right }',
      },
    ],
  },
  {
    file: 'domain/quantity.ts',
    why: 'A text split has a first part; that the type does not say.',
    mutants: [
      {
        from: "const [numbers = ''] = text.split('(', 1)",
        to: `const [numbers = "Stryker was here!"] = text.split('(', 1)`,
      },
    ],
  },
  {
    file: 'domain/quantity-words.ts',
    why: 'No qualifier is called so, and none is called nothing.',
    mutants: [
      {
        from: "const [opening = '', key = ''] = openingSign.exec(text) ?? openingWord.exec(text) ?? []",
        to: `const [opening = '', key = "Stryker was here!"] = openingSign.exec(text) ?? openingWord.exec(text) ?? []`,
      },
    ],
  },
  {
    file: 'domain/number-read.ts',
    why: 'A text split has a first part; that the type does not say.',
    mutants: [
      {
        from: "const [whole = '', fraction = ''] = body.replaceAll(group, '').split(decimal)",
        to: `const [whole = "Stryker was here!", fraction = ''] = body.replaceAll(group, '').split(decimal)`,
      },
    ],
  },
  {
    file: 'domain/number-format.ts',
    why: 'A text split has a first part; that the type does not say.',
    mutants: [
      {
        from: "const [whole = '', fraction] = rounded.abs().toFixed(places).split('.')",
        to: `const [whole = "Stryker was here!", fraction] = rounded.abs().toFixed(places).split('.')`,
      },
    ],
  },
  {
    file: 'domain/number-format.ts',
    why: 'A short way to the same text.',
    mutants: [
      {
        from: "if (typeof value === 'number' && isPlain(style) && decimals === undefined && minimumDecimals === 0 && !signed) {",
        to: 'if (false) {',
      },
      {
        from: "if (typeof value === 'number' && isPlain(style) && decimals === undefined && minimumDecimals === 0 && !signed) {",
        to: 'if (true && isPlain(style) && decimals === undefined && minimumDecimals === 0 && !signed) {',
      },
      {
        from: "if (typeof value === 'number' && isPlain(style) && decimals === undefined && minimumDecimals === 0 && !signed) {",
        to: "if (typeof value !== 'number' && isPlain(style) && decimals === undefined && minimumDecimals === 0 && !signed) {",
      },
      {
        from: "if (typeof value === 'number' && isPlain(style) && decimals === undefined && minimumDecimals === 0 && !signed) {",
        to: 'if (typeof value === "" && isPlain(style) && decimals === undefined && minimumDecimals === 0 && !signed) {',
      },
      {
        from: "if (typeof value === 'number' && isPlain(style) && decimals === undefined && minimumDecimals === 0 && !signed) { // An export writes millions of these, and JavaScript's own text is the same unless it has an exponent. const text = String(value) if (!text.includes('e')) return text.replace('.', decimal) }",
        to: "if (typeof value === 'number' && isPlain(style) && decimals === undefined && minimumDecimals === 0 && !signed) {}",
      },
      {
        from: "if (!text.includes('e')) return text.replace('.', decimal)",
        to: "if (false) return text.replace('.', decimal)",
      },
      {
        from: "if (!text.includes('e')) return text.replace('.', decimal)",
        to: `if (!text.includes("")) return text.replace('.', decimal)`,
      },
    ],
  },
  {
    file: 'domain/quantity-format.ts',
    why: 'A quantity without a value has words; that the type does not say.',
    mutants: [
      {
        from: "if (value === null) return writeWords(text ?? '')",
        to: 'if (value === null) return writeWords(text ?? "Stryker was here!")',
      },
    ],
  },
  {
    file: 'domain/quantity-format.ts',
    why: 'What is neither half_up nor floor is rounded up.',
    mutants: [
      { from: "below: 'ceil',", to: 'below: "",' },
      { from: "at_most: 'ceil',", to: 'at_most: "",' },
    ],
  },
  {
    file: 'db/write.ts',
    why: 'One guard more, that the person is still employed, which every write has anyway.',
    mutants: [
      {
        from: 'const authorities: Authority[] = []',
        to: 'const authorities: Authority[] = ["Stryker was here"]',
      },
    ],
  },
  {
    file: 'db/write.ts',
    why: 'The mark of a secret is hashed once more: that it is one is what counts, not in which letters.',
    mutants: [
      {
        from: "const veil = (secret: unknown) => createHmac('sha256', ephemeral).update(JSON.stringify(secret)).digest('hex')",
        to: `const veil = (secret: unknown) => createHmac('sha256', ephemeral).update(JSON.stringify(secret)).digest("")`,
      },
    ],
  },
  {
    file: 'db/engines/embedded.ts',
    why: 'SQLite has no code that holds one of these and is longer.',
    mutants: [
      {
        from: '/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|TRIGGER)$/.test(error.code) ||',
        to: '/SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|TRIGGER)$/.test(error.code) ||',
      },
      {
        from: '/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|TRIGGER)$/.test(error.code) ||',
        to: '/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|TRIGGER)/.test(error.code) ||',
      },
    ],
  },
  {
    file: 'db/engines/embedded.ts',
    why: 'What holds too many texts has a first one; that the type does not say.',
    mutants: [
      {
        from: 'if (kept.size > KEPT_STATEMENTS && oldest !== undefined) kept.delete(oldest)',
        to: 'if (kept.size > KEPT_STATEMENTS && true) kept.delete(oldest)',
      },
    ],
  },
  {
    file: 'db/engines/embedded.ts',
    why: 'The longer codes (recovery after a crash, a snapshot that is too old) cannot be brought about at will.',
    mutants: [
      {
        from: "if (!error.code.startsWith('SQLITE_BUSY') || attempt === BUSY_TRIES) throw error",
        to: "if (!error.code.endsWith('SQLITE_BUSY') || attempt === BUSY_TRIES) throw error",
      },
    ],
  },
  {
    file: 'db/commands/set-figures.ts',
    why: 'Every sheet that was asked for is in the answer, and what was not read is refused before; the types do not say.',
    mutants: [
      {
        from: 'const { cells, misplaced } = locate(input, lines.get(sheet.id) ?? [])',
        to: 'const { cells, misplaced } = locate(input, lines.get(sheet.id) ?? ["Stryker was here"])',
      },
      {
        from: 'const written = read.flatMap(({ parsed, ...cell }) => (parsed.ok ? [{ ...cell, quantity: parsed.value }] : []))',
        to: 'const written = read.flatMap(({ parsed, ...cell }) => (parsed.ok ? [{ ...cell, quantity: parsed.value }] : ["Stryker was here"]))',
      },
    ],
  },
  {
    file: 'db/commands/set-figures.ts',
    why: 'It spares a question: no document has no code.',
    mutants: [
      {
        from: 'const document = input.document === undefined ? null : await findDocument(planning.reader, input.document)',
        to: 'const document = false ? null : await findDocument(planning.reader, input.document)',
      },
    ],
  },
  {
    file: 'db/commands/set-figures.ts',
    why: 'A column that an insert leaves out is null as well.',
    mutants: [
      {
        from: 'const EMPTY = { value: null, high: null, denominator: null, qualifier: null, text: null }',
        to: 'const EMPTY = {}',
      },
    ],
  },
]
