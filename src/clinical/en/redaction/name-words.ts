/** What stands around names, and names that are words too. Written here. */

const setOf = (words: string) => new Set(words.split(' '))

/** Behind these stands a name, in capitals or not, unless it is a word of another sort. */
export const TITLES = setOf(
  'mr mrs ms mx miss mister missus dr doctor prof professor nurse sister matron rev reverend pastor sir drs practitioner consultant surgeon midwife',
)
/** Behind these stands nothing but a name. */
export const SURE_TITLES = setOf('mister missus mrs')
/** "The doctor read it": in front of a title they tell that nobody is named, unless a capital follows. */
export const DETERMINERS = setOf('the a an my your his her our their this that another any each every no family new')

/** What is said in front of a name, in plain words. */
export const INTRODUCTIONS = [
  "my name's",
  'name is',
  "i'm called",
  'i am called',
  "he's called",
  "she's called",
  'call me',
]
/** What is said in front of names and of much else: "this is viral", "ask for penicillin". */
export const POINTERS = [
  ...[
    'this is',
    "it's",
    'it is',
    'i am',
    "i'm",
    'ask for',
    'asked for',
    'signed by',
    'seen by',
    'sent by',
    'referred by',
  ],
  ...['speak to', 'spoke to', 'speaking to', 'speak with', 'spoke with', 'speaking with'],
]
/** Behind a name they tell that it is one: "this is Grace calling". */
export const BEHIND_NAMES = setOf('calling speaking here from')
/** Behind what stands at a name these tell that it is one: "my doctor okonkwo said". */
export const TELLS_OF = setOf(
  'said says told tells is was has sent saw sees gave gives wants thinks called asked will did',
)
/** "My wife Ngozi". */
export const RELATIVES = setOf(
  'wife husband partner son daughter brother sister mother father mum mom dad aunt uncle cousin niece nephew friend ' +
    'neighbour neighbor colleague boyfriend girlfriend fiance fiancee carer',
)
/** "This is Takotsubo cardiomyopathy": what is named after somebody. */
export const NAMED_AFTER = setOf(
  'disease syndrome sign fracture palsy contracture phenomenon lymphoma sarcoma cardiomyopathy anemia anaemia tumor tumour ' +
    'thyroiditis arteritis dystrophy ataxia reflex test score scale criteria catheter clinic hospital ward fever virus',
)

/** Parts of names that are written small. */
export const PARTICLES = setOf(
  'van von der den de del della di da dos du la le los las el al bin ibn bint ben abu ap ter ten zu af',
)

/** Family names that are words too. Behind a title they are names. */
export const FAMILY_NAMES = setOf(
  'murphy bell parkinson hodgkin mcburney smith brown white black green gray grey king young hill wood woods cook bell baker carter cooper ward long price stone ' +
    'fox hunt rose knight mason hunter fisher marsh reed west park parks banks page bishop butler turner walker taylor ' +
    'carpenter field fields ford glass gold lamb lane miller nash noble pearl pike pope porter potter rice shepherd snow ' +
    'stark steel swan singer skinner tanner tucker wells wheeler wolf barber bush cross drake dean finch frost gates grant ' +
    'hardy moon north south rivers waters brooks flowers church archer bond booth bowers burns chambers chandler coates cole ' +
    'berg khan obi crane curry dale forest gill golden harper hart hawk head heath house hope jewel judge lake land law ' +
    'lord love mills moody moss musk nelson newton norman pace painter palmer parson parsons peacock penny perry piper ' +
    'plum poole power powers prince quick rich ridge root sage salmon sands savage sawyer sexton sharp shields slater ' +
    'small sparrow spencer steward stewart summers swift thorn towers underwood viper wall waller weaver webb weller winter winters wise wren wright',
)
/** First names that are words too; only behind an introduction are they names. */
export const FIRST_NAMES = setOf(
  'grace hope joy faith will mark rose patience blessing precious comfort gift mercy charity peace prince princess glory ' +
    'goodness favour favor april may june august dawn eve holly ivy lily daisy violet iris olive poppy pearl ruby jade ' +
    'opal crystal hazel heather amber autumn summer melody harmony felicity prudence constance bill bob bobby jack nick ' +
    'rob sue pat art drew frank gene grant guy hank jean jay jo josh kit lance miles norm ray rod rusty sandy skip ' +
    'stew ted tad tom tim dan don ed max sam ben amos angel chance dean duke earl jasper jet king major basil clay cliff ' +
    'happy lucky innocent wisdom fortune justice sunny',
)

/** Words that name nobody wherever they stand, contractions among them. */
export const NO_NAMES = setOf(
  "i i'm i've i'd i'll a an the and or but if so then than that this these those there here it it's its he he's she she's we " +
    "we're we've they they're you you're you've your my our his her their me him them us who what when where which how why is " +
    "are was were be been being am isn't aren't wasn't weren't do does did don't doesn't didn't done have has had haven't " +
    "hasn't hadn't can could can't couldn't should shouldn't would wouldn't might must won't to of in on at by for from with " +
    'about into over under up down out off as not no yes yeah yep nope okay ok please thank thanks sorry hello hi hey good ' +
    'very just also too all any each every some back again tomorrow today tonight yesterday now later soon because fine ' +
    "gonna wanna gotta let's lets well oh mhm still only never always said says told tells asked asks",
)
