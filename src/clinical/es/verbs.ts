import { indexVerbs, type Verb } from '../romance/verb-forms.ts'
import { ACCENTED } from './accented.ts'

/** Verbs of consultations. Written here; forms after the Real Academia's "Diccionario de la lengua española". */

/** Regular ones; where the stem changes in the present it stands behind a colon. */
const REGULAR =
  'tomar fumar trabajar caminar usar utilizar comenzar:comienz empezar:empiez dejar pasar notar notar llevar quedar levantar acostar:acuest ' +
  'despertar:despiert cansar marear desmayar ahogar asfixiar hinchar rascar sangrar vomitar orinar sudar temblar:tiembl llorar cortar golpear torcer:tuerc ' +
  'tragar masticar respirar moler aguantar soportar aumentar bajar subir suspender continuar controlar medir:mid pesar revisar ' +
  'evitar descansar beber comer aplicar guardar llamar acudir regresar volver:vuelv mantener reducir recetar mandar pedir:pid enviar ' +
  'derivar remitir solicitar recomendar:recomiend aconsejar indicar poner cambiar operar ingresar hospitalizar tratar vacunar inyectar inhalar ' +
  'vivir sufrir padecer sentir:sient doler:duel dormir:duerm toser olvidar necesitar presentar referir:refier negar:nieg mejorar empeorar ' +
  'sangrar picar molestar quemar arder apretar:apriet comprar consumir viajar estudiar conducir manejar andar entrar salir correr perder:pierd ' +
  'encontrar:encuentr pensar:piens creer recordar:recuerd contar:cuent mover:muev acompañar esperar intentar tratar preocupar iniciar retirar ' +
  'programar repetir:repit citar lavar hidratar seguir:sigu ajustar agregar añadir administrar hacer terminar resfriar golpear caer'

const IRREGULAR_ONES = new Set('hacer poner mantener reducir conducir andar salir caer seguir'.split(' '))

function regular(entry: string): Verb {
  const [infinitive = '', strong] = entry.split(':')
  const isA = infinitive.endsWith('ar')
  const stem = infinitive.slice(0, -2)
  const present = strong ?? stem
  // "Empecé", "busqué", "pagué"; "empiece", "saque".
  const hard = (base: string) =>
    isA
      ? base
          .replace(/z$/, 'c')
          .replace(/c$/, (c) => (base.endsWith('z') ? c : 'qu'))
          .replace(/g$/, 'gu')
      : base
  const close = infinitive.endsWith('ir') && strong ? weak(stem) : stem
  return {
    infinitive,
    persons: isA
      ? [
          [`${present}o`, `${present}a`],
          [`${hard(stem)}é`, `${stem}ó`],
          [`${stem}aba`, `${stem}aba`],
        ]
      : [
          [`${present}o`, `${present}e`],
          [`${stem}í`, `${close}ió`],
          [`${stem}ía`, `${stem}ía`],
        ],
    orders: [isA ? `${hard(present)}e` : `${present}a`],
    others: isA
      ? [`${present}an`, `${stem}ado`, `${stem}ada`, `${stem}ados`, `${stem}ando`, `${stem}aron`, `${present}as`]
      : [`${present}en`, `${stem}ido`, `${stem}ida`, `${close}iendo`, `${close}ieron`, `${present}es`],
  }
}

/** "Durmió", "sintió", "pidió". */
const weak = (stem: string) => stem.replace(/o(?=[^aeiou]+$)/, 'u').replace(/e(?=[^aeiou]+$)/, 'i')

/** Infinitive, pairs of first and third person, what is said as an order, others. */
const IRREGULAR = `
tener|tengo tiene,tuve tuvo,tenía tenía|tenga|tienen tenido teniendo tienes
estar|estoy está,estuve estuvo,estaba estaba|esté|están estado estando estás
ser|soy es,fui fue,era era|sea|son sido
haber|he ha,había había|haya|han habido hay
ir|voy va,iba iba|vaya|van ido vamos yendo
dar|doy da,di dio,daba daba|dé|dan dado
hacer|hago hace,hice hizo,hacía hacía|haga|hacen hecho hecha haciendo
poner|pongo pone,puse puso,ponía ponía|ponga|ponen puesto puesta
poder|puedo puede,pude pudo,podía podía|pueda|pueden podido
querer|quiero quiere,quise quiso,quería quería|quiera|quieren querido
saber|sé sabe,supe supo,sabía sabía|sepa|saben sabido
decir|digo dice,dije dijo,decía decía|diga|dicen dicho
venir|vengo viene,vine vino,venía venía|venga|vienen venido
ver|veo ve,vi vio,veía veía|vea|ven visto
salir|salgo sale,salí salió,salía salía|salga|salen salido
caer|caigo cae,caí cayó,caía caía|caiga|caen caído caída
oír|oigo oye,oí oyó,oía oía|oiga|oyen oído
traer|traigo trae,traje trajo,traía traía|traiga|traen traído
mantener|mantengo mantiene,mantuve mantuvo,mantenía mantenía|mantenga|mantienen mantenido
reducir|reduzco reduce,reduje redujo,reducía reducía|reduzca|reducen reducido
conducir|conduzco conduce,conduje condujo,conducía conducía|conduzca|conducen conducido
andar|ando anda,anduve anduvo,andaba andaba|ande|andan andado
seguir|sigo sigue,seguí siguió,seguía seguía|siga|siguen seguido siguiendo
soler|suelo suele,solí solió,solía solía||suelen
deber|debo debe,debí debió,debía debía||deben debido
padecer|padezco padece,padecí padeció,padecía padecía|padezca|padecen padecido
volver|vuelvo vuelve,volví volvió,volvía volvía|vuelva|vuelven vuelto
romper|rompo rompe,rompí rompió,rompía rompía|rompa|rompen roto rota
jugar|juego juega,jugué jugó,jugaba jugaba|juegue|juegan jugado
`

const irregular = IRREGULAR.trim()
  .split('\n')
  .map((row): Verb => {
    const [infinitive = '', persons = '', order = '', others = ''] = row.split('|')
    const pair = (both: string) => both.split(' ') as unknown as readonly [string, string]
    return {
      infinitive,
      persons: persons.split(',').map(pair),
      orders: order ? [order] : [],
      others: others.split(' '),
    }
  })

export const SPANISH_VERBS = indexVerbs(
  [
    ...irregular,
    ...[...new Set(REGULAR.split(' '))].filter((entry) => !IRREGULAR_ONES.has(entry.split(':')[0] ?? '')).map(regular),
  ],
  ACCENTED,
)
