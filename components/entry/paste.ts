import type { ClipboardEvent } from 'react'

/** A block belongs to several cells, and an input would run it together into one number: it is pasted over them. */
const isBlock = (text: string): boolean => /[\t\r\n]/.test(text.trim())

/** Keeps a block out of the input, and hands it over whole. */
export function catchBlock(event: ClipboardEvent, onBlock: (text: string) => void): void {
  const pasted = event.clipboardData.getData('text')
  if (!isBlock(pasted)) return
  event.preventDefault()
  onBlock(pasted)
}
