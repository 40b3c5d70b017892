'use client'

import { ButtonLink } from '../ui/button.tsx'
import { PlainPage } from './plain-page.tsx'

/** An address that leads nowhere; its markup comes with the script. */
export function NotFoundPage({
  name,
  title,
  hint,
  toOverview,
}: Record<'name' | 'title' | 'hint' | 'toOverview', string>) {
  return (
    <PlainPage name={name}>
      <h1 className="text-xl">{title}</h1>
      <p className="text-ink-2">{hint}</p>
      <ButtonLink href="/" className="justify-self-start">
        {toOverview}
      </ButtonLink>
    </PlainPage>
  )
}
