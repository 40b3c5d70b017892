/**
 * `npm run test:mutation [-- file…]`: changes the rules, the write door and the entry of figures in every small way that
 * Stryker knows, one at a time, and looks whether a test fails. Exit code 1 where a change is neither noticed nor
 * explained in explained.ts, and where an explanation no longer fits.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import { explanations } from './explained.ts'

/** What is changed, and the tests that must notice: those that specify it, not all that pass through it. */
const rooms = [
  {
    name: 'rules',
    tests:
      'tests/domain/{verdict,achievement,permissions,sheet-state,quantity-parse,unit-words,quantity-format,decimal,interval,roll-up}.test.ts',
    files: [
      'domain/judge.ts',
      'domain/verdict.ts',
      'domain/achievement.ts',
      'domain/permissions.ts',
      'domain/sheet-state.ts',
      'domain/quantity.ts',
      'domain/amount-read.ts',
      'domain/unit-words.ts',
      'domain/quantity-words.ts',
      'domain/quantity-problems.ts',
      'domain/quantity-format.ts',
      'domain/number-read.ts',
      'domain/number-format.ts',
      'domain/interval.ts',
      'domain/decimal.ts',
    ],
  },
  {
    name: 'checks',
    tests: 'tests/domain/{check-actual,check-plans,check-sheet,checks,findings}.test.ts',
    files: [
      'domain/checks.ts',
      'domain/check-actual.ts',
      'domain/check-breakdown.ts',
      'domain/check-plans.ts',
      'domain/check-reported.ts',
      'domain/check-scale.ts',
      'domain/check-statements.ts',
      'domain/finding.ts',
    ],
  },
  {
    name: 'blocks',
    tests: 'tests/{domain/block,app/copy-block,app/read-block}.test.ts',
    files: [
      'domain/block.ts',
      'domain/block-copy.ts',
      'domain/block-layout.ts',
      'domain/block-names.ts',
      'domain/block-shape.ts',
      'domain/block-style.ts',
    ],
  },
  {
    name: 'entry',
    tests: 'tests/app/{entry-cell,entry-cells,entry-keeps,entry-store,entry-care,undo,unsent}.test.ts',
    files: [
      'components/entry/cell-after.ts',
      'components/entry/cells.ts',
      'components/entry/edits.ts',
      'components/entry/outbox.ts',
      'components/entry/resume.ts',
      'components/entry/undo.ts',
    ],
  },
  {
    name: 'door',
    tests: 'tests/db/{write,guard,engine,set-figures,move-sheet,scale-warnings}.test.ts',
    files: [
      'db/write.ts',
      'db/guard.ts',
      'db/engines/embedded.ts',
      'db/commands/set-figures.ts',
      'db/commands/move-sheet.ts',
    ],
  },
]

type Room = (typeof rooms)[number]
type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number]
type Change = { from: string; to: string }
type Survivor = Change & { file: string; line: number }

/** Stryker's verdict on every mutant of some files of a room. It works on a copy outside of the repository. */
async function mutate({ name, tests }: Room, files: string[]): Promise<Mutant[]> {
  const copy = mkdtempSync(join(tmpdir(), 'so-chi-tieu-mutation-'))
  // For vitest.config.mts. Stryker's own `testFiles` would leave what a file computes when it is loaded unchanged.
  process.env.MUTATION_TESTS = tests
  try {
    return await new Stryker({
      mutate: files,
      plugins: ['@stryker-mutator/vitest-runner'],
      testRunner: 'vitest',
      vitest: { configFile: 'tests/mutation/vitest.config.mts', pool: 'threads' },
      coverageAnalysis: 'perTest',
      timeoutMS: 20_000, // a busy machine is no endless loop
      tempDirName: copy,
      ignorePatterns: ['/.next', '/data', '/tests/e2e', '/tests/pictures', '/tests/reports'],
      reporters: ['progress-append-only', 'json'],
      jsonReporter: { fileName: `tests/reports/mutation-${name}.json` },
    }).runMutationTest()
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

const nameOf = ({ fileName }: Mutant) => relative(process.cwd(), fileName).replaceAll('\\', '/')
const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim()

/** The lines that hold a mutant, before and after. */
function survivorOf(mutant: Mutant): Survivor {
  const { start, end } = mutant.location
  const lines = readFileSync(mutant.fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line)
  const before = lines[0]?.slice(0, start.column - 1) ?? ''
  const after = lines.at(-1)?.slice(end.column - 1) ?? ''
  const to = oneLine(before + mutant.replacement + after)
  return { file: nameOf(mutant), line: start.line, from: oneLine(lines.join('\n')), to }
}

/** Everything else is a survivor: also what no test reaches, and what a comment would have Stryker ignore. */
const noticed: readonly Mutant['status'][] = ['Killed', 'Timeout', 'RuntimeError', 'CompileError']

/** One line for each file; what nobody explained; what explains nothing. True where both are empty. */
function report(files: string[], mutants: Mutant[]): boolean {
  const survivors = mutants.filter(({ status }) => !noticed.includes(status)).map(survivorOf)
  const claims = explanations.flatMap(({ file, mutants }) => mutants.map((change) => ({ file, ...change })))
  const same = (a: Change & { file: string }) => (b: Change & { file: string }) =>
    a.file === b.file && a.from === b.from && a.to === b.to
  const unexplained = survivors.filter((survivor) => !claims.some(same(survivor)))
  const outdated = claims.filter((claim) => files.includes(claim.file) && !survivors.some(same(claim)))

  const row = (file: string) => {
    const count = (among: Survivor[]) => among.filter((survivor) => survivor.file === file).length
    const all = mutants.filter((mutant) => nameOf(mutant) === file)
    const endless = all.filter(({ status }) => status === 'Timeout').length
    const [lived, unknown] = [count(survivors), count(unexplained)]
    return {
      mutants: all.length,
      killed: all.length - lived,
      endless,
      explained: lived - unknown,
      unexplained: unknown,
    }
  }
  console.table(Object.fromEntries(files.map((file) => [file, row(file)])))
  for (const { file, line, from, to } of unexplained) console.log(`survived: ${file}:${line}\n- ${from}\n+ ${to}`)
  for (const { file, from, to } of outdated) console.log(`explained but no survivor: ${file}\n- ${from}\n+ ${to}`)
  return unexplained.length + outdated.length === 0
}

const named = process.argv.slice(2)
const strangers = named.filter((file) => !rooms.some(({ files }) => files.includes(file)))
if (strangers.length > 0) throw new Error(`not among the files that are mutated: ${strangers.join(', ')}`)

const started = performance.now()
const chosen = (file: string) => named.length === 0 || named.includes(file)
const mutants: Mutant[] = []
for (const room of rooms) {
  const files = room.files.filter(chosen)
  if (files.length > 0) mutants.push(...(await mutate(room, files)))
}
const clean = report(rooms.flatMap(({ files }) => files).filter(chosen), mutants)
console.log(`${mutants.length} mutants in ${((performance.now() - started) / 60_000).toFixed(1)} minutes`)
process.exitCode = clean ? 0 : 1
