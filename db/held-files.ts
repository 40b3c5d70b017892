import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Reader } from './engine.ts'
import { pathOfFile } from './files.ts'
import { isFileNamed } from './queries/file-named.ts'

/** Files that are being handed in, by path: how many hand each in, and whether it was there before the first of them. */
type Held = Map<string, { holders: number; wasThere: boolean }>

// Next may bundle this file more than once; there is one store.
const kept = globalThis as typeof globalThis & { heldFiles?: Held }
kept.heldFiles ??= new Map()
const held = kept.heldFiles

type Place = { reader: Reader; folder: string; sha256: string }

/**
 * Does what stores a file and names it in the ledger. Where nothing names it in the end, it is removed, unless it was
 * there before; of several who hand the same file in at once, the last one looks.
 */
export async function handIn<T>({ reader, folder, sha256 }: Place, work: () => Promise<T>): Promise<T> {
  const path = pathOfFile(folder, sha256)
  const hold = held.get(path) ?? { holders: 0, wasThere: existsSync(path) }
  held.set(path, hold)
  hold.holders += 1
  try {
    return await work()
  } finally {
    hold.holders -= 1
    if (hold.holders === 0) {
      held.delete(path)
      if (!hold.wasThere) await removeUnnamed({ reader, folder, sha256 })
    }
  }
}

/** Removes a file that nothing in the ledger names any more, and nobody is just handing in. */
export async function removeUnnamed({ reader, folder, sha256 }: Place): Promise<void> {
  const path = pathOfFile(folder, sha256)
  if (!existsSync(path)) return
  // Asked last, and at once followed by the removal: whoever begins after it stores the file anew.
  if (!(await isFileNamed(reader, sha256)) && !held.has(path)) rmSync(path, { force: true })
}

/** Milliseconds: nobody sends a file for so long. */
const ABANDONED = 24 * 60 * 60 * 1000

/** Removes what a server that was killed left of files on their way, where it is older than a day. */
export function sweepPartials(folder: string, now: number): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name)
    // A preview on its way is in two of them (app/_import/kept-preview.ts).
    const found = /\.(partial|body)$/.test(name) && statSync(path, { throwIfNoEntry: false })
    if (found && now - found.mtimeMs > ABANDONED) rmSync(path, { force: true })
  }
}
