import { type NextRequest, NextResponse } from 'next/server'

const inDevelopment = process.env.NODE_ENV === 'development'

/** The policy of one response. Next reads the nonce from this header and puts it on every script and style it writes. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${inDevelopment ? " 'unsafe-eval'" : ''}`,
    // A nonce would switch 'unsafe-inline' off, which the development overlay needs.
    inDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    // recharts and Base UI position with style attributes.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${inDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Sets the Content-Security-Policy and nothing else: who may see a page is decided in the page. */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy(Buffer.from(crypto.randomUUID()).toString('base64'))
  const headers = new Headers(request.headers)
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

// Route handlers stay outside: a proxy cuts long request bodies in silence.
export const config = { matcher: '/((?!_next/static/|api/v1/|api/auth/|export/figures\\.csv$).*)' }
