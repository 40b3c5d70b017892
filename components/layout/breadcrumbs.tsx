import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { Fragment } from 'react'

export type Crumb = { label: string; href?: string }

/** The way here; the last step is the page itself. */
export function Breadcrumbs({ items, label }: { items: Crumb[]; label: string }) {
  return (
    <nav aria-label={label} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-2 text-sm">
        {items.map(({ label, href }, index) => (
          <Fragment key={`${href ?? ''} ${label}`}>
            {index > 0 ? (
              <li aria-hidden="true" className="text-ink-3">
                <ChevronRight size={14} strokeWidth={1.75} />
              </li>
            ) : null}
            <li className="truncate">
              {href === undefined ? (
                <span aria-current={index === items.length - 1 ? 'page' : undefined} className="font-medium">
                  {label}
                </span>
              ) : (
                <Link href={href} className="inline-block py-1 text-ink-2 hover:text-ink">
                  {label}
                </Link>
              )}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  )
}
