'use client'

import { useCopied } from '../ui/use-copied.ts'

type Props = {
  button: string
  copied: string
  /** One sentence over all, then one for each unit: a key, a name and the words after it. */
  sentences: readonly (readonly [key: string, name: string, words: string])[]
}

/** "26 chỉ tiêu: 13 vượt · 10 hoàn thành …", to be copied; or selected, where there is no script. */
export function Sentences({ button, copied: done, sentences }: Props) {
  const { copied, copy } = useCopied(button)
  return (
    <>
      <ul className="mt-1 grid">
        {sentences.map(([key, name, words]) => {
          const sentence = `${name}: ${words}`
          return (
            <li key={key} className="flex flex-wrap items-baseline gap-x-3 border-b border-line py-1 last:border-0">
              <span className="min-w-0 flex-1 basis-72 select-all">{sentence}</span>
              <button type="button" className="min-h-6 text-accent underline" onClick={() => copy(sentence)}>
                {copied === sentence ? done : button}
                <span className="sr-only"> {name}</span>
              </button>
            </li>
          )
        })}
      </ul>
      <span role="status" className="sr-only">
        {copied ? done : ''}
      </span>
    </>
  )
}
