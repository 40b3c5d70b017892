'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

type Props = { href: string; look: 'side' | 'tab'; title?: string; children: ReactNode }

const looks = {
  side: 'flex h-11 desk:h-8.5 items-center gap-2.5 rounded-control border border-transparent px-2 text-sm text-ink-2 hover:text-ink aria-[current]:border-line aria-[current]:bg-surface aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:[&>svg]:text-accent max-wide:desk:justify-center',
  tab: 'flex h-15 flex-col items-center justify-center gap-1 text-xs text-ink-3 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:[&>svg]:text-accent',
}

/** True on the page itself and on those below it; the overview has none below it, and a sheet's entry is entry. */
const isHere = (path: string, href: string) =>
  path.endsWith('/entry') ? href === '/entry' : path === href || (href !== '/' && path.startsWith(`${href}/`))

/** A place in the navigation, marked where the reader stands; a panel it stands in is closed on the way. */
export function NavLink({ href, look, title, children }: Props) {
  const path = usePathname()
  return (
    <Link
      href={href}
      title={title}
      aria-current={isHere(path, href) ? 'page' : undefined}
      className={looks[look]}
      onClick={(event) => event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
    >
      {children}
    </Link>
  )
}
