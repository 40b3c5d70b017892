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
  {
    file: 'domain/check-breakdown.ts',
    why: 'Intervals that are disjoint have an end each, and of shares that were added up each has an interval; the types do not say.',
    mutants: [
      {
        from: "return sum && gap ? [{ kind: 'sum_incomplete', figure, whole, sum, gap, figures: [figure] }] : []",
        to: `return sum && gap ? [{ kind: 'sum_incomplete', figure, whole, sum, gap, figures: [figure] }] : ["Stryker was here"]`,
      },
      {
        from: 'return share ? [share.low.at, share.high.at] : []',
        to: 'return share ? [share.low.at, share.high.at] : ["Stryker was here"]',
      },
      {
        from: "return sum && gap ? [{ kind: 'sum_incomplete', figure, whole, sum, gap, figures: [figure] }] : []",
        to: "return true ? [{ kind: 'sum_incomplete', figure, whole, sum, gap, figures: [figure] }] : []",
      },
      {
        from: "return sum && gap ? [{ kind: 'sum_incomplete', figure, whole, sum, gap, figures: [figure] }] : []",
        to: "return sum || gap ? [{ kind: 'sum_incomplete', figure, whole, sum, gap, figures: [figure] }] : []",
      },
    ],
  },
  {
    file: 'domain/check-breakdown.ts',
    why: 'Whether two intervals are disjoint does not hang on how exact they are.',
    mutants: [
      {
        from: 'approximate: false,',
        to: 'approximate: true,',
      },
    ],
  },
  {
    file: 'domain/check-actual.ts',
    why: 'Whether two intervals are disjoint does not hang on how exact they are.',
    mutants: [
      {
        from: 'approximate: false,',
        to: 'approximate: true,',
      },
    ],
  },
  {
    file: 'domain/check-actual.ts',
    why: 'A growth has an interval and no denominator, and what has a denominator has a value; the types do not say.',
    mutants: [
      {
        from: "const moved = change && intervalOf(change.change, 'amount')",
        to: 'const moved = change && intervalOf(change.change, "")',
      },
      {
        from: 'const large = change && moved && areDisjoint(moved, usualRevision[change.unit])',
        to: 'const large = change || moved && areDisjoint(moved, usualRevision[change.unit])',
      },
      {
        from: "if (value !== null && denominator !== null && valueType !== 'rate' && (value > denominator || value < 0)) {",
        to: "if (true && denominator !== null && valueType !== 'rate' && (value > denominator || value < 0)) {",
      },
    ],
  },
  {
    file: 'domain/check-plans.ts',
    why: 'Whether two intervals are disjoint does not hang on how exact they are.',
    mutants: [
      {
        from: 'approximate: false,',
        to: 'approximate: true,',
      },
    ],
  },
  {
    file: 'domain/check-plans.ts',
    why: 'Without an actual the side has no verdict, and is passed over.',
    mutants: [
      {
        from: 'figures: actual ? [actual.stage, planKindOf[tier]] : [],',
        to: 'figures: actual ? [actual.stage, planKindOf[tier]] : ["Stryker was here"],',
      },
    ],
  },
  {
    file: 'domain/check-reported.ts',
    why: 'What is computed has no denominator, and where a percent or a verdict is computed there is an actual.',
    mutants: [
      {
        from: 'actual ? [actual.stage, planKindOf[tier]] : [planKindOf[tier]]',
        to: 'actual ? [actual.stage, planKindOf[tier]] : []',
      },
      {
        from: "const [said, known] = [intervalOf(stated, valueType), intervalOf(computed, 'amount')]",
        to: 'const [said, known] = [intervalOf(stated, valueType), intervalOf(computed, "")]',
      },
    ],
  },
  {
    file: 'domain/check-scale.ts',
    why: 'The sign of no reference is 0, which is that of no value that is looked at.',
    mutants: [
      {
        from: 'reference !== null && Math.sign(reference) === Math.sign(value) ? [reference] : [],',
        to: 'true && Math.sign(reference) === Math.sign(value) ? [reference] : [],',
      },
    ],
  },
  {
    file: 'domain/check-statements.ts',
    why: 'No sum is more than undefined.',
    mutants: [
      {
        from: "return whole !== undefined && sum > whole ? [{ kind: 'stated_parts', tier, whole, sum }] : []",
        to: "return true && sum > whole ? [{ kind: 'stated_parts', tier, whole, sum }] : []",
      },
    ],
  },
  {
    file: 'domain/finding.ts',
    why: 'A finding on a line rests on figures that are there, and one of a sheet on none.',
    mutants: [
      {
        from: 'const rest = Object.fromEntries(figures.map((kind) => [kind, line?.figures[kind]?.quantity ?? null]))',
        to: 'const rest = Object.fromEntries(figures.map((kind) => [kind, line?.figures[kind].quantity ?? null]))',
      },
      {
        from: 'const rest = Object.fromEntries(figures.map((kind) => [kind, line?.figures[kind]?.quantity ?? null]))',
        to: 'const rest = Object.fromEntries(figures.map((kind) => [kind, line.figures[kind]?.quantity ?? null]))',
      },
    ],
  },
  {
    file: 'domain/finding.ts',
    why: 'No object has a name twice.',
    mutants: [
      {
        from: 'const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1)',
        to: 'const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a <= b ? -1 : 1)',
      },
    ],
  },
  {
    file: 'components/entry/edits.ts',
    why: 'What has a place has a cell; that the type does not say.',
    mutants: [
      {
        from: 'if (!place || !cell) return []',
        to: 'if (!place && !cell) return []',
      },
      {
        from: "return place !== undefined && figureKindTable[place.kind].group === 'plan' && cell?.recorded.quantity != null",
        to: "return place !== undefined && figureKindTable[place.kind].group === 'plan' && cell.recorded.quantity != null",
      },
    ],
  },
  {
    file: 'components/entry/edits.ts',
    why: 'Only a step that waits for a reason, or is stopped, is told of.',
    mutants: [
      {
        from: "if (!step) return 'nothing'",
        to: 'if (!step) return ""',
      },
      {
        from: "return 'done'",
        to: 'return ""',
      },
    ],
  },
  {
    file: 'components/entry/outbox.ts',
    why: 'A cell in the queue that holds nothing to send is passed over; they keep the queue short.',
    mutants: [
      {
        from: 'else queue.delete(key)',
        to: 'else ;',
      },
      {
        from: 'queue.delete(key)',
        to: ';',
      },
      {
        from: 'if (cells.get(key)?.next) queue.add(key)',
        to: 'if (true) queue.add(key)',
      },
    ],
  },
  {
    file: 'components/entry/outbox.ts',
    why: 'Nothing is stalled: to say so again changes nothing.',
    mutants: [
      {
        from: "if (stalled !== null) cells.dispatch(key, { type: 'stalled', cause: stalled })",
        to: "if (true) cells.dispatch(key, { type: 'stalled', cause: stalled })",
      },
      {
        from: 'if (stalled === null) return',
        to: 'if (false) return',
      },
    ],
  },
  {
    file: 'components/entry/outbox.ts',
    why: 'What stalled is a parcel that is there; that the type does not say.',
    mutants: [
      {
        from: 'const sent = parcels[0]?.changes.map(({ indicator, kind }) => cellKey(indicator, kind)) ?? []',
        to: 'const sent = parcels[0]?.changes.map(({ indicator, kind }) => cellKey(indicator, kind)) ?? ["Stryker was here"]',
      },
      {
        from: 'const sent = parcels[0]?.changes.map(({ indicator, kind }) => cellKey(indicator, kind)) ?? []',
        to: 'const sent = parcels[0].changes.map(({ indicator, kind }) => cellKey(indicator, kind)) ?? []',
      },
    ],
  },
  {
    file: 'components/entry/undo.ts',
    why: 'A step that is taken was there; that the type does not say.',
    mutants: [
      {
        from: "if (step) stacks[way === 'undo' ? 'redo' : 'undo'].push(step)",
        to: "if (true) stacks[way === 'undo' ? 'redo' : 'undo'].push(step)",
      },
    ],
  },
  {
    file: 'domain/judge.ts',
    why: 'A short way to the same verdict: most quantities are a number and nothing else.',
    mutants: [
      {
        from: "qualifier === 'exact' && high === null && denominator === null ? value : null",
        to: 'false ? value : null',
      },
      {
        from: "qualifier === 'exact' && high === null && denominator === null ? value : null",
        to: 'qualifier === "" && high === null && denominator === null ? value : null',
      },
      {
        from: "qualifier === 'exact' && high === null && denominator === null ? value : null",
        to: "qualifier === 'exact' && high === null && denominator !== null ? value : null",
      },
      {
        from: 'if (planNumber !== null && actualNumber !== null) {',
        to: 'if (false) {',
      },
      {
        from: 'if (planNumber !== null && actualNumber !== null) { const side = Number(actualNumber > planNumber) - Number(actualNumber < planNumber) return verdictAt(side, side, direction) }',
        to: 'if (planNumber !== null && actualNumber !== null) {}',
      },
    ],
  },
  {
    file: 'domain/unit-words.ts',
    why: 'No power of ten is called so.',
    mutants: [
      {
        from: "const [scale = '', word = ''] = scaleAtStart.exec(unit) ?? []",
        to: `const [scale = '', word = "Stryker was here!"] = scaleAtStart.exec(unit) ?? []`,
      },
    ],
  },
  {
    file: 'domain/unit-words.ts',
    why: 'What matches has its groups, and a text without parts is a problem before its first part is asked for.',
    mutants: [
      {
        from: "const [found, number = '', scale = '', name = ''] = part.exec(text) ?? []",
        to: `const [found, number = "Stryker was here!", scale = '', name = ''] = part.exec(text) ?? []`,
      },
      {
        from: 'const [first] = parts ?? []',
        to: 'const [first] = parts ?? ["Stryker was here"]',
      },
    ],
  },
  {
    file: 'domain/unit-words.ts',
    why: 'Never so: a number with its unit behind it is read as its parts. The compiler is told.',
    mutants: [
      {
        from: 'if (number.ok) return plain',
        to: 'if (false) return plain',
      },
    ],
  },
  {
    file: 'domain/interval.ts',
    why: 'They spare work: a number and a number, added or divided twice, come out the same.',
    mutants: [
      {
        from: 'const isPoint = ({ low, high }: Interval): boolean => low === high',
        to: 'const isPoint = ({ low, high }: Interval): boolean => false',
      },
      {
        from: 'const high = isPoint(a) && isPoint(b) ? low : addEnds(a.high, b.high)',
        to: 'const high = false ? low : addEnds(a.high, b.high)',
      },
      {
        from: 'const high = isPoint(a) && isPoint(b) ? low : quotient(1, a.high, a.high.at.lt(0) ? b.high : b.low)',
        to: 'const high = false ? low : quotient(1, a.high, a.high.at.lt(0) ? b.high : b.low)',
      },
      {
        from: 'const isPoint = ({ low, high }: Interval): boolean => low === high',
        to: 'const isPoint = () => undefined',
      },
    ],
  },
  {
    file: 'domain/block-layout.ts',
    why: 'Two corners have two rows and two columns; that the type does not say.',
    mutants: [
      {
        from: 'const known = (index: number | undefined): index is number => index !== undefined && index >= 0',
        to: 'const known = (index: number | undefined): index is number => true && index >= 0',
      },
    ],
  },
  {
    file: 'domain/block-names.ts',
    why: 'No line and no code is called so, nor nothing at all.',
    mutants: [
      {
        from: "const parentOf = ({ indicator }: SheetLine) => byCode.get(indicator.parentCode ?? '')",
        to: 'const parentOf = ({ indicator }: SheetLine) => byCode.get(indicator.parentCode ?? "Stryker was here!")',
      },
      {
        from: 'return parent ? [nameWithin(nameVi, parent.nameVi), nameWithin(nameEn, parent.nameEn)] : []',
        to: 'return parent ? [nameWithin(nameVi, parent.nameVi), nameWithin(nameEn, parent.nameEn)] : ["Stryker was here"]',
      },
      {
        // biome-ignore lint/suspicious/noTemplateCurlyInString: text of the sources
        from: 'const names = namesOf(line).flatMap((name) => (name === null ? [] : [name, `${name} (${unitOfMeasure})`]))',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: text of the sources
        to: 'const names = namesOf(line).flatMap((name) => (name === null ? ["Stryker was here"] : [name, `${name} (${unitOfMeasure})`]))',
      },
      {
        from: 'for (const key of new Set(names.map(foldName).filter(Boolean))) index.set(key, [...(index.get(key) ?? []), line])',
        to: 'for (const key of new Set(names.map(foldName))) index.set(key, [...(index.get(key) ?? []), line])',
      },
    ],
  },
  {
    file: 'domain/block-names.ts',
    why: 'Neither a line nor none is above: which word says so is of no interest.',
    mutants: [
      {
        from: "if (!isPart(text)) above = 'unknown'",
        to: 'if (!isPart(text)) above = ""',
      },
    ],
  },
  {
    file: 'domain/block-shape.ts',
    why: 'A row that is too short for its unit has no figures.',
    mutants: [
      {
        from: "unit: hasUnits ? (row[afterNames] ?? '').trim() : null,",
        to: 'unit: hasUnits ? (row[afterNames] ?? "Stryker was here!").trim() : null,',
      },
    ],
  },
  {
    file: 'domain/block-style.ts',
    why: 'A text split has a first part; that the type does not say.',
    mutants: [
      {
        from: "const [numbers = ''] = trimmed.split('(', 1)",
        to: `const [numbers = "Stryker was here!"] = trimmed.split('(', 1)`,
      },
    ],
  },
  {
    file: 'domain/block-style.ts',
    why: 'What is no number says nothing of its style, as what is the same in both.',
    mutants: [
      {
        from: `if (trimmed.startsWith("'") || readsAsWords(trimmed)) return []`,
        to: `if (trimmed.startsWith("'") || readsAsWords(trimmed)) return ["Stryker was here"]`,
      },
      {
        from: 'return numbers.match(/(?<![\\p{L}\\d.,])\\d[\\d.,]*\\d(?![\\p{L}\\d.,])/gu) ?? []',
        to: 'return numbers.match(/(?<![\\p{L}\\d.,])\\d[\\d.,]*\\d(?![\\p{L}\\d.,])/gu) ?? ["Stryker was here"]',
      },
      {
        from: "if (vi.ok && en.ok) return vi.value === en.value ? 'either' : 'ambiguous'",
        to: `if (vi.ok && en.ok) return vi.value === en.value ? "" : 'ambiguous'`,
      },
    ],
  },
]
