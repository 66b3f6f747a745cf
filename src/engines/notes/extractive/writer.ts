import { readManner } from '../../../clinical/en/manner.ts'
import { OslerError } from '../../../domain/errors.ts'
import type { Note } from '../../../domain/note.ts'
import { blankNote, blankTemplate, isNoteKind, NOTE_KINDS } from '../../../domain/note-kinds.ts'
import { ANY_TEMPLATE } from '../../../domain/template.ts'
import type { Item, Transcript } from '../../../domain/transcript.ts'
import type { Warning } from '../../../domain/warnings.ts'
import type { NoteRequest, NoteWriter } from '../note-writer.ts'
import { openStater } from './compose/state.ts'
import { PLACES, type Place } from './cue-place.ts'
import { type Material, type Written, writeByTopic } from './fill-sections.ts'
import { fillTemplate } from './fill-template.ts'
import { findLeftOut } from './find-left-out.ts'
import { findProblems } from './find-problems.ts'
import { type Named, nameSpeakers } from './name-speakers.ts'
import type { Claim } from './read-claims.ts'
import { readClaims } from './read-claims.ts'
import { claimsOf, SHORT, sortClaims } from './sort-claims.ts'
import type { TopicalClaim } from './topical-claim.ts'
import { writeBrief } from './write-brief.ts'
import { WRITERS } from './write-kinds.ts'

/**
 * The built-in writer: it has no model and invents nothing. It chooses sentences of the transcript by what they say,
 * since one microphone does not tell who speaks, and puts them where a clinician looks for them.
 */
export function openExtractive(): NoteWriter {
  return {
    name: 'extractive',
    model: 'extractive',
    languages: ['en'],
    kinds: [...Object.keys(NOTE_KINDS), ANY_TEMPLATE],
    followsWishes: false,
    async checkHealth() {},
    write,
    async [Symbol.asyncDispose]() {},
  }
}

async function write(transcript: Transcript, request: NoteRequest, signal: AbortSignal): Promise<Note> {
  signal.throwIfAborted()
  const { material, warnings: unclear } = read(transcript)
  const note = begin(request, transcript.language, unclear)
  const written = fill(request, note, { ...material, instruction: request.instruction ?? '' })
  const { sections, notHeard = {}, warnings = [] } = written
  for (const section of note.sections) {
    section.statements = (sections[section.key] ?? []).filter(({ text }) => text !== '')
    if (notHeard[section.key]?.length) section.notHeard = notHeard[section.key]
  }
  if (material.isBrief) writeBrief(note, material.items)
  return { ...note, warnings: [...note.warnings, ...warnings, ...findLeftOut(note, material.claims)] }
}

function begin({ kind, template }: NoteRequest, language: string, warnings: Warning[]): Note {
  if (template) return blankTemplate(template, language, 'extractive', warnings)
  if (isNoteKind(kind)) return blankNote(kind, language, 'extractive', warnings)
  throw new OslerError('kind_unknown')
}

function fill({ kind, template }: NoteRequest, note: Note, material: Material): Written {
  const keys = note.sections.map(({ key }) => key)
  if (template) return fillTemplate(template, keys, material)
  return WRITERS[kind]?.(material) ?? writeByTopic(kind, keys, material)
}

/** Reading takes most of the time, and a consultation's documents are all written from the same transcript. */
const known = new WeakMap<Transcript, { material: Omit<Material, 'instruction'>; warnings: Warning[] }>()

function read(transcript: Transcript) {
  const before = known.get(transcript)
  if (before) return before
  const named = nameSpeakers(transcript.items)
  const claims = readClaims(named)
  const material = { material: gather(named, claims), warnings: [...named.warnings, ...warn(claims)] }
  known.set(transcript, material)
  return material
}

function gather({ items }: Named, all: readonly Claim[]): Omit<Material, 'instruction'> {
  const claims = all.filter(({ isClear }) => isClear)
  const isBrief = claims.length >= SHORT && readManner(items.map(({ text }) => text)) === 'british'
  const topical = sortClaims(claims, isBrief)
  const sorted = Object.fromEntries(PLACES.map((place) => [place, claimsOf(topical, place)])) as Material['sorted']
  const conversation = all.map(({ told }) => told)
  return { items, conversation, claims, sorted, topical, isBrief, state: stateBy(items, claims, topical) }
}

/** How claims are printed: what was decided under its problem, everything else by itself. */
function stateBy(
  items: readonly Item[],
  claims: readonly Claim[],
  topical: readonly TopicalClaim[],
): Material['state'] {
  const state = openStater(items, claims, topical)
  const problems = problemsOf(topical.filter(({ place }) => isDecided(place)).map(({ claim }) => claim))
  return (claim) => {
    const problem = problems.get(claim)
    const statements = state(claim)
    return problem
      ? statements.map((statement) => ({ ...statement, attributes: { ...statement.attributes, problem } }))
      : statements
  }
}

const isDecided = (place: Place) => place === 'assessment' || place === 'plan'

function problemsOf(decided: readonly Claim[]): Map<Claim, string> {
  return new Map(findProblems(decided).flatMap(({ name, claims }) => claims.map((claim) => [claim, name] as const)))
}

function warn(claims: readonly Claim[]): Warning[] {
  const unclear = claims.filter(({ isClear }) => !isClear).length
  if (unclear === 0) return []
  const sentences = unclear === 1 ? '1 sentence that was' : `${unclear} sentences that were`
  return [{ code: 'speech_unclear', message: `Left out: ${sentences} not heard clearly.` }]
}
