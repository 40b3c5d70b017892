/**
 * `node app/_cli/launch.mjs node tests/mutation/removals.ts [--builds] [words…]`: takes each guard of guards.ts away, in
 * a copy of the house, and looks whether its test fails. Prints a table: removal → test that trips. With `--builds`
 * those that only a build and a server can tell, a minute or two each; with words, those that are called so. Exit code
 * 1 where a removal is not noticed, or where there is nothing any more to remove.
 */
import { spawn } from 'node:child_process'
import { constants, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { type Removal, removals } from './guards.ts'

const root = process.cwd()
const folder = mkdtempSync(join(tmpdir(), 'so-chi-tieu-removals-'))
const house = join(folder, 'house')
const answers = join(folder, 'answers.json')
const builds = process.argv.includes('--builds')
const words = process.argv.slice(2).filter((word) => word !== '--builds')

const left = ['node_modules', '.next', '.git', 'data', join('tests', 'reports')]
const isKept = (path: string) => !left.some((name) => `${relative(root, path)}${sep}`.startsWith(`${name}${sep}`))

function copyHouse(): void {
  cpSync(root, house, { recursive: true, filter: isKept })
  const packages = join(root, 'node_modules')
  // A build does not follow links out of its folder. Where the disk can, the files are shared until they are written.
  if (builds)
    cpSync(packages, join(house, 'node_modules'), {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
    })
  else symlinkSync(packages, join(house, 'node_modules'), 'junction')
}

/** Runs a tool in the copy through its launcher; what it says is of no interest. */
function launch(args: string[]): Promise<number | null> {
  const child = spawn(process.execPath, [join(house, 'app/_cli/launch.mjs'), ...args], {
    cwd: house,
    stdio: 'ignore',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: answers },
  })
  return new Promise((resolve) => child.on('close', resolve))
}

/** Whether all passed, and the first that did not. */
type Answer = { passed: boolean; failed: string | undefined }

const config = ['--config', 'tests/vitest.config.mts', '--bail=1', '--reporter=json', `--outputFile=${answers}`]
const isSpec = (test: string) => test.startsWith('tests/e2e/')

async function ask(tests: readonly string[], named?: string): Promise<Answer> {
  rmSync(answers, { force: true })
  const code = await launch(
    builds
      ? ['node', 'tests/support/e2e.ts', ...tests, '--reporter=json']
      : ['vitest', 'run', ...config, ...(named ? ['-t', named] : []), ...tests],
  )
  const report = existsSync(answers) ? JSON.parse(readFileSync(answers, 'utf8')) : {}
  return { passed: code === 0, failed: (builds ? failedSpec : failedUnit)(report) }
}

type UnitReport = { testResults?: { assertionResults: { status: string; fullName: string }[] }[] }
const failedUnit = ({ testResults = [] }: UnitReport): string | undefined =>
  testResults.flatMap(({ assertionResults }) => assertionResults).find(({ status }) => status === 'failed')?.fullName

type Spec = { ok: boolean; title: string; tests: { results: { errors: { message: string }[] }[] }[] }
/** A file, or a `describe` in one. */
type SpecReport = { specs?: Spec[]; suites?: SpecReport[] }
const specsOf = ({ specs = [], suites = [] }: SpecReport): Spec[] => [...specs, ...suites.flatMap(specsOf)]
function failedSpec(report: SpecReport): string | undefined {
  const spec = specsOf(report).find(({ ok }) => !ok)
  const message = spec?.tests[0]?.results[0]?.errors[0]?.message.split('\n')[0]
  return spec && `${spec.title}: ${message}`
}

/** Takes the guard away, asks its tests, and puts it back: the name of a test that tripped, or what is wrong. */
async function tryRemoval(removal: Removal): Promise<{ trips: string; noticed: boolean }> {
  const file = join(house, removal.file)
  const before = readFileSync(file, 'utf8')
  const after = before.replaceAll(removal.find, () => removal.replacement)
  if (after === before) return { trips: 'NOTHING TO REMOVE', noticed: false }
  writeFileSync(file, after)
  const { passed, failed } = await ask(removal.tests, removal.named)
  writeFileSync(file, before)
  return { trips: failed ?? (passed ? 'NOT NOTICED' : 'NO TEST RAN'), noticed: failed !== undefined }
}

async function main(): Promise<boolean> {
  copyHouse()
  const chosen = removals
    .filter(({ tests }) => tests.some(isSpec) === builds)
    .filter(({ what }) => words.every((word) => what.includes(word)))
  const whole = await ask([...new Set(chosen.flatMap(({ tests }) => tests))])
  if (!whole.passed) throw new Error(`The tests fail on the house as it is: ${whole.failed}`)

  let missed = 0
  for (const removal of chosen) {
    const { trips, noticed } = await tryRemoval(removal)
    if (!noticed) missed += 1
    console.log(`${removal.what} → ${trips}`)
  }
  console.log(`${chosen.length} removals, ${missed} not noticed`)
  return chosen.length > 0 && missed === 0
}

try {
  process.exitCode = (await main()) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
