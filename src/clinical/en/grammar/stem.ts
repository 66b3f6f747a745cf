/** Forms that no ending tells. Written here. */
const IRREGULAR: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'went=go gone=go goes=go took=take taken=take began=begin begun=begin came=come gave=give given=give got=get gotten=get ' +
    'had=have has=have having=have did=do done=do does=do was=be were=be been=be is=be are=be am=be being=be felt=feel fell=fall ' +
    'fallen=fall found=find kept=keep lost=lose made=make said=say seen=see saw=see slept=sleep told=tell thought=think ' +
    'woke=wake woken=wake wore=wear worn=wear broke=break broken=break drank=drink drunk=drink ate=eat eaten=eat ' +
    'bled=bleed swollen=swell swelled=swell ran=run rose=rise risen=rise shown=show threw=throw thrown=throw brought=bring ' +
    'bought=buy caught=catch cut=cut hurt=hurt held=hold heard=hear knew=know known=know lay=lie lain=lie lying=lie ' +
    'left=left met=meet paid=pay put=put quit=quit read=read sent=send sat=sit spoke=speak spoken=speak stood=stand ' +
    'stuck=stick taught=teach bit=bite bitten=bite bent=bend built=build drove=drive driven=drive flew=fly forgot=forget ' +
    'forgotten=forget froze=freeze grew=grow grown=grow hid=hide led=lead meant=mean rang=ring shook=shake shot=shoot ' +
    'shrank=shrink sang=sing sank=sink spent=spend spread=spread stung=sting swam=swim swore=swear tore=tear torn=tear ' +
    'understood=understand wrote=write written=write withheld=withhold became=become chose=choose chosen=choose dealt=deal ' +
    'dying=die died=die dies=die going=go doing=do seeing=see being=be lies=lie lays=lie used=use using=use uses=use aged=age tried=try tries=try goes=go badly=bad early=early likely=likely only=only  dead=die death=die tied=tie worse=worse worst=worse worsen=worse worsened=worse worsening=worse worsens=worse ' +
    'better=better best=better men=man women=woman children=child feet=foot teeth=tooth wives=wife lives=live living=live ' +
    'dying=die diagnoses=diagnosis calves=calf halves=half vertebrae=vertebra biopsies=biopsy stitches=stitch ' +
    'this=this his=his its=its always=always diabetes=diabetes pus=pus gas=gas news=news less=less yes=yes us=us plus=plus ' +
    'virus=virus sinus=sinus sinuses=sinus bring=bring string=string thing=thing something=something anything=anything ' +
    'nothing=nothing everything=everything morning=morning evening=evening during=during spring=spring king=king ring=ring ' +
    'sing=sing wing=wing sling=sling sting=sting swing=swing need=need feed=feed feeding=feed fed=feed bleed=bleed red=red ' +
    'bed=bed weed=weed speed=speed seed=seed medicine=medicine medicines=medicine medication=medicine medications=medicine ' +
    'meds=medicine medicinal=medicine patient=patient patients=patient operation=operate operations=operate surgery=surgery ' +
    'surgical=surgery surgically=surgery hundred=hundred bruised=bruise thyroid=thyroid hers=her theirs=their pelvis=pelvis pelvic=pelvis ' +
    'allergies=allergy allergic=allergy allergen=allergy breathing=breath breathe=breath breathes=breath breathed=breath breaths=breath ' +
    'heaviness=heavy sight=sight asleep=sleep ability=able does=do'
  )
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
)

/** British spellings that only differ in letters: "oedema", "haemoglobin", "tumour", "stabilise". */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/haem/, 'hem'],
  [/aemi/, 'emi'],
  [/oedem/, 'edem'],
  [/noea/, 'nea'],
  [/rhoea/, 'rhea'],
  [/oesoph/, 'esoph'],
  [/oestr/, 'estr'],
  [/paed/, 'ped'],
  [/aesth/, 'esth'],
  [/gynae/, 'gyne'],
  [/faec/, 'fec'],
  [/caec/, 'cec'],
  [/foet/, 'fet'],
  [/naev/, 'nev'],
  [/leuk|leuc/, 'leuk'],
  [/sulph/, 'sulf'],
  [/^(tum|col|od|lab|rum|hum|fav|behavi|flav|vap)our/, '$1or'],
  [/(\w{3})is(e|ed|es|ing|ations?)$/, '$1iz$2'],
  [/yse(d|s)?$/, 'yze$1'],
  [/^(cent|lit|fib|met)re/, '$1er'],
  [/^grey/, 'gray'],
  [/mould/, 'mold'],
  [/ageing/, 'aging'],
]

const known = new Map<string, string>()

/** What a word's forms have in common: "vomiting", "vomited" and "vomits" give one, so do "oedema" and "edema". */
export function stem(word: string): string {
  const before = known.get(word)
  if (before !== undefined) return before
  const found = readStem(word)
  // English has few forms; names and misspellings are not kept for ever.
  if (known.size > 20_000) known.clear()
  known.set(word, found)
  return found
}

function readStem(printed: string): string {
  const word = printed.replace(/'s?$/, '')
  if (word.length <= 3 || /\d/.test(word)) return shorten(IRREGULAR[word] ?? word)
  const spelled = SPELLINGS.reduce((text, [british, american]) => text.replace(british, american), word)
  const base = IRREGULAR[spelled] ?? IRREGULAR[word]
  return shorten(base ?? withoutEnding(spelled))
}

function withoutEnding(word: string): string {
  const singular = withoutPlural(word)
  if (Object.hasOwn(IRREGULAR, singular)) return IRREGULAR[singular] as string
  const verb = singular
    .replace(/^(\w{2,}[^aeiou\W]|\w*[aeiouy]\w+)ied$/, '$1y')
    .replace(/^(\w*[aeiouy]\w*?)(?:ing|ed)$/, '$1')
  const plain = (verb.length >= 3 ? verb : singular).replace(verb !== singular ? /^(\w{4,})at$/ : /^$/, '$1')
  return plain
    .replace(/^(\w{3,})iness$/, '$1y')
    .replace(/^(\w{3,})(?:ness|ment|fully|ful)$/, '$1')
    .replace(/^(\w{3,})ily$/, '$1y')
    .replace(/^(\w{3,})ly$/, '$1')
    .replace(/^(\w{3,})(?:ations?|ators?|ative|ate)$/, '$1')
    .replace(/^(\w{3,}[cst])ions?$/, '$1')
    .replace(/^(\w{6,})ive$/, '$1')
    .replace(/^(\w{5,})(?:ivity|ity|ically|ical|ic|al|ous|ance|ence|ancy|ency|ant|ent|able|ible|ist|ish|age|us)$/, '$1')
}

const withoutPlural = (word: string) =>
  /(?:ss|us|is)$/.test(word)
    ? word
    : word
        .replace(/ies$/, 'y')
        .replace(/(ss|x|ch|sh|zz)es$/, '$1')
        .replace(/s$/, '')

/** What differs by spelling rules alone: the last vowel, and a consonant that is doubled before an ending. */
const shorten = (word: string) =>
  word.length <= 3
    ? word
    : word
        .replace(/y$/, 'i')
        .replace(/e$/, '')
        .replace(/([bdfglmnprt])\1$/, '$1')
