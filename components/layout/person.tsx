import { LogOut } from 'lucide-react'
import { NavIcon } from './nav-icon.tsx'
import { NavLink } from './nav-link.tsx'
import type { FormAction } from './navigation.ts'
import type { ShellWords } from './shell-words.ts'

export type Person = {
  id: string
  name: string
  /** Role and unit in words: "Nhập liệu · Bắc Từ Liêm". */
  detail: string
}

/** First letters of the first and the last word of a name: "Trần Minh Đức" → "TĐ". */
const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/)
  return [...new Set([words.at(0), words.at(-1)])].map((word) => word?.charAt(0).toUpperCase() ?? '').join('')
}

export function Avatar({ name }: { name: string }) {
  return (
    <span
      aria-hidden="true"
      className="inline-flex size-7 shrink-0 items-center justify-center rounded-full bg-accent-weak text-xs font-semibold text-accent"
    >
      {initialsOf(name)}
    </span>
  )
}

export function SignOutForm({ action, words }: { action: FormAction; words: string }) {
  return (
    <form action={action}>
      <button
        type="submit"
        className="flex h-11 w-full items-center gap-2.5 rounded-control border border-transparent px-2 text-sm text-ink-2 hover:text-ink desk:h-8.5"
      >
        <LogOut aria-hidden size={16} strokeWidth={1.75} />
        {words}
      </button>
    </form>
  )
}

/** Who is signed in, at the foot of the sidebar; opens account and sign-out without a script. */
export function PersonBlock({ person, words, signOut }: { person: Person; words: ShellWords; signOut: FormAction }) {
  return (
    <div className="mt-auto border-t border-line">
      <button
        type="button"
        popoverTarget="person-menu"
        className="flex w-full items-center gap-2.5 px-4.5 py-2.5 text-left focus-inset max-wide:justify-center max-wide:px-0"
      >
        <Avatar name={person.name} />
        <span className="min-w-0 max-wide:sr-only">
          <span className="block truncate text-xs font-semibold">{person.name}</span>
          <span className="block truncate text-xs text-ink-3">{person.detail}</span>
        </span>
      </button>
      <div
        id="person-menu"
        popover="auto"
        className="inset-[auto_auto_60px_10px] w-48 rounded-popover border border-line bg-raised p-1.5 text-ink shadow-popover"
      >
        <NavLink href="/account" look="side">
          <NavIcon place="account" />
          {words.nav.account}
        </NavLink>
        <SignOutForm action={signOut} words={words.signOut} />
      </div>
    </div>
  )
}
