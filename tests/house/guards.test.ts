/** The guards of `npm run check` are guarded: each must fail on a planted violation, and only then. */
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { cruiseRooms, rules } from '#tests/support/boundaries.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

const root = join(import.meta.dirname, '..', '..')
const kept = ['package.json', 'tsconfig.json', 'tests/lint.jsonc', 'tests/knip.jsonc', 'app/_cli/launch.mjs']

/** A house of our own under a temporary folder: the real configuration and these files. */
function build(files: Record<string, string>): string {
  const folder = temporaryFolder('guards')
  for (const file of kept) cpSync(join(root, file), join(folder, file))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return folder
}

/** Runs a tool in that house through its launcher. */
function launch(folder: string, ...args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(folder, 'app/_cli/launch.mjs'), ...args])
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part))
    child.on('close', (code) => resolve({ code, output }))
  })
}

const sound = {
  'app/page.tsx':
    "import { one } from '#domain/one.ts'\n\nexport default function Page() {\n  return <p>{one}</p>\n}\n",
  'domain/one.ts': 'export const one = 1\n',
}

/** One planted import per rule: the rule, the file, the module it must not import. */
const forbidden: [rule: string, file: string, target: string][] = [
  ['domain-is-pure', 'domain/a.ts', '#db/engine.ts'],
  ['domain-is-pure', 'domain/b.ts', 'node:fs'],
  ['domain-is-pure', 'domain/c.ts', 'react'],
  ['db-knows-only-domain', 'db/a.ts', '#app/anything.ts'],
  ['db-knows-only-domain', 'db/b.ts', '#components/anything.ts'],
  ['db-without-framework', 'db/c.ts', 'next/headers.js'],
  ['db-without-framework', 'db/d.ts', 'react'],
  ['db-without-framework', 'db/e.ts', 'next-auth'],
  ['components-know-only-domain', 'components/a.ts', '#db/engine.ts'],
  ['components-know-only-domain', 'components/b.ts', '#app/anything.ts'],
  ['components-without-node', 'components/c.ts', 'node:fs'],
  ['storage-only-in-db', 'components/d.ts', 'drizzle-orm'],
  ['storage-only-in-db', 'app/a.ts', 'better-sqlite3'],
  ['server-code-only-in-app', 'tests/a.ts', '#app/_server/session.ts'],
  ['tests-only-in-tests', 'app/b.ts', '#tests/support/anything.ts'],
  ['no-development-package', 'app/c.ts', 'fast-check'],
  ['no-circle', 'domain/d.ts', './d2.ts'],
  ['resolves', 'domain/e.ts', '#domain/absent.ts'],
]
const targets = ['db/engine.ts', 'app/anything.ts', 'components/anything.ts', 'app/_server/session.ts']

describe('arrows', () => {
  let folder: string
  let violations: string[]
  beforeAll(async () => {
    folder = build({
      ...sound,
      ...Object.fromEntries(
        [...targets, 'tests/support/anything.ts'].map((file) => [file, 'export const thing = 1\n']),
      ),
      ...Object.fromEntries(forbidden.map(([, file, target]) => [file, `import '${target}'\n`])),
      'domain/d2.ts': "import './d.ts'\n",
      'components/types.ts': "import type { thing } from '#db/engine.ts'\n\nexport type Thing = typeof thing\n",
    })
    violations = (await cruiseRooms(folder)).violations
  })

  test.each(forbidden)('%s: %s must not import %s', (rule, file) => {
    expect(violations.filter((line) => line.startsWith(`${rule}: ${file} `))).not.toEqual([])
  })
  test('an import of types alone is an import', () => {
    expect(violations).toContain('components-know-only-domain: components/types.ts → db/engine.ts')
  })
  test('every rule has a planted violation', () => {
    expect(new Set(forbidden.map(([rule]) => rule))).toEqual(new Set(rules.map(({ name }) => name)))
  })
  test('what is sound passes', () => {
    expect(violations.filter((line) => line.includes('app/page.tsx') || line.includes('domain/one.ts'))).toEqual([])
  })
})

