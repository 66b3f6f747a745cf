/** How a company is named at the head of a call, for both checklists. */

/** In plain words: "thank you for calling lakeside pharmacy", and not "thank you for calling, how can I help". */
export const COMPANY_SAID =
  /\b((thank you|thanks) for (calling|ringing|phoning|contacting) (?!(?:how|my|today|back|in|us|me|about|this|again|and|can|may|what|you|you're|good|earlier|i|i'm)\b)\w+|this is the \w+( \w+)? (desk|team|line|department|office|counter) (at|of|for)|welcome to (?!the (call|line))\w+|calling (you )?from|you('ve| have) (reached|come through to)|you('re| are) through to the|this is \w+( \w+)? (from|at|with)|my name is \w+( \w+)? (from|at|with)|\w+ (surgery|pharmacy|clinic|hospital|bank|insurance|health|energy|diagnostics|dental|helpdesk|help desk|customer (service|services|support|care)) (good (morning|afternoon|evening|day)|how (can|may)|\w+ speaking|this is|my name|you're|hello|hi))\b/

const NAMED = "\\p{Lu}[\\p{L}\\d&'’-]+(?: (?:of|and|&|the|\\p{Lu}[\\p{L}\\d&'’-]*))*"

/** Printed: "Good evening, Kestrel Pharmacy, this is Ada", "Elm Grove Surgery, good morning", "through to Apex Energy". */
export const COMPANY_PRINTED = new RegExp(
  `^(?:(?:Good \\w+|Hello|Hi|Welcome)[,.!]? )?${NAMED} ${NAMED}[,.!] (?:[Gg]ood \\w+|[Hh]ello|[Hh]ow (?:can|may)|[Ww]hat can|[Tt]his is|[Mm]y name|[Yy]ou're|\\p{Lu}\\p{L}+ speaking)|` +
    `\\bthrough to (?:the )?${NAMED} (?:\\p{Lu}|team|desk|department)`,
  'u',
)
