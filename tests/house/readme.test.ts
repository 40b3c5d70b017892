import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import project from '../../package.json' with { type: 'json' }

/** README.md says where things stand: what it names must be there. */

const root = join(import.meta.dirname, '..', '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')

/** `db/write.ts`, `app/_server`, `domain/`, `package.json`; not `/livez`, `82/82` or `file:./data/app.db`. */
const pathLike = /^[a-z_][\w.-]*(?:(?:\/[\w.()[\]-]+)+\/?|\/|\.(?:tsx?|mts|mjs|jsonc?|md|sql|css))$/i

/** The words in backticks, fenced blocks included, that look like paths of this repository. */
const pathsOf = (text: string): string[] =>
  [...text.matchAll(/```\w*\n([\s\S]*?)```|`([^`\n]+)`/g)].flatMap(([, block = '', span = '']) =>
    (block + span).split(/[\s,]+/).filter((word) => pathLike.test(word)),
  )
/** Where links and pictures of this repository lead. */
const linksOf = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => (/^(?:[a-z]+:|#)/.test(target) ? [] : [target]))
const dead = (paths: string[]) => paths.filter((path) => !existsSync(join(root, path)))

test('a dead path, link or picture would be found', () => {
  const planted =
    'See `db/gone.ts`, `db/write.ts`, `/livez`, `82/82` and `npm ci`.\n```\nnode gone/too.ts in nowhere/\n```\n'
  expect(dead(pathsOf(planted))).toEqual(['db/gone.ts', 'gone/too.ts', 'nowhere/'])
  expect(dead(linksOf('![x](tests/gone.png) [y](https://example.org/z) [r](README.md)'))).toEqual(['tests/gone.png'])
})

test('every path in backticks exists', () => {
  const paths = pathsOf(readme)
  expect(paths).toContain('db/write.ts')
  expect(dead(paths)).toEqual([])
})

test('every link and picture leads to a file', () => {
  expect(dead(linksOf(readme))).toEqual([])
})

test('every npm script that is named exists', () => {
  const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].flatMap(([, script = '']) => script)
  expect(named).toContain('check')
  expect(named.filter((script) => !(script in project.scripts))).toEqual([])
})
