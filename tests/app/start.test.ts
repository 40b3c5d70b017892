/** What must be so before the server starts: the build is of these sources, and the secret is one. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { keptSecret } from '#app/_http/secret.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

test.each([
  ['none', null],
  ['of other sources', 'other'],
])('a build that is %s is refused before the ledger is touched', (_what, id) => {
  const folder = temporaryFolder('build')
  if (id !== null) {
    mkdirSync(join(folder, '.next'))
    writeFileSync(join(folder, '.next', 'prerender-manifest.json'), '{}')
    writeFileSync(join(folder, '.next', 'BUILD_ID'), id)
  }
  const { status, stderr } = spawnSync(process.execPath, [resolve('app/_cli/serve.ts'), 'start'], {
    cwd: folder,
    env: { ...process.env, DATABASE_URL: 'file:./app.db' },
    encoding: 'utf8',
  })
  expect(stderr).toBe('The application has not been built from these sources. Run "npm run build" first.\n')
  expect(status).toBe(1)
  expect(existsSync(join(folder, 'app.db'))).toBe(false)
})

test('the secret is made once, its owner’s alone, and stays the same', () => {
  const file = join(temporaryFolder('secret'), 'data', 'secret')
  const secret = keptSecret(file)
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect(keptSecret(file)).toBe(secret)
  expect(readdirSync(join(file, '..'))).toEqual(['secret'])
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
})

test.each(['', '\n', `${'x'.repeat(31)}\n`])('a kept secret that is no secret is refused: %j', (kept) => {
  const file = join(temporaryFolder('secret'), 'secret')
  writeFileSync(file, kept)
  expect(() => keptSecret(file)).toThrow(/fewer than 32 characters; remove the file/)
  expect(readFileSync(file, 'utf8')).toBe(kept)
})

test.skipIf(process.platform === 'win32')('a full disk leaves no secret, nor a part of one', () => {
  const folder = temporaryFolder('secret')
  const module = JSON.stringify(resolve('app/_http/secret.ts'))
  const script = `import(${module}).then(({ keptSecret }) => keptSecret(${JSON.stringify(join(folder, 'secret'))}))`
  const { status, stderr } = spawnSync('sh', ['-c', 'ulimit -f 0; exec "$0" -e "$1"', process.execPath, script], {
    encoding: 'utf8',
  })
  expect(stderr).toMatch(/EFBIG|ENOSPC/)
  expect(status).toBe(1)
  expect(readdirSync(folder)).toEqual([])
})
