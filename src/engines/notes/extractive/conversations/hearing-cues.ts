const PARTY =
  '(plaintiff|claimant|defendant|defen[cs]e|prosecution|state|people|crown|applicant|respondent|appellant|petitioner|accused)s?'

/** Said by who speaks for a party: "Jane Okoro for the plaintiff, Your Honor." Its first group is the party. */
export const COUNSEL = new RegExp(
  `\\b(?:i|we)(?:'m| am| are)? (?:appear(?:ing)?|represent(?:ing)?|here)(?: \\w+){0,3} the ${PARTY}\\b|` +
    `\\b(?:appearing|appears?) (?:for|on behalf of) the ${PARTY}\\b|` +
    `\\b(?:on behalf of|counsel for|for) the ${PARTY}\\b(?=.*\\b(?:your (?:honou?r|worship|ladyship|lordship)|my lord|my lady)\\b|$)`,
)

const DECIDED = '(?:granted|denied|dismissed|refused|allowed|sustained|overruled|rejected|struck out)'
const SUBJECT =
  '(?:motions?|applications?|objections?|requests?|bail|petition|appeal|claim|charges?|counts?|case|leave)'

const RULED =
  `${SUBJECT}(?: (?:to|for|of|that) \\w+(?: \\w+){0,5})? (?:is|are) (?:hereby )?${DECIDED}|` +
  "so ordered|the court (?:finds|orders|rules|stands)|i (?:hereby )?(?:find|rule|order) that|i(?:'ll| will) allow|(?:is|are|stand|stands|we're) adjourned|i(?:'m| am) (?:granting|denying|ordering|refusing|dismissing)"

/** What only somebody in that office says. */
export const OFFICES: readonly (readonly [string, RegExp])[] = [
  ['Clerk', /\b(all rise|please rise|court rise|be upstanding|do you (solemnly )?(swear|affirm))\b/],
  [
    'Judge',
    new RegExp(
      `\\b(?:${RULED}|be seated|thank you (?:ms|mr|mrs|miss|counsel)|on the record in|call your (?:next|first) witness|` +
        '(?:may i have|state your|enter your) appearances|counsel you may)\\b|' +
        '^(?:sustained|overruled|yes (?:ms|mr|mrs|miss))\\b|court is (?:now )?in session$',
    ),
  ],
]

/** After this, the next other voice is the witness. */
export const CALLS_WITNESS = /\b(do you (solemnly )?(swear|affirm)|state your (full )?name)\b/

export const CASE =
  /\b((case|docket|suit|cause|claim|matter|petition|appeal) (number|no)|versus|in the matter of|the case of|calling (case|the matter))\b/

export const COURT =
  /\b((high|district|county|circuit|superior|magistrates?|supreme|crown|family|federal|appeals?) court|court (of|for) (the )?\w+|court is (now )?in session|tribunal|(judge|justice|magistrate) \w+ presid\w+|the honou?rable)\b/

const EVIDENCE =
  '(?:exhibits?|photographs?|photos?|documents?|letters?|reports?|recordings?|videos?|statements?|evidence|testimony|records?|logs?|objection)'

/** What is decided: motions and objections, bail and custody, what is let in and kept out, orders, sentences, dates. */
export const RULING = new RegExp(
  `\\b(?:${RULED}|sustained|overruled|judgment (?:is|for)|adjourned (?:to|until)|` +
    `(?:is|are) (?:not )?(?:admitted|received|excluded|inadmissible|admissible|stricken|struck)(?: (?:in|into|as|from|out)\\b)?|${EVIDENCE}(?: \\w+){0,4} (?:comes? in|stays? out|will (?:not )?be (?:admitted|received|excluded)|is well taken)|` +
    "i(?:'ll| will| do) (?:not )?(?:admit|exclude|receive|strike|disallow)|i(?:'m| am) not (?:going to )?(?:admit|allow|receiv)\\w*|i won't (?:admit|allow|receive)|i decline to|i(?:'m| am) going to (?:release|grant|deny|refuse|admit|allow|exclude|order|remand|set|dismiss)|in recess until|judgment is reserved|the jury (?:will|is to|must|should) disregard|" +
    "i (?:hereby )?(?:grant|deny|refuse|dismiss|sentence|remand|set|fix|revoke|discharge) (?!to\\b)\\w+|i(?:'m| am) (?:setting|fixing|revoking|remanding)|i (?:hereby )?order (?:the|that|you|him|her|a|an)|it is (?:hereby )?ordered|" +
    'bail (?:is|will be|stands) (?:set|fixed|revoked|extended|continued|refused|denied|granted)|(?:is|are) (?:hereby )?(?:remanded|released|discharged|acquitted|convicted|sentenced|bound over)|(?:is|are) to (?:have|pay|report|surrender|produce|be (?:released|detained|held|returned))|remanded (?:in|into) custody|' +
    `the (?:\\w+ )?${SUBJECT} (?:is|are) (?:hereby )?${DECIDED}|(?:trial|hearing|matter|case) is (?:set|fixed|listed) for|(?:the )?defendant is (?:found )?(?:not )?guilty|costs (?:are|follow|to be)|shall (?:have|pay|not|surrender|report|produce|remain|attend))\\b`,
)
/** What is asked of the court, told of another day, or open is no ruling. */
export const NO_RULING =
  /\b(i|we) (ask|asks|request|move|submit|apply|urge|seek|oppose|object|offer|say)\b|\b(was|were) (denied|refused|granted|admitted|sentenced|adjourned)\b|\b(if|whether|last week|last month)\b|\bi will (rule|hear|decide|consider)\b/

/** An exhibit with its number as it is printed; a letter must be a capital, or "an exhibit a" would be one. */
export const EXHIBIT =
  /\b(?:[Ee]xhibits? (?:[Nn]umber )?|(?:Plaintiff|Claimant|Petitioner|Respondent|Defendant|Defen[cs]e|State|People|Government)'s )([A-Z]{1,2}[ -]?\d+|[A-Z]{1,2}\b|\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b/
