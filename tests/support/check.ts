/** `npm run check`: every static check, with its time; the output of those that failed. Exit code 1 if any did. */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'

type Outcome = { name: string; seconds: number; ok: boolean; output: string }

function run(name: string, ...command: string[]): Promise<Outcome> {
  const started = performance.now()
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(process.execPath, ['app/_cli/launch.mjs', ...command])
    const collect = (part: Buffer) => {
      output += part
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => collect(Buffer.from(error.message)))
    child.on('close', (code) => {
      resolve({ name, seconds: (performance.now() - started) / 1000, ok: code === 0, output })
    })
  })
}

/** Next writes the types of routes and assets; a clean clone has none, and those of a stopped dev server are stale. */
async function types(): Promise<Outcome[]> {
  rmSync('.next/dev/types', { recursive: true, force: true })
  const routes = await run('routes', 'next', 'typegen')
  return [routes, await run('types', 'tsc', '-p', 'tsconfig.json')]
}

async function others(): Promise<Outcome[]> {
  return [
    await run('biome', 'biome', 'check', '--error-on-warnings'),
    await run('arrows', 'node', 'tests/support/boundaries.ts'),
    await run('unused', 'knip', '--config', 'tests/knip.jsonc', '--no-progress'),
  ]
}

// Two chains for two cores: the types take about as long as everything else.
const outcomes = (await Promise.all([others(), types()])).flat()
for (const { name, seconds, ok, output } of outcomes) {
  console.log(`${ok ? '✔' : '✘'} ${name.padEnd(7)} ${seconds.toFixed(1).padStart(5)} s`)
  if (!ok) console.log(output.trimEnd())
}
process.exitCode = outcomes.every(({ ok }) => ok) ? 0 : 1
