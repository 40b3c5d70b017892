/** `npm run figures:import`: imports a file by the rules of the screen, as the operator. */
import { createReadStream, existsSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { nanoid } from 'nanoid'
import { previewFile } from '#app/_import/preview.ts'
import { doTask } from '#app/_import/task.ts'
import { chooseImport } from '#db/commands/choose-import.ts'
import { startImport } from '#db/commands/start-import.ts'
import type { Engine } from '#db/engine.ts'
import { databaseFile } from '#db/env.ts'
import { filesBeside, storeFile } from '#db/files.ts'
import { ensureSystemActor } from '#db/system-actor.ts'
import { write } from '#db/write.ts'
import { encodings, separators } from '#domain/file-found.ts'
import type { ImportProgress } from '#domain/import.ts'
import type { ImportChoices } from '#domain/import-reading.ts'
import { importChoices } from '#domain/inputs/import.ts'
import { ok, type Result, refuse } from '#domain/refusal.ts'
import { asked, describe, describeErrors, sayRefusal } from './import-words.ts'
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

/** The choices that the flags say, as the command that keeps them reads them. */
function readChoices({ unit, year, style, encoding, separator, worksheet }: Flags): Result<ImportChoices> {
  const given = {
    ...{ unit, style, encoding, worksheet },
    year: year === undefined ? undefined : Number(year),
    separator: separator === undefined ? undefined : (named[separator.toUpperCase()] ?? separator),
  }
  const parsed = importChoices.safeParse(given)
  if (parsed.success) return ok(parsed.data)
  const problems = parsed.error.issues.map(({ path }) => ({ path: `--${path.join('.')}`, reason: 'other' }))
  return refuse('invalid', { problems })
}

function grantedOr<T>(result: Result<T>): T {
  if (!result.ok) throw new Stop(sayRefusal(result.error))
  return result.value
}

/** Bytes. */
const LONGEST = 100 * 1024 * 1024

let said = 0
/** A line every two seconds, on stderr: the answer is on stdout. */
function progress({ phase, done, total }: ImportProgress): void {
  if (Date.now() - said < 2000) return
  said = Date.now()
  console.error(total === null ? `${phase} …` : `${phase}: ${done} of ${total}`)
}

/** The preview has no row in the ledger: a dry run leaves nothing behind. */
async function run(engine: Engine, flags: Flags): Promise<void> {
  const actor = await ensureSystemActor(engine, 'operator')
  const choices = grantedOr(readChoices(flags))
  const previewed = grantedOr(await previewFile(engine.reader, actor, { path: flags.file, choices }, progress))
  const { preview, diff } = previewed
  if (!diff) throw new Stop(preview.questions.map(({ ask }) => asked[ask]).join('\n'))
  console.log(describe(diff.summary))
  if (flags.verbose) for (const line of describeErrors(diff.errors.rows)) console.log(line)
  if (flags['dry-run']) return

  const stored = grantedOr(await storeFile(filesBeside(databaseFile()), createReadStream(flags.file), LONGEST))
  const file = { key: nanoid(), fileName: basename(flags.file), ...stored }
  const { id } = grantedOr(await write(engine, startImport, actor, file))
  grantedOr(await write(engine, chooseImport, actor, { key: nanoid(), import: id, choices }))
  const { reason, document, adjustment } = flags
  const input = {
    ...{ key: nanoid(), diff: diff.summary.hash, adjustment, withoutErrors: flags['without-errors'] },
    ...(reason === undefined ? {} : { reason }),
    ...(document === undefined ? {} : { document }),
  }
  grantedOr(await doTask(engine, actor.id, { do: 'commit', import: id, input }, progress))
  console.log('Imported.')
}

await runCommand(async () => {
  const flags = readFlags()
  if (!existsSync(flags.file)) throw new Stop(`There is no file ${flags.file}.`)
  const engine = openLedger()
  try {
    await run(engine, flags)
  } finally {
    engine.close()
  }
})
