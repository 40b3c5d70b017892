'use client'
import { Announcer } from './announcer.tsx'
import { useSelectionWords } from './use-selection-words.ts'

/** What is selected, seen and heard. */
export function SelectionWords() {
  const words = useSelectionWords()
  return (
    <>
      <span aria-hidden className="ml-auto text-ink-2">
        {words}
      </span>
      <Announcer words={words} />
    </>
  )
}
