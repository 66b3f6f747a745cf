import { rowsOf } from '../row.ts'

/** Skin, allergy, blood, cancer care, glands and hormones. */
export const SKIN_BLOOD_GLANDS = rowsOf(`
dermatitis; eczema; atopic eczema; eczematous; atopic dermatitis > eczema; dry & itch; crack & skin; creases; itchy & elbows; scaly; skin & raw; scratch
contact dermatitis; irritant dermatitis; allergic contact dermatitis; hand dermatitis > hands & crack; gloves; glove; detergent; nickel; wash & hands; bleach; buckle; hair dye; earring; hands & raw; hands & sore
psoriasis; psoriatic; psoriatic plaques; plaque psoriasis > psoriasis; silver; scale; patch & elbow; flake; plaques
acne; acne vulgaris; comedones; pustules; pustular; inflammatory acne > spot; zit; pimple; blackhead; whitehead; greasy; spots & face
rosacea; facial flushing; telangiectasia > flush; red & face; red & cheeks; blush; veins & face
urticaria; hives; urticarial; urticarial rash; acute urticaria; wheals > hive; welt; nettle; wheal; bumps & itch; raised & itch; lumps & itch
angioedema; angio oedema; lip swelling; facial swelling; tongue swelling; lip angioedema; facial oedema > lip & swell; face & swell; tongue & swell; eye & swell & allerg; lips; lip & fat; throat & swell
anaphylaxis; anaphylactic; anaphylactic reaction; severe allergic reaction > throat & close; collapse & sting; pen; adrenaline; could not breathe; throat & swell; airway
adrenaline auto injector; adrenaline autoinjector; auto injector; epinephrine auto injector; adrenaline pen > pen; epipen; jext; adrenaline
skin prick test; skin prick testing; skin prick; positive skin prick test > prick; scratch & test; skin test
patch testing; patch test > patch & back; patches & back; stickers
specific IgE; RAST; allergen specific IgE > blood & allerg; allergy & blood
food challenge; oral food challenge; supervised challenge > eat & here; try & hospital; small & amounts; watch & eat; under supervision
desensitisation; immunotherapy; allergen immunotherapy > injections & allerg; drops & tongue; get used
food allergy; nut allergy; peanut allergy; allergic reaction; allergic; allergy; hypersensitivity; reaction > swell; hive; itch & mouth; tingl; come up; rash; swelled; brings & out; react; bring & up; blister
eating; ingestion; consuming; consumption of; after eating > after; ate; eat; bite; lick
shellfish; seafood; crustacean; crustaceans > prawn; crab; lobster; mussel; shrimp; oyster; scampi
tree nuts; nuts; nut > cashew; almond; walnut; hazelnut; pistachio; brazil; pecan; peanut
dairy; dairy products; cow's milk; milk protein > milk; cheese; yoghurt; butter
cow's milk protein allergy; cow's milk allergy > milk & rash; milk & blood; formula & rash; milk & allerg
oral allergy syndrome; oral itching; oral tingling; oral swelling > mouth & tingl; mouth & itch; lips & tingl; apple; kiwi; mouth & swell
aeroallergens; house dust mite; animal dander; environmental allergens; pet allergy > cat; dog; dust; pollen; mite; horse; feather
allergic rhinitis; hay fever; seasonal allergic rhinitis; rhinoconjunctivitis > sneeze; pollen; nose & itch; hay; grass; eyes & itch
insect venom allergy; venom; wasp sting; insect sting > wasp; bee; sting; hornet
drug allergy; drug reaction; drug rash; adverse drug reaction; adverse reaction; drug hypersensitivity; drug eruption > tablet & rash; antibiotic & rash; came out; react; rash; blister; made me
side effect; side effects; adverse effect; adverse effects; intolerance; poorly tolerated; intolerant > made me; upset; sick; could not take; agree; stomach; dizzy; cough; drowsy; makes me; gives me; rash
stevens johnson; toxic epidermal necrolysis > skin & peel; blister & mouth & tablet
pruritus; pruritic; itch; itching; itchy > itch; scratch; claw
excoriation; excoriations; excoriated; scratch marks > scratch; claw; pick; raw
lichenification; lichenified; thickened skin > thick & skin; leather
xerosis; dry skin; skin dryness > dry; flake; tight; crack; scaly
fissuring; fissured; skin fissures; cracked skin > crack; split
erythematous; erythema; erythematous rash; inflamed; redness > red; pink; angry; hot; sore & skin
macular; papular; papules; macules; maculopapular > spot; bump; flat; lump; raised; blotch
vesicles; vesicular; bullae; bullous; blistering > blister; bubble; water & skin; fluid & skin
cellulitis; erysipelas; skin infection; soft tissue infection > red & hot; hot & leg; spread & red; red & spread; infect & skin; tracking
abscess; boil; furuncle; carbuncle; collection > boil; pus; abscess; lump & hot; lump & sore; big spot
incision and drainage; drainage; lanced; drained > cut & open; let & out; lance; drain; squeeze; burst
hidradenitis; hidradenitis suppurativa > boils & armpit; boils & groin
tinea; ringworm; fungal infection; tinea pedis; dermatophyte; tinea corporis; athlete's foot > ring; fungal; fungus; athlete; between & toes; circle
pityriasis; pityriasis versicolor; pityriasis rosea > patches & sun; tree; christmas; patch & back
herpes simplex; cold sore; herpes labialis; herpetic > cold sore; tingl & lip; blister & lip
shingles; herpes zoster; dermatomal rash; dermatomal; postherpetic neuralgia > shingles; band & blister; one side & blister; stripe; belt & blister
hyperpigmentation; skin hyperpigmentation; pigmentation; hyperpigmented; increased pigmentation > tan; dark; brown; darker; colour
hypopigmentation; vitiligo; depigmentation; depigmented > white patch; pale patch; lost & colour; white & patches
melanoma; malignant melanoma; melanocytic; naevus; naevi; pigmented lesion; melanocytic naevus > mole; freckle; black spot; dark spot
changing mole; changing naevus; changing lesion > mole & dark; mole & big; mole & bleed; mole & itch; mole & grow; mole & change
asymmetrical lesion; irregular border; irregular pigmentation; asymmetry > edge; ragged; wonky; colours; uneven; jagged
basal cell carcinoma; rodent ulcer; BCC; pearly; non healing lesion; non healing; non healing ulcer > never & heal; not & heal; scab & back; pearl; bleed & shave; scab & off; will not & heal
squamous cell carcinoma; SCC; actinic keratosis; solar keratosis; keratotic; sun damage > crust; rough & patch; sun; scaly & spot; horn; sandpaper
seborrhoeic keratosis; seborrhoeic wart > stuck on; warty; wart & back
cyst; sebaceous cyst; epidermoid cyst; lipoma > lump & skin; cheese; fat & lump; soft lump; squeez
skin tag; skin tags > tag
keloid; hypertrophic scar; scarring > scar
alopecia areata; hair loss; alopecia; hair thinning; hair shedding > hair & out; bald; hair & thin; clump; hair & brush; patch & hair; hair & plug; hair & fall; hair & coming
hyperhidrosis; excessive sweating > sweat & hands; drip; wet & armpit; shirt; sweat
sunburn; sun exposure; UV exposure; ultraviolet > sun; sunbed; abroad; tan; outdoors
photoprotection; sun protection; sunscreen > sun cream; factor; hat; cover up; shade
emollient; emollients; moisturiser > cream; greasy; moistur; ointment; grease
topical steroid; topical corticosteroid; topical steroids; steroid cream > steroid & cream; hydrocortisone; betnovate; eumovate; steroid & ointment
isotretinoin; retinoid > roaccutane
phototherapy; light therapy; narrowband UVB > light & box; light & treatment; sunbed & hospital; cabinet
biologic; biologic therapy; biological therapy > injection & every; adalimumab; biologic; pen & fortnight
dermoscopy; dermatoscopy; dermoscopic > magnif; special & light; lens; close & look
excision biopsy; excision; punch biopsy; shave biopsy; excised > cut & out; take & off; take & sample; take & away; sample & skin; little & piece; shave; scrape
cryotherapy; cryosurgery; liquid nitrogen > freeze; froze; spray
bruising; ecchymoses; easy bruising; spontaneous bruising > bruise; black & blue; marks & legs
bleeding tendency; prolonged bleeding; bleeding diathesis; mucosal bleeding; haemorrhage; haemorrhagic > bleed & long; not & stop & bleed; gum & bleed; bleed & hours; bleed; blood
haemophilia; von willebrand > haemophil; clot & not
anaemia; anaemic; iron deficiency anaemia; iron deficiency; low haemoglobin > iron & low; blood & low; count & low; anaem; low & iron; blood & thin
pallor; pale; conjunctival pallor > pale; white; grey; washed out; ghost
pica; ice craving; pagophagia > ice & eat; chew & ice; soil; chalk; crave
sickle cell; sickle cell disease; vaso occlusive crisis; sickle crisis; sickle cell crisis; sickle cell pain > sickle; crisis
thalassaemia; haemoglobinopathy > thalass
chest crisis; acute chest syndrome > sickle & lung; chest & sickle
transfusion; blood transfusion; red cell transfusion; transfused > blood & given; bag & blood; units & blood; blood & drip; top & up
cross match; group and save; crossmatch > cross match; match
iron infusion; intravenous iron > iron & drip; iron & vein
venesection; phlebotomy; therapeutic venesection > take & pint; take & blood & off; pint & off
polycythaemia; haemochromatosis; iron overload > blood & thick; iron & much; too much iron
neutropenia; neutropenic; febrile neutropenia; neutropenic sepsis > white & low; chemo & temperature; white & down; no white
thrombocytopenia; low platelets; low platelet count > platelet & low; platelets & down; sticky & low
haematological malignancy > leukaemia; lymphoma; myeloma
paraprotein; monoclonal band; monoclonal gammopathy > band; protein & blood
lymphadenopathy; enlarged lymph nodes; palpable lymph nodes; cervical lymphadenopathy; lymph node enlargement; node enlargement > gland; lump & neck; node; lump & groin; lump & armpit
b symptoms; constitutional symptoms; systemic symptoms > sweat & weight; fever & weight; sweats & weight
bone marrow biopsy; bone marrow; marrow biopsy; bone marrow aspirate > marrow; hip & needle; needle & bone
stem cell transplant; bone marrow transplant > stem; marrow & transplant; cells & back
chemotherapy; systemic therapy; cytotoxic; chemotherapy cycle > chemo; cycle; drip & cancer; round
radiotherapy; radiation; radiotherapy sessions > ray; radiat; zap; beam; sessions
palliative; palliative care; end of life care; end of life; hospice; supportive care > hospice; comfort; macmillan; not & cure; nothing more; keep & comfortable
advance care planning; resuscitation status; DNACPR; do not attempt resuscitation; not for resuscitation > not & brought back; resus; not & want & machine; jump & chest; let & go
preferred place of death; preferred place of care > home & die; die & home; at home
breakthrough pain; breakthrough analgesia; background analgesia > top & up; extra & dose; between & doses; oramorph; in between
syringe driver; subcutaneous infusion; continuous subcutaneous infusion > pump; driver
malignancy; malignant; neoplasm; neoplastic; tumour; carcinoma > cancer; tumour; growth; lump
metastatic; metastatic disease; metastases; secondaries; disseminated > spread; secondar
tumour marker; tumour markers > marker
staging; staging scan; staging CT > how far; spread; stage
lymph node biopsy; fine needle aspiration; core biopsy; core needle biopsy > needle; sample
suspected cancer pathway; urgent suspected cancer referral; two week wait; two week wait referral; urgent referral; urgent > two week; fast; pathway; straight; within & week; soon; quick; rush; today
thyrotoxicosis; hyperthyroidism; overactive thyroid; hyperthyroid; thyrotoxic > thyroid & over; thyroid & fast; over active; graves; overactive
hypothyroidism; underactive thyroid; hypothyroid > thyroid & under; thyroid & slow; under active; underactive; sluggish
goitre; thyroid enlargement; thyroid nodule; thyroid swelling; neck swelling > neck & swell; lump & neck; thyroid & big; collar; adam
thyroid eye disease; graves; graves disease; orbitopathy > thyroid & eye; eyes & bulg; eyes & stick
thyroid replacement; thyroxine replacement; levothyroxine replacement > thyroxine; thyroid tablet
radioiodine; radioactive iodine > iodine
adrenal insufficiency; addison's; addison's disease; adrenal failure; adrenal crisis > adrenal; addison; cortisol & low; steroid & card
cushing's; cushingoid; cortisol excess; cushing's syndrome > moon; stretch & marks; hump; cortisol & high; buffalo
low cortisol; low morning cortisol; hypocortisolism > cortisol & low; cortisol
morning cortisol; serum cortisol; synacthen test > cortisol; nine & morning
steroid replacement; steroid replacement therapy; hydrocortisone replacement; glucocorticoid replacement; replacement > hydrocortisone; steroid; steroids & good; steroids & life; tablets & life
lifelong; permanent; indefinite; indefinitely; long term > for good; for life; rest of & life; for ever; always; never & stop
sick day rules; steroid emergency card; steroid card; stress dosing > double & ill; double & steroid; card
salt craving > salt; crisps; crave
acromegaly; growth hormone excess; acromegalic > ring & tight; shoe & bigger; hands & big; jaw & bigger
prolactinoma; pituitary; pituitary adenoma; hyperprolactinaemia; raised prolactin > prolactin; gland & brain; pituitary; milk & nipple
diabetes insipidus; polyuria; polydipsia; polyuria and polydipsia > drink & litres; pee & litres; thirst; pee & england; wee & all; drink & all; drink & wee; tap
diabetic; diabetes mellitus > diabet; diabetes
poor glycaemic control; glycaemic control; hyperglycaemia; hyperglycaemic; elevated glucose > sugar; sugars & high; twenties; high teens
hypoglycaemia; hypoglycaemic episodes; hypoglycaemic; low blood glucose; hypo > hypo; sugar & low; shaky & sugar; glucose & low; sugar & drop
hypoglycaemia unawareness; impaired awareness of hypoglycaemia > not & feel & hypo; no & warning; not & feel & coming; not & know & low
diabetic ketoacidosis; ketoacidosis; DKA > ketone; DKA
continuous glucose monitoring; glucose sensor; flash glucose monitoring > sensor; libre; scan & arm; patch & arm
capillary glucose; blood glucose monitoring; finger prick; self monitoring > prick; finger; meter
insulin pump; basal bolus; insulin therapy; insulin regimen; insulin titration > insulin; pump; jab; units
lipohypertrophy; injection site; injection sites > lump & inject; same & place; lumps & tummy
hypercalcaemia; hyperparathyroidism; raised calcium; elevated calcium > calcium & high; calcium & up
hypocalcaemia; hypomagnesaemia; low calcium > calcium & low
vitamin deficiency; vitamin b12 deficiency; b12 deficiency; folate deficiency; vitamin d deficiency; pernicious anaemia > vitamin & low; b12 & low; vitamin
hypogonadism; low testosterone; testosterone deficiency; testosterone replacement > testosterone
gynaecomastia; male breast enlargement > man & boob; breast & man; moobs; nipple & sore & man; breasts & grow
obesity; obese; weight management; weight gain; overweight > weight; heavy; big; stone & up; pile & on; trousers; clothes & tight
weight loss; loss of weight; unintentional weight loss; weight reduction > lost & stone; drop & stone; dress size; clothes & loose; belt; trousers & fall; trousers & loose; thin; lost & kilo; weight & off; lost & pounds; lost & half; drop & size
cachexia; cachectic; muscle loss > skin & bone; wasted
heat intolerance; cold intolerance > hot & everyone; cold & everyone; coat; window; boiling; freezing; always cold; always hot
`)
