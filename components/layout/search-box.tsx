'use client'
import { Search } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { type FoundPlace, placeKinds } from './found-place.ts'
import { type RecentPlace, recentPlaces, rememberPlace } from './recent.ts'
import type { ShellWords } from './shell-words.ts'
import { usePlaces } from './use-places.ts'

type Props = {
  words: ShellWords['search']
  /** The id of the account: recent places are its own. */
  person: string
  /** The page that is open, where it is one to come back to. */
  here: RecentPlace | null
}

type Option = Pick<FoundPlace, 'href' | 'title' | 'detail'>

/**
 * Searches units, indicators and years from every page: Ctrl+K comes here, arrows choose, Enter goes. Before its
 * script has loaded it is a form that leads to the search page.
 */
export function SearchBox({ words, person, here }: Props) {
  const router = useRouter()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const [recent, setRecent] = useState<RecentPlace[]>([])
  const { places, failed } = usePlaces(open ? query : '')

  useEffect(() => {
    if (here) rememberPlace(person, here)
  }, [person, here])

  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])

  const typed = query.trim() !== ''
  const groups: { title: string; options: readonly Option[] }[] = typed
    ? placeKinds.map((kind) => ({ title: words[kind], options: (places ?? []).filter((place) => place.kind === kind) }))
    : [{ title: words.recent, options: recent }]
  const shown = groups.filter(({ options }) => options.length > 0)
  const options = shown.flatMap((group) => group.options)
  const message = typed ? (failed ? words.failed : places?.length === 0 ? words.nothing : null) : null
  const isOpen = open && (options.length > 0 || message !== null)

  const show = () => {
    setRecent(recentPlaces(person))
    setActive(-1)
    setOpen(true)
  }
  const close = () => {
    setOpen(false)
    setQuery('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && options.length > 0) {
      event.preventDefault()
      if (!open) return show()
      // Before the first and after the last option stands the field itself.
      setActive((was) => ((was + 1 + step + options.length + 1) % (options.length + 1)) - 1)
    } else if (event.key === 'Enter') {
      const chosen = options[active] ?? (isOpen && typed ? options[0] : undefined)
      if (!chosen) return
      event.preventDefault()
      close()
      input.current?.blur()
      router.push(chosen.href)
    } else if (event.key === 'Escape' && (isOpen || typed)) {
      // The browser would empty the field and leave the list.
      event.preventDefault()
      if (isOpen) setOpen(false)
      else setQuery('')
    }
  }

  return (
    <search className="relative">
      <form action="/search" className="relative">
        <Search
          aria-hidden
          size={16}
          strokeWidth={1.75}
          className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3"
        />
        <input
          ref={input}
          type="search"
          name="q"
          role="combobox"
          aria-label={words.label}
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && active >= 0 ? `${id}-${active}` : undefined}
          aria-keyshortcuts="Control+K Meta+K"
          autoComplete="off"
          maxLength={100}
          placeholder={words.placeholder}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setActive(-1)
            setOpen(true)
          }}
          onFocus={show}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
          className="h-8 w-62 rounded-control border border-control bg-surface pr-14 pl-8.5 text-sm text-ink placeholder:text-ink-3"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 rounded-tag border border-line-2 px-1 font-sans text-xs text-ink-3"
        >
          Ctrl K
        </span>
      </form>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={words.label}
        hidden={!isOpen}
        className="absolute top-full right-0 z-40 mt-1 max-h-[70dvh] w-100 overflow-y-auto rounded-popover border border-line bg-raised py-1.5 shadow-popover"
      >
        {shown.map(({ title, options: group }) => (
          // biome-ignore lint/a11y/useSemanticElements: options of a listbox stand in a group, not in a fieldset
          <div key={title} role="group" aria-label={title}>
            <p aria-hidden="true" className="px-3 pt-1.5 pb-1 text-xs text-ink-3">
              {title}
            </p>
            {group.map((option) => (
              <PlaceOption
                key={option.href}
                id={`${id}-${options.indexOf(option)}`}
                option={option}
                active={options[active] === option}
                onChoose={close}
              />
            ))}
          </div>
        ))}
      </div>
      <p role="status" className={message !== null && isOpen ? messageClass : 'sr-only'}>
        {isOpen ? (message ?? '') : ''}
      </p>
    </search>
  )
}

const messageClass =
  'absolute top-full right-0 z-40 mt-1 w-100 rounded-popover border border-line bg-raised px-3 py-2.5 text-sm text-ink-2 shadow-popover'

type OptionProps = { id: string; option: Option; active: boolean; onChoose: () => void }

function PlaceOption({ id, option: { href, title, detail }, active, onChoose }: OptionProps) {
  const element = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <Link
      ref={element}
      id={id}
      href={href}
      prefetch={false}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      // The field keeps the focus, so the list is there when the button is let go.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className="block px-3 py-1.5 text-sm hover:bg-sunken aria-selected:bg-accent-weak"
    >
      <span className="block font-medium text-ink">{title}</span>
      {detail === '' ? null : <span className="block text-xs text-ink-3">{detail}</span>}
    </Link>
  )
}
