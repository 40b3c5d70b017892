import { NextIntlClientProvider } from 'next-intl'
import { createElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { formatsOf } from '#app/_i18n/formats.ts'
import messages from '#app/_i18n/vi.json' with { type: 'json' }
import { type PlanKinds, useWords, type Words } from '#components/table/words.ts'

/** What a component of a page becomes, in Vietnamese. */
export const rendered = (children: ReactNode): string =>
  renderToStaticMarkup(
    NextIntlClientProvider({ locale: 'vi', messages, formats: formatsOf('vi'), timeZone: 'UTC', children }),
  )

/** The same of a component that takes its words as a prop. */
export function renderedWith(kinds: PlanKinds, draw: (words: Words) => ReactNode): string {
  const Speaking = () => draw(useWords(kinds))
  return rendered(createElement(Speaking))
}

/** The texts of the cells of each row, without what opens only on a press. */
export const rowsOf = (page: string): string[][] =>
  [...page.matchAll(/<tr[ >].*?<\/tr>/gsu)].map(([row]) =>
    [...row.matchAll(/<t[dh][ >].*?<\/t[dh]>/gsu)].map(([cell]) =>
      cell.replace(/<section.*?<\/section>/gsu, '').replace(/<[^>]*>/gu, ''),
    ),
  )
