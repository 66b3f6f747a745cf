const PARTY =
  '(plaintiff|claimant|defendant|defen[cs]e|prosecution|state|people|crown|applicant|respondent|appellant|petitioner|accused)s?'

/** Said by who speaks for a party: "Jane Okoro for the plaintiff, Your Honor." Its first group is the party. */
export const COUNSEL = new RegExp(
  `\\b(?:i|we)(?:'m| am| are)? (?:appear(?:ing)?|represent(?:ing)?|here)(?: \\w+){0,3} the ${PARTY}\\b|` +
    `\\b(?:appearing|appears?) (?:for|on behalf of) the ${PARTY}\\b|` +
    `\\b(?:on behalf of|counsel for|for) the ${PARTY}\\b(?=.*\\b(?:your (?:honou?r|worship|ladyship|lordship)|my lord|my lady)\\b|$)`,
)

const RULED =
  '(?:motion|application|objection|request|bail)(?: (?:to|for|of|that) \\w+(?: \\w+){0,5})? is (?:hereby )?(?:granted|denied|dismissed|refused|allowed|sustained|overruled)|' +
  "so ordered|the court (?:finds|orders|rules|stands)|i (?:hereby )?(?:find|rule|order) that|i(?:'ll| will) allow|(?:is|are|stand|stands|we're) adjourned|i(?:'m| am) (?:granting|denying|ordering)"

/** What only somebody in that office says. */
export const OFFICES: readonly (readonly [string, RegExp])[] = [
  ['Clerk', /\b(all rise|court rise|be upstanding|do you (solemnly )?(swear|affirm))\b/],
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

export const RULING = new RegExp(
  `\\b(?:${RULED}|sustained|overruled|(?:is|are) (?:admitted|received)(?: in(?:to)? evidence)?|judgment (?:is|for)|adjourned (?:to|until)|` +
    'i (?:hereby )?(?:grant|deny|sentence)|shall (?:have|pay|not))\\b',
)

/** An exhibit with its number as it is printed; a letter must be a capital, or "an exhibit a" would be one. */
export const EXHIBIT =
  /\b(?:[Ee]xhibit (?:[Nn]umber )?|(?:Plaintiff|Claimant|Petitioner|Respondent|Defendant|Defen[cs]e|State|People|Government)'s )([A-Z]{1,2}[ -]?\d+|[A-Z]{1,2}\b|\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b/
