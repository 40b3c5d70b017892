import { spawnSync } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import { buildId, nextCommand } from './server.ts'
import { Stop } from './stop.ts'

const sources = ['{app,components,db,domain,drizzle}/**', '*.ts', 'package.json', 'package-lock.json', 'tsconfig.json']

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** Folders count as well: a deleted file changes only its folder. `next-env.d.ts` is written by the build itself. */
function isBuilt(): boolean {
  const built = changedAt(buildId)
  return built > 0 && globSync(sources).every((path) => path === 'next-env.d.ts' || changedAt(path) <= built)
}

/** Builds the application unless its build is newer than its sources. */
export function buildIfNeeded(): void {
  if (isBuilt()) return
  console.log('Đang dựng ứng dụng, mất khoảng một phút… · Building, this takes about a minute…')
  const { status } = spawnSync(process.execPath, [nextCommand, 'build'], { stdio: 'inherit' })
  if (status !== 0) throw new Stop('The build failed; its messages are above.')
}
