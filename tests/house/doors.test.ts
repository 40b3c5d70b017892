import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const sources = globSync(['{app,components,db,domain}/**/*.{ts,tsx,mjs}', '*.ts']).map((file) =>
  file.replaceAll('\\', '/'),
)

test('every write goes through the write door; the one exception makes the actor that the door asks for', () => {
  expect(sources.length).toBeGreaterThan(100)
  const committing = sources.filter((file) => /\.commit\b/.test(readFileSync(file, 'utf8')))
  expect(committing.sort()).toEqual(['db/system-actor.ts', 'db/write.ts'])
})
