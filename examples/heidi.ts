// Heidi: a session, its recording in segments, the transcript, a consult note (https://www.heidihealth.com/developers).
import { openAsBlob } from 'node:fs'

const { ADDRESS = 'https://registrar.api.heidihealth.com', KEY = '' } = process.env
const files = process.argv.slice(2)
const BASE = `${ADDRESS}/api/v2/ml-scribe/open-api`

const who = 'email=doctor@example.org&third_party_internal_id=7'
const jwt = await fetch(`${BASE}/jwt?${who}`, { headers: { 'Heidi-Api-Key': KEY } })
const { token } = (await jwt.json()) as { token: string }
const headers = { Authorization: `Bearer ${token}` }

async function post<Body>(path: string, body?: FormData): Promise<Body> {
  const response = await fetch(BASE + path, { method: 'POST', headers, ...(body && { body }) })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as Body
}
const get = async (path: string) => (await fetch(BASE + path, { headers })).json()

const { session_id } = await post<{ session_id: string }>('/sessions')
const session = `/sessions/${session_id}`
const { recording_id } = await post<{ recording_id: string }>(`${session}/restful-segment-transcription`)
for (const [index, file] of files.entries()) {
  const form = new FormData()
  form.append('file', await openAsBlob(file, { type: 'audio/ogg' }), 'segment.ogg')
  form.append('index', String(index))
  await post(`${session}/restful-segment-transcription/${recording_id}:transcribe`, form)
}
await post(`${session}/restful-segment-transcription/${recording_id}:finish`)
console.log(((await get(`${session}/transcript`)) as { transcript: string }).transcript)

const note = await fetch(`${BASE}${session}/consult-note`, {
  method: 'POST',
  headers: { ...headers, 'Content-Type': 'application/json' },
  body: JSON.stringify({
    generation_method: 'TEMPLATE',
    template_id: '659b8042fe093d6592b41ef7',
    addition: '',
    voice_style: 'GOLDILOCKS',
    brain: 'LEFT',
    content_type: 'MARKDOWN',
  }),
})
if (!note.ok) throw new Error(`${note.status} ${await note.text()}`)
for (const line of (await note.text()).split('\n')) {
  if (line.startsWith('data: ')) process.stdout.write(JSON.parse(line.slice('data: '.length)).data)
}
console.log()
