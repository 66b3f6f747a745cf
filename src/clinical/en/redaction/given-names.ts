/** Common given names of several languages, written down here; a rule needs no more of a person than this. */
export const GIVEN_NAMES = new Set(
  (
    'aaron abdul abigail abu ada adam adriana ahmed aisha alan albert alejandro alex alexander alexandra alexis ali alice alicia alison ' +
    'amanda amber amelia amina amy ana andrea andreas andrew angela anita ann anna anne anthony antonio arthur ashley ava ayesha barbara ' +
    'beatrice ben benjamin bernard beth betty beverly bola bradley brandon brenda brian bruce bryan camille carl carla carlos carol ' +
    'caroline carolyn catherine cecilia charles charlotte chen cheryl chidi chiara chinedu chioma chloe christina christine christopher cindy ' +
    'claire clara claudia colin connor craig cynthia daniel daniela danielle david deborah debra denise dennis diana diane diego dmitri ' +
    'donald donna dorothy douglas dylan edith eduardo edward efua elaine eleanor elena elizabeth ella ellen emeka emily emma eric erica ' +
    'erik esther ethan eugene eva evelyn fatima felix fernando fiona florence frances francis francisco frederick gabriel gareth gary george ' +
    'georgia gerald gladys gloria gordon greg gregory guillaume gustavo hannah harold harriet harry hassan heather helen henry hiroshi ' +
    'howard hugo ian ibrahim ifeoma imani ines irene isaac isabel isabella ivan jacob jacqueline jake james jamie jane janet janice jasmine ' +
    'jason javier jennifer jeremy jerome jessica joan joanna joe john jonathan jorge jose joseph joshua joyce juan judith judy julia julian ' +
    'julie justin kamau karen karl katherine kathleen kathryn katie keith kelly kemi kenneth kevin kimberly kofi kwame kyle laura lauren ' +
    'lawrence leah leila leo leon leonard leslie liam lillian linda lisa logan lorraine louis louise lucas lucia lucy luis luke lydia ' +
    'madison malcolm manuel marcus margaret maria mariam marie marilyn mario marjorie martha martin mary matthew maureen mei melanie melissa ' +
    'michael michelle miguel mohamed mohammed monica muhammad musa nadia nancy natalie natasha nathan nathaniel ngozi nicholas nicole nigel ' +
    'nina noah nora norma obi olga olivia oliver omar oscar pamela patricia patrick paul paula pauline pedro peter philip phillip phyllis ' +
    'pierre priya rachel rafael raj ralph ramon raymond rebecca ricardo richard rita robert roberta roger ronald rosemary roxanne roy russell ' +
    'ruth ryan sabrina sally samantha samuel sandra sanjay sara sarah scott sean sebastian segun sharon sheila shirley simon sofia sophia ' +
    'sophie stacey stanley stella stephanie stephen steven stuart susan suzanne sven sylvia tamara tanya teresa terence theodore theresa thomas ' +
    'tiffany timothy tina tobias todd tony tracy travis trevor tunde tyler ursula valerie vanessa veronica victoria vincent vivian vladimir ' +
    'walter wanda wayne wendy wesley william winston xavier yasmin yolanda yusuf yvonne zachary zainab zoe'
  ).split(' '),
)
