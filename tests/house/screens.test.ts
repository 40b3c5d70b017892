import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** No page is left out of the accessibility check. */

const root = join(import.meta.dirname, '..', '..')

/** Every page of the application as a pattern of its addresses: groups are not part of them, parameters are anything. */
const pages = globSync('app/**/page.tsx', { cwd: root }).map((file) => {
  const segments = file
    .replaceAll('\\', '/')
    .split('/')
    .slice(1, -1)
    .filter((segment) => !/^\(.*\)$/.test(segment))
  const pattern = segments.map((segment) => (segment.startsWith('[') ? '[^/]+' : segment)).join('/')
  return { file, address: new RegExp(`^/${pattern}$`) }
})
const spec = readFileSync(join(root, 'tests/e2e/accessibility.spec.ts'), 'utf8')
const visited = [...spec.matchAll(/(?:path: |goto\()'(\/[^']*)'/g)].flatMap(([, path = '']) => path.split('?')[0] ?? [])

test('every page is visited', () => {
  expect(pages.length).toBeGreaterThan(5)
  expect(pages.filter(({ address }) => !visited.some((path) => address.test(path))).map(({ file }) => file)).toEqual([])
})

test('every visit is to a page', () => {
  expect(visited).toContain('/units/bac-tu-liem/2023')
  expect(visited.filter((path) => !pages.some(({ address }) => address.test(path)))).toEqual([])
})
