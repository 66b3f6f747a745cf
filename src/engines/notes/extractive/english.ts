import { readManner } from '../../../clinical/en/manner.ts'
import { PLACES, type Place } from '../../../clinical/topic.ts'
import type { Item } from '../../../domain/transcript.ts'
import type { Warning } from '../../../domain/warnings.ts'
import type { NoteRequest } from '../note-writer.ts'
import { openStater } from './compose/state.ts'
import { type Material, type Written, writeByTopic } from './fill-sections.ts'
import { fillTemplate } from './fill-template.ts'
import { findLeftOut } from './find-left-out.ts'
import { findProblems } from './find-problems.ts'
import { type Named, nameSpeakers } from './name-speakers.ts'
import type { Reading } from './note-language.ts'
import type { Claim } from './read-claims.ts'
import { readClaims } from './read-claims.ts'
import { claimsOf, SHORT, sortClaims } from './sort-claims.ts'
import type { TopicalClaim } from './topical-claim.ts'
import { writeBrief } from './write-brief.ts'
import { WRITERS } from './write-kinds.ts'

/** English: claims by their grammar, every kind of document. */
export function readEnglish(items: readonly Item[]): Reading {
  const named = nameSpeakers(items)
  const claims = readClaims(named)
  const material = gather(named, claims)
  return {
    warnings: [...named.warnings, ...warn(claims)],
    fill: (request, keys) => fill(request, keys, { ...material, instruction: request.instruction ?? '' }),
    finish(note) {
      if (material.isBrief) writeBrief(note, material.items, material.claims.length >= MANY)
      return findLeftOut(note, material.claims)
    },
  }
}

function fill({ kind, template }: NoteRequest, keys: readonly string[], material: Material): Written {
  if (template) return fillTemplate(template, keys, material)
  return WRITERS[kind]?.(material) ?? writeByTopic(kind, keys, material)
}

/** From so many claims on a brief note chooses among them; a shorter visit is written down whole. PriMock57's have 80 to 180. */
const MANY = 70

function gather({ items }: Named, all: readonly Claim[]): Omit<Material, 'instruction'> {
  const claims = all.filter(({ isClear }) => isClear)
  const isBrief = claims.length >= SHORT && readManner(items.map(({ text }) => text)) === 'british'
  const isSelective = isBrief && claims.length >= MANY
  const topical = sortClaims(claims, isSelective)
  const sorted = Object.fromEntries(PLACES.map((place) => [place, claimsOf(topical, place)])) as Material['sorted']
  const conversation = all.map(({ told }) => told)
  return { items, conversation, claims, sorted, topical, isBrief, state: stateBy(items, claims, topical, isSelective) }
}

/** How claims are printed: what was decided under its problem, everything else by itself. */
function stateBy(
  items: readonly Item[],
  claims: readonly Claim[],
  topical: readonly TopicalClaim[],
  isSelective: boolean,
): Material['state'] {
  const state = openStater(items, claims, topical, isSelective)
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
