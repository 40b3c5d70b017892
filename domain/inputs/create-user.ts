import { z } from 'zod'
import { key, requiredText, username } from './common.ts'
import { containsUsername, newPassword } from './password.ts'

export const createUserInput = z
  .strictObject({ key, username, name: requiredText(120), password: newPassword })
  .refine(({ username: own, password }) => !containsUsername(password, own), {
    path: ['password'],
    error: 'password_contains_username',
  })
export type CreateUserInput = z.output<typeof createUserInput>
