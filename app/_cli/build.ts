import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hashSources } from './sources.ts'
import { Stop } from './stop.ts'

const nextCommand = fileURLToPath(import.meta.resolve('next/dist/bin/next'))
/** One of the last files that a build writes and the first that it deletes: one that was interrupted has none. */
const buildMark = join('.next', 'prerender-manifest.json')

/** The build's id is the content of its sources (next.config.ts). */
const isBuilt = (): boolean =>
  existsSync(buildMark) && readFileSync(join('.next', 'BUILD_ID'), 'utf8').trim() === hashSources()

/** Throws Stop where there is no build, or one of other sources. */
export function requireBuild(): void {
  if (!isBuilt()) throw new Stop('The application has not been built from these sources. Run "npm run build" first.')
}

/** Builds the application unless there is a build of these very sources. */
export async function buildIfNeeded(): Promise<void> {
  if (isBuilt()) return
  console.log('Đang dựng ứng dụng, mất khoảng một phút… · Building, this takes about a minute…')
  const build = spawn(process.execPath, [nextCommand, 'build'], { stdio: 'inherit' })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const pass = (signal: NodeJS.Signals) => {
    // Ctrl-C in a terminal reaches the whole process group already.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) build.kill(signal)
  }
  for (const signal of signals) process.on(signal, pass)
  const [code] = await once(build, 'exit')
  for (const signal of signals) process.off(signal, pass)
  if (code !== 0) throw new Stop('The build failed; its messages are above.')
}
