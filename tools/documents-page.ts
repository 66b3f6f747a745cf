import { formatMarkdown, type Note } from '../src/domain/note.ts'
import { CLINICAL_KINDS } from '../src/domain/note-kinds/clinical.ts'
import { CONVERSATION_KINDS } from '../src/domain/note-kinds/conversations.ts'
import { LETTER_KINDS } from '../src/domain/note-kinds/letters.ts'
import type { NoteKind } from '../src/domain/note-kinds/note-kind.ts'
import { REFERENCE_KINDS } from '../src/domain/note-kinds/reference.ts'
import { TEMPLATE_KINDS } from '../src/domain/note-kinds/templates.ts'
import { NOTE_KINDS, type NoteKindName } from '../src/domain/note-kinds.ts'
import { openExtractive } from '../src/engines/notes/extractive/writer.ts'
import { AGENT_CHECKLIST } from '../src/engines/proof/checklists/agent-checklist.ts'
import type { Check } from '../src/engines/proof/checklists/checklist.ts'
import { COMPLIANCE_CHECKLIST } from '../src/engines/proof/checklists/compliance-checklist.ts'
import { writeNotes } from '../src/pipeline/documents/write-notes.ts'
import { readSample } from './read-sample.ts'
import { vendorNames } from './vendor-names.ts'

const FAMILIES = [
  ['Consultations and procedures', CLINICAL_KINDS],
  ['Letters', LETTER_KINDS],
  ['Notes by speciality', TEMPLATE_KINDS],
  ['Looked up', REFERENCE_KINDS],
  ['Calls, meetings, hearings', CONVERSATION_KINDS],
] as const

const INTRO = `Every kind of document that Osler writes, in the order of the code's own table, each with an example. The examples are
written by the built-in writer, which needs no model, from five made transcripts: [a visit](../samples/visit.txt),
[an operation](../samples/operation.txt), [a call](../samples/call.txt), [a meeting](../samples/meeting.txt) and
[a hearing](../samples/hearing.txt).

Ask for kinds by name: \`documents=soap_note,orders\` with \`POST /api/consultations\`, or by the vendor's own name at its
door; Intron's \`use_template_id\` and Heidi's \`template_id\` take every kind by its name too. \`GET /api/documents/kinds\`
lists kinds, titles, descriptions and sections as JSON.

The examples are printed as Markdown. As JSON every statement also has \`evidence\`, the ids of the items of the transcript
that it rests on, \`support\`, \`attributes\` and, where a word that decides it was not heard surely, \`doubtful\`
([what confidence does](api.md#what-confidence-does)):

| support | meaning |
| --- | --- |
| \`verbatim\` | said in these words |
| \`derived\` | follows from what was said |
| \`unsupported\` | marked so, because nothing that was said carries it |
| \`reference\` | nobody said it: it stands in a reviewed table, which \`source\` names, and rests on what it was looked up for |
| \`entered\` | a person wrote it |
| \`fixed\` | it stands so in every document of the kind or template, such as a salutation, and tells nothing |

Letters have sections to be filled in (\`isField\`): where nobody said what belongs there they are printed as a line. As Markdown, page
and PDF a letter has a head (the tenant's letter head, date, patient, reference) and who signed it, and neither transcript nor citations: these are in
the JSON and on the page of the workbench.

A section may also have \`notHeard\`: the names of what was looked for and not heard. They are no statements, because no
words could be their evidence.`

const LANGUAGES = `## In French and Spanish

Without a model, conversations in French and Spanish (any country: \`fr-CA\`, \`es-MX\`) give notes in their language, with its
headings. They hold statements where the rules know what was said, and quotations with who said it elsewhere; every one bears the warning
\`language_in_part\`.

| what | French and Spanish |
| --- | --- |
| kinds | those by topic: SOAP note, summary, history and physical, clerking, treatment plan, instructions for the patient, letters, notes by speciality, templates of your own by their titles |
| entities | medicines with dose and how often, allergies or none known, values |
| normalised data | values with LOINC's codes; no conditions and no codes |
| composed | denials, answers by yes or no, what patients tell of themselves and relatives, values, the clinician's diagnosis and decisions |
| quoted | answers that go on, corrections, conditions ("si…"), companions, sentences in another language (\`language_mixed\`), long speech without marks |
| not written | orders, ICD-10-CM codes, operation notes, answers, what is looked up, calls, meetings, hearings: empty, with \`language_in_part\` |
| proof | words, denials, sides, numbers with what they are of, relatives, medicines and what is done with them; 0 of 98 altered statements a language pass, 3 and 4 of 63 true ones are refused (\`node bench/notes/altered.ts\`) |`

