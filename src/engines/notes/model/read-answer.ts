import { z } from 'zod'

export interface StatedSection {
  key: string
  statements: Stated[]
}

/** A statement as a model gives it: what it says, and which items it names for it. */
export interface Stated {
  text: string
  evidence: string[]
}

/** The form of an answer for a document with these sections. Without bounds: llama.cpp unrolls them into its grammar. */
function answerSchema(keys: readonly string[]): z.ZodType<{ sections: StatedSection[] }> {
  const statement = z.strictObject({ text: z.string(), evidence: z.array(z.string()) })
  const section = z.strictObject({ key: z.enum(keys), statements: z.array(statement) })
  return z.strictObject({ sections: z.array(section) })
}

/** The same form as JSON schema, for servers and grammars. */
export function answerJsonSchema(keys: readonly string[]): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(answerSchema(keys))
  return schema
}

/**
 * The statements of an answer, or what is wrong with it in a few words for the model. Text around the JSON is passed
 * over: some models think aloud or fence their answer.
 */
export function readAnswer(answer: string, keys: readonly string[]): { sections: StatedSection[] } | { wrong: string } {
  const json = answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1)
  if (json === '') return { wrong: 'It has no JSON object.' }
  try {
    const read = answerSchema(keys).safeParse(JSON.parse(json))
    return read.success ? read.data : { wrong: `It does not fit the schema: ${formatPaths(read.error)}.` }
  } catch {
    return { wrong: 'It is not valid JSON.' }
  }
}

const formatPaths = ({ issues }: z.ZodError) =>
  issues
    .slice(0, 3)
    .map(({ path, code }) => `${path.join('.') || 'answer'} ${code}`)
    .join(', ')
