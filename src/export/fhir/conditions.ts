import type { Condition, FamilyMemberHistory } from '@medplum/fhirtypes'
import type { Statement } from '../../domain/note.ts'
import type { Finding, Setting } from './finding.ts'
import { concept, SYSTEMS } from './systems.ts'

const CLINICAL_STATUSES = ['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved']

const keyOf = ({ text, attributes = {} }: Statement) => attributes.code ?? (attributes.name ?? text).toLowerCase()

/** What the clinician thinks possible or has ruled out says so; nobody has confirmed the others yet. */
const VERIFICATIONS = ['provisional', 'refuted']

function verificationOf({ attributes }: Statement): string {
  const told = attributes?.verification_status ?? ''
  return VERIFICATIONS.includes(told) ? told : 'unconfirmed'
}

/** A condition that several documents name is one; what has been ruled out has no clinical status. */
export function conditionsOf(statements: readonly Statement[], setting: Setting): Finding<Condition>[] {
  const once = new Map(statements.toReversed().map((statement) => [keyOf(statement), statement]))
  return [...once.values()].reverse().map((statement) => ({
    text: nameOf(statement),
    evidence: statement.evidence,
    resource: {
      resourceType: 'Condition',
      ...(verificationOf(statement) !== 'refuted' && {
        clinicalStatus: concept(SYSTEMS.conditionStatus, statusOf(statement)),
      }),
      verificationStatus: concept(SYSTEMS.conditionVerification, verificationOf(statement)),
      category: [concept(SYSTEMS.conditionCategory, 'encounter-diagnosis')],
      code: codeOf(statement),
      subject: setting.patient,
      encounter: setting.encounter,
      recordedDate: setting.startedAt,
    },
  }))
}

const nameOf = ({ text, attributes }: Statement) => attributes?.display ?? attributes?.name ?? text

function statusOf({ attributes }: Statement): string {
  const told = attributes?.clinical_status ?? ''
  return CLINICAL_STATUSES.includes(told) ? told : 'active'
}

function codeOf(statement: Statement) {
  const { code, system } = statement.attributes ?? {}
  const coded = system === 'ICD-10-CM' && code ? concept(SYSTEMS.icd10cm, code, nameOf(statement)) : {}
  return { ...coded, text: nameOf(statement) }
}

/** v3-RoleCode's codes of relatives; whoever is not among them is a member of the family. */
const RELATIVES: Record<string, string> = {
  mother: 'MTH',
  father: 'FTH',
  sister: 'SIS',
  brother: 'BRO',
  grandmother: 'GRMTH',
  grandfather: 'GRFTH',
  parent: 'PRN',
  aunt: 'AUNT',
  uncle: 'UNCLE',
  cousin: 'COUSN',
  sibling: 'SIB',
  daughter: 'DAUC',
  son: 'SONC',
  wife: 'WIFE',
  husband: 'HUSB',
}

/** One history a relative, with all that he is said to have had. */
export function familyOf(statements: readonly Statement[], { patient }: Setting): Finding<FamilyMemberHistory>[] {
  const byRelative = Map.groupBy(statements, ({ attributes }) => attributes?.relationship ?? 'family')
  return [...byRelative].map(([relative, found]) => ({
    text: `${relative}: ${found.map(nameOf).join(', ')}`,
    evidence: found.flatMap(({ evidence }) => evidence),
    resource: {
      resourceType: 'FamilyMemberHistory',
      status: 'partial',
      patient,
      relationship: { ...concept(SYSTEMS.roleCode, RELATIVES[relative] ?? 'FAMMEMB'), text: relative },
      condition: found.map((statement) => ({ code: codeOf(statement) })),
    },
  }))
}
