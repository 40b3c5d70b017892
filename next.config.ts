import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./app/_i18n/request.ts')

// The Content-Security-Policy needs a nonce per response and is set in proxy.ts.
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
]

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  // The optimiser is a public endpoint that fetches and decodes; no page needs it.
  images: { unoptimized: true },
  // A traced build must never carry a live database.
  outputFileTracingExcludes: { '*': ['data/**/*'] },
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
}

export default withNextIntl(config)
