import { z } from 'zod'
import { CHECK_REASONS } from '../../../domain/check.ts'
import { ERRORS } from '../../../domain/errors.ts'
import { SEXES } from '../../../domain/visit.ts'
import { FilePart } from '../../http/receive-audio.ts'

/** Form fields of an upload, beside the part `file` or the field `address`. */
export const UploadFields = z.strictObject({
  address: z.string().optional(),
  language: z.string().default('en'),
  documents: z.string().default('soap_note,summary'),
  callbackUrl: z.string().optional(),
  clientRequestId: z.string().max(128).optional(),
  speakers: z.coerce.number().int().min(1).max(10).optional().describe('How many people speak; found when not sent'),
  vocabulary: z
    .string()
    .optional()
    .describe('Words that may be said, beside the vocabularies: `Xarelto, Dr Okonkwo`, or JSON as there'),
})

/** The whole form, as the documentation shows it. */
export const UploadForm = UploadFields.extend({ file: FilePart })

/** How segments of a recording that goes on are to be heard. */
export const ChunkFields = UploadFields.pick({ language: true, speakers: true, vocabulary: true })
export const ChunkForm = ChunkFields.extend({ file: FilePart })

/** What is to be written once the last segment was heard. */
export const Finish = z.strictObject({
  documents: UploadFields.shape.documents,
  callbackUrl: UploadFields.shape.callbackUrl,
})

const Time = z.string().describe('ISO 8601')
const Milliseconds = z.number().int()
const Share = z.number().min(0).max(1)

export const Failure = z.object({
  error: z.object({
    code: z.enum(Object.keys(ERRORS) as [keyof typeof ERRORS]),
    message: z.string(),
    details: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
    requestId: z.string(),
  }),
})

const JobFailure = Failure.shape.error.omit({ requestId: true })

export const Request = z.object({
  id: z.string(),
  consultationId: z.string(),
  door: z.string(),
  status: z.enum(['ongoing', 'succeeded', 'failed']),
  progress: Share,
  error: JobFailure.optional(),
  delivery: z.enum(['pending', 'delivered', 'dead']).optional(),
  clientRequestId: z.string().optional(),
  createdAt: Time,
  finishedAt: Time.optional(),
})

const Line = z.string().trim().min(1).max(200)
const Text = z.string().trim().min(1).max(20_000)

export const Visit = z.strictObject({
  patient: z
    .strictObject({
      name: Line.optional(),
      number: Line.optional().describe('Of the practice, the hospital or the insurance'),
      birthDate: z.iso.date().optional().describe('`1970-12-31`'),
      sex: z.enum(SEXES).optional(),
    })
    .optional(),
  reason: Line.optional().describe('Why the patient comes'),
  history: Text.optional(),
  allergies: Text.optional(),
  medicines: Text.optional(),
  notes: Text.optional().describe('From before the visit'),
  consent: z
    .strictObject({ wording: Text, at: z.iso.datetime(), by: Line.optional() })
    .optional()
    .describe('That the patient agreed to be recorded: the words that were read out or shown, when, and who asked'),
  fileName: Line.optional().describe('Of the recording that was sent'),
})

export const Consultation = z.object({
  id: z.string(),
  createdAt: Time,
  title: z.string().optional().describe('The patient, else the reason, the file, or how the first document begins'),
  visit: Visit.optional(),
  language: z.string().optional(),
  durationMs: Milliseconds.optional(),
  request: Request.optional(),
  documents: z.array(z.string()),
  signed: z.array(z.string()).describe('Of the documents, those that were signed'),
  unfinished: z
    .object({ series: z.string().optional() })
    .optional()
    .describe('A recording of it goes on, or was broken off; finishing its series ends it'),
})

const Signature = z.object({
  by: z.string(),
  key: z.string().describe('The name of the key that signed, or the sign-in name of the account'),
  isAccount: z.literal(true).optional(),
  at: Time,
})

/** What a reader must send back to change a thing, and who changed it last. */
const Versioned = z.object({
  version: z.number().int().describe('0 is what the engine made; send it back with a change'),
  changedBy: z.string().optional(),
  signed: Signature.optional().describe('Who signed it: nothing changes it then, and addenda alone follow'),
})

