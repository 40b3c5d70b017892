import type { Speech } from '#components/table/words.ts'
import { getUnit } from '#db/queries/list-units.ts'
import type { AskedExport } from '#domain/inputs/export-figures.ts'
import packageFile from '../../package.json' with { type: 'json' }
import type { Taker } from './figure-rows.ts'
import type { Worksheet } from './workbook.ts'

/** The last worksheet: whose file this is, when it was made and of what, so that it still says so when it is passed on. */
export async function aboutWorksheet(taker: Taker, asked: AskedExport, at: Date, speech: Speech): Promise<Worksheet> {
  const { t, format } = speech
  const { actor } = taker
  const filters = await sayFilters(taker, asked, speech)
  return {
    name: t('exports.about.name'),
    columns: [
      { name: t('exports.about.what'), width: 28 },
      { name: t('exports.about.content'), width: 90 },
    ],
    rows: [
      [t('exports.about.product'), `${t('app.name')} ${packageFile.version}`],
      [t('exports.about.at'), `${format.dateTime(at, 'moment')} (Asia/Ho_Chi_Minh)`],
      [t('exports.about.by'), `${actor.name} (${actor.username})`],
      ...(filters.length > 0 ? filters : [[t('exports.about.filters'), t('exports.about.everything')]]),
      [t('exports.about.blank'), t('exports.about.blankMeans')],
      [t('exports.about.computed'), t('exports.about.computedMeans')],
    ],
    filter: false,
  }
}

/** What was asked for, in words; what was not is not said. */
async function sayFilters({ reader, actor }: Taker, asked: AskedExport, { t }: Speech): Promise<string[][]> {
  const nameOf = async (slug: string | undefined) => {
    const found = slug === undefined ? null : await getUnit(reader, actor, slug)
    return found ? `${found.name} (${slug})` : slug
  }
  const said: [string, string | number | undefined][] = [
    [t('common.unit'), await nameOf(asked.unit)],
    [t('common.year'), asked.year],
    [t('exports.about.from'), asked.from],
    [t('exports.about.to'), asked.to],
    [t('exports.about.parent'), await nameOf(asked.parent)],
    [t('exports.about.search'), asked.q],
    [t('common.indicator'), asked.indicator],
    [t('common.group'), asked.group && t(`group.${asked.group}`)],
    [t('common.status'), asked.verdict && t(`verdict.${asked.verdict}`)],
  ]
  return said.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
}