/** What Biome must refuse: the rule, the file, its text. */
const planted: [rule: string, file: string, text: string][] = [
  ['noBarrelFile', 'domain/barrel.ts', "export { one } from './one.ts'\n"],
  ['noReExportAll', 'db/all.ts', "export * from '#domain/one.ts'\n"],
  ['noDefaultExport', 'components/card.tsx', 'export default function Card() {\n  return <p />\n}\n'],
  ['noImportCycles', 'domain/circle.ts', "import { b } from './circle2.ts'\n\nexport const a = () => b\n"],
  ['noExplicitAny', 'db/any.ts', 'export const read = (row: any) => row\n'],
  ['noNonNullAssertion', 'app/bang.ts', 'export const first = (all: string[]) => all[0]!.length\n'],
  ['noUnusedImports', 'domain/unused.ts', "import { one } from './one.ts'\n\nexport const two = 2\n"],
  ['noUnusedVariables', 'domain/unused2.ts', 'const left = 1\nexport const two = 2\n'],
  ['useImportType', 'app/kind.ts', "import { Stats } from 'node:fs'\n\nexport const f = (s: Stats) => s\n"],
  ['useImportExtensions', 'domain/bare.ts', "import { one } from './one'\n\nexport const two = one + 1\n"],
  ['noConsole', 'components/log.ts', "console.log('here')\n"],
  ['noRestrictedImports', 'components/photo.tsx', "import Image from 'next/image'\n\nexport const P = Image\n"],
  ['useAltText', 'components/picture.tsx', 'export const Picture = () => <img src="/a.png" />\n'],
  ['noExcessiveLinesPerFile', 'domain/long.ts', 'export const one = [\n  1,\n'.concat('  1,\n'.repeat(200), ']\n')],
  ['noFloatingPromises', 'db/floating.ts', 'const save = async () => 1\nexport const run = () => {\n  save()\n}\n'],
  ['format', 'domain/tabs.ts', 'export const one = () => {\n\treturn "1";\n};\n'],
]

describe('lint', () => {
  let folder: string
  let output: string
  beforeAll(async () => {
    folder = build({
      ...sound,
      ...Object.fromEntries(planted.map(([, file, text]) => [file, text])),
      'domain/circle2.ts': "import { a } from './circle.ts'\n\nexport const b = () => a\n",
    })
    output = (await launch(folder, 'biome', 'check', '--reporter=github', '--max-diagnostics=none')).output
  })

  const found = (file: string) =>
    output.split('\n').flatMap((line) => {
      const [, title, path] = /^::error title=([^,]+),file=([^,]+),/.exec(line) ?? []
      return title !== undefined && path?.replaceAll('\\', '/').endsWith(`/${file}`) ? [title.split('/').at(-1)] : []
    })
  test.each(planted)('%s fails on %s', (rule, file) => {
    expect(found(file)).toContain(rule)
  })
  test('what is sound passes, the default export of a page included', () => {
    for (const file of Object.keys(sound)) expect(found(file)).toEqual([])
  })
})

test('types: an index may be missing, and an optional property is not undefined', async () => {
  const folder = build({
    'domain/index-access.ts': 'export const length = (all: string[]): number => all[0].length\n',
    'domain/optional.ts': 'export const unit: { name?: string } = { name: undefined }\n',
    'domain/erasable.ts': 'export enum Colour {\n  red,\n}\n',
  })
  const { code, output } = await launch(
    folder,
    'tsc',
    '-p',
    'tsconfig.json',
    '--incremental',
    'false',
    '--pretty',
    'false',
  )
  expect(code).not.toBe(0)
  for (const file of ['index-access', 'optional', 'erasable']) expect(output).toContain(`domain/${file}.ts(`)
})

test('unused: a file, an export and a dependency that nobody uses', async () => {
  const folder = build({
    ...sound,
    'domain/one.ts': 'export const one = 1\nexport const nobodyUsesMe = 2\n',
    'domain/lonely.ts': 'export const lonely = 1\n',
  })
  const { code, output } = await launch(folder, 'knip', '--config', 'tests/knip.jsonc', '--no-progress')
  expect(code).not.toBe(0)
  expect(output).toContain('domain/lonely.ts')
  expect(output).toContain('nobodyUsesMe')
  expect(output).toMatch(/^big\.js +package\.json/m)
  expect(output).not.toMatch(/^(one|app\/page\.tsx)\b/m)
})

test('a cruise that looks at nothing is a failure', async () => {
  const folder = build({})
  const { code, output } = await launch(folder, 'node', join(root, 'tests/support/boundaries.ts'))
  expect(output).toContain('No file was looked at.')
  expect(code).toBe(1)
})
