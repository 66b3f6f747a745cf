/** What people are allergic to beside medicines; written here. A plural is known by its singular. */
const ALLERGENS = new Set(
  (
    'penicillin sulfa sulpha sulfur sulphur latex rubber nut peanut cashew almond walnut hazelnut pistachio pecan shellfish prawn shrimp crab ' +
    'lobster fish seafood egg milk dairy lactose wheat gluten soy soya sesame strawberry kiwi banana pineapple mango apple ' +
    'tomato mustard celery ginger garlic honey chocolate pollen grass ragweed tree dust mite mold mould cat dog horse animal dander ' +
    'feather bee wasp sting venom insect nickel iodine contrast dye plaster adhesive tape perfume chlorine hay weed bleach lanolin ' +
    'chlorhexidine morphine cephalosporin contrast'
  ).split(' '),
)

/** True for a substance, or a phrase with one, of which allergies are common. */
export const isKnownAllergen = (text: string): boolean =>
  !/\bscans?\b/.test(text) &&
  text
    .split(' ')
    .some((word) =>
      [word, word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y')].some((each) =>
        ALLERGENS.has(each),
      ),
    )
