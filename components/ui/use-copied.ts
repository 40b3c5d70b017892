import { useState } from 'react'

/** Milliseconds for which the confirmation stands. */
const SAID = 3000

/**
 * Copies texts, and knows for a moment which one was copied last. Where there is no clipboard (without https) or none is
 * allowed, the text is shown selected, under these words.
 */
export function useCopied(words: string): { copied: string | null; copy: (text: string) => Promise<void> } {
  const [copied, setCopied] = useState<string | null>(null)
  return {
    copied,
    async copy(text) {
      try {
        await navigator.clipboard.writeText(text)
      } catch {
        window.prompt(words, text)
        return
      }
      setCopied(text)
      setTimeout(() => setCopied((now) => (now === text ? null : now)), SAID)
    },
  }
}
