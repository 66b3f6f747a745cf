import { rowsOf } from '../row.ts'

/** Gullet, stomach, bowels, liver, kidneys, bladder and men's parts. */
export const GUT_AND_KIDNEYS = rowsOf(`
dysphagia to solids; solid food dysphagia; solids > meat; bread; steak; solid; lumpy; toast
liquids; fluids; dysphagia to liquids > drink; water; tea; liquid; soup
regurgitation; regurgitates; regurgitating > bring & back up; come & back up; bring it back; back up; come up; food & up
rumination > bring & chew; chew & again
food bolus; food impaction; food sticking; bolus obstruction; sticking > stuck; stick; sit & breastbone; lodge; sits behind
reflux; gastro oesophageal reflux; acid reflux; heartburn; acid regurgitation; GORD; pyrosis > acid; burn & chest; burn & throat; sour; repeat on me; bile
dyspepsia; indigestion; epigastric discomfort > stomach & burn; under & rib; upper & tummy; burn & stomach; meal; acid
epigastric; epigastric pain; epigastric tenderness; upper abdominal pain > pit & stomach; top & tummy; under & breastbone; under & rib; stomach; upper & belly
right upper quadrant; right hypochondrium; hypochondrial > right & rib; under & rib; ribs on the right
right iliac fossa; right lower quadrant > right & low; bottom right; low & right; down on the right
left iliac fossa; left lower quadrant > left & low; bottom left; low & left; down on the left
suprapubic; suprapubic pain; hypogastric; lower abdominal > bladder; low & tummy; pubic; bottom & tummy; low down; above & bladder; bikini
periumbilical; umbilical > belly button; navel; middle & tummy
abdominal distension; distended; abdominal bloating; bloating > blow up; swell & tummy; balloon; pregnant; tight & belly; trousers; big & belly; gas
ascites; shifting dullness > fluid & belly; fluid & tummy; belly & water; water & tummy
peritonism; peritonitis; guarding; rigid abdomen > tense; rigid; board; hurt & let go; tummy & hard
early satiety; satiety; early fullness > full & quick; full & bites; few mouthfuls; full after; full & bite
belching; eructation; excess wind; flatulence > burp; wind; gas; belch; trump; fart
hiccups; singultus > hiccup
haematemesis; upper gastrointestinal bleed; upper GI bleeding > vomit & blood; sick & blood; bring & blood; coffee
melaena; black stools; tarry stool > black & poo; black & stool; tar; black & toilet; black & motion
rectal bleeding; haematochezia; fresh rectal bleeding; PR bleeding; per rectum; bleeding per rectum > blood & toilet; blood & poo; blood & pan; blood & paper; blood & wipe; blood & stool; blood & loo; blood & motion; blood & bottom; bleed & bottom
bloody diarrhoea; bloody stools; bloody > blood; bleed; red
mucoid; mucus; mucus per rectum; mucous stool; passage of mucus > slime; slimy; jelly; snot
diarrhoea; loose stools; frequent stools; loose motions; watery stools; increased stool frequency; stool frequency > loo & times; runs; toilet & times; trots; go & times; loose; watery; liquid; water & poo; squits; upset & tummy
nocturnal bowel motions; nocturnal defaecation; nocturnal diarrhoea; nocturnal symptoms > night; get up; bed
steatorrhoea; fatty stools; pale stools > float; greasy; flush; oily; pale & poo; putty; clay; stink & poo
constipation; infrequent stools; hard stools; infrequent bowel motions > poo & days; hard & poo; rock; pellets; rabbit; strain; go & week; bung; not & go; marbles; only & poo; once & week
straining; strains > push; strain; force
tenesmus; incomplete evacuation > still & go; not & empty; nothing & come; not & finish; feel & need
faecal urgency; bowel urgency; urgency > run & loo; run & toilet; cannot & hold; rush; dash; not make it; desperate
faecal incontinence; soiling; faecal soiling; overflow; encopresis > accident; soil; mess & pants; poo & pants; leak; marks & pants; dirty & pants
faecal impaction; faecal loading; impacted > block; full of; loaded; stuck; clog
bowel habit; altered bowel habit; change in bowel habit; bowel motions; bowel movement; bowel frequency > poo; loo; toilet; motion; stool; loose
bowels opening; bowels open; bowels opened > poo; toilet; motion
obstipation; absolute constipation > no & wind; not & wind; nothing & wind
haemorrhoids; haemorrhoidal; external haemorrhoids > pile; lump & bottom; grape & bottom
anal fissure; fissure > tear & bottom; glass; razor; split; cut & bottom
pruritus ani; perianal itching; anal itch > itch & bottom; itch & back passage; itchy bottom
perianal abscess; pilonidal; pilonidal sinus; perianal > boil & bottom; lump & bottom; pus & bottom; tailbone & pus; bottom; cheeks
anal fistula; fistula; perianal fistula > track; tunnel; hole & bottom; seton
rectal prolapse; prolapse > bottom & out; come down; pop & out; bulge
digital rectal examination; rectal examination; PR examination > finger & bottom; examine & bottom; finger & back passage
proctitis; colitis; ulcerative colitis; pancolitis; colonic inflammation > colitis; inflame & bowel; ulcers & bowel; inflammation; rectum & inflame
crohn's; crohn's disease; ileitis; terminal ileitis > crohn
inflammatory bowel disease; IBD > colitis; crohn
irritable bowel syndrome; functional bowel disorder; IBS > irritable; IBS; sensitive & gut
coeliac; coeliac disease; gluten sensitivity; gluten intolerance > gluten; wheat; bread; coeliac
gluten free; gluten free diet > no & gluten; gluten; cut & bread
lactose intolerance; dairy intolerance > milk; dairy; cheese
diverticulitis; diverticular disease > pouch; pocket; diverticul
bowel obstruction; intestinal obstruction; ileus > block & bowel; bowel & twist; bowel & block; bowel & stop
appendicitis > appendix
gastroenteritis; viral gastroenteritis; food poisoning; traveller's diarrhoea > bug; takeaway; chicken; dodgy; kebab; ate
pancreatitis > pancreas; enzyme & pancreas
biliary colic; cholelithiasis; gallstones; cholecystitis > gallbladder; stone; gallstone; fatty food
endoscopy; gastroscopy; OGD; upper endoscopy; oesophagoscopy > camera; scope; tube & throat; look & stomach
colonoscopy; sigmoidoscopy; flexible sigmoidoscopy; lower endoscopy > camera; scope; look & bowel
capsule endoscopy > swallow & camera; pill & camera; camera & pill
histology; histopathology; biopsies; biopsy; histological > sample; samples; microscope; specks; bits & took; under & microscope; pathology
bowel preparation; bowel prep > drink & clear; sachet; laxative
stoma > bag; stoma; colostomy; ileostomy
stoma output; high output stoma > bag & empty; bag & fill; bag & times
hepatic fibrosis; liver fibrosis; fibrosis; liver stiffness; significant fibrosis; scarring > scar; stiff; stiffness
liver stiffness; transient elastography; elastography; fibroscan > scan & liver; stiff; fibro
cirrhosis; cirrhotic > scar & liver & bad; cirrhosis
hepatic steatosis; fatty liver; NAFLD; steatotic liver disease > fat & liver; fatty
hepatitis > liver & inflame; hepatitis; inflame & liver
hepatic encephalopathy; encephalopathy > confus & liver; muddled & liver; flap
oesophageal varices; varices > vein & gullet; veins & swell
deranged liver function; abnormal liver function; raised liver enzymes; raised transaminases; elevated liver enzymes; abnormal LFTs > liver & up; liver & high; ALT & up; liver & off; liver & raised; liver & not right
jaundice; icterus; jaundiced; icteric; scleral icterus > yellow; eyes & yellow; skin & yellow
dark urine; pale stools > wee & dark; cola; tea; pee & dark; wee & brown; pee & brown
pruritus > itch; itchy; scratch
hepatomegaly; enlarged liver; palpable liver > liver & big; liver & feel; edge & liver; liver & large
splenomegaly; enlarged spleen; palpable spleen > spleen & big; spleen & feel; spleen & large; tip & spleen
hernia; inguinal hernia; groin hernia; femoral hernia; umbilical hernia; incisional hernia > lump & groin; bulge & groin; hernia; bulge & scar; pop & out; belly button & out; bulge
reducible; reduces > push & back; go back; goes back; pop & in
strangulated; incarcerated; irreducible > stuck; not & go back; hard & lump
gastric band; bariatric surgery; gastric bypass; sleeve gastrectomy > band; sleeve; stomach & smaller; weight & operation; staple
gastrostomy; PEG; PEG tube; gastrostomy feeding; enteral feeding > tube & stomach; feeding tube; peg; button; feed & tube
nasogastric; nasogastric tube > tube & nose
dysuria; painful urination; pain on urination; burning micturition > burn & wee; sting & wee; hurt & pee; glass; sting; burn & pee; burn & go; hurt & wee
urinary frequency; frequency of micturition; frequency; increased urinary frequency > loo & times; pee & hour; wee & often; wee & time; pee & time; every hour; every half; go & a lot; back and forth
nocturia; nocturnal micturition > up & night; times & night; get up & wee; up & wee
urinary urgency; urge; urge incontinence; urgency incontinence > rush; run; key & door; hold; desperate; tap; on the way; not make; cannot hold; way to the loo
stress incontinence; stress urinary incontinence; leakage; urinary leakage; urinary incontinence > leak; wet; jump; cough; laugh; sneeze; trampoline; run & leak; pad
incontinence pads; continence pads; pads > pad
overflow incontinence; dribbling; terminal dribbling; post micturition dribble > dribble; drip; drops & after
urinary hesitancy; hesitancy; delayed initiation > stand & wait; wait; takes & start; ages; get started; get going
poor urinary stream; reduced urinary flow; weak stream; diminished urinary flow; intermittent stream > trickle; dribble; stream; flow; weak; stop & start
urinary retention; acute urinary retention; unable to pass urine; retention > cannot & wee; cannot & pee; not & pass & water; nothing & come & wee; cannot & go; not & wee
incomplete bladder emptying; incomplete emptying; post void residual > not & empty; still & there; left behind; not & finish; residual; still & full
lower urinary tract symptoms; LUTS; urinary symptoms; storage symptoms; voiding symptoms > wee; pee; loo; stream; night & up; flow
haematuria; visible haematuria; frank haematuria; macroscopic haematuria; red urine; discoloured urine > blood & wee; blood & pee; pink; red & pee; red & wee; red & toilet; blood & water; rose; red & urine; pee & red; wee & red
microscopic haematuria; non visible haematuria > trace & blood; blood & dip
pneumaturia > air & wee; bubbles & wee; fart & wee
frothy urine; proteinuria; foamy urine; albuminuria > froth; bubble; foam; protein; beer
cloudy urine; malodorous urine; offensive urine > cloud; smell & wee; smell & pee; stink & wee
renal colic; loin pain; flank pain; renal angle tenderness > side & groin; back & side; flank; loin; kidney & hurt; side & back
ureteric stone; ureteric calculus; renal calculus; renal calculi; calculi; urolithiasis; nephrolithiasis; calculus > stone; stones
pyelonephritis; upper urinary tract infection > kidney & infect
urinary tract infection; UTI; cystitis; lower urinary tract infection > water & infect; wee & infect; bladder & infect; cystitis; waterworks
recurrent UTI; recurrent urinary infections > keep & infect; keep & water; another & water; keep & cystitis
interstitial cystitis; bladder pain > bladder & hurt; bladder & sore; full & hurt
bladder training; bladder retraining > hold & longer; train & bladder; wait & longer
pelvic floor; pelvic floor exercises; pelvic floor training > squeeze; down below; kegel; floor
urodynamics; flow test; uroflowmetry > flow; pressure & bladder; bladder & test
cystoscopy; flexible cystoscopy > camera & bladder; look & bladder; scope
catheter; catheterisation; urinary catheter; indwelling catheter; catheterised > tube; bag & leg; catheter
intermittent self catheterisation; self catheterisation > tube & myself; myself & catheter
blocked catheter; catheter blockage > bag & empty; block; not & drain; bypass
prostate enlargement; benign prostatic enlargement; prostatomegaly; enlarged prostate > prostate & big; prostate & large; big & prostate; size & prostate
prostatitis > prostate & infect; prostate & sore; tender & prostate
raised PSA; elevated PSA > PSA & up; PSA & high; PSA
chronic kidney disease; renal impairment; CKD; impaired renal function; renal insufficiency > kidney & not; kidney & down; kidney & slow; kidney & work; kidney & percent; kidneys
acute kidney injury; AKI; acute renal impairment > kidney & knock; kidney & hit; kidney & suddenly; kidneys & hurt; kidney & struggle
renal transplant; kidney transplant; renal allograft > new kidney; kidney & transplant; donor & kidney; kidney & from
liver transplant > new liver; liver & transplant
haemodialysis; dialysis; peritoneal dialysis; renal replacement therapy > machine; dialysis; fluid & belly & night; fistula; on the machine
arteriovenous fistula; AV fistula; dialysis access > fistula; buzz & arm; line
immunosuppression; immunosuppressed; immunosuppressant; immunocompromised; immunosuppressive > tacrolimus; ciclosporin; azathioprine; mycophenolate; methotrexate; transplant; biologic; steroid; chemo; rejection
transplant rejection; rejection > reject
fluid restriction; restricted fluid intake > drink & only; litre & day; litre & half; limit & drink
renal diet; low potassium diet; low salt diet; sodium restriction; salt restriction > banana; salt; potato
scrotal swelling; hydrocele; testicular swelling > ball & swell; ball & big; sack; fluid & ball; scrotum & big; nuts
varicocele > worms & ball; bag of worms; vein & ball
testicular pain; orchitis; epididymitis; epididymo orchitis; orchalgia > ball & hurt; ball & ache; testicle & hurt; ball & sore; testicle & sore; kick
testicular torsion; torsion > twist & ball; twist & testicle; twist
testicular lump; testicular mass > lump & ball; lump & testicle; pea & ball
undescended testis; cryptorchidism; undescended testicle > ball & not; testicle & not & down; only one & ball; not & dropped
phimosis; tight foreskin; non retractile foreskin > foreskin & tight; foreskin & back; skin & not & back; foreskin & balloon
paraphimosis > foreskin & stuck
balanitis; balanoposthitis > end & sore; tip & sore; tip & red; foreskin & sore
penile curvature; peyronie's; peyronie's disease; curvature > bend; bent; curve; banana; crooked; bends
penile; with erection; erect; erection; erections; tumescence > hard; erect; willy; get it up; stiff; get hard; privates
dorsal; plaque; palpable plaque; dorsal plaque > lump & top; top; hard & lump; ridge; lump
erectile dysfunction; impotence; erectile difficulties > cannot & hard; not & hard; get it up; keep it up; soft; perform; stay hard; not & stand
premature ejaculation > come & quick; come too; finish & quick
haematospermia > blood & semen; blood & come; blood & sperm
reduced libido; low libido; loss of libido > not & fancy; sex & interest; not & bother & sex; gone off; no & drive; not in the mood
vasectomy; sterilisation; tubal ligation > snip; tubes & tied; cut & tubes; clip
semen analysis; sperm count; low sperm count; oligospermia; azoospermia > count; sperm; sample & swim; swimmers; pot
urethral discharge; penile discharge; urethritis > discharge; drip; stuff & tip; pus & end; leak & end
genital ulcer; genital ulceration; genital lesion > sore & down; blister & down; lump & down; sore & penis; bump & down; sores
`)
