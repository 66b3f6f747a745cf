import type { RomanceLanguage } from '../romance/romance-language.ts'
import { fold } from '../romance/words.ts'
import { ACCENTED } from './accented.ts'
import { BODY_PARTS, CONDITIONS, FINDINGS, HABITS, RELATIVES, SYNONYMS } from './findings.ts'
import { ALLERGENS, MEDICINES } from './medicines.ts'
import { SPANISH_SAYINGS } from './sayings.ts'
import { SPANISH_TURNS } from './turn.ts'
import { SPANISH_VERBS } from './verbs.ts'
import { SPANISH_VITAL_SIGNS } from './vital-signs.ts'

/** "Hacerle", "tomarlo": what stands behind an infinitive is a word of its own. */
function splitWord(word: string): string[] {
  const [, verb = '', object = ''] = /^(\p{L}{2,})(me|se|les?|l[oa]s?)$/iu.exec(word) ?? []
  const isInfinitive = /^\p{L}{3,}(?:ar|er|ir)$/iu.test(verb)
  return isInfinitive || SPANISH_VERBS.isOrder(fold(verb)) || SPANISH_VERBS.isOrder(verb === 'de' ? 'dé' : verb)
    ? [verb, object]
    : [word]
}

/** "Izquierda", "pulmones", "normales" without their endings; short words stay. */
const stem = (word: string) =>
  word.length < 4
    ? word
    : word
        .replace(/(?:ones)$/, 'on')
        .replace(/(?<=[^aeiou])es$/, '')
        .replace(/s$/, '')
        .replace(/(?<=.{2})[aeo]$/, '')

const SMALL =
  'el la los las un una unos unas lo al del de a en y e o u que pero dar dele dé es son era ser esta estan estaba fue ha han he haber hay habia habido ha sido tiene tengo tenia tener ' +
  'se le les me mi mis su sus yo él ella ellos ellas usted nos te tu tus esto este esta eso ese esa estos estas esos esas con por para desde hace durante como muy mas min mmhg ' +
  'pues bueno ya tambien asi solo todo toda todos todas si sí entonces luego ahora aqui ahi alli donde cuando sobre entre hasta unos cuanto algo ' +
  'paciente senor senora refiere presenta consulta motivo acude actual actualmente comenta describe niega-no concepto antecedente antecedentes conocida conocidas conocido personales ' +
  'impresion diagnostica diagnostico sospecha probable plan exploracion pregunta respuesta medico acompanante ni-o zona lado parte nivel cual nada-mas otra otro algun alguna'

