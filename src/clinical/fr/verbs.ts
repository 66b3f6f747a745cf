import { indexVerbs, type Verb } from '../romance/verb-forms.ts'
import { ACCENTED } from './accented.ts'

/** Verbs of consultations. Written here; forms after Bescherelle, "La conjugaison pour tous". */

/** Regular ones in -er. */
const REGULAR = (
  'fumer tousser manger commencer arrêter oublier travailler marcher tomber monter utiliser consommer penser trouver respirer cracher ' +
  'saigner gonfler gratter brûler bouger vomir sauter augmenter diminuer passer rester rentrer chuter cogner blesser couper coincer ' +
  'supporter digérer uriner transpirer trembler pleurer paniquer angoisser déprimer stresser mesurer surveiller contrôler éviter ' +
  'continuer démarrer débuter stopper majorer réduire demander donner adresser envoyer prescrire proposer conseiller ' +
  'renouveler rappeler appeler peser lever espérer inquiéter répéter compléter hydrater reposer consulter programmer planifier ' +
  'organiser doser appliquer garder vérifier noter porter poser remplacer refuser accepter souhaiter aimer détester habiter ' +
  'inhaler avaler injecter piquer pratiquer opérer hospitaliser traiter soigner vacciner réveiller fatiguer essouffler allonger coucher ' +
  'retourner irradier lancer serrer présenter ressentir signaler rapporter nier déclarer jeter changer bourdonner étouffer ' +
  'baisser empirer améliorer aggraver installer remarquer constater administrer'
)
  .split(' ')
  .filter((infinitive) => infinitive.endsWith('er'))

function regular(infinitive: string): Verb {
  const stem = infinitive.slice(0, -2)
  // "Je pèse", "je me lève", "j'appelle", "j'espère".
  const heavy = HEAVY[infinitive] ?? stem
  const soft = stem.endsWith('g') ? `${stem}e` : stem.endsWith('c') ? `${stem.slice(0, -1)}ç` : stem
  return {
    infinitive,
    persons: [
      [`${heavy}e`, `${heavy}e`],
      [`${soft}ais`, `${soft}ait`],
      [`${infinitive}ai`, `${infinitive}a`],
      [`${infinitive}ais`, `${infinitive}ait`],
    ],
    orders: [`${stem}ez`],
    others: [`${stem}é`, `${stem}ée`, `${stem}és`, `${stem}ées`, `${heavy}ent`, `${soft}ant`],
  }
}

const HEAVY: Readonly<Record<string, string>> = {
  peser: 'pès',
  lever: 'lèv',
  appeler: 'appell',
  rappeler: 'rappell',
  renouveler: 'renouvell',
  jeter: 'jett',
  espérer: 'espèr',
  inquiéter: 'inquièt',
  répéter: 'répèt',
  digérer: 'digèr',
  compléter: 'complèt',
}

/** Infinitive, present (first, third), imperfect, "vous", participles and others, split by "|". */
const IRREGULAR = `
avoir|ai a|avais avait|avez|eu eue ont ayez
être|suis est|étais était|êtes|été sont étaient soyez
aller|vais va|allais allait|allez|allé allée vont
faire|fais fait|faisais faisait|faites|faite faites font faisant
prendre|prends prend|prenais prenait|prenez|pris prise prennent prenant
reprendre|reprends reprend|reprenais reprenait|reprenez|repris reprise
mettre|mets met|mettais mettait|mettez|mis mise mettent
remettre|remets remet|remettais remettait|remettez|remis remise
boire|bois boit|buvais buvait|buvez|bu buvant
dormir|dors dort|dormais dormait|dormez|dormi dormant
sentir|sens sent|sentais sentait|sentez|senti sentent
ressentir|ressens ressent|ressentais ressentait|ressentez|ressenti
sortir|sors sort|sortais sortait|sortez|sorti sortie
partir|pars part|partais partait|partez|parti partie
voir|vois voit|voyais voyait|voyez|vu vue
revoir|revois revoit|revoyais revoyait|revoyez|revu revue
pouvoir|peux peut|pouvais pouvait|pouvez|pu
vouloir|veux veut|voulais voulait|voulez|voulu
devoir|dois doit|devais devait|devez|dû
savoir|sais sait|savais savait|savez|su
croire|crois croit|croyais croyait|croyez|cru
dire|dis dit|disais disait|dites|dite
lire|lis lit|lisais lisait|lisez|lu
écrire|écris écrit|écrivais écrivait|écrivez|écrite
vivre|vis vit|vivais vivait|vivez|vécu
suivre|suis suit|suivais suivait|suivez|suivi suivie
perdre|perds perd|perdais perdait|perdez|perdu perdue
entendre|entends entend|entendais entendait|entendez|entendu
attendre|attends attend|attendais attendait|attendez|attendu
descendre|descends descend|descendais descendait|descendez|descendu
rendre|rends rend|rendais rendait|rendez|rendu rendue
tenir|tiens tient|tenais tenait|tenez|tenu
venir|viens vient|venais venait|venez|venu venue
revenir|reviens revient|revenais revenait|revenez|revenu revenue reviennent
devenir|deviens devient|devenais devenait|devenez|devenu
recevoir|reçois reçoit|recevais recevait|recevez|reçu
vomir|vomis vomit|vomissais vomissait|vomissez|vomi
maigrir|maigris maigrit|maigrissais maigrissait|maigrissez|maigri
grossir|grossis grossit|grossissais grossissait|grossissez|grossi
finir|finis finit|finissais finissait|finissez|fini
guérir|guéris guérit|guérissais guérissait|guérissez|guéri
rougir|rougis rougit|rougissais rougissait|rougissez|rougi
réduire|réduis réduit|réduisais réduisait|réduisez|réduite
conduire|conduis conduit|conduisais conduisait|conduisez|conduite
souffrir|souffre souffre|souffrais souffrait|souffrez|souffert
prescrire|prescris prescrit|prescrivais prescrivait|prescrivez|prescrite
plaindre|plains plaint|plaignais plaignait|plaignez|plainte
craindre|crains craint|craignais craignait|craignez|craint
essayer|essaie essaie|essayais essayait|essayez|essayé
nettoyer|nettoie nettoie|nettoyais nettoyait|nettoyez|nettoyé
tousser|tousse tousse|toussais toussait|toussez|toussé
courir|cours court|courais courait|courez|couru
mourir|meurs meurt|mourais mourait|mourez|mort morte
naître|nais naît|naissais naissait|naissez|né née
`

const irregular = IRREGULAR.trim()
  .split('\n')
  .map((row): Verb => {
    const [infinitive = '', present = '', imperfect = '', you = '', others = ''] = row.split('|')
    const pair = (both: string) => both.split(' ') as unknown as readonly [string, string]
    return { infinitive, persons: [pair(present), pair(imperfect)], orders: [you], others: others.split(' ') }
  })

export const FRENCH_VERBS = indexVerbs([...irregular, ...[...new Set(REGULAR)].map(regular)], ACCENTED)
