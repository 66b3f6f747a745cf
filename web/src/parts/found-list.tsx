import type { Place } from '../../../src/domain/search.ts'
import { printDay } from '../format.ts'
import { foundPlace } from '../found-place.ts'
import { t } from '../texts.ts'
import type { Found } from '../use-search.ts'
import { Row } from './visit-list.tsx'

/** What a search found, with the day of each and where it stands; opened, the page begins there. */
export function FoundList({ found }: { found: readonly Found[] }) {
  return (
    <div class="visits found">
      <ul class="list" aria-label={t('results')}>
        {found.map((one) => (
          <Row key={one.id} consultation={one} onOpen={() => foundPlace.put(one.places.find(isInside))}>
            <small>{printDay(one.createdAt)}</small>
            {one.places.map((place) => (
              <small key={`${place.in} ${place.text}`} dir="auto">
                <b>{nameOf(place)}</b> {place.text}
              </small>
            ))}
          </Row>
        ))}
      </ul>
    </div>
  )
}

/** What is known of the visit stands at its head. */
const isInside = (place: Place) => place.in !== 'visit'

const nameOf = (place: Place) =>
  place.in === 'document' ? (place.title ?? t('document')) : t(place.in === 'visit' ? 'patientPage' : 'transcript')
