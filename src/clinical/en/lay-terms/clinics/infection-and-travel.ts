import { rowsOf } from '../row.ts'

/** Infections, journeys and sexual health. */
export const INFECTION_AND_TRAVEL = rowsOf(`
travel; recent travel; travel history; foreign travel; overseas travel; travelling; returned traveller; travels; returned > back from; came back; go to; going to; flew; flight; abroad; holiday; trip; off to; safari; been to; been in; backpack; cruise; honeymoon; visit
pre travel; travel advice; travel health; travel consultation > go & weeks; off & to; trip; holiday; safari
tropical; endemic area; endemic; tropical travel > africa; asia; kenya; thailand; india; ghana; nigeria; brazil; jungle; safari; vietnam; gambia; uganda
malaria; malaria prophylaxis; antimalarial; chemoprophylaxis; malaria chemoprophylaxis; prophylaxis > malaria; malarone; doxycycline; mosquito; proguanil; mefloquine; antimalarial
malaria film; thick and thin film; blood film; blood films > film; drop & blood; slide
serology; serological testing > test; blood; antibod
insect repellent; bite avoidance; mosquito bite; insect bites; mosquito net > mosquito; bitten; deet; bites; net; spray; mozzie; midge
yellow fever vaccination; yellow fever vaccine > yellow fever & jab/vaccine/shot
typhoid vaccine > typhoid & jab/vaccine/shot
rabies vaccine > rabies & jab/vaccine/shot
hepatitis A vaccine > hepatitis & jab/vaccine/shot
vaccination; vaccinated; immunised; immunisation; previously vaccinated > jab; shot; vaccin; needle; booster; had it; injection
departure; before travel; prior to travel; prior to departure > before & go; before & fly; before & leave; before you; before & off
return; after return; following return; on return; post travel > home; came back; get back; landed
commencing; commence; starting; initiate > start; begin
continuing; continue; continued; ongoing > carry on; keep; go on; still; stay
viral hepatitis; blood borne virus; blood borne viruses; BBV > hepatitis; liver virus; HIV
HIV infection; living with HIV; retroviral > HIV
undetectable; undetectable viral load; virologically suppressed; viral suppression > cannot be found; not & found; undetect; no & virus; cannot & find; too low
viral load > virus; load; copies
CD4; CD4 count; CD4 cell count > T cell; T cells; cells; cd4
antiretroviral; antiretroviral therapy; antiretrovirals; ART > HIV & tablet; combination; tablets & virus; biktarvy; one pill
pre exposure prophylaxis; PrEP; post exposure prophylaxis; PEP > prep; pep; before & sex & tablet
sexually transmitted infection; STI; sexual health screen; STI screen; sexual health > check & down; clap; swab; caught; STI; test & down; clamid; chlamydia; gonorrhoea; syphilis; herpes
partner notification; contact tracing > tell & partner; let & know; ex & told
men who have sex with men; MSM; same sex partner > men; boyfriend & he; guys
sexual partner; sexual partners; new partner; casual partner; sexual contact; sexually active; partners; unprotected > slept; partner; hook; one night; condom; new boyfriend; new girlfriend; someone; sleep with; sex
genital > down there; down below; private; penis; vagina
sepsis; septic; systemic infection; septicaemia; bacteraemia > blood & infect; blood poison; infect & blood; septic
pyrexia; febrile; fever; pyrexial; pyrexia of unknown origin; fevers; feverish; elevated temperature > temperature; hot; burn; thirty eight; thirty nine; forty; boiling; shiver
rigors; rigor; shivering; chills > shake; shiver; teeth & chatter; cold & hot; bed & shake
headache > head
malaise; general malaise; systemically unwell; unwell; lethargy; viral illness; flu like; flu like symptoms; influenza like illness > rotten; rough; flu; ache; ill; knocked; washed out; grotty; under the weather; bug; wiped; like death
coryza; coryzal; coryzal symptoms; upper respiratory symptoms; upper respiratory tract infection; cold symptoms > cold; snot; sneeze; runny; sniff; snuffle; bunged
infectious mononucleosis; glandular fever; EBV > glandular; kissing
lyme disease; erythema migrans; tick bite; tick > tick; bull's eye; target; ring & rash; bullseye; woods
cat scratch; zoonosis; animal exposure; animal contact > cat; dog; farm; sheep; lamb; bird; parrot; cow; goat; rabbit
rheumatic fever; toxoplasmosis; brucellosis > joint & throat; litter
meningitis; meningococcal; meningism; meningeal irritation; neck stiffness > neck & stiff; light & hurt & neck; chin & chest; rash & fever
tetanus prone; contaminated wound > soil; rust; dirty; farm
MRSA; multidrug resistant; antibiotic resistant; resistant organism; resistance > superbug; resist; not & work; MRSA
clostridium difficile; c difficile; c diff > diff; antibiotic & runs
parasitic; parasite > worm; parasite; giardia; amoeb
stool culture; stool sample; faecal sample; stool specimen; stool microscopy; ova cysts and parasites > sample & poo; stool; pot; poo & test; sample
urine culture; midstream urine; MSU; urine sample; urine specimen > sample; pot; send & off; wee & test; urine
blood cultures; blood culture > culture; bottles; blood
throat swab; wound swab; nasopharyngeal swab; vaginal swab; high vaginal swab; swabs > swab; cotton; bud; swipe
antibiotics; antibiotic course; course of antibiotics; oral antibiotics; antimicrobial; antibiotic therapy > antibiotic; amoxicillin; penicillin; doxycycline; flucloxacillin; course; clarithromycin; erythromycin; nitrofurantoin; trimethoprim; cef; cipro; metronidazole
intravenous antibiotics; IV antibiotics; parenteral antibiotics > antibiotic & drip; antibiotic & vein; drip
antiviral; antiviral therapy; antivirals > aciclovir; antiviral; tamiflu; valaciclovir
antifungal; antifungal treatment; topical antifungal > fungus; canesten; clotrimazole; fluconazole; terbinafine; fungal
isolation; isolate; self isolation; infection control; exclusion; exclude > stay & home; keep & away; off & school; off & work; till & scab; mask; separate
occupational health; needlestick; needlestick injury; sharps injury > needle & stick; jab & finger; prick & finger; sharp; needle & used
splash injury; mucosal exposure; bodily fluid exposure > splash; spit; blood & eye
`)
