import { createTranslator } from 'next-intl'
import { describe, expect, test } from 'vitest'
import en from '#app/_i18n/en.json' with { type: 'json' }
import vi from '#app/_i18n/vi.json' with { type: 'json' }
import { quantityProblems } from '#domain/quantity-problems.ts'
import { refusalCodes } from '#domain/refusal.ts'

type Tree = { [key: string]: string | Tree }

/** Every message of a file by its full key. */
const flat = (tree: Tree, prefix = ''): Record<string, string> =>
  Object.entries(tree).reduce<Record<string, string>>(
    (all, [key, value]) =>
      Object.assign(all, typeof value === 'string' ? { [prefix + key]: value } : flat(value, `${prefix}${key}.`)),
    {},
  )

/** The ICU arguments of a message. Braces alternate: an argument, then its branches, then arguments again. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>()
  let depth = 0
  for (const [index, character] of [...message].entries()) {
    if (character === '{' && depth++ % 2 === 0)
      names.add(
        [...message]
          .slice(index + 1)
          .join('')
          .match(/^\w+/)?.[0] ?? '',
      )
    if (character === '}') depth--
  }
  return [...names].sort()
}

const messages = { vi: flat(vi), en: flat(en) }

test('English and Vietnamese say the same things', () => {
  expect(Object.keys(messages.en)).toEqual(Object.keys(messages.vi))
})

describe.each(['vi', 'en'] as const)('%s', (locale) => {
  test.each(Object.entries(messages[locale]))('%s is a message that can be said', (key, message) => {
    expect(message.trim()).not.toBe('')
    expect(message).toBe(message.normalize('NFC'))
    expect(argumentsOf(message)).toEqual(argumentsOf(messages.vi[key] ?? ''))
    const translate = createTranslator({
      locale,
      messages: { message },
      onError(error) {
        throw error
      },
    })
    expect(translate('message', Object.fromEntries(argumentsOf(message).map((name) => [name, 1])))).not.toContain('{')
  })

  test('every refusal has its sentence', () => {
    for (const code of refusalCodes) expect(messages[locale][`refusal.${code}.default`]).toBeTruthy()
  })

  test('every reason why a text is not a quantity has its sentence', () => {
    for (const reason of quantityProblems) expect(messages[locale][`problem.${reason}`]).toBeTruthy()
  })
})

test('the spelling of the interface is one', () => {
  for (const message of Object.values(messages.vi))
    expect(message).not.toMatch(/(?:hoá|hoà|khoá|thuỷ|huỷ|(?<!\p{L})uỷ)(?!\p{L})/iu)
})

test('arguments are found in plain, nested and absent form', () => {
  expect(argumentsOf('no argument')).toEqual([])
  expect(argumentsOf('{count} of {total}')).toEqual(['count', 'total'])
  expect(argumentsOf('{kind, select, ward {KH {name}} other {KH}}')).toEqual(['kind', 'name'])
})
