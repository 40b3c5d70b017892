import { createElement } from 'react'
import { expect, test } from 'vitest'
import { type ExportFile, ExportMenu } from '#components/layout/export-menu.tsx'
import { rendered } from '#tests/support/render.ts'

const menuOf = (...files: ExportFile['file'][]) =>
  rendered(
    createElement(ExportMenu, { files: files.map((file) => ({ file, of: new URLSearchParams({ year: '2024' }) })) }),
  )

test('that filters count is said of the figures alone; what is whole follows', () => {
  const links = [...menuOf('excelVi', 'bieu', 'data', 'journal').matchAll(/href="\/export\/([\w.]+)\?|bộ lọc và cột/g)]
  expect(links.map(([sentence, file]) => file ?? sentence)).toEqual([
    'figures.csv',
    'figures.csv',
    'bộ lọc và cột',
    'bieu.xlsx',
    'journal.csv',
  ])
  expect(menuOf('data').match(/<ul/g)).toHaveLength(1)
})
