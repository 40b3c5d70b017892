import { z } from 'zod'
import { type Transition, transitionTable } from '../sheet-state.ts'
import { key, optional, prose, slug, year } from './common.ts'

const comment = prose(1000)

/** A step of the workflow; where it undoes somebody's step, the comment is required. */
export const moveSheetInput = (step: Transition) =>
  z.strictObject({
    unit: slug,
    year,
    key,
    comment: transitionTable[step].commentRequired
      ? comment.pipe(z.string().min(1, 'comment_required'))
      : optional(comment),
  })
export type MoveSheetInput = { unit: string; year: number; key: string; comment?: string | undefined }
