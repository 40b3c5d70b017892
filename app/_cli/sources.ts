import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['{app,components,db,domain,drizzle}/**', '*.ts', 'package.json', 'package-lock.json', 'tsconfig.json']

/** A name for the content of everything that a build is made of, wherever and whenever it was written to disk. */
export function hashSources(): string {
  const hash = createHash('sha256')
  const files = globSync(sources, { withFileTypes: true })
    // The build writes next-env.d.ts itself.
    .filter((entry) => entry.isFile() && entry.name !== 'next-env.d.ts')
    .map((entry) => join(entry.parentPath, entry.name))
  for (const file of files.sort()) {
    const content = readFileSync(file)
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('base64url').slice(0, 20)
}
