import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, statSync } from 'node:fs'
import { buildId, nextCommand, passSignalsTo } from './server.ts'
import { Stop } from './stop.ts'

const sources = ['{app,components,db,domain,drizzle}/**', '*.ts', 'package.json', 'package-lock.json', 'tsconfig.json']

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** Folders count as well: a deleted file changes only its folder. `next-env.d.ts` is written by the build itself. */
function isBuilt(): boolean {
  const built = changedAt(buildId)
  return built > 0 && globSync(sources).every((path) => path === 'next-env.d.ts' || changedAt(path) <= built)
}

/** Builds the application unless its build is newer than its sources. */
export async function buildIfNeeded(): Promise<void> {
  if (isBuilt()) return
  console.log('Đang dựng ứng dụng, mất khoảng một phút… · Building, this takes about a minute…')
  const build = spawn(process.execPath, [nextCommand, 'build'], { stdio: 'inherit' })
  const release = passSignalsTo(build)
  const [code] = await once(build, 'exit')
  release()
  if (code !== 0) throw new Stop('The build failed; its messages are above.')
}