const Warning = z.object({ code: z.string(), message: z.string() })
const Word = z.object({
  ...{ text: z.string(), startMs: Milliseconds, endMs: Milliseconds, confidence: Share.optional() },
  heard: z.string().optional().describe('What the engine wrote, where a name that sounds like it stands now'),
})

export const Transcript = Versioned.omit({ signed: true }).extend({
  language: z.string(),
  durationMs: Milliseconds,
  engine: z.string(),
  model: z.string(),
  warnings: z.array(Warning),
  pausesMs: z.array(Milliseconds).optional().describe('Where somebody paused the recording'),
  items: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      speaker: z.enum(['doctor', 'patient', 'other', 'unspecified']),
      speakerConfidence: Share.optional(),
      speakerLabel: z.string().optional().describe('The voice, where voices were told apart'),
      startMs: Milliseconds,
      endMs: Milliseconds,
      confidence: Share.optional(),
      words: z.array(Word),
      printedFrom: z
        .array(z.number().int())
        .optional()
        .describe('How many of the words each printed word stands for, where that is not one each'),
      tookIn: z.array(z.string()).optional().describe('Ids of items that it took in: what cites them cites it'),
      correctedAt: Time.optional().describe('When a person last changed its words or its speaker'),
    }),
  ),
})

const Statement = z.object({
  text: z.string(),
  evidence: z.array(z.string()).describe('Ids of the transcript items it rests on'),
  support: z.enum(['verbatim', 'derived', 'unsupported', 'reference', 'entered', 'fixed']),
  doubtful: z
    .array(z.string())
    .optional()
    .describe('Words that decide what it says and were heard with a confidence below 0.9: to be checked'),
  outdated: z
    .literal(true)
    .optional()
    .describe('An item that it rests on was corrected after it was written: sent back as `entered` it is confirmed'),
  attributes: z.record(z.string(), z.string()).optional(),
})

export const Section = z.object({
  key: z.string(),
  title: z.string(),
  style: z.enum(['list', 'paragraph']).optional(),
  isUntitled: z.literal(true).optional().describe('Printed without its title'),
  isField: z.literal(true).optional().describe('Printed as a line to be filled in where nothing stands in it'),
  statements: z.array(Statement),
  notHeard: z.array(z.string()).optional().describe('What was looked for and not heard'),
})

export const Document = Versioned.extend({
  kind: z.string(),
  title: z.string(),
  language: z.string(),
  writer: z.string(),
  unsupportedShare: Share.optional().describe('Part of what the writer stated that the transcript does not carry'),
  warnings: z.array(Warning),
  sections: z.array(Section.extend({ signed: Signature.optional().describe('Who added it, of an addendum') })),
})

const Reasons = z
  .array(z.enum(CHECK_REASONS))
  .describe('What is wrong with it, or harms when it is wrong; empty for all other statements')

export const Checks = z.object({
  version: z.number().int().describe('Of the document that was looked at'),
  statements: z
    .array(z.object({ section: z.string(), statement: z.number().int().describe('From 0'), reasons: Reasons }))
    .describe('What a machine wrote, in the order in which it is best looked at'),
  missing: z
    .array(z.object({ items: z.array(z.string()), reasons: Reasons }))
    .describe('Items of the transcript that hold what matters and no statement rests on'),
})

export const EngineOffer = z.object({
  task: z.enum(['speech', 'notes']),
  engine: z.string(),
  model: z.string(),
  languages: z.array(z.string()).readonly(),
  tellsLanguage: z.boolean().optional().describe('Whether `language` may be `auto`'),
  kinds: z.array(z.string()).readonly().optional(),
  followsWishes: z.boolean().optional().describe('Whether it does what it is asked in words, as language models can'),
})

export const KindOffer = z.object({
  kind: z.string(),
  title: z.string(),
  says: z.string().describe('What it is, in a sentence'),
  sections: z.array(z.object({ key: z.string(), title: z.string() })),
})

export const Series = z.object({ id: z.string(), consultationId: z.string() })

export const Id = z.object({ id: z.string() })

export const Page = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.string().optional().describe('Only what is older than the thing with this id'),
})

export const VisitPage = Page.extend({
  samePatientAs: z
    .string()
    .optional()
    .describe('Only other visits of the patient of this one: with the same number, or the same name and birth date'),
})
