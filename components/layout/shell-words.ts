import type { Messages } from 'next-intl'
import type { FoundPlace } from './found-place.ts'

/** All that the frame of a page says: it is written in the browser as well, which has no catalogue of messages. */
export type ShellWords = {
  app: Messages['app']
  nav: Messages['nav']
  search: Record<'label' | 'placeholder' | 'recent' | 'nothing' | 'failed' | FoundPlace['kind'], string>
  preferences: PreferenceWords
  signOut: string
}

export type PreferenceWords = {
  /** The language that is spoken. */
  locale: string
} & Record<'language' | 'toDark' | 'toLight', string>
