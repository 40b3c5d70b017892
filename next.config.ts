import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'
import { hashSources } from './app/_cli/sources.ts'

const withNextIntl = createNextIntlPlugin({
  requestConfig: './app/_i18n/request.ts',
  // Messages are parsed by the build: neither the server nor any page carries a parser.
  experimental: { messages: { path: './app/_i18n', format: 'json', locales: ['vi', 'en'], precompile: true } },
})

/** The headers of answers are set in app/_http. */
const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  // `npm run check` has: a build is what somebody waits for who tries the product.
  typescript: { ignoreBuildErrors: true },
  // Tells a build of these sources from one of others (app/_cli/build.ts).
  generateBuildId: hashSources,
  // The optimiser is a public endpoint that fetches and decodes; no page needs it.
  images: { unoptimized: true },
  // A traced build must never carry a live database.
  outputFileTracingExcludes: { '*': ['data/**/*'] },
}

export default withNextIntl(config)
