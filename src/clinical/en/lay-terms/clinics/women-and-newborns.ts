import { rowsOf } from '../row.ts'

/** Periods, contraception, pregnancy, birth, feeding, menopause, breasts and newborns. */
export const WOMEN_AND_NEWBORNS = rowsOf(`
amenorrhoea; absent periods; cessation of menses; secondary amenorrhoea > period & stop; no & period; period & not & come; miss & period; not & period; period & gone; without & period; not & bleed
oligomenorrhoea; irregular menses; irregular periods; irregular cycle; irregular menstrual cycle > period & all over; period & every; period & late; period & miss; period & when; few & period; never know & period
menorrhagia; heavy menstrual bleeding; heavy periods; heavy bleeding > period & heavy; flood; clot; soak; super; double & pad; pad & hour; tampon & hour; change & hour; through & pad
dysmenorrhoea; painful periods; period pain; menstrual pain > period & hurt; period & pain; period & agony; period & cramp; period & doubled; cramp & month; curled & period
intermenstrual bleeding; breakthrough bleeding; irregular bleeding > between & period; bleed & between; spot & between; middle & month & bleed; spotting; bleed & pill
postcoital bleeding > sex & bleed; sex & blood; bleed & after
postmenopausal bleeding > bleed & year & period; bleed & change; bleed & menopause
dyspareunia; deep dyspareunia; superficial dyspareunia; painful intercourse; pain on intercourse > sex & hurt; sex & pain; sex & sore; inside & sex; intercourse & hurt; sleep together & hurt; sex & tight; sex & burn
vaginismus > tight & sex; cannot & tampon; close & up & sex; clamp
vaginal dryness; atrophic vaginitis; vaginal atrophy; genitourinary syndrome of menopause > dry & down; dry & sex; sandpaper; dry & vagina; dryness
vaginal discharge; abnormal vaginal discharge; offensive discharge > discharge; fishy; stuff & knickers; curdy; cottage cheese; itch & down; smelly & discharge
bacterial vaginosis > fishy; fish
vulvovaginal candidiasis; vaginal candidiasis; candidiasis; vulvovaginitis > thrush; cottage cheese; itch & down; curdy
vulval; vulval itching; vulval soreness; pruritus vulvae; vulvodynia; vulval irritation > down below; down there; itch & down; sore & down; lips & itch
lichen sclerosus > white & down; white patch & vulva; lichen
bartholin's; bartholin's abscess; bartholin's cyst > lump & lips; lump & entrance; swell & lips; lump & opening
pelvic pain; lower pelvic pain; pelvic discomfort > low & tummy; down low; pelvis; ovar; womb & pain
pelvic inflammatory disease > infect & tubes; infect & womb
endometriosis > endometriosis; lining & outside; lining & grow
ovarian cyst; ovarian cysts; adnexal mass > cyst; ovar & lump
polycystic ovary syndrome; PCOS; polycystic ovaries > polycystic; PCOS; cyst & ovar
hirsutism; excess hair growth; facial hair > hair & chin; hair & face; shave; beard; hair & belly; whisker; moustache; pluck
fibroid; fibroids; uterine fibroids; leiomyoma > fibroid; lump & womb; growth & womb
endometrial; endometrium; endometrial thickness > lining; womb
hysteroscopy > camera & womb; look & womb
colposcopy > smear & microscope; look & neck; closer & look; cervix & look
cervical screening; cervical smear; cervical cytology; cervical screening test > smear; pap
abnormal cervical cytology; abnormal smear; dyskaryosis > smear & abnormal; cells & smear; smear & changes; smear & came back
HPV; human papillomavirus > HPV; wart virus
uterovaginal prolapse; vaginal prolapse; pelvic organ prolapse; vaginal wall prolapse; anterior vaginal wall prolapse; posterior vaginal wall prolapse; cystocele; rectocele; wall prolapse > bulge; lump & down; come down; fall out; dragging; bulge & wall; something & down; front wall; back wall; bear down; coming down
dragging sensation; vaginal heaviness > drag; heavy & down; fall out
vaginal; vaginal wall > wall; front passage; bear down
anterior > front
on straining; with straining; valsalva > bear down; push; cough; strain; bear
pessary; ring pessary; vaginal pessary > ring; pessary
hysterectomy; oophorectomy; salpingectomy; total hysterectomy; bilateral salpingo oophorectomy > womb & out; womb & away; womb & remov; everything & out; ovar & out; tubes & out; take & womb
intact uterus; uterus intact; uterus > womb; still & womb
contraception; contraceptive use; contraceptive; contraceptive method > pill; coil; implant; condom; patch; depo; injection; cap
combined oral contraceptive; combined pill; combined hormonal contraception > pill; microgynon; combined
progestogen only pill; progesterone only pill; mini pill > mini; cerazette; desogestrel
intrauterine device; intrauterine system; intrauterine contraceptive; coil insertion; levonorgestrel intrauterine system > coil; mirena
contraceptive implant; subdermal implant; etonogestrel implant > implant; rod; nexplanon; bar & arm
emergency contraception; emergency hormonal contraception; postcoital contraception > morning after; condom & split; forgot & pill
unprotected intercourse; unprotected sexual intercourse; UPSI; condomless > no & condom; without & condom; condom & split; did not use; nothing & used; condom & broke
lost threads; coil threads; threads > string; thread; strings
pregnancy; gravid; pregnant; gestation; antenatal; obstetric; of pregnancy > weeks; expecting; baby; pregnant; due; bump; positive test
weeks of gestation; weeks gestation; gestation; weeks pregnant > weeks; months gone
positive pregnancy test > test & positive; line; pee & stick; two lines
multiparous; parous > second; third; two kids; three kids
primigravida; nulliparous; first pregnancy > my first; first & baby; first & pregnan; no children
estimated date of delivery; due date > due
hyperemesis; hyperemesis gravidarum; nausea and vomiting of pregnancy; morning sickness > sick & week; sick & pregnan; vomit & week; sick & times; throw up & pregnan; sick
ketonuria; ketosis; dehydration; dehydrated > ketone; dry; spit; nothing & in me; keep down; parched
threatened miscarriage; miscarriage; pregnancy loss; early pregnancy loss; missed miscarriage > lose & baby; lost & baby; bleed & week; lost & it; heartbeat & no; no & heartbeat; miscarried; lost & one
ectopic pregnancy > ectopic; tube & pregnan; in & tube
termination of pregnancy; termination > abortion; not & keep & baby; end & pregnan; terminat
antepartum haemorrhage; vaginal bleeding; per vaginal bleeding > bleed; blood; spot
placenta praevia; low lying placenta > placenta & low; afterbirth & low; low & placenta
placental abruption; abruption > placenta & away; placenta & come
fetal movements; reduced fetal movements; decreased fetal movements; fetal movement > baby & move; baby & kick; baby & quiet; baby & feel; feel & baby; him & move; kick; wriggle; kicks
CTG; cardiotocography; fetal heart tracing; cardiotocograph; fetal monitoring > trace; belt; heartbeat; monitor
growth scan; fetal growth; growth; small for gestational age; small for dates; growth restriction; fetal growth restriction > measure & small; small & baby; scan; small; growing; little baby; tape
large for dates; macrosomia; large for gestational age > big & baby; baby & big; baby & measure & big
polyhydramnios; oligohydramnios; liquor; amniotic fluid > water & round; waters; fluid & round
amniocentesis; chorionic villus sampling > needle & womb; needle & baby; needle & bump
screening; combined screening; combined test; antenatal screening > test & down; chance; neck & scan
gestational diabetes > sugar & pregnan; diabet & pregnan; sugar & weeks
glucose tolerance test; oral glucose tolerance test; OGTT > sugary drink; glucose drink; drink & blood; lucozade
pre eclampsia; preeclampsia; pregnancy induced hypertension; gestational hypertension > pressure & weeks; pressure & protein; pressure & pregnan
breech; breech presentation; malpresentation > bottom & first; bottom & down; feet first; head & up; upside; head & ribs
external cephalic version; ECV > turn & baby
cephalic presentation; cephalic; vertex > head & down
labour; in labour; uterine contractions; regular contractions; contractions > tighten; contraction; pains & minutes; pains; come every
spontaneous rupture of membranes; ruptured membranes; rupture of membranes; membranes ruptured > water & go; water & broke; gush; waters & went; waters
cervical dilatation; dilated > centimetre; open
induction of labour; induction; induced > start & off; bring & on; pessary; drip; get & going
epidural; epidural anaesthesia; spinal anaesthesia; spinal; regional anaesthesia > back & needle; epidural; numb & waist; spine
following epidural; post dural puncture headache; post dural; after epidural > epidural; spine
instrumental delivery; forceps delivery; ventouse; assisted delivery; forceps > forceps; suction; vacuum; sucker; kiwi cup; salad spoons
caesarean; caesarean section; emergency caesarean; elective caesarean; lower segment caesarean > section; sunroof; cut & baby; theatre & baby
vaginal delivery; normal vaginal delivery; spontaneous vaginal delivery; vaginal birth > natural; push & out; normal & birth; gave birth; delivered
perineal tear; perineal trauma; episiotomy; third degree tear; perineal > tear; cut & down; stitches & down; tore; stitch
perineal pain; perineal wound > stitches & sore; down & sore; tear & sore
postpartum haemorrhage; PPH > bleed & after & birth; lost & blood & birth; lost & litre
retained placenta; retained products; retained products of conception > placenta & stuck; left & womb; bits & left; afterbirth
lochia > bleed & since & birth; bleed & after & birth; discharge & birth
postnatal; postpartum; puerperal; postnatally > since & birth; since & baby; after & birth; weeks & old; had him; had her; days ago & born; epidural; milk; baby
postnatal depression; perinatal depression > baby & cry; not & bond; baby & low; low since & birth
bonding; attachment > bond; love; connect; feel & nothing & baby
breastfeeding; breastfed; lactation; lactating; breastfeeding established; exclusively breastfed > milk; feed & myself; nurse; latch; breast; boob; feed her; feed him
lactation established; lactogenesis; milk supply > milk & in; milk & came; milk
low milk supply; insufficient milk > not enough & milk; no & milk; little & milk; milk & dry
latch; latching; poor latch; latching difficulty; difficulty latching; attachment difficulty > latch; take & breast; cannot & get & on; slip off; hold on; clamp
breast engorgement; engorged; engorgement > rock; full & hard; boob & hard; breast & hard; solid
mastitis; breast abscess; breast infection > red & breast; hard & breast; hot & breast; red patch; breast & infect; wedge
nipple pain; nipple trauma; cracked nipple; sore nipples; nipple soreness > nipple & sore; nipple & crack; nipple & bleed; nipple & hurt; toe curling
nipple discharge; galactorrhoea > leak & nipple; milk & nipple; stuff & nipple; discharge & nipple; ooze & nipple
nipple inversion; inverted nipple; nipple retraction > nipple & in; nipple & pull; nipple & turn
breast lump; breast mass; palpable breast lump > lump & breast; lump & boob; pea & breast; lump
mastalgia; breast pain; breast tenderness; cyclical mastalgia > breast & sore; boob & hurt; breast & hurt; breast & ache; breast & tender
skin dimpling; peau d'orange; skin tethering > dimple; orange; pucker
axillary; axillary lymphadenopathy; axillary node; axillary clearance; axillary node clearance; node clearance > armpit; under & arm; gland & out; gland & armpit; oxter
lymphoedema; arm swelling; limb swelling > swell & arm; arm & big; arm & heavy; swell & leg; glands & out; puffy arm
compression sleeve; compression garment; sleeve > sleeve; garment; glove
mastectomy; lumpectomy; wide local excision; breast conserving surgery > lump & out; breast & off; breast & remov; took & lump
breast reconstruction > reconstruct; new boob; rebuild
mammogram; mammography; breast imaging > mammogram; squash; breast & x-ray
menopause; menopausal; perimenopause; perimenopausal; climacteric > change; flush; sweat & period; period & stop; the change; no & period; hot & sweats
postmenopausal; post menopausal > no & period & month; period & stop & month; period & stop & year; last period & year; change; fourteen & period
vasomotor symptoms; hot flushes; hot flashes; flushing > flush; hot & sudden; wave & heat; sweat; boiling; window; throw & covers; burn up; sweats
night sweats; nocturnal sweating; sweats > sweat; soak; drench; sheets
hormone replacement therapy; HRT; menopausal hormone therapy > patch; gel; oestrogen; hormone
transdermal; transdermal oestrogen; patch; patches > patch; gel; stick on
premature ovarian insufficiency; premature menopause; early menopause > change & early; menopause & thirty; period & stop & young
infertility; subfertility; failure to conceive; trying to conceive; primary infertility; secondary infertility > try & baby; trying; not & pregnan; fall pregnant; catch; conceive; years & baby
ovulation; anovulation > egg; release; ovulat
in vitro fertilisation; IVF; assisted conception; fertility treatment > IVF; test tube; egg & collect; embryo; ICSI
egg collection; oocyte retrieval; embryo transfer > egg; embryo
ovarian hyperstimulation > bloat & egg; swell & injection
hysterosalpingogram; tubal patency; HSG > dye & tube; tubes & open; tubes
male factor; male factor infertility > his & count; husband & count; sperm & low
preterm; premature; preterm birth; prematurity; born preterm > early; thirty & weeks; before & due; weeks early; prem; tiny; at & weeks
neonatal; neonatal unit; neonatal intensive care; NICU; special care baby unit; neonatal unit stay > special care; incubator; baby unit; neonatal; SCBU
neonatal jaundice; phototherapy; physiological jaundice > yellow & baby; light; lamp; lights; blue light; yellow
birth weight; low birth weight > born & pounds; weighed; pounds & born; ounces; kilo
birth asphyxia; resuscitation at birth; required resuscitation > not & breathe & born; blue & born; rub & born; flat & born; not & cry; oxygen & born
poor feeding; reduced feeding; feeding difficulty; feeding difficulties; refusing feeds; reduced oral intake > not & feed; half & bottle; not & take; off & feed; not & milk; pull off; fall asleep & feed; turn & bottle; fuss; wont & take
weight gain; poor weight gain; faltering growth; failure to thrive; static weight > not & put on; not & gain; drop & line; weight & same; centile; thin; lost & weight
umbilical stump; umbilical; umbilical cord; omphalitis > cord; belly button; stump
umbilical granuloma > bud; red & belly button; moist & belly button
tongue tie; ankyloglossia; restricted tongue protrusion; tongue restriction; tongue protrusion; restricted tongue movement > tongue & gum; tongue & past; tongue & out; band & under; tongue & stuck; tight band; heart & tongue
frenulum; lingual frenulum; frenotomy; frenulotomy > band & tongue; tight & band; snip; cut & band
infantile colic; colic > cry & evening; draw & legs; cry & hours; pull & knees; scream & evening; wind
posseting; gastro oesophageal reflux; infant reflux; regurgitation after feeds > sick & feed; bring & milk; spit up; possets; milk & up; arch & back
projectile; projectile vomiting > across & room; shoot; fountain; wall; hit
nappy rash; napkin dermatitis; diaper rash > nappy & red; bottom & red; bottom & sore; nappy & sore
cradle cap; seborrhoeic dermatitis > scalp & crust; flake & scalp; yellow & scalp; dandruff
plagiocephaly; positional plagiocephaly; flattening; head flattening; flattened > flat; flat & head; flat & side; head & shape; wonky & head
torticollis; head preference; head turning preference; preferential head turn > only & look; look & one; turn & head; only & turn; neck & one; looks to the; favour
fontanelle; fontanelles; anterior fontanelle > soft spot
developmental dysplasia of the hip; hip dysplasia; DDH > hip & click; click & hip; hip & out; hip & shallow; harness
talipes; clubfoot; positional talipes > foot & turn; feet & turn; club foot; foot & in
undescended; heel prick; newborn screening; newborn blood spot > heel & prick; prick
`)
