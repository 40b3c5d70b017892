type Sentences = Record<string, string>

/**
 * Asks for the sentences of a row, by the code of the indicator, and remembers the answer by its address. What was
 * refused or failed rejects and is asked for anew.
 */
export function sentencesFrom(ask: (address: string) => Promise<Response>): (address: string) => Promise<Sentences> {
  const asked = new Map<string, Promise<Sentences>>()
  return (address) => {
    const sentences =
      asked.get(address) ?? ask(address).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)))
    asked.set(address, sentences)
    sentences.catch(() => asked.delete(address))
    return sentences
  }
}
