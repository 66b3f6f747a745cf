// The workbench: sign in, send a recording, read its transcript beside its documents. It talks to the native API only.
const element = (id) => document.getElementById(id)
const say = (text) => {
  element('message').textContent = text
}

let key = sessionStorage.getItem('key') ?? ''

async function ask(path, options = {}) {
  const response = await fetch(path, { ...options, headers: { authorization: `Bearer ${key}`, ...options.headers } })
  if (response.ok) return response
  const { error } = await response.json()
  throw new Error(error.message)
}

const askJson = async (path, options) => (await ask(path, options)).json()

/** Runs what a person started, and says what went wrong where they look. */
function attempt(action) {
  return async (event) => {
    event?.preventDefault()
    try {
      await action()
    } catch (error) {
      say(error.message)
    }
  }
}

const clock = (ms) => new Date(ms).toISOString().slice(ms < 3_600_000 ? 14 : 11, 19)

function make(tag, text, attributes = {}) {
  const node = document.createElement(tag)
  node.textContent = text
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value)
  return node
}

async function showConsultations() {
  const { consultations } = await askJson('/api/consultations')
  const entries = consultations.map(({ id, createdAt, request }) => {
    const button = make('button', `${new Date(createdAt).toLocaleString()} · ${stateOf(request)}`)
    button.addEventListener(
      'click',
      attempt(() => showConsultation(id)),
    )
    const entry = make('li', '')
    entry.append(button)
    return entry
  })
  element('consultations').replaceChildren(...entries)
  return consultations
}

/** A session may have begun without anything to hear yet. */
function stateOf(request) {
  if (request === undefined) return 'nothing heard yet'
  return request.status === 'ongoing' ? `${Math.floor(request.progress * 100)} %` : request.status
}

async function showConsultation(id) {
  const transcript = await askJson(`/api/consultations/${id}/transcript`)
  const { documents } = await askJson(`/api/consultations/${id}/documents`)
  say(transcript.warnings.map(({ message }) => message).join(' '))
  element('transcript').replaceChildren(...transcript.items.map(showItem))
  element('documents').replaceChildren(...documents.flatMap((note) => showDocument(note, id)))
}

/** A file behind the key: fetched, then handed to the browser. */
async function download(path, name) {
  const blob = await (await ask(path)).blob()
  const link = make('a', '', { href: URL.createObjectURL(blob), download: name })
  link.click()
  URL.revokeObjectURL(link.href)
}

function showDownloads(id, kind) {
  const document = `/api/consultations/${id}/documents/${encodeURIComponent(kind)}`
  const forms = [
    ['PDF', `${document}?format=pdf`, `${kind}.pdf`],
    ['Markdown', `${document}?format=markdown`, `${kind}.md`],
    ['FHIR', `/api/consultations/${id}/fhir`, 'consultation.fhir.json'],
  ]
  const line = make('p', '', { class: 'downloads' })
  for (const [label, path, name] of forms) {
    const button = make('button', label, { type: 'button' })
    button.addEventListener('click', () =>
      download(path, name.replace(/[^\w.-]/g, '_')).catch(({ message }) => say(message)),
    )
    line.append(button)
  }
  return line
}

function showItem({ id, startMs, text, speakerLabel }) {
  const entry = make('li', '', { 'data-item': id })
  const words = make('span', text)
  if (speakerLabel) words.prepend(make('span', `${speakerLabel} `, { class: 'speaker' }))
  entry.append(make('time', clock(startMs)), words)
  return entry
}

function showDocument({ kind, title, sections }, id) {
  const filled = sections.filter(({ statements, notHeard = [] }) => statements.length + notHeard.length > 0)
  const parts = filled.flatMap((section) => {
    const list = make('ul', '')
    list.append(...section.statements.map(showStatement))
    const missed = section.notHeard ? [make('p', `Not heard: ${section.notHeard.join(', ')}.`, { class: 'hint' })] : []
    return [make('h4', section.title), list, ...missed]
  })
  return [
    make('h3', title),
    showDownloads(id, kind),
    ...(parts.length > 0 ? parts : [make('p', 'Nothing to write.', { class: 'hint' })]),
  ]
}

function showStatement({ text, evidence, support, attributes }) {
  const entry = make('li', text, { tabindex: '0' })
  if (support === 'reference') entry.append(' ', make('small', `Reference: ${attributes.source}`, { class: 'hint' }))
  const mark = (isOn) => {
    for (const id of evidence) document.querySelector(`[data-item="${id}"]`)?.classList.toggle('evidence', isOn)
    if (isOn) document.querySelector(`[data-item="${evidence[0]}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  for (const name of ['mouseenter', 'focus']) entry.addEventListener(name, () => mark(true))
  for (const name of ['mouseleave', 'blur']) entry.addEventListener(name, () => mark(false))
  return entry
}

async function signIn() {
  const [newest] = await showConsultations()
  sessionStorage.setItem('key', key)
  element('sign-in').hidden = true
  document.querySelector('main').hidden = false
  say('')
  if (newest?.request?.status === 'succeeded') await showConsultation(newest.id)
}

async function upload() {
  const body = new FormData()
  body.append('file', element('file').files[0])
  say('Sending …')
  const { id } = await askJson('/api/consultations', { method: 'POST', body })
  await followProgress(id)
  await showConsultations()
  await showConsultation(id)
}

/** Reads the server's events until the request has ended; EventSource cannot send a key, so fetch does. */
async function followProgress(id) {
  const response = await ask(`/api/consultations/${id}/events`, { headers: { accept: 'text/event-stream' } })
  let text = ''
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk
    const events = text.split('\n\n')
    text = events.pop()
    for (const event of events) showEvent(event)
  }
}

function showEvent(event) {
  const data = event.split('\n').find((line) => line.startsWith('data: '))
  if (data === undefined) return
  const { status, progress, error } = JSON.parse(data.slice(6))
  if (status === 'failed') throw new Error(error.message)
  say(status === 'succeeded' ? '' : `Processing: ${Math.floor(progress * 100)} %`)
}

element('sign-in').addEventListener(
  'submit',
  attempt(() => {
    key = element('key').value.trim()
    return signIn()
  }),
)
element('upload').addEventListener('submit', attempt(upload))
if (key) attempt(signIn)()
