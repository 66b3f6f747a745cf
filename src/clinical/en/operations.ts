/**
 * What belongs in each part of an operation note, by its plain words; the parts are those that the Royal College of
 * Surgeons of England asks for (Good Surgical Practice, 2014, 1.3 "Record your work clearly").
 */

/** What a dictated part is opened with, the longer names first: "Preoperative diagnosis acute appendicitis." */
export const OPERATION_HEADINGS = [
  [
    'indication',
    /^(indications?( for (surgery|the procedure|the operation))?|((pre|post) ?-?operative )?diagnos[ie]s)\b/,
  ],
  [
    'team',
    /^((operating |assistant )?surgeons?|(first |second )?assistants?|an(a)?esthetists?|an(a)?esthesiologists?|scrub nurse)\b/,
  ],
  ['procedure', /^((name of )?(procedure|operation)s?( performed| done)?|title of operation)\b/],
  ['anesthesia', /^(type of )?an(a)?esthe(sia|tic)\b/],
  ['position', /^(patient )?position(ing)?\b/],
  ['findings', /^(intra ?-?operative |operative )?findings?\b/],
  [
    'description',
    /^((description|details) of (the )?(procedure|operation)|description|((operative|surgical) )?technique|procedure in detail)\b/,
  ],
  ['implants', /^(implants?|prosthes[ie]s|devices?)\b/],
  ['specimens', /^specimens?\b/],
  ['blood_loss', /^((estimated |total )?blood loss|ebl)\b/],
  ['counts', /^((swab|sponge|needle|instrument)[\w, ]* )?counts?\b/],
  ['complications', /^(intra ?-?operative )?complications?\b/],
  ['disposition', /^(disposition|condition)\b/],
  ['plan', /^(post ?-?operative |follow up )?(plan|instructions|orders)\b/],
] as const

/** What a sentence without a heading is about; the first that fits decides. */
export const OPERATION_CUES = [
  [
    'counts',
    /\bcounts? (was|were|is|are|correct|checked)|\baccounted for\b|\b(swabs?|sponges?|needles?|instruments?)\b.*\b(correct|count(s|ed)?)\b/,
  ],
  ['blood_loss', /\bblood loss\b|\blost (about |around |some )?\d+ (ml|milliliters|millilitres)\b/],
  ['complications', /\bcomplication|\b(uneventful|without incident)\b/],
  ['specimens', /\b(specimens?|pathology|histology|biops(y|ies)|sent (off )?(for|to)|microbiology)\b/],
  [
    'disposition',
    /\b((transferred|taken|moved|returned|brought|sent) to (the )?(recovery|ward|icu|intensive care|pacu|postan(a)?esthe\w+|high dependency|floor)|extubated|went to (the )?(recovery|(\w+ )?ward|icu|intensive care|pacu)|tolerated the procedure|(stable|good|satisfactory) condition|(woke|awoke|awakened) )/,
  ],
  [
    'plan',
    /\b(post ?-?operative(ly)?|discharged?|follow(ed)? up|clinic in|(remove|removal of) (the )?(sutures|stitches|clips|drain|staples)|(he|she|they|patient) (will|may|can|should)|(go|going) home|no (heavy )?lifting|tomorrow|antibiotics for|weight bearing|nil by mouth|clear fluids|continue)\b/,
  ],
  [
    'position',
    /\b((supine|prone|lithotomy|trendelenburg|lateral( decubitus)?|beach ?-?chair|sitting) position|(placed|positioned|laid|put|lay|lying) (supine|prone|in|on (his|her|their)))\b/,
  ],
  [
    'team',
    /\b((i|doctor|dr|mr|mrs|ms|miss|professor) ?\w* (assisted|operated|was (the )?(surgeon|assistant|first assistant))|assisted by|scrubbed)\b/,
  ],
  ['procedure', /\b(i|we) (performed|carried out)\b/],
  ['anesthesia', /\ban(a)?esthe|\b(spinal|epidural|sedat\w*|intubat\w*|laryngeal mask|propofol|nerve block)\b/],
  [
    'implants',
    /\b(implants?|prosthes[ie]s|mesh|stents?|plates?|intramedullary nail|screws?|cemented|pacemaker|lens)\b/,
  ],
  [
    'indication',
    /\b(indicat\w+|year old|presented with|because of|due to|underwent .* for|brought to (the )?(theat(re|er)|operating room) (for|with)|(operation|operative) (note|report) (on|for|of) (a |the )?(patient|man|woman|child|boy|girl|lady|gentleman|\d+)|(with|for) (a|an) (history of|known))\b/,
  ],
  [
    'findings',
    /\b(found|findings?|seen|looked|noted|revealed|showed|there (was|were)|appeared|identified|confirmed|(tear|rupture|stones?|cyst|tumou?r|mass|adhesions) (of|in) the|(normal|intact|unremarkable|healthy)$|(was|were) (inflamed|perforated|normal|enlarged|intact|torn|gangrenous|adherent|healthy))\b/,
  ],
  [
    'description',
    /\b(incisions?|dissect\w*|closed|closure|closing|sutur\w*|stitch\w*|ligat\w*|irrigat\w*|clamp\w*|inserted|placed|removed|excised|divided|prepped|draped|retract\w*|reduced|drilled|reamed|haemosta\w+|hemosta\w+|cauter\w+|diatherm\w+|trocars?|ports?|pneumoperitoneum|delivered|washed|mobili[sz]ed|repaired|anastomos\w+|dressings?)\b/,
  ],
  [
    'procedure',
    /\b(procedure|operation|surgery|laparoscop\w*|repair|replacement|\w+(ectomy|plasty|scopy|ostomy|otomy))\b/,
  ],
] as const

/** Who operated, told beside something else: "I performed an open repair with Doctor Hall assisting". */
export const OPERATION_TEAM =
  /\b(assist(ed|ing)|performed by|under the care of|(surgeon|assistant|an(a)?esthetist|an(a)?esthesiologist) (was|is|were|are))\b/

/** Parts that a heading opens for more than one sentence. */
export const LONG_PARTS: readonly string[] = ['indication', 'findings', 'description', 'plan']

/** What ends a dictation and belongs to no part. */
export const OPERATION_CLOSING = /\b(end of (the )?(dictation|note|report)|thank you|that's all|that is all)\b/
