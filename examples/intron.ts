// Intron: upload a file, poll its status, read the documents (https://docs.voice.intron.io).
import { openAsBlob } from 'node:fs'

const { ADDRESS = 'https://infer.voice.intron.io', KEY = '' } = process.env
const [file = ''] = process.argv.slice(2)
const headers = { Authorization: `Bearer ${KEY}` }

interface Answer {
  status: 'Ok' | 'Error'
  message: string
  data: Record<string, string>
}

const formData = new FormData()
formData.append('audio_file_blob', await openAsBlob(file), 'consultation.ogg')
formData.append('audio_file_name', 'consultation')
formData.append('use_category', 'file_category_telehealth')
for (const option of ['get_soap_note', 'get_summary', 'get_entity_list', 'get_treatment_plan', 'get_clerking']) {
  formData.append(option, 'TRUE')
}
const upload = await fetch(`${ADDRESS}/file/v1/upload`, { method: 'POST', headers, body: formData })
const queued = (await upload.json()) as Answer
if (queued.status !== 'Ok') throw new Error(queued.message)
console.log('file_id', queued.data.file_id)

for (;;) {
  const response = await fetch(`${ADDRESS}/file/v1/status/${queued.data.file_id}`, { headers })
  const { data, message } = (await response.json()) as Answer
  if (data.processing_status === 'FILE_PROCESSING_FAILED') throw new Error(message)
  if (data.processing_status === 'FILE_TRANSCRIBED') {
    for (const [name, value] of Object.entries(data)) console.log(`\n${name}\n${value}`)
    break
  }
  await new Promise((resolve) => setTimeout(resolve, 1000))
}
