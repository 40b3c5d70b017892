import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const sources = globSync(['{app,components,db,domain}/**/*.{ts,tsx,mjs}', '*.ts']).map((file) =>
  file.replaceAll('\\', '/'),
)

const doors = ['db/sign-in.ts', 'db/system-actor.ts', 'db/write.ts']

test('every write goes through the write door, but for the actor that it asks for, and for who is signed in', () => {
  expect(sources.length).toBeGreaterThan(100)
  const committing = sources.filter((file) => /\.commit\b(?!')/.test(readFileSync(file, 'utf8')))
  expect(committing.sort()).toEqual(doors)
})

test('signing in writes to its own two tables', () => {
  const statements = ['db/sign-in.ts', 'db/sign-in-limits.ts'].map((file) => readFileSync(file, 'utf8')).join('\n')
  const tables = [...statements.matchAll(/from '\.\/schema\/(.+)\.ts'/g)].map(([, schema]) => schema)
  expect(tables).toEqual(['sign-in', 'sign-in'])
  expect(statements.match(/(insert into|update|delete from) "/g)).toBeNull()
})
