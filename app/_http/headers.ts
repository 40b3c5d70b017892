/** The headers of every answer; nowhere else are any set. */

const inDevelopment = () => process.env.NODE_ENV === 'development'

const always = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Permitted-Cross-Domain-Policies': 'none',
}
/** For a year, once people come by https: without it a first plain request could be read or turned away. */
const overHttps = { ...always, 'Strict-Transport-Security': 'max-age=31536000' }

export const answerHeaders = (): Record<string, string> =>
  process.env.NEXTAUTH_URL?.startsWith('https:') ? overHttps : always

/** For what is no page, files of others' making among it: nothing in it may load, run or be anything of ours. */
export const strictPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"

/** For a page: only our own files, and only the scripts and styles that carry this answer's nonce. */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${inDevelopment() ? " 'unsafe-eval'" : ''}`,
    // A nonce would switch 'unsafe-inline' off, which the development overlay needs.
    inDevelopment() ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    // recharts positions with style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${inDevelopment() ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/** In which a handler says how many bytes follow: Next drops the `Content-Length` of a handler, whatever it says. */
export const LENGTH_HEADER = 'X-Length'
