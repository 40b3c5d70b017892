import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
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

/**
 * Reads cookies, so every page is dynamic, which the nonce of the Content-Security-Policy needs. No messages go to the
 * browser from here: pages are written out on the server, and the one that talks in the browser, entry, brings its own.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar] = await Promise.all([getLocale(), cookies()])
  return (
    <html lang={locale} data-theme={themeOf(jar.get(themeCookie)?.value) ?? undefined}>
      <body>
        <Sprite />
        {children}
      </body>
    </html>
  )
}
