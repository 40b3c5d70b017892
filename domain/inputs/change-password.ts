import { z } from 'zod'
import { key } from './common.ts'
import { newPassword, presentedPassword } from './password.ts'

export const changePasswordInput = z.strictObject({ key, current: presentedPassword, next: newPassword })
export type ChangePasswordInput = z.output<typeof changePasswordInput>