/** docs/documents.md: what is written, what it is called where, and how it reads. */
export async function printDocumentsPage(): Promise<string> {
  const families = await Promise.all(FAMILIES.map(([title, kinds]) => printFamily(title, kinds)))
  return ['# Documents', INTRO, ...families, LANGUAGES, ...(await printInLanguages())].join('\n\n')
}

const IN_LANGUAGES = { 'fr-FR': 'visite', 'es-MX': 'visita' }

/** The same visit in other languages. */
async function printInLanguages(): Promise<string[]> {
  const notes = Object.entries(IN_LANGUAGES).map(async ([language, name]) => {
    const transcript = { ...readSample(name), language }
    const [note] = await writeNotes(transcript, { kinds: ['soap_note'], limits: {} }, [openExtractive()], signal)
    return `From [${name}](../samples/${name}.txt), \`${language}\`:\n\n${fence(note ? formatMarkdown(note) : '')}`
  })
  return Promise.all(notes)
}

async function printFamily(title: string, kinds: Record<string, NoteKind>): Promise<string> {
  const names = Object.keys(kinds) as NoteKindName[]
  return [`## ${title}`, ...(await Promise.all(names.map(printKind)))].join('\n\n')
}

async function printKind(kind: NoteKindName): Promise<string> {
  const { title, says } = NOTE_KINDS[kind]
  const note = await writeExample(kind)
  const parts = [
    says,
    printFacts(kind, note),
    ...printChecks(kind),
    ...printQuestion(kind),
    fence(formatMarkdown(note)),
  ]
  return [`### ${title} \`${kind}\``, ...parts].join('\n\n')
}

function printFacts(kind: NoteKindName, { sections }: Note): string {
  const { knowledge = [], attributes = [] }: NoteKind = NOTE_KINDS[kind]
  const written = sections.flatMap(({ statements }) => statements.flatMap((each) => Object.keys(each.attributes ?? {})))
  return [
    `- Sections: ${sections.map(({ key, title }) => `\`${key}\` ${title}`).join(', ')}`,
    ...list('Asked for as', vendorNames(kind)),
    ...list('Needs', knowledge),
    ...list('Attributes', [...new Set([...attributes, ...written])].map(code)),
  ].join('\n')
}

const code = (name: string) => `\`${name}\``
const list = (name: string, values: readonly string[]) => (values.length > 0 ? [`- ${name}: ${values.join(', ')}`] : [])

const CHECKLISTS: Partial<Record<NoteKindName, readonly Check[]>> = {
  call_center_agent_score: AGENT_CHECKLIST,
  call_center_compliance: COMPLIANCE_CHECKLIST,
}

function printChecks(kind: NoteKindName): string[] {
  const checks = CHECKLISTS[kind]
  if (!checks) return []
  return [
    ['| listened for | why |', '| --- | --- |', ...checks.map(({ name, why }) => `| ${name} | ${why} |`)].join('\n'),
  ]
}

const fence = (markdown: string) => `\`\`\`markdown\n${markdown}\n\`\`\``

const QUESTION = 'Which medicines does the patient take?'
const printQuestion = (kind: NoteKindName) => (kind === 'answer' ? [`Asked: "${QUESTION}"`] : [])

const { signal } = new AbortController()

async function writeExample(kind: NoteKindName) {
  const wanted = { kinds: [kind], noteOptions: { instruction: QUESTION }, limits: {} }
  const [note] = await writeNotes(readSample(sampleOf(kind)), wanted, [openExtractive()], signal)
  if (!note) throw new Error(`Nothing was written for ${kind}.`)
  return note
}

function sampleOf(kind: NoteKindName): string {
  if (kind === 'op_note') return 'operation'
  if (kind.startsWith('call_center')) return 'call'
  if (kind.startsWith('meeting_notes')) return 'meeting'
  return kind === 'legal_court_hearing' ? 'hearing' : 'visit'
}
