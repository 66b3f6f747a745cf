import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FRENCH_NUMBERS } from '../../../src/clinical/formatting/romance/french-numbers.ts'
import { printIn, testNothingIsLost, testPrinting } from '../../support/formatting-cases.ts'

testPrinting('fr', {
  doses: {
    'Elle prend vingt-cinq milligrammes de sertraline deux fois par jour.':
      'Elle prend 25 mg de sertraline 2 fois par jour.',
    'Donnez zéro virgule cinq millilitre toutes les huit heures.': 'Donnez 0,5 ml toutes les 8 heures.',
    'deux milligrammes et demi le soir': '2,5 mg le soir',
    'mille milligrammes, pas plus de quatre grammes': '1000 mg, pas plus de 4 g',
    'La glycémie est à un virgule vingt gramme par litre.': 'La glycémie est à 1,20 g/l.',
    'zéro virgule zéro cinq milligramme par kilo et par jour': '0,05 mg/kg et par jour',
    'Prenez deux comprimés par jour.': 'Prenez 2 comprimés par jour.',
    'deux ou trois gouttes': '2 ou 3 gouttes',
    'soixante-quinze microgrammes': '75 microgrammes',
  },
  pressures: {
    'La tension est à cent vingt sur quatre-vingts.': 'La tension est à 120/80.',
    'La tension est à douze huit.': 'La tension est à 12/8.',
    'Tension artérielle 12 sur 8, pouls à soixante-douze.': 'Tension artérielle 12/8, pouls à 72.',
    '120 sur 80 millimètres de mercure': '120/80 mmHg',
  },
  temperatures: {
    'Sa température est de trente-huit cinq ce matin.': 'Sa température est de 38,5 ce matin.',
    'La température est de 385, ce matin.': 'La température est de 38,5, ce matin.',
    'La température est à trente-huit virgule cinq degrés.': 'La température est à 38,5 °C.',
    'trente-neuf degrés de fièvre': '39 °C de fièvre',
    '38 et demi de fièvre ou une température de 38 et demi': '38 et demi de fièvre ou une température de 38,5',
  },
  shares: { 'La saturation est à quatre-vingt-dix-huit pour cent.': 'La saturation est à 98 %.' },
  'dates and times': {
    'Le rendez-vous est à huit heures trente, le trois mars deux mille vingt-quatre.':
      'Le rendez-vous est à 8 h 30, le 3 mars 2024.',
    'le premier mars mille neuf cent quatre-vingt-dix-huit': 'le 1er mars 1998',
    'à deux heures et quart': 'à 2 h 15',
  },
  'ages and heights': {
    'un patient de quarante-cinq ans': 'un patient de 45 ans',
    'un enfant de cinq ans et vingt et un mois': 'un enfant de 5 ans et 21 mois',
    'Elle pèse soixante et onze kilos et mesure un mètre soixante-douze.': 'Elle pèse 71 kg et mesure 1,72 m.',
    'Elle pèse 60 et 11 kg.': 'Elle pèse 71 kg.',
    'quatre vingt dix huit ans': '98 ans',
    'septante-deux ans, nonante et un ans, huitante-trois ans': '72 ans, 91 ans, 83 ans',
  },
  scores: { 'Douleur à sept sur dix.': 'Douleur à 7 sur 10.' },
})

test('what could be several things is left as it was said', () => {
  for (const said of [
    'Un comprimé le matin et un le soir, une fois.',
    'Prenez un demi-comprimé.',
    'Deux de ces trois médicaments.',
    'La tension est à dix sept.',
    'une lésion de 12 sur 8 cm',
    'vingt trente quarante',
    '8 heures moins le quart est trop tôt',
    'Il a de la fièvre, ibuprofène 400 puis 200.',
    'cent mille unités',
  ])
    assert.equal(printIn('fr', said), said)
})

test('what a recogniser wrote is left alone', () => {
  for (const written of [
    'Elle prend 25mg à 8h30, le 1er mars 1998.',
    'Bonjour, est-ce que vous allez bien ?',
    'Une ampoule de 100 000 unités, 98% en air ambiant.',
    "L'IRM du 03/03/2024 : TA 120/80, 0,5 mL.",
  ])
    assert.equal(printIn('fr', written), written)
})

testNothingIsLost('fr', [
  ...FRENCH_NUMBERS.keys(),
  ...['un mètre', 'la tension est à', 'sa température est de', 'heures et quart', 'le premier mars', 'huit heures'],
  ...'et sur virgule pour cent % par litre milligrammes mg degrés température tension à ou heures h quart demie le'.split(
    ' ',
  ),
  ...'premier mars 2024 38 385 120-80 15.30 1.000 4,1 ans comprimés mètre vingt-cinq quatre-vingt-dix-huit dix-'.split(
    ' ',
  ),
])
