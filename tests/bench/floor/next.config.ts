import type { NextConfig } from 'next'

/** The floor of `npm run bench`: what the same Next and the same SQLite do with the same rows, and no rules around them. */
const config: NextConfig = {
  poweredByHeader: false,
  // Types are checked with everything else, by `npm run check`.
  typescript: { tsconfigPath: '../../../tsconfig.json', ignoreBuildErrors: true },
}

export default config
