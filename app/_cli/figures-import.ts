/** `npm run figures:import`: imports a file by the rules of the screen, as the operator. */
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { nanoid } from 'nanoid'
import messages from '#app/_i18n/en.json' with { type: 'json' }
import { readErrorRows } from '#app/_import/kept-preview.ts'
import { doTask, type ImportTask } from '#app/_import/task.ts'
import { chooseImport } from '#db/commands/choose-import.ts'
import { startImport } from '#db/commands/start-import.ts'
import type { Engine } from '#db/engine.ts'
import { databaseFile } from '#db/env.ts'
import { filesBeside, storeFile } from '#db/files.ts'
import { ensureSystemActor } from '#db/system-actor.ts'
import { write } from '#db/write.ts'
import { encodings, separators } from '#domain/file-found.ts'
import type { ImportDiff, ImportProgress } from '#domain/import.ts'
import type { ImportPreview, ImportQuestion } from '#domain/import-reading.ts'
import type { Refusal, Result } from '#domain/refusal.ts'
import { openLedger } from './ledger-file.ts'
import { runCommand, Stop } from './stop.ts'

const usage = `Usage: npm run figures:import -- FILE [--dry-run] [choices]
  --dry-run              says what would change, and changes nothing
  --unit UNIT            where the file has no column of units: the unit's name in addresses
  --year YEAR            where it has none of years
  --style vi|en          how 1.234 is read, where the file does not decide it
  --encoding ${encodings.join('|')}
  --separator COMMA|SEMICOLON|TAB
  --worksheet NAME
  --reason TEXT          where submitted sheets are corrected
  --document CODE        the document that the figures come from
  --adjustment           recorded plans that change are adjusted by that document
  --without-errors       cells in error stay out; otherwise one of them holds everything up
  --verbose              names every row in error`

const options = {
  'dry-run': { type: 'boolean', default: false },
  unit: { type: 'string' },
  year: { type: 'string' },
  style: { type: 'string' },
  encoding: { type: 'string' },
  separator: { type: 'string' },
  worksheet: { type: 'string' },
  reason: { type: 'string' },
  document: { type: 'string' },
  adjustment: { type: 'boolean', default: false },
  'without-errors': { type: 'boolean', default: false },
  verbose: { type: 'boolean', default: false },
} as const

function readFlags() {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new Stop(usage)
    return { file, ...values }
  } catch (error) {
    if (error instanceof Stop) throw error
    throw new Stop(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}
type Flags = ReturnType<typeof readFlags>

const named: Record<string, string> = { COMMA: separators[0], SEMICOLON: separators[1], TAB: separators[2] }

/** The choices of the flags; the schema of the command says what is wrong with them. */
const choicesOf = ({ unit, year, style, encoding, separator, worksheet }: Flags) =>
  Object.fromEntries(
    Object.entries({
      ...{ unit, style, encoding, worksheet },
      year: year === undefined ? undefined : Number(year),
      separator: separator === undefined ? undefined : (named[separator.toUpperCase()] ?? separator),
    }).filter(([, value]) => value !== undefined),
  )

const sentences = messages.problem as Record<string, unknown>
const reasons = messages.import.reason as Record<string, unknown>
const sentenceOf = (reason: string | null, values: Record<string, string | number> = {}): string => {
  const known = reasons[reason ?? ''] ?? sentences[reason ?? '']
  const sentence = typeof known === 'string' ? known : (reason ?? '')
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

function say({ code, reason, problems = [] }: Refusal): string {
  const family: Record<string, unknown> = messages.refusal[code]
  const whole = family[reason ?? 'default'] ?? family.default
  return [whole, ...problems.map(({ path, reason: why, values }) => `${path}: ${sentenceOf(why, values)}`)].join('\n')
}

function grantedOr<T>(result: Result<T>): T {
  if (!result.ok) throw new Stop(say(result.error))
  return result.value
}

let said = 0
/** A line every two seconds, on stderr: the answer is on stdout. */
function progress({ phase, done, total }: ImportProgress): void {
  if (Date.now() - said < 2000) return
  said = Date.now()
  console.error(total === null ? `${phase} …` : `${phase}: ${done} of ${total}`)
}

const asked: Record<ImportQuestion['ask'], string> = {
  encoding: 'The encoding of the file is not certain: choose one by --encoding.',
  worksheet: 'The workbook has several worksheets: choose one by --worksheet.',
  header_row: 'No row of column labels was found.',
  columns: 'No column of indicators, or none of figures, was recognised by its label.',
  unit: 'The file has no column of units: name the unit by --unit.',
  year: 'The file has no column of years: name the year by --year.',
  style: 'The file does not say whether 1.234 is more than a thousand: choose by --style.',
}

function describe({ counts, blank, groups, openedSheets, addedLines, sheets }: ImportDiff): string {
  const causes = groups.filter(({ reason }) => reason !== null)
  return [
    `${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.skipped} skipped, ${counts.error} in error, ${blank} blank`,
    `${sheets.length} sheets, ${openedSheets} of them opened; ${addedLines} lines added`,
    ...causes.map(({ outcome, reason, count }) => `  ${outcome}: ${count} × ${sentenceOf(reason)}`),
  ].join('\n')
}

async function sayErrors(id: string): Promise<void> {
  const errors = await readErrorRows(id)
  for await (const { row, problems } of errors?.rows ?? []) {
    for (const { column, reason, values } of problems) {
      console.log(`row ${row}${column === null ? '' : `, column ${column}`}: ${sentenceOf(reason, values)}`)
    }
  }
}

async function run(engine: Engine, flags: Flags): Promise<void> {
  const { id: actorId, ...actor } = await ensureSystemActor(engine, 'operator')
  const as = { id: actorId, ...actor }
  const stored = grantedOr(await storeFile(filesBeside(databaseFile()), open(flags.file), 100 * 1024 * 1024))
  const file = { key: nanoid(), fileName: basename(flags.file), ...stored }
  const { id } = grantedOr(await write(engine, startImport, as, file))
  const choices = choicesOf(flags)
  if (Object.keys(choices).length > 0)
    grantedOr(await write(engine, chooseImport, as, { key: nanoid(), import: id, choices }))
  const perform = async (task: ImportTask) => grantedOr(await doTask(engine, actorId, task, progress))

  // What this very task answers (app/_import/task.ts).
  const { questions, diff } = (await perform({ do: 'preview', import: id })) as ImportPreview
  if (!diff) throw new Stop(questions.map(({ ask }) => asked[ask]).join('\n'))
  console.log(describe(diff))
  if (flags.verbose) await sayErrors(id)
  if (flags['dry-run']) return
  const { reason, document, adjustment } = flags
  const input = {
    ...{ key: nanoid(), diff: diff.hash, adjustment, withoutErrors: flags['without-errors'] },
    ...(reason === undefined ? {} : { reason }),
    ...(document === undefined ? {} : { document }),
  }
  await perform({ do: 'commit', import: id, input })
  console.log('Imported.')
}

async function* open(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file)
  } catch (error) {
    throw new Stop(`The file ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

await runCommand(async () => {
  const flags = readFlags()
  const engine = openLedger()
  try {
    await run(engine, flags)
  } finally {
    engine.close()
  }
})
