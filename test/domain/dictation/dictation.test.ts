import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fitDictation } from '../../../src/domain/dictation/fit-dictation.ts'
import { readDictation } from '../../../src/domain/dictation/read-dictation.ts'
import { writeDictated } from '../../../src/domain/dictation/write-dictated.ts'

const add = (before: string, said: string, language = 'en') =>
  fitDictation(readDictation(said, language, 'explicit'), before, (word) => word === 'Xarelto')

describe('dictation', () => {
  test('writes in English the marks that are spoken, and none that is not', () => {
    for (const [said, written] of [
      ['No fever comma no cough period. Pain colon none full stop', 'No fever, no cough. Pain: none.'],
      ['Any pain question mark new line no', 'Any pain?\nNo'],
      ['Chest clear full-stop semi-colon New-line plan', 'Chest clear.;\nPlan'],
      ['Chest clear, no murmur. Abdomen soft', 'Chest clear no murmur abdomen soft'],
      ['Aspirin open bracket once daily close bracket full stop new paragraph plan', 'Aspirin (once daily).\n\nPlan'],
      ['Temperature 37.5 comma pulse 80 slash minute', 'Temperature 37.5, pulse 80/minute'],
      ['He says open quote it hurts close quote semicolon follow hyphen up', 'He says “it hurts”; follow-up'],
    ] as const)
      assert.equal(writeDictated(said, 'en-US'), written)
  })

  test('writes what only sounds like a mark as a word', () => {
    assert.equal(writeDictated('her last period was in May full stop', 'en'), 'Her last period was in May.')
    assert.equal(
      writeDictated('no polyps in the sigmoid colon comma colon cancer excluded', 'en'),
      ['No polyps in the sigmoid colon, colon cancer excluded'].join(),
    )
    assert.equal(writeDictated('douleur au point de McBurney point', 'fr'), 'Douleur au point de McBurney.')
    assert.equal(writeDictated('ingresa en coma punto', 'es'), 'Ingresa en coma.')
  })

  test('knows French and Spanish', () => {
    assert.equal(
      writeDictated(
        "Pas de fièvre virgule toux sèche point à la ligne douleur deux points aucune point d'interrogation",
        'fr-FR',
      ),
      'Pas de fièvre, toux sèche.\nDouleur\u00a0: aucune\u00a0?',
    )
    assert.equal(writeDictated('Ouvrez la parenthèse depuis hier fermez la parenthèse', 'fr'), '(Depuis hier)')
    assert.equal(
      writeDictated('Sin fiebre coma tos seca punto y aparte abrir interrogación dolor cerrar interrogación', 'es-ES'),
      'Sin fiebre, tos seca.\n\n¿Dolor?',
    )
  })

  test('takes back what was said: in the same breath, or before', () => {
    assert.equal(writeDictated('left knee scratch that right knee full stop', 'en'), 'Right knee.')
    assert.deepEqual(add('The left knee.', 'Scratch that. The right knee'), { undone: 1, text: ' The right knee' })
    assert.equal(writeDictated('genou gauche effacez cela genou droit', 'fr'), 'Genou droit')
    assert.equal(writeDictated('rodilla izquierda borra eso rodilla derecha', 'es'), 'Rodilla derecha')
  })

  test('fits spaces and capitals to what stands in the field', () => {
    assert.equal(add('', 'chest clear').text, 'Chest clear')
    assert.equal(add('The chest is', 'Clear full stop').text, ' clear.')
    assert.equal(add('Chest clear.', 'No murmur').text, ' No murmur')
    assert.equal(add('Chest clear.\n', 'no murmur').text, 'No murmur')
    assert.equal(add('Stop aspirin (', 'Last dose').text, 'last dose')
    assert.equal(add('Start', 'Xarelto').text, ' Xarelto')
    assert.equal(add('Order an', 'ECG').text, ' ECG')
    assert.equal(add('Chest clear', 'Comma no murmur').text, ', no murmur')
  })

  test("leaves the engine's marks where they are wanted, and none where none are", () => {
    const said = 'Chest clear, no murmur. New paragraph. Plan comma rest.'
    assert.equal(writeDictated(said, 'en', 'automatic'), 'Chest clear, no murmur.\n\nPlan comma rest.')
    assert.equal(writeDictated(said, 'en', 'none'), 'Chest clear no murmur\n\nPlan comma rest')
  })

  test('of a language whose commands are not known, writes what is said', () => {
    assert.equal(writeDictated('kein Fieber Komma', 'de'), 'Kein Fieber Komma')
  })
})
