import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import { themeCookie, themeOf } from '#app/_i18n/preferences.ts'
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

/** Reads cookies, so every page is dynamic, which the nonce of the Content-Security-Policy needs. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, { action, app, common, state, verdict }, jar] = await Promise.all([
    getLocale(),
    getMessages(),
    cookies(),
  ])
  return (
    <html lang={locale} data-theme={themeOf(jar.get(themeCookie)?.value) ?? undefined}>
      <body>
        {/* Only what client components say: the whole file would travel with every page. */}
        <NextIntlClientProvider messages={{ action, app, common, state, verdict }}>
          <NuqsAdapter>{children}</NuqsAdapter>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
