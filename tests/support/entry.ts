import type { Locator, Page } from '@playwright/test'

/** The cell of the entry grid in a line and a column, both named as a person reads them. */
export async function entryCell(page: Page, line: string, column: string): Promise<Locator> {
  const headings = await page.getByRole('grid').getByRole('columnheader').allInnerTexts()
  const index = headings.findIndex((heading) => heading.trim().endsWith(column))
  if (index === -1) throw new Error(`No column ${column} among ${headings.join(' | ')}`)
  // Not the heading of a group, which has the same role and may have the same words.
  const row = page.getByRole('row').filter({ has: page.locator('th[scope=row]', { hasText: line }) })
  return row.locator('th, td').nth(index)
}

/** Clicks a cell and types into it, as an editor does. */
export async function typeInto(page: Page, line: string, column: string, text: string, key = 'Enter'): Promise<void> {
  await (await entryCell(page, line, column)).click()
  await page.keyboard.type(text)
  await page.keyboard.press(key)
}
