/** What a form shows after it was sent: nothing yet, why it was refused with everything that was typed, or that it is done. */
export type FormState =
  | { status: 'idle' }
  | { status: 'refused'; message: string; fields: Record<string, string>; values: Record<string, string> }
  | { status: 'done'; message: string }

/** A server action in the form that React's `useActionState` wants. */
export type StatefulAction = (state: FormState, form: FormData) => Promise<FormState>
