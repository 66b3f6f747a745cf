import type { Check } from './checklist.ts'
import { COMPANY_PRINTED, COMPANY_SAID } from './company-named.ts'

/**
 * What rules for telephone business ask to be said, each with a rule that asks for it. Which of them hold for a call is
 * for the reviewer to say: the list tells what was said and what was not.
 */
export const COMPLIANCE_CHECKLIST: readonly Check[] = [
  {
    name: 'Recording announced',
    why: 'California Penal Code § 632: all parties consent to a recording.',
    cue: /\b((call|conversation|line)s? (is|are|may be|will be|might be|being) (being )?(recorded|monitored)|recorded line|recording (this|the) call)\b/,
  },
  {
    name: 'Company named',
    why: 'FTC Telemarketing Sales Rule, 16 CFR 310.4(d); Directive 2011/83/EU, Article 8(5).',
    cue: COMPANY_SAID,
    printed: COMPANY_PRINTED,
  },
  {
    name: 'Identity checked',
    why: 'HIPAA Privacy Rule, 45 CFR 164.514(h): verify who asks before disclosing.',
    cue: /\b(date of birth|security (question|check)|verify (your|that|who)|confirm your (full )?(name|address|details|identity|date)|your (full )?name and|last four)\b/,
  },
  {
    name: 'Consent or privacy',
    why: 'GDPR, Articles 6 and 13.',
    cue: /\b((do you|you) (consent|agree)|your (consent|permission)|is it (okay|ok|all right|alright) (if|to|for)|are you (happy|okay|ok) for|privacy (policy|notice)|data protection)\b/,
  },
  {
    name: 'Terms or price told',
    why: '16 CFR 310.3(a)(1); Directive 2011/83/EU, Article 6(1)(e).',
    cue: /\b(terms (and|of|apply)|total (cost|price|charge)|(will|would|it) costs? (you )?|(there (is|will be)|there's) (a|no) (fee|charge)|(fee|charge|price|premium|copay|deductible|excess) (is|of|will be))\b/,
  },
  {
    name: 'Right to cancel',
    why: '16 CFR 310.3(a)(1)(iii); Directive 2011/83/EU, Articles 6(1)(h) and 9.',
    cue: /\b((right|free|able) to cancel|can cancel|cancel (it |this |the \w+ )?(at any time|any time|anytime|within)|cooling off|cancellation (right|policy|period)|money back)\b/,
  },
]
