import Form from 'next/form'
import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { FilterSelect } from '#components/ui/select.tsx'

type Props = {
  years: readonly number[]
  year: number
  /** Units above those of the year; offered where there are several. */
  parents: readonly { slug: string; name: string }[]
  parent: string | null
  /** What is searched for; '' for nothing. */
  query: string
}

/** Among more a parent is found by the search, which looks at the names above units as well. */
const mostParents = 100

/** The filters of the overview, kept in the address; a plain form until its script has loaded. */
export function OverviewFilters({ years, year, parents, parent, query }: Props) {
  const t = useTranslations()
  return (
    // After going back the controls show the address again, not what was chosen last.
    <Form
      key={`${year} ${parent} ${query}`}
      action="/"
      prefetch={false}
      autoComplete="off"
      aria-label={t('overview.filters')}
      className="flex flex-wrap items-center gap-2"
    >
      <FilterSelect
        name="year"
        label={t('common.year')}
        defaultValue={String(year)}
        options={years.map((one) => ({ value: String(one), label: String(one) }))}
      />
      {parents.length > 1 && parents.length <= mostParents ? (
        <FilterSelect
          name="parent"
          label={t('overview.superior')}
          defaultValue={parent ?? ''}
          options={[
            { value: '', label: t('common.all') },
            ...parents.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
      ) : null}
      {query ? <input type="hidden" name="q" value={query} /> : null}
      <Button type="submit" size="mobile">
        {t('action.show')}
      </Button>
    </Form>
  )
}
