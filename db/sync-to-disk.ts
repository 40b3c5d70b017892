import { closeSync, fsyncSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** A file's content, or a folder's names, survive a power cut. */
export function syncToDisk(path: string): void {
  const isFolder = statSync(path).isDirectory()
  // Windows cannot sync a folder.
  if (isFolder && process.platform === 'win32') return
  const descriptor = openSync(path, isFolder ? 'r' : 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Makes a folder, its owner's alone, whose own name survives a power cut. False: it was there. */
export function makeFolder(path: string): boolean {
  const isNew = mkdirSync(path, { recursive: true, mode: 0o700 }) !== undefined
  if (isNew) syncToDisk(dirname(path))
  return isNew
}
