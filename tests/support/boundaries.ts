/** The rooms and their arrows (dependency-cruiser), and the proof that every file was looked at. */
import { globSync } from 'node:fs'
import { cruise, type ICruiseResult, type IRegularForbiddenRuleType } from 'dependency-cruiser'

const rooms = ['app', 'components', 'db', 'domain', 'tests']
/** A path inside any of these npm packages. */
const packages = (...names: string[]) => `(^|/)node_modules/(@types/)?(${names.join('|')})(/|$)`
const framework = packages('react', 'react-dom', 'next', 'next-[^/]+', 'use-intl', '@base-ui', 'recharts', 'nuqs')
const storage = packages('better-sqlite3', 'drizzle-orm', 'drizzle-kit')

type Rule = IRegularForbiddenRuleType & { name: string; comment: string }
const forbid = (name: string, comment: string, from: Rule['from'], to: Rule['to']): Rule => ({
  name,
  comment,
  severity: 'error',
  from,
  to,
})

export const rules: Rule[] = [
  forbid(
    'domain-is-pure',
    'domain imports domain, zod and big.js; nothing else, Node included',
    { path: '^domain/' },
    { pathNot: ['^domain/', packages('zod', 'big.js')] },
  ),
  forbid(
    'db-knows-only-domain',
    'db never imports app, components or tests',
    { path: '^db/' },
    { path: '^(app|components|tests)/' },
  ),
  forbid('db-without-framework', 'db never imports React or Next', { path: '^db/' }, { path: framework }),
  forbid(
    'components-know-only-domain',
    'components get data and actions as props, never from db or app',
    { path: '^components/' },
    { path: '^(app|db|tests)/' },
  ),
  forbid(
    'components-without-node',
    'components run in the browser',
    { path: '^components/' },
    { dependencyTypes: ['core'] },
  ),
  forbid(
    'storage-only-in-db',
    'SQL is written in db; pages and commands go through its queries and commands',
    { path: '^(app|components)/' },
    { path: storage },
  ),
  forbid(
    'server-code-only-in-app',
    'app/_server is for app, its tests and the file Next wants at the root; its policies are data for every test',
    { pathNot: ['^app/', '^tests/app/', '^instrumentation\\.ts$'] },
    { path: '^app/_server/', pathNot: '^app/_server/policies\\.ts$' },
  ),
  forbid('tests-only-in-tests', 'nothing imports tests but tests', { pathNot: '^tests/' }, { path: '^tests/' }),
  forbid(
    'no-development-package',
    'what runs in production imports no development dependency',
    { path: '^(app|components|db|domain)/', pathNot: '\\.config\\.ts$' },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '(^|/)node_modules/@types/' },
  ),
  forbid('no-circle', 'files do not import each other in a circle', {}, { circular: true }),
  forbid('resolves', 'every import leads to a file or a package', {}, { couldNotResolve: true }),
]

export type Boundaries = {
  /** One line per forbidden import: `rule: from → to`. */
  violations: string[]
  /** Source files that the cruise did not look at. */
  missed: string[]
  /** Source files that it did. */
  looked: number
}

/**
 * Cruises the rooms under `root` and the files at its top level.
 * A cruise can find nothing and call it a success (under TypeScript 7 it does), so `missed` says what it left out.
 */
export async function cruiseRooms(root: string): Promise<Boundaries> {
  const files = globSync(['*.{ts,tsx,mts}', `{${rooms.join(',')}}/**/*.{ts,tsx,mts}`], { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file !== 'next-env.d.ts')
  const { output } = await cruise(files, {
    baseDir: root,
    ruleSet: { forbidden: rules },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.json', '.d.ts'],
    },
  })
  // With no outputType, cruise returns its result as an object; its type also allows a reporter's text.
  const { modules, summary } = output as ICruiseResult
  const seen = new Set(modules.map((module) => module.source))
  return {
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    missed: files.filter((file) => !seen.has(file)),
    looked: files.filter((file) => seen.has(file)).length,
  }
}

if (import.meta.main) {
  const { violations, missed, looked } = await cruiseRooms(process.cwd())
  for (const violation of violations) console.error(violation)
  for (const file of missed) console.error(`not looked at: ${file}`)
  if (looked === 0) console.error('No file was looked at.')
  console.log(`${looked} files, ${violations.length} forbidden imports`)
  process.exitCode = violations.length + missed.length > 0 || looked === 0 ? 1 : 0
}
