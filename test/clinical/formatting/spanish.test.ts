import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SPANISH_NUMBERS } from '../../../src/clinical/formatting/romance/spanish-numbers.ts'
import { printIn, testNothingIsLost, testPrinting } from '../../support/formatting-cases.ts'

testPrinting('es', {
  doses: {
    'Toma veinticinco miligramos de sertralina dos veces al día.': 'Toma 25 mg de sertralina 2 veces al día.',
    'Dele cero coma cinco mililitros cada ocho horas.': 'Dele 0,5 ml cada 8 horas.',
    'dos miligramos y medio por la noche': '2,5 mg por la noche',
    'Quinientos microgramos': '500 microgramos',
    'La glucosa está en ciento veinte miligramos por decilitro.': 'La glucosa está en 120 mg/dl.',
    'El potasio está en 4.1 milimoles por litro.': 'El potasio está en 4,1 mmol/l.',
    '1.000 miligramos, no más de cuatro gramos': '1.000 mg, no más de 4 g',
    'dos o tres gotas': '2 o 3 gotas',
    'Tome treinta y una pastillas.': 'Tome 31 pastillas.',
  },
  pressures: {
    'La presión arterial es de ciento veinte sobre ochenta.': 'La presión arterial es de 120/80.',
    'La tensión está en doce ocho hoy.': 'La tensión está en 12/8 hoy.',
    'La presión es 120-80 y el pulso setenta y dos.': 'La presión es 120/80 y el pulso 72.',
    'ciento veinte sobre ochenta milímetros de mercurio': '120/80 mmHg',
  },
  temperatures: {
    'La temperatura es de treinta y ocho y medio.': 'La temperatura es de 38,5.',
    'La temperatura es de 30 y siete con ocho': 'La temperatura es de 37,8',
    'Tiene 38.5 grados de fiebre.': 'Tiene 38,5 °C de fiebre.',
    'treinta y nueve grados centígrados': '39 °C',
  },
  shares: { '¿La saturación es del noventa y ocho por ciento?': '¿La saturación es del 98 %?' },
  'dates and times': {
    'La cita es a las ocho y media, el tres de marzo de dos mil veinticuatro.':
      'La cita es a las 8:30, el 3 de marzo de 2024.',
    'el primero de marzo de mil novecientos noventa y ocho': 'el 1 de marzo de 1998',
    'el uno de mayo del dos mil veinte': 'el 1 de mayo del 2020',
    'a las quince treinta o a las 15.45': 'a las 15:30 o a las 15:45',
    'a la una y cuarto': 'a la 1:15',
  },
  'ages and heights': {
    'un paciente de cuarenta y cinco años': 'un paciente de 45 años',
    'Pesa setenta y un kilos y mide un metro setenta y dos.': 'Pesa 71 kg y mide 1,72 m.',
  },
  scores: { '¡Siete de diez!': '¡7 de 10!' },
})

test('a point is written where a country writes points', () => {
  assert.equal(printIn('es-MX', 'cero coma cinco mililitros'), '0.5 ml')
  assert.equal(printIn('es-ES', 'cero punto cinco mililitros'), '0,5 ml')
})

test('what could be several things is left as it was said', () => {
  for (const said of [
    'Una pastilla por la mañana y una por la noche, uno de ellos.',
    'Tome medio comprimido.',
    'a las ocho y veinte o a las 8 y 20',
    'una lesión de 120 sobre 80 mm',
    'veinte treinta cuarenta',
    'abierto de 15.30 a 16.30 o 1.000',
    'Tiene fiebre, ibuprofeno 400 luego 200.',
    'entre 30 y una',
    'cien mil unidades y mil gracias',
  ])
    assert.equal(printIn('es', said), said)
})

test('what a recogniser wrote is left alone', () => {
  for (const written of [
    '¿Cuánto le duele del 1 al 10? ¡Mucho!',
    'Toma 25 mg a las 8:30, 0,5 mL el 3 de marzo de 2024.',
    'TA 120/80, 7,2% el 03/03/2024.',
  ])
    assert.equal(printIn('es', written), written)
})

testNothingIsLost('es', [
  ...SPANISH_NUMBERS.keys(),
  ...[
    'un metro',
    'la tensión está en',
    'la temperatura es de',
    'a las ocho y media',
    'primero de marzo de',
    'a las ocho',
  ],
  ...'y sobre coma punto con por ciento % litro miligramos mg grados temperatura presión a o las la horas cuarto'.split(
    ' ',
  ),
  ...'media primero de del marzo 2024 38 385 120-80 15.30 1.000 4,1 años pastillas metro el un'.split(' '),
])
