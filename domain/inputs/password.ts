import { z } from 'zod'
import { searchKey } from '../unit.ts'

/** Without a second factor; counted in code points, so that any script is treated alike. */
const SHORTEST = 15
const LONGEST = 200
/** A repeated piece up to this length is no secret: "matkhau1matkhau1". */
const LONGEST_PIECE = 8
/** A name of two or three letters is part of ordinary words. */
const SHORTEST_NAME = 4

/** What fingers do on a keyboard, and what is counted or recited. */
const runs = [
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
]

/** Long ones that everybody thinks of; compared without diacritics, spaces and punctuation. */
const common = new Set([
  'conghoaxahoichunghiavietnam',
  'congnghethongtin',
  'correcthorsebatterystaple',
  'doclaptudohanhphuc',
  'matkhaucuatoilagi',
  'motconvitxoerahaicaicanh',
  'thisismypassword',
  'uybannhandan123456',
])

/** One piece over and over, the last perhaps cut short. */
const repeats = (characters: string): boolean =>
  Array.from({ length: LONGEST_PIECE }, (_, index) => index + 1).some((piece) =>
    [...characters].every((character, index, all) => index < piece || character === all[index - piece]),
  )

const runsOn = (characters: string): boolean =>
  runs.some((run) => {
    const endless = run.repeat(Math.ceil(LONGEST / run.length) + 1)
    return endless.includes(characters) || endless.includes([...characters].reverse().join(''))
  })

function guessable(password: string): boolean {
  const characters = password.toLowerCase().replace(/\s+/gu, '')
  return repeats(characters) || runsOn(characters) || common.has(searchKey(password).replace(/[\p{P}\p{S}\s]+/gu, ''))
}

/** A password that is set: long, any Unicode (NFC), no rules of composition, not one that is guessed first. */
export const newPassword = z
  .string()
  .transform((typed) => typed.normalize('NFC'))
  .pipe(
    z
      .string()
      .refine((password) => [...password].length >= SHORTEST, { error: 'password_too_short', abort: true })
      .refine((password) => [...password].length <= LONGEST, { error: 'password_too_long', abort: true })
      .refine((password) => !guessable(password), 'password_guessable'),
  )

/** A password that is presented for checking: nothing is said about it but that its length can be hashed. */
export const presentedPassword = z
  .string()
  .min(1, 'required')
  .max(4 * LONGEST, 'password_too_long')

/** The first thing that is tried of somebody whose name is known. */
export const containsUsername = (password: string, username: string): boolean =>
  username.length >= SHORTEST_NAME && password.toLowerCase().includes(username)
