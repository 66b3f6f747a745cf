import { rowsOf } from '../row.ts'

/** Eyes, ears, nose, throat, mouth and teeth. */
export const EYES_EARS_MOUTH = rowsOf(`
blepharitis > lid & crust/sore/red/itch/inflame; eyelid & crust/sore/red/itch/inflame; lash & crust
blepharospasm > lid & twitch/jump; eye & twitch
chalazion; hordeolum; stye > lump & lid/eyelid; stye; bump & lid/eyelid
conjunctivitis > eye & sticky; eye & gunk; eye & red; pink eye
conjunctival injection; conjunctival redness; red eye; ocular redness > eye & red; eye & bloodshot; white & red
subconjunctival haemorrhage > blood & white; eye & bleed; burst & vessel; bright red & eye
keratitis; corneal ulcer > cornea & ulcer/infect; window & eye
corneal abrasion > scratch & eye; scratch & front; scratch & cornea
contact lens wearer; contact lens use; contact lenses > contacts; lens; lenses
iritis; uveitis > inflame & eye; iris; eye & inflammation
scleritis > white & eye & pain; inflame & white
metamorphopsia; distortion; distorted; distorted vision; visual distortion > wavy; bend; crooked; wonky; straight & line; bent; line & wavy
central scotoma; scotoma; blind spot > gap; patch & missing; blank; dark & middle; smudge & middle; hole; black & middle; grey patch
macular degeneration; AMD; maculopathy > macula; wear & back of & eye; central & sight; middle & sight
intravitreal; intraocular > back & eye; into & eye; inside & eye; eye & injection; eye & needle
intravitreal injection > injection & eye; needle & eye
visual disturbance; visual symptoms; visual change > see; sight; vision; zigzag; blur; wavy; double; eye
visual loss; loss of vision; vision loss; sight loss; blindness > lose & sight; cannot & see; go & blind; went & black; sight & go; lost & vision; dark & eye
visual field defect; field loss; hemianopia; visual field loss > bump & side; miss & side; not & see & side; side vision; tunnel; half & sight
peripheral vision > side; corner; edges; bump into
near vision; presbyopia > read; close; small print; newspaper; hold & arm; arm & length
distance vision; myopia; short sighted > far; distance; telly; board; short sighted; signs
refractive error > glasses; specs
night vision; nyctalopia > dark & see; night & drive; night & see
glare > light & dazzle; headlight; dazzle; glare; bright
floaters; vitreous floaters > spot; bits; float; fly; cobweb; tadpole; specks; dots; black bits
posterior vitreous detachment > jelly; floater & flash
retinal detachment > curtain; shadow; retina & off; retina & come; retina & tear
photopsia > flash; sparks; lightning; lights
diplopia > double; two & see; see & two
proptosis; exophthalmos; prominent eyes; globe protrusion > bulge; bulgy; stick out; pop out; eye & out; stare; stick & out
lid retraction > white & above; stare; startled; wide; whites
lid lag > lid & slow; lid & behind
staring; staring appearance; stare > startled; stare; wide; wide eyed; surprised
ptosis; lid droop > lid & droop; eye & half; eyelid & drop; lid & down; eye & close
anisocoria; unequal pupils > pupil & bigger; pupil & different; pupil & size; pupil & small
pupil dilation; mydriasis > pupil & big/wide/large
strabismus; squint; esotropia; exotropia > eye & turn; eye & wander; cross & eye; lazy eye; eye & drift
amblyopia > lazy eye; patch
nystagmus > eye & flick; eye & jump; eye & wobble; eye & jerk; eye & beat
epiphora; lacrimation; watering; tearing > water; stream; tear; run & cheek; weep; eye & run
ocular grittiness; grittiness; foreign body sensation; gritty > grit; gritty; sand; something in; scratchy
dry eye; dry eyes > dry & eye; gritty; grit
ocular; periocular; periorbital; orbital; retro orbital > eye; eyes; behind & eye; round & eye; socket
retro; retro orbital; retro ocular > behind
eyelid; eyelids; lid; lids > eye; lid; shut
photophobia > light & hurt; light & bother; dark; bright; curtains; sunglass
ocular discharge; purulent discharge; mucopurulent > sticky; gunk; goo; pus; glued; stuck; crust; gunge
close > shut
lagophthalmos; incomplete eye closure > cannot & shut; cannot & close; not & close
glaucoma > pressure & eye
intraocular pressure; ocular hypertension > pressure
cataract; lens opacity > cloud; misty; lens; foggy; fog
cataract surgery; lens replacement > lens & new; cataract & done; cataract & out; operation & eye
fundoscopy; dilated fundus examination; retinal examination > back & eye; drops & look; look & eye; retina
slit lamp; slit lamp examination > microscope; lamp; light & eye
fluorescein > dye; stain; orange; yellow
retinopathy > back & eye & diabet; retina & diabet; vessel & eye; leak & eye
hearing impairment; hearing difficulty; hearing loss; difficulty hearing > cannot & hear; deaf; telly & loud; not & hear; repeat; what people say; say & again; make out
difficulty hearing > cannot & make & out; crowd; not & hear
speech discrimination; background noise; noisy environment; hearing speech > crowd; pub; restaurant; what people say; noise; group; party; noisy
speech; speech in noise > what people say; talk; say; people
presbycusis; age related hearing loss > age & hear; older & hear; high & tone
sensorineural > nerve; inner ear; inner
conductive > middle ear; wax; bones; fluid
hyperacusis > noise & loud; sounds & hurt; noise & hurt
aural fullness; ear fullness; blocked ear > ear & full; ear & block; ear & pop; ear & under water; under water; ear & bung
cerumen; ear wax; impacted wax; wax impaction > wax
microsuction; aural toilet > suck; hoover; clean & ear; wax & out
otitis externa; swimmer's ear > canal & infect; ear & canal; outer ear; swimmer
otitis media; otitis media with effusion; glue ear; middle ear effusion > glue; fluid & drum; fluid & ear; ear infect; behind & drum; ear & infect
tympanic perforation; perforated eardrum; perforated tympanic membrane > hole & drum; burst & drum; drum & burst; drum & hole; burst & ear; eardrum & hole
grommets; tympanostomy; ventilation tubes > grommet; tube & ear
otorrhoea; ear discharge; aural discharge > ear & run; ear & leak; ear & gunk; ear & ooze; ear & smell; ear & wet; ear & stuff
tinnitus > ring; hiss; buzz; whistle; hum; whoosh
vestibular; vertigo; vertiginous; rotational vertigo; rotatory > spin; room; roundabout; merry; carousel; boat; ship
disequilibrium; imbalance; unsteadiness; balance problems; impaired balance > balance; wobbl; sway; boat; stagger; drunk; unsteady; tip; veer
hearing aid; hearing aids; amplification > hearing aid; aids; aid
audiogram; audiometry; hearing assessment; pure tone audiometry > hearing test; test & hear; beep; booth; headphones
cochlear implant > cochlear; implant & ear
rhinitis; rhinorrhoea; nasal discharge > nose & run; nose & stream; nose & drip; sniff; runny
postnasal drip; post nasal drip > drip & back; mucus & throat; back & throat; clear & throat; phlegm & throat
nasal polyps; polyposis > polyp; grape
anosmia; hyposmia; reduced sense of smell; loss of smell > cannot & smell; smell & gone; no & smell; not & smell; smell & lost; smell & go
epistaxis > nose & bleed; nosebleed; bleed & nostril
nasal deformity; nasal deviation; deviated septum; septal deviation > nose & bent; nose & crook; nose & side; septum; bent & nose; nose & wonky
septoplasty; rhinoplasty > straight & nose; septum; nose & operation; nose job
sinusitis; rhinosinusitis; sinus disease > sinus; cheek & pressure; face & pressure; cheekbone
facial pressure; facial pain; facial tenderness > cheek & hurt; face & hurt; cheek & press; face & ache; cheek & sore; forehead & press
nasendoscopy; nasal endoscopy; laryngoscopy; flexible laryngoscopy > scope; camera & nose; camera & throat; tube & nose; scope & nose; through & nose
vocal cord; vocal cords; vocal fold; vocal folds; laryngeal > cord; cords; voice box
vocal; vocal demands; voice use > voice; shout; sing; talk; teach; call
hoarseness; dysphonia; hoarse; voice change > rough; croak; voice & gone; voice & husky; voice & lost; voice & rough; whisper; voice; gravel
aphonia > no voice; lost & voice; whisper
globus; globus sensation > lump & throat; something & throat; stuck
stridor; stridulous > noise & breathe; squeak; high & breath; crow
pharyngitis; tonsillitis > throat & sore; tonsil; throat & hurt
tonsillar exudate; exudates > white & spot; pus; tonsil & white; white & tonsil
tonsillar enlargement; enlarged tonsils; tonsillar hypertrophy > tonsil & big; tonsil & huge; tonsil & meet; tonsil & swell
peritonsillar abscess; quinsy > quinsy; pus & tonsil; abscess & tonsil
uvula; uvular > dangly; middle & throat
trismus; limited mouth opening; reduced mouth opening > cannot & open & mouth; jaw & lock; two fingers; open & wide; jaw & stuck; open & fingers
mouth opening > open; mouth; jaw
fingerbreadths; fingerbreadth; finger breadth; finger breadths > finger; fingers
deviation; deviated; deviates > drift; pull & side; go & side; veer; bend; crooked; lean; to the left; to the right
temporomandibular; TMJ; temporomandibular dysfunction; jaw dysfunction > jaw; click; hinge
locking; locked; locks; catching; triggering > stuck; catch; lock; jam; stick; get & stuck
clicking; clicks; crepitus > click; crack; pop; crunch; grind; creak
bruxism; teeth grinding; jaw clenching; teeth clenching > grind; clench; grind & tooth; clench & jaw
dental caries; tooth decay; dental decay; carious > hole & tooth; rot; decay; cavit; black & tooth
dental abscess; tooth abscess; periapical abscess; dental infection > abscess; tooth & swell; gum & pus; tooth & infect; gum & boil
odontalgia; dental pain; toothache > tooth & hurt; tooth & ache; tooth & throb; tooth
dentine hypersensitivity; dental sensitivity; sensitivity to cold; cold sensitivity > cold & tooth; ice & tooth; hot & cold; sweet; ice cream; zing
gingivitis; gingival inflammation; periodontitis; gum disease; periodontal > gum; gum & red; gum & bleed; gum & sore; loose & tooth
gingival bleeding; bleeding gums > gum & bleed; spit & blood; blood & brush; bleed & brush
gingival swelling; gum swelling > gum & swell
pericoronitis > gum & wisdom; gum & back tooth; flap; swell & back
molar; molars; posterior tooth > back tooth; wisdom; tooth & back
third molar; wisdom tooth; wisdom teeth > wisdom; back tooth
incisor; incisors; front tooth; front teeth > front tooth
dental extraction; tooth extraction > pull & tooth; tooth & out; extract
dental filling; restoration > filling; filled; crown; cap
dentures; denture; false teeth; prosthesis > plate; false teeth; teeth & loose; denture
ill fitting; loose > loose; not fit; slip; rub; move about
dry socket; alveolar osteitis > socket; hole & hurt; after & tooth & out
xerostomia; dry mouth; oral dryness > mouth & dry; spit; dry & tongue
halitosis > breath & smell; breath & bad
dysgeusia; taste disturbance; altered taste; metallic taste; abnormal taste > taste; metal; food & taste; copper; pennies
metallic > metal; penny; coins
aphthous; aphthous ulcers; oral ulcers; oral ulceration; mouth ulceration > ulcer; mouth & sore; sore & tongue; sore & lip
glossitis > tongue & sore; tongue & smooth; tongue & red; tongue & raw
leukoplakia > white & patch
angular cheilitis; cheilitis > corner & mouth; crack & lip; lip & crack; lips & sore
oral candidiasis; oral thrush > thrush; white & mouth; white & tongue; white & scrape
sialadenitis; salivary gland swelling; parotid swelling > gland & eat; swell & jaw; swell & eat; spit gland; parotid
drooling; sialorrhoea; hypersalivation > dribble; drool; spit; wet & pillow; saliva
mucocele > lump & lip; bubble & lip
snoring > snore; saw; snort; loud & sleep
obstructive sleep apnoea; apnoea; apnoeic episodes; apnoeas > stop & breathe; hold & breath; gasp; choke & sleep; choking
painful swallowing; odynophagia; pain on swallowing > hurt & swallow; sore & swallow; hardly & swallow; throat & swallow; glass & swallow
difficulty swallowing; dysphagia; swallowing difficulty; impaired swallow > cannot & swallow; stick; food & stuck; hardly & swallow; choke; gets stuck; go down; swallow; sits behind
`)