export const SPANISH: RomanceLanguage = {
  tag: 'es',
  splitWord,
  stem,
  accented: ACCENTED,
  joining: /^(?:y|e|pero|o|u|ni|porque|cuando|aunque|sino|entonces|luego)$/,
  smallWords: new Set(SMALL.split(' ')),
  fillers: /^(?:eh|em|este|bueno|pues|mmm|ah|oh|ay|mire|mira|fijese)$/,
  openers: /^(?:sí|si|y|pero|entonces|bueno|pues|hola|doctor|doctora|buenas|buenos|dias|tardes|mire|claro)$/,
  toScribe:
    /\b(?:ignora|ignore|olvida|olvide) (?:todas )?(?:tus|sus|las) (?:reglas|instrucciones)\b|\b(?:escribe|escriba|anota|anote) que\b/,
  verbs: SPANISH_VERBS,
  /** After Costumero et al., "An approach to detect negation on medical documents in Spanish" (BIH 2014), and NegEx-MES (Santamaría 2018). */
  denial: {
    negators: /^(?:no|sin|ni|nunca|jamas|ningun|ninguna|ninguno|tampoco|nada|niega|niego|nego|ausencia|descarta)$/,
    ceasing: { by: /^(?!)$/, behind: /^(?!)$/ },
    unclear:
      /\bno (?:solo|solamente|sé|mucho|muy|tanto|siempre|mas|es que|creo|estoy segur[oa]|del todo|demasiado)\b|\bno .* (?:mas|sino|hasta) que\b|\bsin (?:duda|embargo|querer)\b|\bnomas\b/,
    goesOn: /^(?:ni|o|u)$/,
    behind: /^(?:no|nada|ninguna?|ninguno|tampoco|ausente|nunca)$/,
  },
  supposed: /^(?:probables?|posibles?|sospecha|impresion|eventual)$/,
  uncertain:
    /\b(?:si(?! bien)|quiza|quizas|tal vez|a lo mejor|probables?|probablemente|posibles?|posiblemente|impresion diagnostica|puede ser|podria|podrian|creo|cree|pienso|piensa|parece|miedo|riesgo|temo|preocupa|por si|descartar|sospecho|sospecha|deberia|prevenir|evitar|seria|tendria|contra)\b/,
  answers: {
    yes: /^(?:sí|si|claro|exacto|exactamente|correcto|efectivamente|así es|asi es|eso es|claro que sí|claro que si)$/,
    no: /^(?:no|nunca|jamas|nada|ninguna|ninguno|para nada|que va|tampoco|en absoluto)$/,
    more: /^(?:doctor|doctora|gracias|ninguna|ninguno|nada|nunca|no|sí|tampoco|para nada|que va|en absoluto|señor|señora|senora|nada de eso|de nada|que yo sepa|ninguna alergia|la verdad|no senor|nada de nada|no creo|gracias a dios|eso no|claro|a nada|a nada que yo sepa|a ninguno|a ningun medicamento)$/,
  },
  questions: {
    begins:
      /^(?:y |entonces |bueno |a ver )*(?:que (?:le|tal|medic|tipo|edad|dosis|toma|trae|sintio)|cual|cuales|cuanto|cuantos|cuanta|cuantas|cuando (?:le|empezo|comenzo|fue|se)|desde cuando|como (?:es|se|fue|esta)|donde|por que|quien|algun|alguna|tiene (?:alguna?|fiebre|tos|dolor|nauseas|alergia)|ha (?:tenido|notado|vomitado|sentido|sido)|toma (?:alguna?|medic)|fuma|bebe|le duele|es alergic[oa]|padece)\b/,
    open: /\b(?:que|cual|cuales|cuanto|cuantos|cuanta|cuantas|cuando|como|donde|por que|quien|derech[oa] o|izquierd[oa] o)\b/,
    ofPatient: /^(?:y |entonces |pero )*(?:puedo|debo|tengo que|hay que)\b/,
    unmarked: /^(?:y |entonces )*(?:usted |tiene |toma |fuma|bebe|padece |ha |le duele|es alergic[oa] )/,
    opening:
      /\b(?:que (?:le|te) (?:trae|pasa|ocurre|sucede)|como (?:esta|le va|se siente|se encuentra)|en que (?:le|puedo)|digame|cuenteme|cual es el (?:problema|motivo))\b/,
    plain:
      /^(?:tenido|notado|sentido|tiene|algun|alguna|ahora|otros?|otras?|sintomas?|molestias?|problemas?|padece|sufre|consume|toma|bebe|alguna vez|vez|ultimamente|visto|presentado|acompanado|siente|nota|episodios?|usted)$/,
    ofAllergies:
      /^(?:alergi\w*|alguna?|algun|conocidas?|medicamentos?|medicinas?|farmacos?|alimentos?|otra|sabe|padece|cosa|tipo|sufre)$/,
    elliptic:
      /^(?:(?:no|sí|si) )*(?:lo |la |me |le |eso |creo |yo )*(?:sé|creo|cree|pienso|piensa|depende|hago|estoy|soy|es|tomo|tengo)(?: (?:que|no|sí|si|nada|nunca|un poco|mucho|poco|a veces|dos|tres|\d+))*$|^(?:eso|esto|ahi) /,
    labels: [
      [
        'Inicio',
        /\b(?:desde cuando|cuando (?:empezo|comenzo|le empezo|fue|noto)|cuanto tiempo|hace cuanto|cuantos dias)\b/,
        'history',
      ],
      [
        'Localización',
        /\b(?:donde|que lado|derech[oa] o|izquierd[oa] o|cual (?:de|pierna|mano|rodilla|ojo|oido))\b/,
        'history',
      ],
      ['Intensidad', /\b(?:escala|del 1 al 10|del uno al diez|intensidad|de 0 a 10|que tan fuerte)\b/, 'history'],
      ['Factores', /\b(?:que le (?:alivia|mejora|empeora)|con que|se le quita|empeora con|mejora con)\b/, 'history'],
      ['Tratamiento actual', /\b(?:medicamentos?|medicinas?|medicacion|tratamientos?|pastillas|toma)\b/, 'medications'],
      ['Profesión', /\b(?:trabaja|trabajo|dedica|profesion|oficio)\b/, 'social_history'],
      ['Situación personal', /\b(?:vive|casad[oa]|solter[oa]|hijos)\b/, 'social_history'],
      ['Operaciones', /\b(?:operad[oa]|operacion|operaciones|cirugias?)\b/, 'past_surgical_history'],
      ['Familia', /\b(?:familia|familiares|padres|padre|madre)\b/, 'family_history'],
      ['Antecedentes', /\b(?:antecedentes?|enfermedad(?:es)?)\b/, 'past_medical_history'],
    ],
  },
  persons: {
    first: /^(?:yo|me|mí|conmigo)$/,
    second: /^usted$/,
    third: /^(?:él|ella|ellos|ellas)$/,
    of: /(?:^| )(?:en|de|por parte de|lado) (?:mi|su|la|el|mis|sus)$|(?:^| )(?:parte de|parte)$/,
    with: /^(?:con|por|para|que|como|a)$/,
    isImplied: true,
  },
  corrects: /^(?:perdon|no|digo|mejor dicho|quiero decir|quise decir|disculpe|perdone|me equivoque|corrijo)$/,
  sides: { izquierdo: /^izquierd[oa]s?$/, derecho: /^derech[oa]s?$/, ambos: /^(?:ambos|ambas|bilateral|bilaterales)$/ },
  findings: FINDINGS,
  conditions: CONDITIONS,
  habits: HABITS,
  relatives: RELATIVES,
  synonyms: SYNONYMS,
  bodyParts: BODY_PARTS,
  medicines: MEDICINES,
  allergens: ALLERGENS,
  allergy: {
    cue: /\b(?:alergi\w*|alergic\w*|intoleran\w*)/,
    ofMedicines: /\b(?:medicamentos?|medicinas?|farmacos?|medicamentosas?)\b/,
    none: /\b(?:ninguna|no (?:tengo|tiene|hay|conozco|refiere)(?: ninguna?)?|sin|nada de|niega) alergi\w*|\balergic[oa] a nada\b/,
  },
  homonyms: /^(?:hierro|litio|colirio)$/,
  articles: /^(?:de|el|un|toma|tomo|tomar|con)$/,
  units:
    /^(?:mg|g|kg|ml|cl|cm|mm|ug|mcg|mmol|ui|%|°c|mmhg|microgramos?|unidades?|comprimidos?|pastillas?|tabletas?|capsulas?|gotas?|inhalaciones|disparos|sobres?|ampollas?|cucharadas?|inyecciones|parches?|cigarrillos?|cigarros?|cajetillas?|copas?|cervezas?|vasos?|anos?|mes|meses|semanas?|dias?|noches?|horas?|minutos?|veces|vez|grados?|kilos?|gramos?|miligramos?|litros?|hijos?)$/,
  sameUnits: {
    mg: /^(?:mg|miligramos?)$/,
    kg: /^(?:kg|kilos?)$/,
    g: /^(?:g|gramos?)$/,
    mes: /^mes(?:es)?$/,
    vez: /^(?:vez|veces)$/,
    microgramo: /^(?:ug|mcg|microgramos?)$/,
    comprimido: /^(?:comprimidos?|pastillas?|tabletas?)$/,
    unidad: /^(?:ui|unidad|unidades)$/,
    cigarro: /^(?:cigarrillos?|cigarros?)$/,
  },
  one: /^(?:un|una)$/,
  doseUnits:
    /^(?:mg|g|ug|mcg|microgramos?|ml|ui|unidad|unidades|comprimidos?|pastillas?|tabletas?|capsulas?|gotas?|inhalaciones|disparos|sobres?|ampollas?|cucharadas?|inyecciones|parches?)$/,
  frequency:
    /(?:\d+ (?:veces|vez) (?:al|por|a la) (?:dia|semana|mes)|cada \d+ horas|cada (?:dia|noche|manana)|todos los dias|(?:por|en) la (?:manana|noche|tarde)(?: y (?:por|en) la (?:manana|noche|tarde))*|al (?:dia|acostarse)|diario|diarios|si precisa|una vez al dia)/,
  stops:
    /\b(?:suspend\w*|dej\w*|retir\w*|quit\w*|ya no (?:tomo|toma|uso)|no (?:tomo|toma|tome|tomar)|nunca|alergi\w*|alergic\w*|intoleran\w*|cambi\w*|en vez|en lugar|sin)\b/,
  actions: ['suspender', 'comenzar', 'aumentar', 'disminuir', 'continuar', 'cambiar'],
  dayParts: /^(?:mananas?|noches?|tardes?|mediodia|dias?|semanas?|acostarse|comidas?)$/,
  vitalSigns: SPANISH_VITAL_SIGNS,
  pressure: /tension(?: arterial)?|presion(?: arterial)?|ta|pa/,
  ofValues: /^(?:regular|normal|estable|hoy|manana|una|arterial)$/,
  unitsOfSigns: /^(?:%|°|°c|grados?|latidos?|lpm|centigrados|respiraciones)$/,
  patientWords:
    /(?:^|\s)(?:me (?:duele|duelen|siento|da|cuesta|pica|he)|tengo|tomo|estoy|mi (?:madre|padre|mama|papa)|no fumo|fumo|yo|soy|he)(?:\s|$)/,
  clinicianWords:
    /(?:^|\s)(?:usted|le (?:voy|receto|mando|pido)|su (?:presion|tension|garganta|abdomen)|vamos a|receta\w*|exploracion|auscultacion|tome|vuelva|hay que|tiene que)(?:\s|$)/,
  places: [
    [
      'plan',
      'return_if',
      /^(?:si|en caso de|sí)\b.*\b(?:volv|vuelva|regres|acud|llam|urgencias|venga|ven)|\bsi (?:la|el|le|no|tiene|empeora|aparece|presenta)\b.*\b(?:vuelva|regrese|acuda|llame|urgencias|venga)/,
    ],
    ['plan', 'follow_up', /\b(?:vuelva|regrese|nos vemos|revision|cita|control en|lo veo|la veo|le veo|seguimiento)\b/],
    [
      'objective',
      'labs',
      /\b(?:resultados?|hemoglobina|glucosa|creatinina|analitica|analisis)\b.*\b(?:sal\w*|esta\w*|muestra\w*|normal\w*|es|son|de \d)/,
    ],
    [
      'objective',
      'imaging',
      /\b(?:radiografia|ecografia|resonancia|tac|ultrasonido|placa)\b.*\b(?:muestra|normal|sale|salio|se ve|confirma)/,
    ],
    [
      'plan',
      'investigations',
      /\b(?:analitica|analisis|radiografia|placa|ecografia|ultrasonido|resonancia|tac|tomografia|electrocardiograma|biopsia|colonoscopia|endoscopia|derivar|derivo|remito|especialista|cardiologo|neurologo|traumatologo|urocultivo|estudios)\b/,
    ],
    [
      'plan',
      'prescription',
      /\b(?:receta\w*|receto|\d+ mg|comprimidos?|pastillas?|tabletas?|capsulas?|inhalaciones|jarabe|antibiotico|pomada|crema|gotas)\b/,
    ],
    [
      'plan',
      'advice',
      /\b(?:evit\w*|reposo|descans\w*|beba|beber|tome mucha|suspend\w*|deje|continu\w*|siga|aument\w*|reduzca|apliqu\w*|vigil\w*|hielo|dieta|baja laboral|incapacidad|hidrat\w*)\b/,
    ],
  ],
  topics: [
    ['allergies', /\b(?:alergi|alergic|intoleran)/],
    ['immunizations', /\bvacun/],
    ['past_obstetric_history', /\b(?:embaraz|parto|aborto|cesarea|menopausia)/],
    ['past_surgical_history', /\b(?:operad|operaron|operacion|cirugia|quitaron (?:la|el)|apendicectomia|protesis)/],
    [
      'social_history',
      /\b(?:tabaco|fum(?:o|a|ar|ador|adora|aba)\b|cigarr|alcohol|cervezas?|copas?\b|vino\b|marihuana|drogas?|trabaj|jubilad|casad|divorciad|viud|solter|viv[eo] (?:sol|con)|deporte|hijos\b|desempleo|profesion|maestr)/,
    ],
    [
      'past_medical_history',
      /\b(?:antecedent|desde (?:nino|nina|la infancia)|cronic|ingresad|hospitaliz|diagnostic|hace \d+ anos|de pequen)/,
    ],
    ['mental_health', /\b(?:animo|depri|depres|ansie|angusti|suicid|estres)/],
  ],
  matters:
    /\b(?:\d+|sangre|dolor\w*|alerg\w*|embaraz\w*|regla|suicid\w*|morir|izquierd\w*|derech\w*|desde|ayer|noche|manana|mejor|peor|empeor\w*|alivi\w*|hospital|urgencias|operacion|operad\w*|tratamiento|medic\w*|pastillas?|vacun\w*|fum\w+|alcohol|no quiero|prefiero no|trabaj\w*|duermo|duerme|dormir|apetito|peso|kilos|caminar|accidente|golpe|caida|cai|deporte|jubilad\w*|viv[eo]|casad\w*|normal\w*|blando|roja?|limpi\w*|clar[oa]s?)\b/,
  turn: SPANISH_TURNS,
  say: SPANISH_SAYINGS,
}
