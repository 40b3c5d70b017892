import { Moon, Sun } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Segmented } from '../ui/segmented.tsx'
import type { FormAction } from './navigation.ts'

/** The language switch: posts `locale`. Each language is named in itself. */
export function LanguageForm({ action }: { action: FormAction }) {
  const t = useTranslations('account')
  return (
    <form action={action}>
      <Segmented
        label={t('language')}
        name="locale"
        current={useLocale()}
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
export function ThemeForm({ action }: { action: FormAction }) {
  const t = useTranslations('account')
  return (
    <form action={action} className="flex">
      <button
        type="submit"
        name="theme"
        value="dark"
        aria-label={t('toDark')}
        className={`${iconButton} inline-flex dark:hidden`}
      >
        <Moon aria-hidden size={16} strokeWidth={1.75} />
      </button>
      <button
        type="submit"
        name="theme"
        value="light"
        aria-label={t('toLight')}
        className={`${iconButton} hidden dark:inline-flex`}
      >
        <Sun aria-hidden size={16} strokeWidth={1.75} />
      </button>
    </form>
  )
}
