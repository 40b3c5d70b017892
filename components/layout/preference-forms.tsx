import { Moon, Sun } from 'lucide-react'
import { Segmented } from '../ui/segmented.tsx'
import type { FormAction } from './navigation.ts'
import type { PreferenceWords } from './shell-words.ts'

type Props = { action: FormAction; words: PreferenceWords }

/** The language switch: posts `locale`. Each language is named in itself. */
export function LanguageForm({ action, words }: Props) {
  return (
    <form action={action}>
      <Segmented
        label={words.language}
        name="locale"
        current={words.locale}
        size="small"
        choices={[
          { value: 'vi', label: 'VI', spoken: 'VI, Tiếng Việt' },
          { value: 'en', label: 'EN', spoken: 'EN, English' },
        ]}
      />
    </form>
  )
}

const iconButton = 'size-8 items-center justify-center rounded-control text-ink-2 hover:bg-sunken hover:text-ink'

/** The theme switch: posts the other theme as `theme`. CSS shows the right one, so the system's choice needs no script. */
export function ThemeForm({ action, words }: Props) {
  return (
    <form action={action} className="flex">
      <button
        type="submit"
        name="theme"
        value="dark"
        aria-label={words.toDark}
        className={`${iconButton} inline-flex dark:hidden`}
      >
        <Moon aria-hidden size={16} strokeWidth={1.75} />
      </button>
      <button
        type="submit"
        name="theme"
        value="light"
        aria-label={words.toLight}
        className={`${iconButton} hidden dark:inline-flex`}
      >
        <Sun aria-hidden size={16} strokeWidth={1.75} />
      </button>
    </form>
  )
}
