import type { RomanceLanguage } from '../romance/romance-language.ts'
import { ACCENTED } from './accented.ts'
import { BODY_PARTS, CONDITIONS, FINDINGS, HABITS, RELATIVES, SYNONYMS } from './findings.ts'
import { ALLERGENS, MEDICINES } from './medicines.ts'
import { FRENCH_SAYINGS } from './sayings.ts'
import { FRENCH_TURNS } from './turn.ts'
import { FRENCH_VERBS } from './verbs.ts'
import { FRENCH_VITAL_SIGNS } from './vital-signs.ts'

const ELIDED = /^(?:l|d|j|n|m|t|s|c|qu|jusqu|lorsqu|puisqu)['’]/i
/** Words that keep their hyphen or apostrophe. */
const WHOLE = /^(?:aujourd['’]hui|quelqu['’]un|rendez-vous|gastro-|grand-|sous-|anti-|vis-à-vis|peut-être)/i
const INVERTED = /-(?:t-)?(?:vous|tu|il|elle|ils|elles|on|je|ce|moi|nous|le|la|les|y|en|là|ci)$/i

function splitWord(word: string): string[] {
  if (WHOLE.test(word)) return [word]
  const elided = ELIDED.exec(word)?.[0]
  if (elided && elided.length < word.length) return [elided, ...splitWord(word.slice(elided.length))]
  const at = INVERTED.exec(word)?.index
  return at ? [...splitWord(word.slice(0, at)), word.slice(at).replace(/^-(?:t-)?/i, '')] : [word]
}

/** "Gauches", "normale", "poumons" without their endings; short words stay. */
const stem = (word: string) =>
  word.length < 4
    ? word
    : word
        .replace(/aux$/, 'al')
        .replace(/(?:ees|ee|es|s|x|e)$/, '')
        .replace(/(?:euse|eus?)$/, 'eu')

/** After Deléger and Grouin, "Detecting negation of medical problems in French clinical notes" (IHI 2012), and NegEx in French (Chapman 2013). */
const DENIAL = {
  negators: /^(?:pas|non|jamais|aucune?|sans|ni|rien|nie|niait|absence)$/,
  /** Denies only behind the word of it that stands first: 'ne prenez plus'. */
  ceasing: { by: /^plus$/, behind: /^(?:ne|n')$/ },
  unclear:
    /\bpas mal\b|\bpas (?:que|seulement|tres|trop|vraiment|beaucoup|toujours|forcement|tellement|sur|certain|encore)\b|\bsans doute\b|\b(?:jamais|pas) sans\b|(?<!\bne |\bn'|\bn' )\b(?:ai|a|est|prends|fume|bois|tousse) plus\b(?! d[eu]puis)|\bne\b.*\bque\b|\bnon seulement\b/,
  goesOn: /^(?:ni|ou)$/,
  behind: /^(?:non|pas du tout|aucune?|absente?s?|jamais)$/,
}

const SMALL =
  "le la les l' un une des du de d' a au aux en et ou y ce c' ca cela cet cette ces se s' son sa ses qui que qu' dont il elle ils elles on je j' me m' mon ma mes " +
  'vous votre vos nous notre nos lui leur leurs tu te t est es et suis etes sont etait etais ete etre ont as avez ai avait avais eu avoir a fait font dans sur pour par avec chez vers ' +
  'tres assez vraiment donc min mmhg alors car mais aussi tout toute tous toutes ne n si puis ensuite comme plutot bon ben euh oui non voila la environ surtout juste ' +
  'patient patiente monsieur madame signale rapporte decrit evoque presente consulte plaint motif notion note retrouve existe personnel antecedent antecedents ' +
  'actuel actuellement niveau cote douleurs connu connue depuis il-y-a concernant diagnostic evoque probable conduite traitement examen symptome episode ' +
  'question reponse medecin accompagnant moi eux celui celle y-a ca- quelque quelques chose fois- meme'

export const FRENCH: RomanceLanguage = {
  tag: 'fr',
  splitWord,
  stem,
  accented: ACCENTED,
  joining: /^(?:et|mais|ou|puis|pis|car|donc|ni|parce|quand|lorsque|alors|sauf|sinon|depuis-que)$/,
  smallWords: new Set(SMALL.split(' ')),
  fillers: /^(?:euh|heu|ben|bah|hum|hein|bon|alors|voila|quoi|enfin|donc|eh|ah|oh)$/,
  openers: /^(?:oui|ouais|d'accord|ok|et|mais|puis|alors|donc|ben|bah|bon|bonjour|docteur|ecoutez)$/,
  toScribe:
    /\b(?:ignor\w+|oubli\w+) (?:toutes? )?(?:tes|vos|les) (?:regles|instructions|consignes)\b|\b(?:ecris|ecrivez|notez?|note) (?:que|dans)\b/,
  verbs: FRENCH_VERBS,
  denial: DENIAL,
  supposed: /^(?:probables?|possibles?|suspectee?s?|suspicion|evoquee?|eventuelle?)$/,
  uncertain:
    /\b(?:si|s'|peut-etre|peut etre|possibles?|possiblement|probables?|probablement|suspicion|evoquee?|eventuelle?|crois|croit|pense|dirait|risque|peur|crains|inquiet|inquiete|au cas ou|eviter|eliminer|exclure|suspecte|soupconne|doute|pourrait|pourrais|devrait|faudrait|aurait|serait|recherche de|contre|prevenir)\b/,
  answers: {
    yes: /^(?:oui|ouais|si|tout a fait|exactement|exact|effectivement|absolument|en effet|c' est ca)$/,
    no: /^(?:non|nan|pas du tout|aucune?|jamais|rien|pas vraiment non)$/,
    more: /^(?:docteur|madame|monsieur|merci|pas du tout|aucune?|jamais|rien|du tout|rien du tout|non plus|pas|non|oui|tout a fait|c' est ca|aucune allergie|pas d' allergie|absolument pas|aucun|de tout|rien de tout ca|rien de special|rien de particulier|pas que je sache|a ma connaissance|a rien|a rien du tout|a aucun|je ne crois pas|je crois pas)$/,
  },
  questions: {
    begins:
      /^(?:et |alors |bon |donc )*(?:est-ce|est ce|qu' est|quel|quelle|quels|quelles|combien|depuis quand|depuis combien|comment|pourquoi|ou (?:avez|est|se)|quand (?:est|avez|a)|(?:avez|prenez|etes|fumez|buvez|toussez|pouvez|ressentez|faites|dormez) vous|y a t il|y a il|a t il|des? (?:antecedents?|allergies?)\b.{0,20}$)/,
    open: /\b(?:droite? ou|gauche ou|quel|quelle|quels|quelles|combien|depuis quand|comment|pourquoi|qu' est|quoi|quand|ou (?:avez|est|se|ca|exactement|avez)|qui)\b/,
    ofPatient: /^(?:et |alors |mais )*(?:est-ce|est ce)\b/,
    unmarked: /^(?:et |alors |donc )*vous (?:avez|etes|prenez|fumez|buvez|toussez|dormez|vomissez|n' avez)\b/,
    opening:
      /\b(?:comment (?:ca va|allez|vous allez|vous sentez)|qu'? ?est(?:-| )ce qu[ei'] (?:vous|se|ne|je)|qu' est(?: |-)ce qui (?:vous|se|ne)|que puis je|quel est le (?:probleme|motif)|dites moi|racontez|je vous ecoute)\b/,
    plain:
      /^(?:avez|eu|remarque|ressenti|ressentez|senti|sentez|deja|autres?|actuellement|recemment|problemes?|signes?|souffrez|arrive|fait|presente|moment|accompagne|type|genre|consommez|prenez|buvez|fumez|constate|jamais)$/,
    ofAllergies:
      /^(?:allerg\w*|intoleran\w*|connues?|medicaments?|medicamenteuses?|aliments?|alimentaires?|particuliere?s?|autres?|quelque|avez|chose|connaissance|savez)$/,
    elliptic:
      /^(?:(?:non|oui|si) )*(?:je|j'|ca|c'|il|elle|on)? ?(?:ne |n' |le |l' |en |y )*(?:sais|crois|croit|pense|ai|est|depend|fais|prends|suis)(?: (?:pas|plus|que|non|oui|si|rien|jamais|un peu|beaucoup|en|deux|trois|\d+))*$|^(?:ca|c'|cela) /,
    labels: [
      [
        'Début',
        /\b(?:depuis (?:quand|combien)|quand .*(?:commence|debute|arrive|apparu)|combien de temps)\b/,
        'history',
      ],
      [
        'Localisation',
        /\b(?:droite? ou|gauche ou|ou (?:avez|est|ca|se|exactement)|a quel endroit|de quel cote|quel cote|quelle (?:jambe|main|oreille|epaule))\b/,
        'history',
      ],
      ['Intensité', /\b(?:echelle|sur 10|intensite|a combien)\b/, 'history'],
      ['Facteurs', /\b(?:qu' est ce qui|soulage|aggrave|declenche|ameliore)\b/, 'history'],
      ['Traitement en cours', /\b(?:medicaments?|traitements?|prenez vous|vous prenez)\b/, 'medications'],
      ['Profession', /\b(?:metier|profession|travail|travaillez)\b/, 'social_history'],
      ['Mode de vie', /\b(?:vivez|habitez|marie|mariee|enfants|seule?)\b/, 'social_history'],
      ['Opérations', /\b(?:opere|operee|operations?|chirurgie)\b/, 'past_surgical_history'],
      ['Famille', /\b(?:famille|familiaux|parents|pere|mere)\b/, 'family_history'],
      ['Antécédents', /\b(?:antecedents?|maladies?)\b/, 'past_medical_history'],
    ],
  },
  persons: {
    first: /^(?:je|j'|moi)$/,
    second: /^vous$/,
    third: /^(?:il|elle|ils|elles|lui)$/,
    of: /(?:^| )(?:chez|de|du cote|dans) (?:ma|mon|mes|sa|son|la|le|les|votre|vos|du)$|(?:^| )(?:cote|chez|famille)$/,
    with: /^(?:avec|par|pour|que|comme)$/,
    isImplied: false,
  },
  corrects:
    /^(?:pardon|non|enfin|plutot|je veux dire|je voulais dire|excusez-moi|excusez moi|je me trompe|je me suis trompe)$/,
  sides: { gauche: /^gauches?$/, droit: /^droite?s?$/, deux: /^(?:bilaterale?s?|bilateraux|deux-cotes)$/ },
  findings: FINDINGS,
  conditions: CONDITIONS,
  habits: HABITS,
  relatives: RELATIVES,
  synonyms: SYNONYMS,
  bodyParts: BODY_PARTS,
  medicines: MEDICINES,
  allergens: ALLERGENS,
  allergy: {
    cue: /\b(?:allerg\w*|intoleran\w*)/,
    ofMedicines: /\b(?:medicaments?|medicamenteuses?)\b/,
    none: /\b(?:aucune|pas d'|pas de|jamais eu d'|ni) ?(?:autre )?(?:allergi\w*|intoleran\w*)|\ballergi\w* a rien\b|\ba aucune allergie\b/,
  },
  homonyms: /^(?:fer|pilule|collyre)$/,
  articles: /^(?:du|de|d'|la|une?|le|prendre|prends|prend)$/,
  units:
    /^(?:mg|g|kg|ml|cl|cm|mm|ug|mcg|mmol|ui|%|°c|mmhg|microgrammes?|unites?|comprimes?|cachets?|gelules?|gouttes?|bouffees?|sachets?|ampoules?|cuilleres?|injections?|patchs?|cigarettes?|paquets?|verres?|bieres?|ans?|annees?|mois|semaines?|jours?|nuits?|heures?|minutes?|fois|degres?|kilos?|grammes?|milligrammes?|litres?|enfants?)$/,
  sameUnits: {
    mg: /^(?:mg|milligrammes?)$/,
    kg: /^(?:kg|kilos?)$/,
    an: /^(?:ans?|annees?)$/,
    microgramme: /^(?:ug|mcg|microgrammes?)$/,
    comprime: /^(?:comprimes?|cachets?)$/,
    unite: /^(?:ui|unites?)$/,
  },
  one: /^une?$/,
  doseUnits:
    /^(?:mg|g|ug|mcg|microgrammes?|ml|ui|unites?|comprimes?|gelules?|gouttes?|bouffees?|sachets?|ampoules?|cuilleres?|injections?|patchs?)$/,
  frequency:
    /(?:\d+ fois par (?:jour|semaine|mois)|\d+ fois \/ jour|tous les (?:jours|matins|soirs|\d+ jours)|toutes les \d+ heures|chaque (?:jour|matin|soir)|le (?:matin|midi|soir)(?: et le (?:matin|midi|soir))*|matin et soir|par (?:jour|semaine)|au coucher|si besoin|une fois par jour)/,
  stops:
    /\b(?:arret\w*|stopp\w*|suspend\w*|interromp\w*|cess\w*|ne prend\w* (?:plus|pas)|prends? (?:plus|pas)|prenez (?:plus|pas)|ne plus prendre|ne pas prendre|jamais pris|allerg\w*|intoleran\w*|remplac\w*|au lieu)\b/,
  actions: ['arreter', 'commencer', 'augmenter', 'diminuer', 'continuer', 'remplacer'],
  dayParts: /^(?:matins?|midi|soirs?|nuits?|coucher|jours?|semaines?|repas)$/,
  vitalSigns: FRENCH_VITAL_SIGNS,
  pressure: /tension(?: arterielle)?|ta|pression(?: arterielle)?/,
  ofValues: /^(?:a|est|de|reguliere?|normale?|stable|aujourd'hui|ce|matin)$/,
  unitsOfSigns: /^(?:%|°|°c|degres?|battements?|bpm|celsius|cycles?)$/,
  patientWords:
    /(?:^|\s)(?:j'|je (?:suis|prends|tousse|dors|fume|bois|ressens|me sens|n'|ne)|ma mere|mon pere|m'a|me fait|me gratte)/,
  clinicianWords:
    /(?:^|\s)(?:vous|votre|vos|je vous|prescri\w*|ordonnance|examen|auscultation|on va|il faut|prenez|revenez)(?:\s|$)/,
  places: [
    [
      'plan',
      'return_if',
      /^(?:si|en cas de)\b|\bsi (?:ca|la|le|les|vous)\b.*\b(?:reven|rappel|appel|consult|urgence|15|911)/,
    ],
    [
      'plan',
      'follow_up',
      /\b(?:revenez|revenir|revois|revoir|rendez-vous|on se revoit|suivi|controle dans|reconsult\w*)\b/,
    ],
    [
      'objective',
      'labs',
      /\b(?:resultats?|crp|hemoglobine|glycemie|creatinine|prise de sang|bilan)\b.*\b(?:montre\w*|est|sont|a \d|normal\w*|normaux|eleve\w*)\b/,
    ],
    [
      'objective',
      'imaging',
      /\b(?:radio\w*|echographie|scanner|irm)\b.*\b(?:montre\w*|est normale?|retrouve|confirme|met en evidence)\b/,
    ],
    [
      'plan',
      'investigations',
      /\b(?:prise de sang|bilan|radio\w*|scanner|irm|echographie|analyses?|ecbu|ecg|electrocardiogramme|biopsie|coloscopie|endoscopie|adress\w*|specialiste|cardiologue|neurologue)\b.*/,
    ],
    [
      'plan',
      'prescription',
      /\b(?:prescri\w*|ordonnance|comprimes?|\d+ mg|gelules?|bouffees?|sirop|antibiotique|pommade|creme|gouttes)\b/,
    ],
    [
      'plan',
      'advice',
      /\b(?:evit\w*|repos\w*|buv\w*|boire|arret\w*|continu\w*|augment\w*|diminu\w*|appliqu\w*|surveill\w*|glace|hydrat\w*|regime|arret de travail)\b/,
    ],
  ],
  topics: [
    ['allergies', /\b(?:allerg|intoleran)/],
    ['immunizations', /\bvaccin/],
    ['past_obstetric_history', /\b(?:enceinte|grossesse|accouch|fausse couche|cesarienne|menopause)/],
    ['past_surgical_history', /\b(?:oper|chirurgi|appendicectomie|enleve (?:la|l'|le)|retire (?:la|l'|le)|prothese)/],
    [
      'social_history',
      /\b(?:tabac|fum(?:e|er|eur|euse|ez|ais|ait)\b|cigarette|alcool|verres? de|biere|vin\b|cannabis|drogue|travail|metier|retrait|mari[e]\b|marie[e]?\b|divorc|veu[fv]|celibataire|vi[st] (?:seul|avec)|habite|sport|enfants\b|chomage|institut|profession)/,
    ],
    [
      'past_medical_history',
      /\b(?:antecedent|depuis l' enfance|chronique|hospitalise|diagnosti|il y a \d+ ans|dans l' enfance|quand (?:j'|il|elle) etai)/,
    ],
    ['mental_health', /\b(?:moral|depress|anxie|angoiss|suicid|idees noires|stress)/],
  ],
  matters:
    /\b(?:\d+|mal|sang|envie|allerg\w*|enceinte|regles|suicid\w*|mourir|gauche|droite?|depuis|hier|matin|soir|nuit|mieux|pire|aggrav\w*|soulag\w*|hopital|urgences?|medecin|operation|opere\w*|traitement|medicaments?|comprimes?|pilules?|vaccin\w*|fum\w+|alcool|refus\w*|arreter|veux pas|souhaite pas|travail\w*|dors|dort|mange\w*|appetit|poids|kilos|marche\w*|accident|choc|chute|tombe\w*|sport|retraite|seule?|marie\w*|normale?s?|normaux|clairs?|souple|rouge\w*|sensible|propre|libre)\b/,
  turn: FRENCH_TURNS,
  say: FRENCH_SAYINGS,
}
