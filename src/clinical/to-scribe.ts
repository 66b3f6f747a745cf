import type { Item } from '../domain/transcript.ts'

/** Verbs that would undo what a writer was told, and what it was told, in English, French and Spanish. */
const UNDO =
  'ignore|disregard|forget|override|bypass|cancel|(?:do not|don.t) follow|ignore[zr]?|oublie[zr]?|outrepasse[zr]?|ne (?:suis|suivez) (?:pas|plus)|ne tiens pas compte|ne tenez pas compte|ignor[ae]|olvid[ae]|no (?:sigas|siga|hagas caso)|omite|anul[ae]'
const TOLD =
  'instructions?|rules?|guidelines?|directions?|prompts?|the above|instruct\\w+|règles?|consignes?|directives?|ce qui précède|instrucciones|reglas|normas|directrices|indicaciones|lo anterior'

/** Who writes, where nobody else is meant. */
const WRITER =
  'language models?|chat ?bots?|chat ?gpt|gpt(?:-?\\d\\w*)?|llms?|note writers?|(?:the )?ai|modèles? de langage|(?:l.)?ia|modelos? de lenguaje|(?:la )?ia'
/** Who may be called by that, but is not only a program. */
const CALLED = `${WRITER}|assistants?|scribe|computer|machine|model|bot|siri|alexa|copilot|ordinateur|machine|logiciel|modèle|asistente|ordenador|computadora?|máquina|modelo`
const MACHINE =
  'computer|machine|program|software|system|ordinateur|machine|logiciel|programme|système|ordenador|computadora?|máquina|programa|sistema'
const OBLIGED =
  'should|must|may|can|shall|has to|needs? to|doit|dois|devez|peut|peux|pouvez|debe|debes|puede|puedes|tiene que|tienes que'
const NOTE = 'note|summary|report|record|compte rendu|résumé|rapport|nota|informe|resumen'

/**
 * What is said for the ears of what writes the note, told by what it speaks of: a writer's instructions, the writer itself, where
 * the transcript ends. Nobody says so to a clinician, or nearly. Written here.
 */
const CUES = [
  `\\b(?:${UNDO})\\b[^.?!]{0,40}\\b(?:${TOLD})(?![\\p{L}])`,
  `\\b(?:${UNDO})\\b[^.?!]{0,30}\\byou (?:were|have been|had been|.ve been) (?:\\w+ )?(?:told|given|taught|instructed)\\b`,
  `^\\W*(?:system|user|developer|assistant|prompt|override|admin|instructions?|système|utilisateur|invite|consigne|sistema|usuario|instrucción|instrucciones)\\s*:`,
  `^\\W*(?:(?:hey|hi|hello|ok|okay|dear|please|attention|chère?|cher|bonjour|salut|querid[ao]|hola|oye)\\s+)?(?:${CALLED})\\s*[,:]`,
  `\\b(?:dear|chère|cher|querida|querido)\\s+(?:${WRITER})(?![\\p{L}])`,
  `\\b(?:as an?|as the|you are (?:now )?an?|you.re (?:now )?an?|en tant qu(?:e |.)|tu es une?|vous êtes une?|como|eres un[ao]?|es usted un[ao]?)\\s*(?:${WRITER}|assistants?|asistente)(?![\\p{L}])`,
  `(?<![\\p{L}])(?:${WRITER}),?\\s+(?:${OBLIGED})\\b`,
  '\\b(?:language model|note writer|system (?:prompt|message)|developer mode|jailbreak|modèle de langage|invite système|modelo de lenguaje|prompts? del sistema|mensaje del sistema)\\b',
  '\\b(?:new instructions|nouvelles instructions|nuevas instrucciones)\\b',
  `\\b(?:your|tes|vos|tus|sus) (?:${TOLD}) (?:have|has|are|were|ont|sont|han|son)\\b`,
  '\\b(?:end of (?:the )?transcript|transcript (?:ends|is over|begins)|fin de la transcription|la transcription (?:finit|se termine|commence)|fin de la transcripción|la transcripción (?:termina|acaba|empieza))\\b',
  `\\b(?:the |la |le |el )?(?:${NOTE}) (?:(?:must|should|has to) (?:say|state|read|include)|doit (?:dire|indiquer|mentionner)|debe (?:decir|indicar|mencionar)|begins?:?|commence|empieza)\\b`,
  `(?<![\\p{L}])(?:to|for|à l.|au|aux|al|a la|para)\\s*(?:the )?(?:${MACHINE})\\b[^.?!,:]{0,20}\\b(?:writes?|writing|listen\\w*|rédige\\w*|écri\\w+|écoute\\w*|redact\\w*|escrib\\w*|escuch\\w*)`,
  `\\brepeat after me\\b[^.?!]{0,20}\\b(?:${NOTE})\\b`,
  '\\b(?:and|please|must|should) state that\\b',
  '</?(?:transcript|system|user|assistant|instructions?)\\b|```|\\[/?(?:inst|system)\\]',
].map((source) => new RegExp(source, 'iu'))

/** What a patient wants to stand in the note: that it was said proves it to nobody. */
const INTO_THE_NOTE =
  /\b(?:write|record|document)(?: \w+){0,2} that (?:i|he|she|they|we|it|the|my|there)\b|\b(?:write|put|record|document|enter|add|note)\b(?: [\w']+){0,8} (?:in|into|on|to) (?:the|my|your|his|her) (?:medical |health )?(?:notes?|records?|chart|file|summary|documents?)\b/i

/**
 * True for words that order whoever writes the document about. They are no evidence of what they order. A clinician may
 * dictate into the note.
 */
export function isToScribe({ text, speaker }: Pick<Item, 'text' | 'speaker'>): boolean {
  const isPatient = speaker === 'patient' || speaker === 'other'
  return CUES.some((cue) => cue.test(text)) || (isPatient && INTO_THE_NOTE.test(text))
}
