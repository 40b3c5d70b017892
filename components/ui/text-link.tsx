import Link from 'next/link'
import type { ComponentProps } from 'react'

/** A link within text or a table; as tall as a finger or pointer needs. */
export function TextLink({ className = '', ...props }: ComponentProps<typeof Link>) {
  return <Link {...props} className={`inline-block py-0.5 text-accent hover:underline ${className}`} />
}
