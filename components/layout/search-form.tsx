import Form from 'next/form'
import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Input } from '../ui/input.tsx'

type Props = {
  action: string
  /** What is searched for now; '' for nothing. */
  query: string
  /** The field that carries it. */
  name?: string
  label?: string
  /** What else the address keeps. */
  keep?: Record<string, string>
  /** Leads back to the whole list; offered while something is searched for. */
  allHref?: string
  autoFocus?: boolean
}

/** Searches a list by a word or two, kept in the address. Needs no script; with it, what was typed beside it stays. */
export function SearchForm({ action, query, name = 'q', label, keep = {}, allHref, autoFocus = false }: Props) {
  const t = useTranslations()
  return (
    <search>
      {/* The field shows what the address searches for, after going back as well. */}
      <Form key={query} action={action} prefetch={false} className="flex flex-wrap items-center gap-2">
        {Object.entries(keep).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <Input
          type="search"
          name={name}
          defaultValue={query}
          maxLength={100}
          autoFocus={autoFocus}
          aria-label={label ?? t('common.search')}
          placeholder={label ?? t('common.search')}
          className="min-w-0 flex-1 basis-40 desk:max-w-80"
        />
        <Button type="submit" size="mobile">
          {t('action.search')}
        </Button>
        {query && allHref ? (
          <ButtonLink href={allHref} size="mobile" variant="ghost">
            {t('action.showAll')}
          </ButtonLink>
        ) : null}
      </Form>
    </search>
  )
}
