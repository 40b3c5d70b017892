import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { Activity, type ReactNode } from 'react'
import { preload } from 'react-dom'
import { themeCookie, themeOf } from '#app/_i18n/preferences.ts'
import { Sprite } from '#components/layout/sprite.tsx'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('app')
  return {
    title: { template: `%s · ${t('name')}`, default: t('name') },
    description: t('description'),
    robots: { index: false, follow: false },
  }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#F6F7F9' },
    { media: '(prefers-color-scheme: dark)', color: '#0D1219' },
  ],
}

/** Of the two files of `roles.css`, so that the first picture of a page has its letters and none of them moves. */
const fonts = [
  new URL('@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2', import.meta.url),
  new URL('@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-vietnamese-wght-normal.woff2', import.meta.url),
].map(({ pathname }) => pathname)

/**
 * Reads cookies, so every page is dynamic, which the nonce of the Content-Security-Policy needs. No messages go to the
 * browser from here: pages are written out on the server, and the one that talks in the browser, entry, brings its own.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar] = await Promise.all([getLocale(), cookies()])
  for (const font of fonts) preload(font, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  return (
    <html lang={locale} data-theme={themeOf(jar.get(themeCookie)?.value) ?? undefined}>
      <body>
        <Activity>
          <Sprite />
        </Activity>
        {children}
      </body>
    </html>
  )
}
