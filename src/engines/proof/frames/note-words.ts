/**
 * Words that notes are written with and that say nothing of a patient by themselves: they need no evidence. Everything
 * else that a statement has does. Names, links and words of law, blame and character are not among them.
 */
const WORDS = new Set(
  (
    'sensation sensations afterwards subsequently eventually initially everything anything something since i we me us my our you your myself yourself himself herself themselves ourselves itself ' +
    'a an the this that these those such some any all each every either other another same own both also too very quite just only then ' +
    'there here it its he she they him her them his hers their theirs who whom whose which what when where while as than so ' +
    'of in on at to for from by with within into onto over about around through via per during between among regarding upon out off ' +
    'and or but nor plus is are was were be been being am has have had having do does did doing will would shall should can could may might must ' +
    'not no none never without neither nothing cannot denies denied deny denying declines ' +
    'patient patients pt clinician clinicians companion others affected l gentleman lady man woman mr mrs ms reports reported report reporting states stated state says said endorses endorsed describes ' +
    'described complains complained complaint complaining presents presented presenting presentation notes noted note notices mentions ' +
    'mentioned admits acknowledges confirms confirmed experiences experienced experiencing experience feels feel felt feeling gets got get getting ' +
    'associated accompanied accompanying related relating secondary history hx past medical surgical social chief present symptom symptoms sign ' +
    'signs finding findings issue issues problem problems concern concerns condition episode episodes known currently current occupation job works employed ' +
    'ongoing using used use uses examination exam physical inspection palpation auscultation percussion general assessment impression plan ' +
    'diagnosis differential result results show shows showed shown showing reveals revealed demonstrates demonstrated found find evidence evident ' +
    'consistent appears appear appearing appeared seems seem thought felt believed advised advise advice recommend recommended recommends recommendation ' +
    'suggest suggested instructed instruct counselled counseled educated discussed discuss discussion agreed agrees agree planned plans order orders ordered ' +
    'arranged arrange requested request further due possible possibly probable probably likely unlikely suspected suspect suspects consider considered considering ' +
    'potential potentially perhaps maybe if unless whether case until needed required as-needed safety net safety-netting precautions given persists persist ' +
    'age aged old yo onset duration site location character quality rated rate reading value level levels measured measures measurement taking taken take takes ' +
    'started approximately roughly mainly mostly especially particularly usually generally typically otherwise except apart well overall ' +
    'area region aspect side sided part number total time times course activity scale ' +
    'mmhg mm hg bpm minute min room mmol mol dl nmol iu kg status type kind sort form following regular regularly daily way able ' +
    'individual individuals person people subjective objective systems system visit today clinic appointment previous previously ' +
    'bit little lot more much many several few nil one ones including included includes include like because longer according dose doses family encourage encouraged encourages monitor monitored monitoring evaluate evaluated evaluation assess assessed obtain obtained provide provided provides ' +
    'significant significantly notable additional additionally located localised localized localises localizes together therefore thus however although though ' +
    'despite requiring requires product products material apparently apparent reportedly prior developed develops developing occurring nature basis evaluation ' +
    'regards respect essentially primarily somewhat unfortunately actually fairly rather factor factors addition stating indicates female male gentleman ' +
    'dr doctor physician comes brings brought himself complaints etiology particular details measuring resulting attributed attributable ' +
    'placed status post tobacco cv mention respectively difficulty trouble unable struggles struggling difficult hence etc vs versus degree extent let lets going go went come came'
  ).split(' '),
)

/** Among them, those that a scale or action gives a meaning which must be said. */
const MEANT =
  /^(?:today|previous|previously|regular|regularly|daily|more|clinic|appointment|little|much|many|several|few|cannot|able|persist|persists|declines|well|planned|plans|activity|started|taking|taken|take|takes|use|uses|using|used|given|ordered|arranged|requested|request|both|area)$/

export const isNoteWord = (word: string): boolean => WORDS.has(word) && !MEANT.test(word)

/** Headings in front of a statement: "Cardiovascular: regular rhythm." */
const HEADING =
  /^(?:(?:history of present(?:ing)? (?:illness|complaint)|past (?:medical|surgical) history|(?:social|family|drug|medication|medical|surgical) history|reasoning|medical reasoning|medical treatment|review of systems|chief complaint|reason for visit|physical (?:exam|examination)|(?:current )?medications?|vital signs?|vitals|general(?: appearance)?|constitutional|cardiovascular|cardiac|cv|heart|respiratory|pulmonary|resp|lungs?|gastrointestinal|gi|abdomen|genitourinary|gu|musculoskeletal|msk|neurological|neurologic|neuro|psychiatric|psychological|psych|skin|integumentary|heent|head|eyes|ears|nose|throat|ent|neck|extremities|endocrine|hematologic|haematological|lymphatic|allergic|laboratory|labs|imaging|investigations?|results?|impression|assessment|diagnosis|plan|follow[ -]?up|patient education(?: and counseling)?|counsell?ing|lifestyle|disposition|procedure|findings?|objective|subjective|safety net(?:ting)?|on examination|o\/e|tobacco)(?:\/[a-z]+)? ?[:–-] ?)+/i

export const withoutHeading = (text: string): string => text.replace(HEADING, '')
